"""One row of the table of actors, and its ties to others, each with its days."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources

import msgspec

BUILT_IN = resources.files("tidings.actors").joinpath("tables")


class Tie(msgspec.Struct, frozen=True):
    """That one actor belongs to, sides with or fights another, in a role, over days; an open end is not known."""

    to: str
    role: str | None = None
    first: date | None = None
    last: date | None = None

    def holds(self, on: date | None) -> bool:
        """Whether it holds on a day; where no day is asked for, always."""
        return on is None or ((self.first is None or self.first <= on) and (self.last is None or on <= self.last))

    def __str__(self) -> str:
        role = f" ({self.role})" if self.role else ""
        days = f" {self.first or ''}..{self.last or ''}" if self.first or self.last else ""
        return f"{self.to}{role}{days}"


class Kind(msgspec.Struct, frozen=True):
    """What an actor is: ACLED's inter class, PLOVER's sector, what its word is to a conflict not its own."""

    says: str
    sector: str
    inter: int | None = None
    interest: str | None = None
    against: str | None = None


class Actor(msgspec.Struct, frozen=True):
    """A state, body, group or person. `of` are the sides it belongs to, `countries` the states it is at home in."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    of: tuple[Tie, ...] = ()
    allies: tuple[Tie, ...] = ()
    enemies: tuple[Tie, ...] = ()
    since: date | None = None
    until: date | None = None
    source: str = ""

    def stands(self, on: date | None) -> bool:
        """Whether it is there on a day: not before its first, not after its last."""
        return on is None or ((self.since is None or self.since <= on) and (self.until is None or on <= self.until))

    def ties(self, on: date | None) -> list[Tie]:
        """Whom it belongs to on a day."""
        return [tie for tie in self.of if tie.holds(on)]


@cache
def load_kinds() -> Mapping[str, Kind]:
    """The kinds of actors by name."""
    text = BUILT_IN.joinpath("kinds.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Kind])
