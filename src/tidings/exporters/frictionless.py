"""A data package (Frictionless Data, version 1): the CSV files of every table, with a datapackage.json."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from tidings.exporters.layout import Column, Table
from tidings.exporters.tables import copy_flat
from tidings.plugins import Sidecar

if TYPE_CHECKING:
    import duckdb

# DuckDB's types -> Table Schema's; lists are arrays, structs and maps objects
TYPES = {
    "VARCHAR": "string",
    "DATE": "date",
    "BOOLEAN": "boolean",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "HUGEINT": "integer",
    "UBIGINT": "integer",
    "DOUBLE": "number",
}
# which column of which table is an id of another table
LEADS_TO = {"claim_id": "claims", "event_id": "events", "document_id": "documents", "figure_id": "figures"}
ABOUT = "SELECT picture, tidings, first_published, last_published FROM picture.about"


class FrictionlessExporter:
    """The CSV files of every table as a data package."""

    writes = "every table as CSV in a Frictionless data package"
    is_folder = True
    rule: str | None = None

    def write(self, connection: duckdb.DuckDBPyConnection, out: Path, sidecar: Sidecar) -> None:
        """The files, and datapackage.json beside them with types, keys and what every column means."""
        tables = copy_flat(connection, out, sidecar)
        picture, made_by, first, last = connection.execute(ABOUT).fetchone() or ("", "", None, None)
        package = {
            "profile": "tabular-data-package",
            "name": str(picture),
            "title": "Attributed claims, and the events, figures and control made of them",
            "description": f"Read by tidings {made_by} from reports published {first} to {last}. A claim is what one "
            "report says, and who says so; an event's standing says how well it is told, never that it is true.",
            "resources": [describe_table(table, {table.name for table in tables}) for table in tables],
        }
        (out / "datapackage.json").write_bytes(msgspec.json.format(msgspec.json.encode(package), indent=1) + b"\n")


def describe_table(table: Table, names: set[str]) -> dict[str, Any]:
    """The resource that a table is."""
    schema: dict[str, Any] = {"fields": [describe_column(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    leads = [
        {"fields": column.name, "reference": {"resource": LEADS_TO[column.name], "fields": "id"}}
        for column in table.columns
        if LEADS_TO.get(column.name) in names
    ]
    if leads:
        schema["foreignKeys"] = leads
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "title": table.row,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def describe_column(column: Column) -> dict[str, str]:
    """The field that a column is."""
    kind = "array" if column.type.endswith("]") else "object" if column.is_nested else TYPES[column.type]
    return {"name": column.name, "type": kind, "description": column.means}
