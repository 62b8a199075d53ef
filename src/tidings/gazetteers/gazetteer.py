"""The gazetteer: places by name, by id and by what holds them. Opened in milliseconds, read as needed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from tidings.gazetteers.added_rows import ADD_AGAIN, AddedRows
from tidings.gazetteers.kinds import How, Place, Rank
from tidings.gazetteers.manifest import DATA, Source, load_manifest
from tidings.gazetteers.normalise import key_number, name_key, sound_key
from tidings.gazetteers.package_rows import PackageRows
from tidings.gazetteers.shapes import Shapes
from tidings.gazetteers.tables import Table

# countries whose districts are told apart here: a name that two of them share is never settled by size
DETAILED = ("AF",)
SOUND = 6  # letters below which a name is not looked up by its sound
KEPT = 20_000


class Named(msgspec.Struct, frozen=True):
    """A place that bears a name, and how."""

    place: Place
    how: How


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
        self._package = PackageRows(folder / "places.gaz")
        self._added = AddedRows(added, len(self._package), self.build)
        self.added = self._added.countries
        self._names = Table(folder / "names.gaz")
        self._keys, self._rows, self._how = (self._names.column(name) for name in ("key", "row", "how"))
        self._kept: dict[int, Place] = {}

    def __len__(self) -> int:
        return len(self._package) + len(self._added)

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
        found += [Named(self.place(row), How.MAIN) for row in self._added.under(number)]
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
            rows = self._package if row < len(self._package) else self._added
            kept = self._kept[row] = rows.read(row, self.place)
        return kept

    def country(self, code_or_name: str) -> Place | None:
        """A country by ISO code or by name."""
        if code_or_name.upper() in self._package.codes:
            return self.place(self._package.codes.index(code_or_name.upper()))
        return next((n.place for n in self.find(code_or_name) if n.place.kind == "country"), None)

    def iso3(self, code: str) -> str | None:
        """The code of three letters of a country's code of two."""
        return self._package.iso3.get(code)

    def provinces_of(self, country: Place) -> list[Place]:
        """The first-order units of a country."""
        return [self.place(row) for row in self._package.within(country.row, "province")]

    def districts_with_codes(self, code: str) -> list[Place]:
        """The districts of a country that have P-codes here already."""
        places = (self.place(row) for row in self._package.own_rows)
        return [place for place in places if place.kind == "district" and place.country == code]

    def capitals_of(self, code: str) -> list[Place]:
        """The cities that are the seat of a province of this country, or of the country."""
        rows = self._package.seats_in(code, Rank.PROVINCE)
        return [place for place in map(self.place, rows) if place.kind == "city"]

    def by_id(self, place_id: str) -> Place | None:
        """A place by its id, or None."""
        return next((place for place in map(self.place, self._rows_of(place_id)) if place.id == place_id), None)

    @cached_property
    def outlines(self) -> Mapping[str, Shapes]:
        """Outlines of countries, of provinces, and of the districts of each detailed country."""
        names = {"country": "countries.gaz", "province": "provinces.gaz"}
        names |= {f"district {code}": f"districts-{code}.gaz" for code in DETAILED}
        found = {name: Shapes(self.folder / file) for name, file in names.items()}
        for code, added in self.added.items():
            found[f"district {code}"] = Shapes(added.folder / "districts.gaz", ADD_AGAIN)
        return found

    def _rows_of(self, place_id: str) -> Iterator[int]:
        """The rows among which a place of this id would be."""
        kind, _, number = place_id.partition(":")
        if kind == "iso" and number in self._package.codes:
            yield self._package.codes.index(number)
        elif kind == "gn" and number.isdigit():
            yield from self._package.with_geonameid(int(number))
        else:
            yield from self._package.own_rows
            yield from self._added

    def _is_replaced(self, place: Place) -> bool:
        """Whether a second-order unit of the package gives way to the districts that a person added."""
        return place.kind == "district" and place.country in self.added and place.pcode is None
