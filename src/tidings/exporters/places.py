"""Events on the map: one row an event and a place, with a point where there is one, and what the point stands for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tidings.exporters.incidents import read_rows

if TYPE_CHECKING:
    import duckdb

PLACED = """
SELECT
    events.id || CASE WHEN len(events.place) > 1 THEN '#' || places.number ELSE '' END AS id, events.id AS event_id,
    events.act, events.actor, events.target, places.name AS place_told, places.place, places.kind AS place_kind,
    places.country, places.adm1, places.adm2, places.pcode, places.precision AS place_precision, places.lat, places.lon,
    events.first, events.last, events.precision AS day_precision, events.standing, events.manner_standing,
    events.standing_reasons, events.claims, events.reports, events.publishers, events.claim_ids
FROM picture.events AS events
LEFT JOIN picture.event_places AS places ON places.event_id = events.id
WHERE events.standing IN ('confirmed', 'corroborated', 'reported', 'contested')
ORDER BY events.id, places.number
"""
EXACT, NEAR = 1, 2


def read_placed(connection: duckdb.DuckDBPyConnection) -> Iterator[dict[str, Any]]:
    """Each event that stands, once a place; `point_is` says what its point stands for, null where it has none."""
    for row in read_rows(connection, PLACED):
        yield row | {"point_is": _point_is(row)}


def _point_is(row: dict[str, Any]) -> str | None:
    """A wide place is never a bare point: who draws it must be able to tell."""
    if row["lat"] is None or row["lon"] is None:
        return None
    if row["place_precision"] == EXACT:
        return "the place"
    if row["place_precision"] == NEAR:
        return "a place near it"
    return f"the middle of a {row['place_kind'] or 'wider area'}"
