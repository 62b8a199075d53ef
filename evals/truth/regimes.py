"""The regimes, and the country in which they hold, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

HERE = Path(__file__).parent
NEUTRAL = "neutral"


class Regime(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How origins speak; regimes.toml says what each key means."""

    meaning: str
    boasts: dict[str, float]
    denies: dict[str, float]
    admits: float
    quoted: int
    copies: dict[str, float]
    most_copies: int
    inflates: tuple[float, float]
    deflates: tuple[float, float]
    late: dict[str, int]
    growing: bool
    closed: float
    rumours: float
    swapped: float
    misled: float
    misdated: float
    undated: float
    blurred: float


class Side(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the two sides, and who speaks for it."""

    name: str
    id: str
    kind: str
    forces: str
    victims: str
    losses: str
    speakers: tuple[str, ...]
    outlets: tuple[str, ...]


class Other(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who belongs to no side: somebody quoted, or an outlet in its own voice."""

    knows: float
    hears: float
    delay: tuple[int, int]
    speaker: str | None = None
    outlet: str | None = None


class Setting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The country: its size, its sides, who else speaks, the words that reports are filled with."""

    first_day: date
    days: int
    asked: int
    units: int
    changes: int
    harms: int
    apart: int
    side: tuple[Side, Side]
    other: tuple[Other, ...]
    press: dict[str, list[str]]
    words: dict[str, str]

    @property
    def places(self) -> list[str]:
        return self.words["places"].split()[: self.units]

    def foe(self, side: Side) -> Side:
        """The other side."""
        return next(one for one in self.side if one != side)


@cache
def load_setting() -> Setting:
    """The country of world.toml."""
    return msgspec.convert(_read("world.toml"), Setting)


@cache
def load_regimes() -> Mapping[str, Regime]:
    """The regimes of regimes.toml by name, each with what it leaves out from `neutral`."""
    found = _read("regimes.toml")
    return {name: msgspec.convert({**found[NEUTRAL], **row}, Regime) for name, row in found.items()}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))
