"""The gazetteer: places by name, by id and by what holds them. Opened in milliseconds, read as needed."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from tidings.errors import MissingResource
from tidings.gazetteers.kinds import KINDS, How, Place, Point, Rank
from tidings.gazetteers.manifest import DATA, Source, load_manifest
from tidings.gazetteers.normalise import key_number, name_key, sound_key
from tidings.gazetteers.shapes import PER_DEGREE, Shapes
from tidings.gazetteers.tables import Table

NOWHERE = -(2**31)
# countries whose districts are told apart here: a name that two of them share is never settled by size
DETAILED = ("AF",)
SOUND = 6  # letters below which a name is not looked up by its sound
KEPT = 20_000
ADDED = "added.gaz"
ADD_AGAIN = "add it again: tidings places add"


class Named(msgspec.Struct, frozen=True):
    """A place that bears a name, and how."""

    place: Place
    how: How


class Added(msgspec.Struct, frozen=True):
    """Districts that a person added for one country: where they are, and for which build of the gazetteer."""

    country: str
    folder: Path
    build: str


class Gazetteer:
    """Places of the world; the package's own tables, and districts that a person added, as one.

    Where a country's districts were added, they stand in place of the package's second-order units of that country,
    save those that have the same P-code.
    """

    def __init__(self, folder: Path = DATA, added: Path | None = None) -> None:
        self.folder = folder
        manifest = load_manifest(folder)
        self.sources: tuple[Source, ...] = manifest.sources
        self.build = manifest.files.get("places.gaz", "")
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
        self.added: dict[str, Added] = {}
        self._tables: list[tuple[int, Table]] = []
        for path in sorted(added.glob(f"*/{ADDED}")) if added is not None else ():
            self._open_added(path)

    def __len__(self) -> int:
        return len(self._places) + sum(len(table) for _, table in self._tables)

    @property
    def detailed(self) -> frozenset[str]:
        """Codes of the countries whose districts are known one by one."""
        return frozenset((*DETAILED, *self.added))

    def find(self, name: str) -> list[Named]:
        """All places under a name, as it stands: the word for a unit counts as part of it."""
        number = key_number(name_key(name))
        found = []
        at = bisect_left(self._keys, number)
        while at < len(self._keys) and self._keys[at] == number:
            found.append(Named(self.place(self._rows[at]), How(self._how[at])))
            at += 1
        for first, table in self._tables:
            found += [Named(self.place(first + row), How.MAIN) for row in _rows_under(table, number)]
        found = [named for named in found if not self._is_replaced(named.place)]
        return found or [Named(place, How.ALTERNATE) for place in self._by_sound.get(sound_key(name), ())]

    @cached_property
    def _by_sound(self) -> Mapping[str, list[Place]]:
        """The districts of the detailed countries as they may be spelled otherwise: "Jaghato", "Jaghatu"."""
        found: dict[str, list[Place]] = {}
        for code in self.detailed:
            for place in self.districts_with_codes(code):
                if len(key := sound_key(place.name)) >= SOUND:
                    found.setdefault(key, []).append(place)
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

    def iso3(self, code: str) -> str | None:
        """The code of three letters of a country's code of two."""
        codes: dict[str, str] = self._places.about["iso3"]
        return codes.get(code)

    def provinces_of(self, country: Place) -> list[Place]:
        """The first-order units of a country."""
        kind, number = self._column["kind"], KINDS.index("province")
        parent = self._column["parent"]
        return [
            self.place(row) for row in range(len(self._places)) if parent[row] == country.row and kind[row] == number
        ]

    def districts_with_codes(self, code: str) -> list[Place]:
        """The districts of a country that have P-codes here already."""
        places = (self.place(row) for row in self._own_rows)
        return [place for place in places if place.kind == "district" and place.country == code]

    def capitals_of(self, code: str) -> list[Place]:
        """The cities that are the seat of a province of this country, or of the country."""
        rank, country, number = self._column["rank"], self._column["country"], self._codes.index(code)
        rows = (row for row in range(len(self._places)) if country[row] == number and rank[row] >= Rank.PROVINCE)
        return [place for place in map(self.place, rows) if place.kind == "city"]

    def by_id(self, place_id: str) -> Place | None:
        """A place by its id, or None."""
        return next((place for place in self._with_number(place_id) if place.id == place_id), None)

    @cached_property
    def outlines(self) -> Mapping[str, Shapes]:
        """Outlines of countries, of provinces, and of the districts of each detailed country."""
        names = {"country": "countries.gaz", "province": "provinces.gaz"}
        names |= {f"district {code}": f"districts-{code}.gaz" for code in DETAILED}
        found = {name: Shapes(self.folder / file) for name, file in names.items()}
        for code, added in self.added.items():
            found[f"district {code}"] = Shapes(added.folder / "districts.gaz", ADD_AGAIN)
        return found

    @cached_property
    def _rows_by_number(self) -> array[int]:
        """All rows in the order of their GeoNames ids, to look one up in; made when first asked for."""
        numbers = self._column["geonameid"]
        return array("I", sorted(range(len(numbers)), key=numbers.__getitem__))

    def _with_number(self, place_id: str) -> Iterator[Place]:
        kind, _, number = place_id.partition(":")
        if kind == "iso" and number in self._codes:
            yield self.place(self._codes.index(number))
        elif kind == "gn" and number.isdigit():
            wanted, numbers, rows = int(number), self._column["geonameid"], self._rows_by_number
            at = bisect_left(rows, wanted, key=numbers.__getitem__)
            while at < len(rows) and numbers[rows[at]] == wanted:
                yield self.place(rows[at])
                at += 1
        else:
            for row in self._own_rows:
                yield self.place(row)
            for first, table in self._tables:
                for row in range(len(table)):
                    yield self.place(first + row)

    def _open_added(self, path: Path) -> None:
        table = Table(path, ADD_AGAIN)
        country, build = table.about.get("country", ""), table.about.get("build", "")
        if build != self.build:
            made = f"was made for another build of the gazetteer; add it again: tidings places add --country {country}"
            raise MissingResource(f"{path} {made} --adm2 FILE")
        self._tables.append((len(self), table))
        self.added[country] = Added(country, path.parent, build)

    def _is_replaced(self, place: Place) -> bool:
        """Whether a second-order unit of the package gives way to the districts that a person added."""
        return place.kind == "district" and place.country in self.added and place.pcode is None

    def _read(self, row: int) -> Place:
        if row >= len(self._places):
            return self._read_added(row)
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

    def _read_added(self, row: int) -> Place:
        first, table = next((first, table) for first, table in reversed(self._tables) if first <= row)
        at = row - first
        above = self.place(table.column("parent")[at])
        pcode = table.text("pcode", at)
        return Place(
            row=row,
            id=f"adm:{pcode}",
            name=table.text("name", at),
            kind="district",
            lat=table.column("lat")[at] / PER_DEGREE,
            lon=table.column("lon")[at] / PER_DEGREE,
            country=above.country,
            adm1=above.name if above.kind == "province" else None,
            adm2=None,
            pcode=pcode,
            population=0,
            rank=Rank.NONE,
            point=Point.DERIVED,
            geonameid=None,
            parents=(above.row, *above.parents),
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


def _rows_under(table: Table, number: int) -> Iterator[int]:
    keys, rows = table.column("key"), table.column("row")
    at = bisect_left(keys, number)
    while at < len(keys) and keys[at] == number:
        yield rows[at]
        at += 1
