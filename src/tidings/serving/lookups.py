"""The tables that a name is looked up in, as the room that answers asks them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from tidings.actors import ActorTable
from tidings.gazetteers import Gazetteer, load_gazetteer, look_up

Row = dict[str, Any]


class Lookups:
    """Places, actors and outlines, from the package's tables and a person's own."""

    def __init__(self, gazetteer: Gazetteer, table: ActorTable) -> None:
        self._gazetteer = gazetteer
        self._table = table
        self.credits = [source.attribution for source in gazetteer.sources]

    def find_places(self, name: str) -> list[Row]:
        found = look_up(name, self._gazetteer)
        return [
            {
                **{
                    key: getattr(one.place, key)
                    for key in ("id", "name", "kind", "adm1", "country", "pcode", "lat", "lon")
                },
                "score": one.score,
                "reasons": [reason for reason, _ in one.reasons],
                "chosen": one is found.chosen,
            }
            for one in found.candidates
        ]

    def find_actors(self, name: str, on: date | None) -> list[Row]:
        return [
            {
                **{key: getattr(one.actor, key) for key in ("id", "name", "kind")},
                "countries": list(one.actor.countries),
                "of": [str(tie) for tie in one.actor.ties(on)],
                "score": one.score,
                "reasons": list(one.reasons),
            }
            for one in self._table.find(name, on=on)
        ]

    def outlines(self, countries: Sequence[str]) -> Iterator[tuple[str, str, str, bool, Mapping[str, Any]]]:
        """All countries, and the provinces and districts of these."""
        for name, shapes in self._gazetteer.outlines.items():
            kind, _, code = name.partition(" ")
            if code and code not in countries:
                continue
            for i, key in enumerate(shapes.keys()):
                place = self._gazetteer.by_id(key)
                if place is not None and (kind == "country" or place.country in countries):
                    yield key, kind, place.name, shapes.approximate, shapes.geojson(i)


def make_lookups(table: ActorTable) -> Lookups:
    """The tables that a name is looked up in."""
    return Lookups(load_gazetteer(), table)
