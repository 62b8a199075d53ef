"""The tables of the picture as they are: as Parquet with their own types, or as CSV with lists as JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tidings.exporters.layout import Table, read_tables
from tidings.plugins import Sidecar

if TYPE_CHECKING:
    import duckdb


class ParquetExporter:
    """One Parquet file a table, and schema.json, which says what every column means."""

    writes = "every table as a Parquet file, with schema.json"
    is_folder = True
    rule: str | None = None

    def write(self, connection: duckdb.DuckDBPyConnection, out: Path, sidecar: Sidecar) -> None:
        """Rows in the order of the copy, types as in the copy."""
        tables = copy_tables(
            connection, out, sidecar, "parquet", lambda table: f"FROM picture.{table.name}", "FORMAT parquet"
        )
        write_layout(tables, out / "schema.json")


class CsvExporter:
    """One CSV file a table; lists and figures in it as JSON."""

    writes = "every table as a CSV file, lists as JSON, with schema.json"
    is_folder = True
    rule: str | None = None

    def write(self, connection: duckdb.DuckDBPyConnection, out: Path, sidecar: Sidecar) -> None:
        """Rows in the order of the copy; a blank is null."""
        write_layout(copy_flat(connection, out, sidecar), out / "schema.json")


def copy_tables(
    connection: duckdb.DuckDBPyConnection,
    out: Path,
    sidecar: Sidecar,
    ending: str,
    sql_of: Callable[[Table], str],
    options: str,
) -> list[Table]:
    """Every table as a file of its own; what the tables are."""
    tables = read_tables(connection)
    for table in tables:
        file = f"{table.name}.{ending}"
        sidecar.table(file, table.key, copy_to(connection, sql_of(table), out / file, options), table.claims_in)
    return tables


def copy_flat(connection: duckdb.DuckDBPyConnection, out: Path, sidecar: Sidecar) -> list[Table]:
    """Every table as a CSV file, with lists and figures as JSON; what the tables are."""
    return copy_tables(connection, out, sidecar, "csv", flat_sql, "FORMAT csv, HEADER true")


def flat_sql(table: Table) -> str:
    """The rows of a table with lists, structs and maps as JSON."""
    columns = [
        f'CAST(to_json("{column.name}") AS VARCHAR) AS "{column.name}"' if column.is_nested else f'"{column.name}"'
        for column in table.columns
    ]
    return f"SELECT {', '.join(columns)} FROM picture.{table.name}"


def copy_to(connection: duckdb.DuckDBPyConnection, sql: str, file: Path, options: str) -> int:
    """Writes the rows that a query gives into a file, and gives how many."""
    path = str(file).replace("'", "''")
    answer = connection.execute(f"COPY ({sql}) TO '{path}' ({options})").fetchone()
    return int(answer[0]) if answer else 0


def write_layout(tables: list[Table], file: Path) -> None:
    """What each table and column is, as JSON."""
    layout = {
        table.name: {
            "row": table.row,
            "key": table.key,
            "columns": [{"name": c.name, "type": c.type, "means": c.means} for c in table.columns],
        }
        for table in tables
    }
    file.write_bytes(msgspec.json.format(msgspec.json.encode(layout), indent=1) + b"\n")
