"""What a build gathers before it writes: one Entry a place, its names, and where it belongs."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from tidings.gazetteers.kinds import How, Point, Rank


class Entry(msgspec.Struct):
    """A place on its way into the tables. `parent` and `country` are the keys of other entries."""

    key: str
    name: str
    kind: str
    country: str
    parent: str | None = None
    geonameid: int = 0
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    rank: Rank = Rank.NONE
    point: Point = Point.GIVEN
    pcode: str = ""
    iso3: str = ""
    names: dict[str, How] = {}

    def add(self, names: Iterable[str], how: How) -> None:
        """Adds names; one that is known already keeps its better standing."""
        for name in names:
            if name.strip():
                self.names[name] = min(how, self.names.get(name, how))


class Entries(dict[str, Entry]):
    """All entries by key, in the order in which the table will have them: a parent before what it holds."""

    def enter(self, entry: Entry) -> Entry:
        self[entry.key] = entry
        entry.add([entry.name], How.MAIN)
        return entry
