"""Kinds of place, and how a name belongs to one; tables hold both as numbers, in this order."""

from __future__ import annotations

from enum import IntEnum

import msgspec

# region: a land of several units with no rank of its own ("Darfur", "the Sahel");
# district: a second-order unit (in Afghanistan those of the frame of 399); district_centre: its seat, another thing;
# temporary_district: made after the frame, inside a district of it; place: a populated place below a city
KINDS = (
    "country",
    "province",
    "district",
    "temporary_district",
    "district_centre",
    "city",
    "place",
    "crossing",
    "base",
    "natural",
    "region",
)
UNITS = frozenset({"country", "province", "district", "temporary_district"})
KIND_NUMBER = {kind: number for number, kind in enumerate(KINDS)}


class How(IntEnum):
    """How a name belongs to a place."""

    MAIN = 0
    SHORT = 1  # without the word for the unit: "DeKalb" for DeKalb County
    ALTERNATE = 2
    PEOPLE = 3  # "Texan"
    INITIALS = 4  # "Ga.", "GA": stands for the unit after a place, or where no other word is meant


class Rank(IntEnum):
    """What a populated place is the seat of."""

    NONE = 0
    DISTRICT = 1
    PROVINCE = 2
    COUNTRY = 3


class Point(IntEnum):
    """Where a place's point comes from."""

    GIVEN = 0
    DERIVED = 1  # the middle of the places within, or of the outline
    NONE = 2


class Place(msgspec.Struct, frozen=True):
    """One entry of the gazetteer.

    `lat`, `lon` in degrees, null where no source has them; `pcode` of the district that it is, or that holds it;
    `country` is an ISO code; `row` its number in this build, `parents` the rows above it, for use within one run.
    """

    row: int
    id: str
    name: str
    kind: str
    lat: float | None
    lon: float | None
    country: str
    adm1: str | None
    adm2: str | None
    pcode: str | None
    population: int
    rank: Rank
    point: Point
    geonameid: int | None
    parents: tuple[int, ...]
