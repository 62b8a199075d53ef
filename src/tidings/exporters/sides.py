"""Who an actor is to other people's schemas: its name, ACLED's class of it, PLOVER's sector, its country."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

from tidings.exporters.countries import Country, country_named
from tidings.exporters.incidents import read_rows

if TYPE_CHECKING:
    import duckdb

STATE, REBELS, MILITIA, COMMUNAL, RIOTERS, PROTESTERS, CIVILIANS, OTHERS = range(1, 9)
ORGANISED = frozenset((STATE, REBELS, MILITIA, COMMUNAL, OTHERS))
LABELS = {
    STATE: "State forces",
    REBELS: "Rebel group",
    MILITIA: "Political militia",
    COMMUNAL: "Identity militia",
    RIOTERS: "Rioters",
    PROTESTERS: "Protesters",
    CIVILIANS: "Civilians",
    OTHERS: "External/Other forces",
}
SECTORS = {1: "MIL", 2: "REB", 3: "UAF", 4: "UAF", 5: "CVL", 6: "CVL", 7: "CVL", 8: "MIL"}


class Governed(msgspec.Struct, frozen=True):
    """A state that an armed group came to govern, and when; an open end is null."""

    state: str
    first: date | None
    last: date | None


class KnownActor(msgspec.Struct, frozen=True):
    """A row of `picture.actors`."""

    id: str
    name: str
    kind: str
    role: str | None
    inter: int | None
    sector: str | None
    countries: tuple[str, ...]
    governs: tuple[Governed, ...] = ()

    def class_on(self, day: date | None) -> int | None:
        """ACLED's class on a day: an armed group that governs is state forces. Without a day, as if it did not."""
        holds = day is not None and any(
            (tie.first is None or tie.first <= day) and (tie.last is None or day <= tie.last) for tie in self.governs
        )
        return STATE if holds else self.inter


class Side(msgspec.Struct, frozen=True):
    """An actor as it is exported. `inter` is null where nothing tells its class."""

    told: str
    name: str
    inter: int | None
    sector: str
    country: Country | None
    is_known: bool
    is_state: bool

    @property
    def is_organised(self) -> bool:
        """Whether it is an armed side with a name of its own, and not some armed men."""
        return self.is_known and self.inter in ORGANISED


def load_actors(connection: duckdb.DuckDBPyConnection) -> dict[str, KnownActor]:
    """The actors of the picture, by id."""
    sql = "SELECT id, name, kind, role, inter, sector, countries, governs FROM picture.actors"
    return {row["id"]: msgspec.convert(row, KnownActor) for row in read_rows(connection, sql)}


def find_sides(
    names: tuple[str, ...],
    ids: tuple[str, ...],
    actors: Mapping[str, KnownActor],
    iso: str | None = None,
    day: date | None = None,
) -> list[Side]:
    """The sides that these names mean, in the country `iso` of an event, on its day; ids are taken where each name has
    one.
    """
    paired = ids if len(ids) == len(names) else [""] * len(names)
    return [_find_side(name, actors.get(actor_id), iso, day) for name, actor_id in zip(names, paired, strict=True)]


def _find_side(told: str, actor: KnownActor | None, iso: str | None, day: date | None) -> Side:
    worded = class_by_words(told)
    if actor is None:
        return Side(told, told, worded, SECTORS.get(worded or 0, "UNK"), None, is_known=False, is_state=False)
    country = country_named(actor.countries[0]) if actor.countries else None
    if actor.role is not None:
        # "customers" of a state are no state forces: the word says what they are, the state only whose
        inter = (
            worded if actor.kind in ("state", "government") or worded == CIVILIANS else worded or actor.class_on(day)
        )
        sector = SECTORS.get(inter or 0, "UNK")
        return Side(told, told, _abroad(inter, country, iso), sector, country, is_known=False, is_state=False)
    inter = _abroad(actor.class_on(day), country, iso)
    is_state = actor.class_on(day) == STATE
    name = f"Government of {actor.name}" if actor.kind == "state" else actor.name
    return Side(told, name, inter, actor.sector or "UNK", country, is_known=True, is_state=is_state)


def _abroad(inter: int | None, country: Country | None, iso: str | None) -> int | None:
    """State forces outside their own state are others (ACLED codebook, Inter classes)."""
    return OTHERS if inter == STATE and country and iso and country.iso != iso else inter


def class_by_words(name: str) -> int | None:
    """The class that the words of a name tell; None when they tell nothing."""
    return next((inter for inter, pattern in _patterns() if pattern.search(name)), None)


@cache
def _patterns() -> list[tuple[int, re.Pattern[str]]]:
    text = files("tidings.exporters").joinpath("data", "actor_words.toml").read_text(encoding="utf-8")
    return [
        (row["inter"], re.compile(rf"\b(?:{'|'.join(map(re.escape, row['words']))})s?\b", re.IGNORECASE))
        for row in tomllib.loads(text)["class"]
    ]
