"""GeoJSON (RFC 7946): events as features, longitude before latitude, precision and standing as properties."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from tidings.exporters.incidents import leave_out_the_rest
from tidings.exporters.places import read_placed
from tidings.plugins import Sidecar

if TYPE_CHECKING:
    import duckdb

DECIMALS = 6
GEOMETRY = ("lat", "lon", "id")


class GeoJsonExporter:
    """A feature collection of the events that stand."""

    writes = "events as GeoJSON features, with precision and standing"
    is_folder = False
    rule: str | None = None

    def write(self, connection: duckdb.DuckDBPyConnection, out: Path, sidecar: Sidecar) -> None:
        """A feature an event and place; an event that no map shows has no geometry, and is there all the same."""
        encode = msgspec.json.Encoder().encode
        with out.open("wb") as file:
            file.write(b'{"type":"FeatureCollection","features":[')
            for number, row in enumerate(read_placed(connection)):
                file.write(b"," * bool(number) + b"\n" + encode(make_feature(row)))
                sidecar.row(row["id"], [row["event_id"]], row["claim_ids"], _untold(row))
            file.write(b"\n]}\n")
        leave_out_the_rest(connection, sidecar)


def make_feature(row: Mapping[str, Any]) -> dict[str, Any]:
    """The feature of an event at a place."""
    point = None
    if row["lat"] is not None and row["lon"] is not None:
        point = {"type": "Point", "coordinates": [round(row["lon"], DECIMALS), round(row["lat"], DECIMALS)]}
    properties = {key: value for key, value in row.items() if key not in GEOMETRY}
    return {"type": "Feature", "id": row["id"], "geometry": point, "properties": properties}


def _untold(row: Mapping[str, Any]) -> dict[str, Any] | None:
    return {"notes": ["no map shows it: it has no geometry"]} if row["point_is"] is None else None
