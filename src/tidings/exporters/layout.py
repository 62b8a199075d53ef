"""The tables of the published copy as it describes them itself: names, keys, columns, types and what they mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import duckdb

TABLES = """
SELECT table_name AS name, comment FROM duckdb_tables() WHERE schema_name = 'picture'
UNION ALL SELECT view_name, comment FROM duckdb_views() WHERE schema_name = 'picture'
ORDER BY name
"""
COLUMNS = """
SELECT table_name, column_name, data_type, comment FROM duckdb_columns()
WHERE schema_name = 'picture' ORDER BY table_name, column_index
"""
KEY = re.compile(r"^(?P<row>.*?)(?: \[key: (?P<key>[\w ]+)\])?$")
CLAIMS_IN = ("claim_ids", "claim_id")


class Column(msgspec.Struct, frozen=True):
    """A column, with DuckDB's type and what it means."""

    name: str
    type: str
    means: str

    @property
    def is_nested(self) -> bool:
        return self.type.endswith("]") or self.type.startswith(("STRUCT", "MAP"))


class Table(msgspec.Struct, frozen=True):
    """A table: what a row of it is, by which columns rows are told apart."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def claims_in(self) -> str | None:
        """The column that names the claims behind a row."""
        if self.name == "claims":
            return "id"
        return next((name for name in CLAIMS_IN if any(column.name == name for column in self.columns)), None)


def read_tables(connection: duckdb.DuckDBPyConnection) -> list[Table]:
    """Every table of the picture, by name."""
    columns: dict[str, list[Column]] = {}
    for table, name, kind, means in connection.execute(COLUMNS).fetchall():
        columns.setdefault(table, []).append(Column(name, kind, means or ""))
    found = []
    for name, comment in connection.execute(TABLES).fetchall():
        told = KEY.match(comment or "")
        row, key = (told["row"], told["key"] or "") if told else (comment, "")
        found.append(Table(name, row, tuple(key.split()), tuple(columns[name])))
    return found
