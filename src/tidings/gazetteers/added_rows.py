"""Districts that a person added, as rows behind those of the package: opened, found by name, and read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from tidings.errors import MissingResource
from tidings.gazetteers.kinds import Place, Point, Rank
from tidings.gazetteers.shapes import PER_DEGREE
from tidings.gazetteers.tables import Table

ADDED = "added.gaz"
ADD_AGAIN = "add it again: tidings places add"


class Added(msgspec.Struct, frozen=True):
    """Districts that a person added for one country: where they are, and for which build of the gazetteer."""

    country: str
    folder: Path
    build: str


class AddedRows:
    """The rows of the tables in a folder, numbered from `first`; one of another build is a MissingResource."""

    def __init__(self, folder: Path | None, first: int, build: str) -> None:
        self._first, self._after = first, first
        self._tables: list[tuple[int, Table]] = []
        self._countries: dict[str, Added] = {}
        for path in sorted(folder.glob(f"*/{ADDED}")) if folder is not None else ():
            self._open(path, build)

    def __len__(self) -> int:
        return self._after - self._first

    def __iter__(self) -> Iterator[int]:
        return iter(range(self._first, self._after))

    @property
    def countries(self) -> Mapping[str, Added]:
        """What was added, by the code of the country."""
        return self._countries

    def under(self, number: int) -> Iterator[int]:
        """The rows under the number of a name's key."""
        for first, table in self._tables:
            keys, rows = table.column("key"), table.column("row")
            at = bisect_left(keys, number)
            while at < len(keys) and keys[at] == number:
                yield first + rows[at]
                at += 1

    def read(self, row: int, place_of: Callable[[int], Place]) -> Place:
        """The place of a row; `place_of` gives that of the row above it."""
        first, table = next((first, table) for first, table in reversed(self._tables) if first <= row)
        at = row - first
        above = place_of(table.column("parent")[at])
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

    def _open(self, path: Path, build: str) -> None:
        table = Table(path, ADD_AGAIN)
        country, made_for = table.about.get("country", ""), table.about.get("build", "")
        if made_for != build:
            made = f"was made for another build of the gazetteer; add it again: tidings places add --country {country}"
            raise MissingResource(f"{path} {made} --adm2 FILE")
        self._tables.append((self._after, table))
        self._after += len(table)
        self._countries[country] = Added(country, path.parent, made_for)
