"""Countries as other people's schemas know them: ISO codes, regions, Gleditsch and Ward numbers."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec


class Country(msgspec.Struct, frozen=True):
    """A row of data/countries.csv, with another name that it goes by. `gwno` is Gleditsch and Ward's number: null for a
    land that is no member of their system.
    """

    iso: str
    iso3: str
    numeric: int
    name: str
    acled_region: str | None
    gwno: int | None
    ucdp_region: str | None
    names: str | None = None


@cache
def load_countries() -> Mapping[str, Country]:
    """All countries, by their ISO code of two letters."""
    text = files("tidings.exporters").joinpath("data", "countries.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    given = ({key: value or None for key, value in row.items()} for row in rows)
    return {row["iso"]: msgspec.convert(row, Country, strict=False) for row in given if row["iso"]}


def country_named(name: str) -> Country | None:
    """The country of this name."""
    return _by_name().get(name.casefold())


@cache
def _by_name() -> Mapping[str, Country]:
    rows = [(name, c) for c in load_countries().values() for name in (c.name, c.names) if name]
    return {name.casefold(): country for name, country in rows}
