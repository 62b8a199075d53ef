"""The package's own table of places: a row becomes a place, and rows are found by what stands in their columns."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

from tidings.gazetteers.kinds import KINDS, Place, Point, Rank
from tidings.gazetteers.shapes import PER_DEGREE
from tidings.gazetteers.tables import Table

NOWHERE = -(2**31)
COLUMNS = ("geonameid", "kind", "lat", "lon", "population", "country", "parent", "rank", "point")


class PackageRows:
    """The rows of `places.gaz`. `codes` are the ISO codes of its countries, each in the row of that country."""

    def __init__(self, path: Path) -> None:
        self._table = Table(path)
        self._column = {name: self._table.column(name) for name in COLUMNS}
        # rows with an id or a P-code of their own
        self.own_rows = self._table.column("own_row")
        self.codes: list[str] = self._table.about["countries"]
        self.iso3: dict[str, str] = self._table.about["iso3"]

    def __len__(self) -> int:
        return len(self._table)

    def within(self, parent_row: int, kind: str) -> Iterator[int]:
        """The rows of a kind that stand directly below a row."""
        kinds, parents, number = self._column["kind"], self._column["parent"], KINDS.index(kind)
        return (row for row in range(len(self)) if parents[row] == parent_row and kinds[row] == number)

    def seats_in(self, code: str, rank: Rank) -> Iterator[int]:
        """The rows of a country that are the seat of a unit of this rank or a higher one."""
        ranks, countries, number = self._column["rank"], self._column["country"], self.codes.index(code)
        return (row for row in range(len(self)) if countries[row] == number and ranks[row] >= rank)

    def with_geonameid(self, wanted: int) -> Iterator[int]:
        """The rows of this GeoNames id."""
        numbers, rows = self._column["geonameid"], self._by_geonameid
        at = bisect_left(rows, wanted, key=numbers.__getitem__)
        while at < len(rows) and numbers[rows[at]] == wanted:
            yield rows[at]
            at += 1

    @cached_property
    def _by_geonameid(self) -> array[int]:
        """All rows in the order of their GeoNames ids, to look one up in; made when first asked for."""
        numbers = self._column["geonameid"]
        return array("I", sorted(range(len(numbers)), key=numbers.__getitem__))

    def read(self, row: int, place_of: Callable[[int], Place]) -> Place:
        """The place of a row; `place_of` gives those of the rows above it."""
        column = self._column
        own_id, pcode = self._own(row)
        kind = KINDS[column["kind"][row]]
        geonameid = column["geonameid"][row] or None
        country = self.codes[column["country"][row]]
        parents = self._parents(row)
        above = [place_of(parent) for parent in reversed(parents)]
        units = {place.kind: place.name for place in above}
        lat, lon = column["lat"][row], column["lon"][row]
        return Place(
            row=row,
            id=own_id or (f"iso:{country}" if kind == "country" else f"gn:{geonameid}"),
            name=self._table.text("name", row),
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
        at = bisect_left(self.own_rows, row)
        if at < len(self.own_rows) and self.own_rows[at] == row:
            return self._table.text("own_id", at), self._table.text("own_pcode", at)
        return "", ""
