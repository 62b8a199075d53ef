"""What one could know on a day: the picture that the store would give if nothing later had come out.

Copies, origins, events and figures are not kept by day of knowledge. They are made again, by the same steps, from the
reports published by that day, in memory beside the store; of several versions of a report, the one that spoke then
speaks.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tidings.pipeline import link_store
from tidings.situations.revisions import lay_picture
from tidings.store import Store, told
from tidings.store.opening import migrations

# what linking reads: all of it, and what belongs to a report, by the column that names the report
WHOLE = ("publishers", "decisions")
BY_REPORT = {"documents": "id", "claims": "document_id", "sampled_grams": "document_id", "sentences": "document_id"}
UNDATED = "SELECT own_id AS doc FROM speaking_documents WHERE published IS NULL ORDER BY own_id"


def know_on(store: Store, day: date, own_actors: Path | None = None, name: str = "known") -> None:
    """Turns the connection to the picture of that day: its tables stand in the database `name`, in memory.

    A report without a day of publication is left out, for nobody knows whether it was out by then.
    """
    connection = store.connection
    with told(store.path):
        kept = _quoted(_find_kept(store))
        connection.execute(f"ATTACH ':memory:' AS {name} (READ_WRITE)")
        connection.execute(f"USE {name}")
        for sql in migrations().values():
            connection.execute(sql)
        for table in WHOLE:
            connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM {kept}.main.{table}")
        for table, column in BY_REPORT.items():
            connection.execute(
                f"INSERT INTO {table} BY NAME SELECT * FROM {kept}.main.{table} "
                f"WHERE {column} IN (SELECT id FROM {kept}.main.documents WHERE published <= ?)",
                [day],
            )
    link_store(store, own_actors)


def name_undated(store: Store) -> list[str]:
    """The reports without a day of publication: left out where a day of knowledge is asked."""
    with told(store.path):
        kept = _quoted(_find_kept(store))
    found = store.rows(UNDATED.replace("FROM ", f"FROM {kept}.main.", 1))
    return [str(row["doc"]) for row in found]


def _find_kept(store: Store) -> str:
    """The name under which DuckDB has the store's own file open."""
    found = store.connection.execute(
        "SELECT database_name FROM duckdb_databases() WHERE NOT internal AND path IS NOT NULL "
        "ORDER BY database_oid LIMIT 1"
    ).fetchone()
    return str(found[0]) if found else "memory"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def lay_two_days(store: Store, earlier: date, later: date, own_actors: Path | None = None) -> None:
    """The pictures of two days of knowledge, in the tables `earlier.picture` and `later.picture`."""
    for name, day in (("earlier", earlier), ("later", later)):
        know_on(store, day, own_actors, name)
        with told(store.path):
            lay_picture(store.connection)
