"""The places that claims mean, beside the claims: name, kind, what holds them, point."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from tidings.store.opening import Store, told, transaction


class PlaceRow(msgspec.Struct, frozen=True):
    """A row of the table `places`; `within` are ids, nearest first; degrees are null where no source has a point."""

    id: str
    name: str
    kind: str
    country: str
    adm1: str | None
    adm2: str | None
    pcode: str | None
    lat: float | None
    lon: float | None
    point: str
    within: tuple[str, ...]


def find_place_ids(store: Store) -> list[str]:
    """The ids of all places that a claim means, in order."""
    found = store.rows(
        "SELECT DISTINCT id FROM (SELECT unnest(place_ids) AS id FROM held_claims "
        "UNION ALL SELECT unnest(destination_ids) AS id FROM held_claims) ORDER BY id"
    )
    return [row["id"] for row in found]


def fill_places(store: Store, places: Iterable[PlaceRow]) -> None:
    """Makes the table hold exactly these."""
    columns = [list(column) for column in zip(*map(msgspec.structs.astuple, places), strict=True)]
    with told(store.path), transaction(store.connection):
        store.connection.execute("DELETE FROM places")
        if columns:  # a list a column: rows one by one take minutes where there are many
            store.connection.execute(f"INSERT INTO places SELECT {', '.join('unnest(?)' for _ in columns)}", columns)
