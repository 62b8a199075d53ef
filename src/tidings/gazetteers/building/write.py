"""Entries to the two tables: places, and the names under which they are found."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tidings.gazetteers.building.entries import Entries, Entry
from tidings.gazetteers.kinds import KIND_NUMBER, How
from tidings.gazetteers.normalise import key_number, name_key
from tidings.gazetteers.package_rows import NOWHERE
from tidings.gazetteers.tables import write_table

PER_DEGREE = 100_000
NO_ROW = -1


def write_places(path: Path, entries: Entries) -> Mapping[str, int]:
    """Writes the table of places, countries first; gives the row of each key."""
    rows = {key: row for row, key in enumerate(entries)}
    places = list(entries.values())
    own = [row for row, place in enumerate(places) if place.pcode or not _has_plain_id(place)]
    columns: dict[str, list[Any]] = {
        "geonameid:u4": [place.geonameid for place in places],
        "name:text": [place.name for place in places],
        "kind:u1": [KIND_NUMBER[place.kind] for place in places],
        "lat:i4": [NOWHERE if place.lat is None else round(place.lat * PER_DEGREE) for place in places],
        "lon:i4": [NOWHERE if place.lon is None else round(place.lon * PER_DEGREE) for place in places],
        "population:u4": [place.population for place in places],
        "country:u2": [rows[place.country] for place in places],
        "parent:i4": [NO_ROW if place.parent is None else rows[place.parent] for place in places],
        "rank:u1": [int(place.rank) for place in places],
        "point:u1": [int(place.point) for place in places],
        # the few with an id that does not follow from kind and number, or with a P-code: their rows, and these
        "own_row:u4": own,
        "own_id:text": ["" if _has_plain_id(places[row]) else places[row].key for row in own],
        "own_pcode:text": [places[row].pcode for row in own],
    }
    iso3 = {place.country: place.iso3 for place in places if place.kind == "country"}
    codes = [place.key for place in places if place.kind == "country"]
    write_table(path, len(places), columns, countries=codes, iso3=iso3)
    return rows


def write_names(path: Path, entries: Entries, rows: Mapping[str, int]) -> None:
    """Writes the table of names, sorted by the number of their key; each place once under each key."""
    best: dict[tuple[int, int], How] = {}
    for key, entry in entries.items():
        for name, how in entry.names.items():
            letters = name_key(name)
            if len(letters) > 1:
                link = (key_number(letters), rows[key])
                best[link] = min(how, best.get(link, how))
    links = sorted(best)
    columns = {
        "key:u8": [number for number, _ in links],
        "row:u4": [row for _, row in links],
        "how:u1": [int(best[link]) for link in links],
    }
    write_table(path, len(links), columns)


def _has_plain_id(entry: Entry) -> bool:
    """Whether the id follows from the kind and the GeoNames number."""
    return entry.kind == "country" or entry.key.startswith("gn:") or "." in entry.key
