"""GeoPackage (OGC 12-128r18): events as a layer of points, with the claims and who belongs where as tables beside it.

A GeoPackage is an SQLite file of a set shape, so nothing beyond Python is needed to write one.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from tidings.exporters.incidents import leave_out_the_rest, read_rows
from tidings.exporters.places import read_placed
from tidings.plugins import Sidecar

if TYPE_CHECKING:
    import duckdb

APPLICATION_ID, VERSION = 0x47504B47, 10300  # "GPKG", 1.3
WGS84 = 4326
SHAPE = """
CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT
);
CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
    last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
    z TINYINT NOT NULL, m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
    CONSTRAINT uk_gc_table_name UNIQUE (table_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents (table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
"""
DEFINITION = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],'
    'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]'
)
SYSTEMS = (
    ("WGS 84 geodetic", WGS84, "EPSG", WGS84, DEFINITION, "longitude and latitude in degrees"),
    ("Undefined cartesian SRS", -1, "NONE", -1, "undefined", "undefined cartesian coordinate reference system"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"),
)
EVENT_TYPES = {"first": "DATE", "last": "DATE", **dict.fromkeys(("place_precision", "claims", "reports"), "INTEGER")}
CLAIMS = """
SELECT
    id AS claim_id, doc, publisher, published, act, actor, target, place, first, last, counts, said_by, stance,
    certainty, manner, hedged, quote, origins, copied_from, event_ids
FROM picture.claims WHERE is_speaking
"""
CLAIM_TYPES = {"published": "DATE", "first": "DATE", "last": "DATE", "hedged": "BOOLEAN"}
LAST_CHANGE = "SELECT last_published FROM picture.about"
NOT_KEPT = ("id", "lat", "lon")


class GeoPackageExporter:
    """A layer `events` and a table `claims` in one GeoPackage."""

    writes = "a GeoPackage with a layer of events and a table of claims"
    is_folder = False
    rule: str | None = None

    def write(self, connection: duckdb.DuckDBPyConnection, out: Path, sidecar: Sidecar) -> None:
        """Lists are JSON; an event that no map shows has a null geometry."""
        (day,) = connection.execute(LAST_CHANGE).fetchone() or (None,)
        with closing(sqlite3.connect(out, isolation_level=None)) as package:
            package.execute("BEGIN")
            begin(package)
            written = write_layer(package, read_placed(connection), sidecar)
            add_contents(package, "events", "features", day, written)
            rows = write_attributes(package, "claims", read_rows(connection, CLAIMS), CLAIM_TYPES)
            add_contents(package, "claims", "attributes", day)
            package.execute("COMMIT")
        sidecar.table(f"{out.name}: claims", ["claim_id"], rows, "claim_id")
        leave_out_the_rest(connection, sidecar)


def begin(package: sqlite3.Connection) -> None:
    """The tables that every GeoPackage has."""
    package.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    package.execute(f"PRAGMA user_version = {VERSION}")
    for statement in SHAPE.split(";\n"):
        package.execute(statement)
    package.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", SYSTEMS)


def write_layer(
    package: sqlite3.Connection, rows: Iterator[Mapping[str, Any]], sidecar: Sidecar
) -> tuple[float, float, float, float] | None:
    """The layer of events, and the box that holds its points; None where it has none."""
    points: list[tuple[float, float]] = []
    columns: list[str] = []
    for number, row in enumerate(rows, 1):
        values = {"feature_id": row["id"], **{key: value for key, value in row.items() if key not in NOT_KEPT}}
        if not columns:
            columns = list(values)
            create(package, "events", columns, EVENT_TYPES, has_geometry=True)
        point = (row["lon"], row["lat"]) if row["point_is"] else None
        points += [point] if point else []
        insert(package, "events", [number, write_point(*point) if point else None, *map(as_value, values.values())])
        sidecar.row(row["id"], [row["event_id"]], row["claim_ids"])
    if not columns:
        create(package, "events", ["feature_id"], EVENT_TYPES, has_geometry=True)
    if not points:
        return None
    easts, norths = zip(*points, strict=True)
    return min(easts), min(norths), max(easts), max(norths)


def write_attributes(
    package: sqlite3.Connection, table: str, rows: Iterable[Mapping[str, Any]], types: Mapping[str, str]
) -> int:
    """A table without geometry; gives how many rows it has."""
    number = 0
    for number, row in enumerate(rows, 1):
        if number == 1:
            create(package, table, list(row), types, has_geometry=False)
        insert(package, table, [number, *map(as_value, row.values())])
    if number == 0:
        create(package, table, ["claim_id"], types, has_geometry=False)
    return number


def create(
    package: sqlite3.Connection, table: str, columns: list[str], types: Mapping[str, str], *, has_geometry: bool
) -> None:
    """A table with the key that a GeoPackage asks for, texts unless a type is named."""
    fields = ["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", *(["geom POINT"] if has_geometry else [])]
    fields += [f'"{name}" {types.get(name, "TEXT")}' for name in columns]
    package.execute(f"CREATE TABLE {table} ({', '.join(fields)})")


def insert(package: sqlite3.Connection, table: str, values: list[Any]) -> None:
    package.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)


def add_contents(
    package: sqlite3.Connection,
    table: str,
    kind: str,
    day: date | None,
    box: tuple[float, float, float, float] | None = None,
) -> None:
    """Says what a table is. The day is that of the last report: the same picture gives the same file."""
    changed = f"{day or date(1970, 1, 1)}T00:00:00.000Z"
    system = WGS84 if kind == "features" else None
    values = (table, kind, table, "", changed, *(box or (None,) * 4), system)
    package.execute("INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
    if kind == "features":
        package.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POINT', ?, 0, 0)", (table, WGS84))


def write_point(lon: float, lat: float) -> bytes:
    """A point as a GeoPackage holds it: header, reference system, then well-known binary, little end first."""
    return b"GP" + struct.pack("<BBi", 0, 1, WGS84) + struct.pack("<BIdd", 1, 1, lon, lat)


def as_value(value: Any) -> Any:
    """A value as SQLite takes it: days as text, lists as JSON."""
    if isinstance(value, date):
        return value.isoformat()
    return msgspec.json.encode(value).decode() if isinstance(value, (list, tuple, dict)) else value
