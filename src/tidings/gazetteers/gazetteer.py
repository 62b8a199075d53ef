"""The gazetteer: places by name, by id and by what holds them. Opened in milliseconds, read as needed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from tidings.gazetteers.kinds import KINDS, How, Place, Point, Rank
from tidings.gazetteers.manifest import DATA, Source, load_manifest
from tidings.gazetteers.normalise import key_number, name_key
from tidings.gazetteers.shapes import PER_DEGREE, Shapes
from tidings.gazetteers.tables import Table

NOWHERE = -(2**31)
# countries whose districts are told apart here: a name that two of them share is never settled by size
DETAILED = ("AF",)
KEPT = 20_000


class Named(msgspec.Struct, frozen=True):
    """A place that bears a name, and how."""

    place: Place
    how: How


class Gazetteer:
    """Places of the world; several tables (the package's own, and districts a person added) as one."""

    def __init__(self, folder: Path = DATA) -> None:
        self.folder = folder
        self.sources: tuple[Source, ...] = load_manifest(folder).sources
        self._places = Table(folder / "places.gaz")
        self._names = Table(folder / "names.gaz")
        self._column = {
            name: self._places.column(name)
            for name in ("geonameid", "kind", "lat", "lon", "population", "country", "parent", "rank", "point")
        }
        self._own_rows = self._places.column("own_row")
        self._codes: list[str] = self._places.about["countries"]
        self._keys, self._rows, self._how = (self._names.column(name) for name in ("key", "row", "how"))
        self._kept: dict[int, Place] = {}

    def __len__(self) -> int:
        return len(self._places)

    @property
    def detailed(self) -> frozenset[str]:
        """Codes of the countries whose districts are known one by one."""
        return frozenset(DETAILED)

    def find(self, name: str) -> list[Named]:
        """All places under a name, as it stands: the word for a unit counts as part of it."""
        number = key_number(name_key(name))
        found = []
        at = bisect_left(self._keys, number)
        while at < len(self._keys) and self._keys[at] == number:
            found.append(Named(self.place(self._rows[at]), How(self._how[at])))
            at += 1
        return found

    def place(self, row: int) -> Place:
        """One place by its row."""
        kept = self._kept.get(row)
        if kept is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            kept = self._kept[row] = self._read(row)
        return kept

    def country(self, code_or_name: str) -> Place | None:
        """A country by ISO code or by name."""
        if code_or_name.upper() in self._codes:
            return self.place(self._codes.index(code_or_name.upper()))
        return next((n.place for n in self.find(code_or_name) if n.place.kind == "country"), None)

    def by_id(self, place_id: str) -> Place | None:
        """A place by its id, or None."""
        return next((place for place in self._with_number(place_id) if place.id == place_id), None)

    @cached_property
    def outlines(self) -> Mapping[str, Shapes]:
        """Outlines of countries, of provinces, and of the districts of each detailed country."""
        names = {"country": "countries.gaz", "province": "provinces.gaz"}
        names |= {f"district {code}": f"districts-{code}.gaz" for code in DETAILED}
        return {name: Shapes(self.folder / file) for name, file in names.items()}

    def _with_number(self, place_id: str) -> Iterator[Place]:
        kind, _, number = place_id.partition(":")
        if kind == "iso" and number in self._codes:
            yield self.place(self._codes.index(number))
        elif kind == "gn" and number.isdigit():
            wanted = int(number)
            for row, geonameid in enumerate(self._column["geonameid"]):
                if geonameid == wanted:
                    yield self.place(row)
        else:
            for row in self._own_rows:
                yield self.place(row)

    def _read(self, row: int) -> Place:
        column = self._column
        own_id, pcode = self._own(row)
        kind = KINDS[column["kind"][row]]
        geonameid = column["geonameid"][row] or None
        country = self._codes[column["country"][row]]
        parents = self._parents(row)
        units = {self.place(parent).kind: self.place(parent).name for parent in reversed(parents)}
        lat, lon = column["lat"][row], column["lon"][row]
        return Place(
            row=row,
            id=own_id or (f"iso:{country}" if kind == "country" else f"gn:{geonameid}"),
            name=self._places.text("name", row),
            kind=kind,
            lat=None if lat == NOWHERE else lat / PER_DEGREE,
            lon=None if lon == NOWHERE else lon / PER_DEGREE,
            country=country,
            adm1=units.get("province"),
            adm2=units.get("district"),
            pcode=pcode or None,
            population=column["population"][row],
            rank=Rank(column["rank"][row]),
            point=Point(column["point"][row]),
            geonameid=geonameid,
            parents=parents,
        )

    def _parents(self, row: int) -> tuple[int, ...]:
        """The rows above, nearest first."""
        parents = []
        above = self._column["parent"][row]
        while above >= 0:
            parents.append(above)
            above = self._column["parent"][above]
        return tuple(parents)

    def _own(self, row: int) -> tuple[str, str]:
        at = bisect_left(self._own_rows, row)
        if at < len(self._own_rows) and self._own_rows[at] == row:
            return self._places.text("own_id", at), self._places.text("own_pcode", at)
        return "", ""
