"""The rows of a store copied into a new file, and what readers of the copy ask for made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

import duckdb

from tidings.store.opening import Store, told

# what a reader of the copy has no use for: where rows came from, and what only linking asks
LEFT_OUT = re.compile(r"loaded|sampled_grams|schema_steps|linked_\w+")
# made anew with more columns, and a view of its own shape where the store has the table; the store's claims are as read
REMADE = {"documents": "", "claims": "WHERE NOT is_corrected UNION ALL BY NAME FROM main.claims_as_read"}
AS_READ = """
CREATE TABLE main.claims_as_read AS
SELECT * FROM store.claims WHERE id IN (SELECT id FROM store.corrected_claims) ORDER BY id
"""
FIRST_STEPS, LATER_STEPS = ("documents", "claims"), ("events", "control", "same")


def read_step(step: str) -> str:
    """The SQL of a step, by the name of its file."""
    return (files("tidings.store") / "published" / f"{step}.sql").read_text(encoding="utf-8")


def copy_tables(store: Store, file: Path) -> Mapping[str, str]:
    """Copies the rows of the store into a file, and gives the store's views by name."""
    tables = [row["table_name"] for row in store.rows("SELECT table_name FROM duckdb_tables() WHERE NOT temporary")]
    views = "SELECT view_name, sql FROM duckdb_views() WHERE NOT internal AND NOT temporary ORDER BY view_name"
    with told(store.path):
        store.connection.execute(f"ATTACH '{quoted(file)}' AS rows (READ_WRITE)")
        for table in tables:
            if not LEFT_OUT.fullmatch(table):
                store.connection.execute(f'CREATE TABLE rows.main."{table}" AS SELECT * FROM "{table}"')
        found = {row["view_name"]: row["sql"] for row in store.rows(views)}
        store.connection.execute("DETACH rows")
    return found


def make_copy(connection: duckdb.DuckDBPyConnection, rows: Path, views: Mapping[str, str]) -> None:
    """Makes the tables and views of the copy from a file of rows and the store's views."""
    connection.execute(f"ATTACH '{quoted(rows)}' AS store (READ_ONLY)")
    connection.execute("CREATE SCHEMA picture")
    for step in FIRST_STEPS:
        connection.execute(read_step(step))
    found = connection.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = 'store'").fetchall()
    for (table,) in found:
        if table not in REMADE:
            # the store's own order tells how often it was linked, and the same picture is to give the same files
            connection.execute(f'CREATE TABLE main."{table}" AS SELECT * FROM store."{table}" ORDER BY ALL')
    connection.execute(AS_READ)
    for table, also in REMADE.items():
        names = [str(row[0]) for row in connection.execute(f"DESCRIBE store.{table}").fetchall()]
        columns = ", ".join(
            "CAST(NULL AS VARCHAR) AS raw_text" if name == "raw_text" else f'"{name}"' for name in names
        )
        connection.execute(f"CREATE VIEW main.{table} AS SELECT {columns} FROM picture.{table} {also}")
    connection.execute("DETACH store")
    for sql in _in_order(views):
        connection.execute(sql)
    for step in LATER_STEPS:
        connection.execute(read_step(step))


def _in_order(views: Mapping[str, str]) -> Iterator[str]:
    """The SQL of the views, each after those that it names."""
    left = dict(views)
    while left:
        free = [name for name, sql in left.items() if not any(other in sql for other in left if other != name)]
        yield from (left.pop(name) for name in free or [next(iter(left))])


def quoted(path: Path) -> str:
    """A path as it stands between quotes in SQL."""
    return str(path).replace("'", "''")
