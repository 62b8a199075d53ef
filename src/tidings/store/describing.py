"""The published copy says itself what its tables and columns mean, so that whatever is made of it can say so too."""

from __future__ import annotations

import csv
from importlib.resources import files

import duckdb

OWN = "SELECT {0}_name FROM duckdb_{0}s() WHERE schema_name = 'picture'"


def describe(connection: duckdb.DuckDBPyConnection) -> None:
    """Says in the copy itself what its tables and columns are: `duckdb_tables`, `duckdb_views`, `duckdb_columns`."""
    views = {str(row[0]) for row in connection.execute(OWN.format("view")).fetchall()}
    tables = views | {str(row[0]) for row in connection.execute(OWN.format("table")).fetchall()}
    rows, means = read_meanings()
    for table in sorted(tables):
        kind = "VIEW" if table in views else "TABLE"
        connection.execute(f'COMMENT ON {kind} picture."{table}" IS {_text(rows[table])}')
        for name, *_ in connection.execute(f'DESCRIBE picture."{table}"').fetchall():
            meant = means.get((table, str(name)), means.get(("*", str(name))))
            if meant is None:
                raise KeyError(f"store/published/columns.csv does not say what {table}.{name} means")
            connection.execute(f'COMMENT ON COLUMN picture."{table}"."{name}" IS {_text(meant)}')


def read_meanings() -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """What a row of each table is, with the columns that tell rows apart; and what each column means."""
    tables, columns = (read_table(name) for name in ("tables", "columns"))
    keys = {row["table"]: f" [key: {row['key']}]" if row["key"] else "" for row in tables}
    rows = {row["table"]: row["row"] + keys[row["table"]] for row in tables}
    return rows, {(row["table"], row["column"]): row["means"] for row in columns}


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a table of words beside the steps."""
    text = (files("tidings.store") / "published" / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
