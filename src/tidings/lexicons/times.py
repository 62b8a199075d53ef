"""The words of time from times.toml, as lookups and as fragments of regular expressions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec


class Name(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One month, weekday or season: its number and how it is written."""

    number: int
    names: tuple[str, ...]
    short: tuple[str, ...] = ()
    alone: bool = False


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for the first, second or last third of a month or year."""

    third: Literal[1, 2, 3]
    names: tuple[str, ...]


class Feast(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A day with a name, in one of three calendars, and how many days it lasts."""

    names: tuple[str, ...]
    calendar: Literal["common", "islamic", "solar"]
    month: int
    day: int
    days: int = 1
    example: str = ""


class Vague(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An expression of time that cannot be anchored, with a sentence that holds it."""

    name: str
    pattern: str
    example: str


class Times(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All rows of times.toml."""

    month: tuple[Name, ...]
    weekday: tuple[Name, ...]
    season: tuple[Name, ...]
    islamic: tuple[Name, ...]
    solar: tuple[Name, ...]
    feast: tuple[Feast, ...]
    part: tuple[Part, ...]
    vague: tuple[Vague, ...]
    named: Mapping[str, frozenset[str]]
    recurring: Mapping[str, frozenset[str]]
    planning: Mapping[str, frozenset[str]]
    timetable: Mapping[str, frozenset[str]]
    coming: Mapping[str, frozenset[str]]
    finding: Mapping[str, frozenset[str]]
    covering: Mapping[str, frozenset[str]]


@cache
def load_times() -> Times:
    """The rows of times.toml, checked against the shapes above."""
    text = files("tidings.lexicons").joinpath("times.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Times)


def numbers_by_name(rows: tuple[Name, ...]) -> dict[str, int]:
    """Every spelling of the rows, short forms too, with its number."""
    return {name: row.number for row in rows for name in row.names + row.short}


def one_of(names: list[str]) -> str:
    """An alternation of these names for a regular expression, longest first."""
    return "|".join(re.escape(name).replace(r"\ ", " ") for name in sorted(names, key=len, reverse=True))
