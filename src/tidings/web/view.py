"""What the room is handed: one published copy of a store, the tables of places and actors, and a person's hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

Row = dict[str, Any]
# by kind of unit: how many of the frame nobody speaks of, and how many there are
Silent = Mapping[str, tuple[int, int]]
Parameters = Sequence[object] | Mapping[str, object]


class View(Protocol):
    """One published copy. It never changes: whoever holds it sees one picture, whatever is published meanwhile."""

    @property
    def copy(self) -> str:
        """The name of the copy; another one is another picture."""

    def rows(self, sql: str, parameters: Parameters = ()) -> Iterator[Row]:
        """The answer row by row."""

    def control(self, as_of: date | None, known_on: date | None, level: str | None) -> tuple[list[Row], Silent]:
        """Who holds what on a day, by what was published up to a day; and of how many units nobody speaks."""

    def spans(self, known_on: date | None) -> tuple[list[Row], Silent]:
        """The same for all days at once: a row for each unit and day on which something is told of it."""

    def side(self, origin: str, on: date | None) -> str | None:
        """The name of the side that a speaker is on, on a day."""


class Tables(Protocol):
    """Places and actors, and the outlines of places."""

    @property
    def credits(self) -> Sequence[str]:
        """Whom the outlines and points come from, as their licences want it said."""

    def find_places(self, name: str) -> list[Row]:
        """What a name of a place may mean, the likeliest first."""

    def find_actors(self, name: str, on: date | None) -> list[Row]:
        """Whom a name may mean, the likeliest first."""

    def outlines(self, countries: Sequence[str]) -> Iterator[tuple[str, str, str, bool, Mapping[str, Any]]]:
        """Id, kind, name, whether approximate, and geometry: of all countries, and of what lies in these."""


class Hand(Protocol):
    """What a person may decide from the page."""

    verbs: Sequence[str]
    fields: Sequence[str]

    def decide(self, verb: str, asked: Mapping[str, str]) -> str:
        """Enters a decision and publishes the store anew; gives what was decided in words."""


Views = Callable[[], View]
