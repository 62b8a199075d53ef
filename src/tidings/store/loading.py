"""Shards into tables. What the ledger wants is compared with what stands, and only the difference is moved.

Loading is therefore the same act for a first load, a re-run, a document read again, one forgotten, and a rebuild of
an empty store; and doing it twice is doing it once. Over 50,000 rows a second (benchmarks/).
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import duckdb
import msgspec

from tidings.store.opening import Store, told, transaction

# table -> the column by which its rows belong to a document, or to a drop that has none
OWNERS = {
    "documents": "id",
    "sentences": "document_id",
    "claims": "document_id",
    "drops": "coalesce(document_id, id)",
}
# what is read in another type than it is kept in: a link of a chain is a name or a list of names
READ_AS = {"said_by": "JSON[]"}
KEPT_AS = {
    "said_by": "list_transform(said_by, lambda link: "
    "CASE json_type(link) WHEN 'ARRAY' THEN CAST(link AS VARCHAR[]) ELSE [link ->> '$'] END)"
}
SMALLEST_BUFFER = 16 * 2**20  # DuckDB's own default for the longest line


class Wanted(msgspec.Struct, frozen=True):
    """That this owner (a document, or a drop without one) is to stand as this shard has it, found at this place."""

    owner: str
    shard: str
    raw_path: str | None = None
    raw_sha256: str | None = None


class Loaded(msgspec.Struct, frozen=True):
    """How many owners were put in and taken out."""

    put_in: int
    taken_out: int


def load_shards(
    store: Store,
    folder: Path,
    wanted: Iterable[Wanted],
    longest_bytes: Mapping[str, int],
    publishers: Iterable[Mapping[str, str | None]] = (),
) -> Loaded:
    """Makes the tables hold exactly what is wanted of the shards below `folder`, in one transaction.

    `longest_bytes` gives the longest line of each shard.
    """
    with told(store.path), tempfile.TemporaryDirectory(prefix="tidings-") as scratch:
        _write_rows(Path(scratch, "wanted.ndjson"), wanted)
        _write_rows(Path(scratch, "publishers.ndjson"), publishers)
        with transaction(store.connection) as connection:
            _compare(connection, Path(scratch, "wanted.ndjson"))
            taken_out = _take_out(connection)
            put_in = _put_in(connection, folder, longest_bytes)
            _place(connection)
            if put_in or taken_out:
                connection.execute("DELETE FROM linked")  # events rest on claims, and are to be made anew
            _replace_publishers(connection, Path(scratch, "publishers.ndjson"))
            for step in ("wanted", "stale", "fresh"):
                connection.execute(f"DROP TABLE {step}")
    return Loaded(put_in, taken_out)


def _compare(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    columns = dict.fromkeys(Wanted.__struct_fields__, "VARCHAR")
    connection.execute(
        f"""
        CREATE TEMP TABLE wanted AS
        SELECT * FROM read_json(?, format = 'newline_delimited', columns = {_braces(columns)})
        """,
        [str(path)],
    )
    connection.execute(
        "CREATE TEMP TABLE stale AS SELECT owner, shard FROM loaded EXCEPT SELECT owner, shard FROM wanted"
    )
    connection.execute(
        "CREATE TEMP TABLE fresh AS SELECT owner, shard FROM wanted EXCEPT SELECT owner, shard FROM loaded"
    )


def _take_out(connection: duckdb.DuckDBPyConnection) -> int:
    count = _count(connection, "stale")
    if count:
        for table, owner in OWNERS.items():
            connection.execute(f"DELETE FROM {table} WHERE {owner} IN (SELECT owner FROM stale)")
        connection.execute("DELETE FROM loaded WHERE owner IN (SELECT owner FROM stale)")
    return count


def _put_in(connection: duckdb.DuckDBPyConnection, folder: Path, longest_bytes: Mapping[str, int]) -> int:
    shards = [str(row[0]) for row in connection.execute("SELECT DISTINCT shard FROM fresh ORDER BY shard").fetchall()]
    if not shards:
        return 0
    buffer = max(SMALLEST_BUFFER, *(longest_bytes[shard] + 1024 for shard in shards))
    for table, owner in OWNERS.items():
        types = _column_types(connection, table)
        kept = ", ".join(f"{expression} AS {name}" for name, expression in KEPT_AS.items() if name in types)
        connection.execute(
            f"""
            INSERT INTO {table} BY NAME
            SELECT rows.* EXCLUDE (filename) {f"REPLACE ({kept})" if kept else ""}
            FROM read_json(
                ?, format = 'newline_delimited', filename = true, maximum_object_size = {buffer},
                columns = {_braces(types | {name: kind for name, kind in READ_AS.items() if name in types})}
            ) AS rows
            JOIN fresh ON fresh.owner = {owner} AND fresh.shard = parse_filename(parse_dirpath(filename))
            """,
            [[str(folder / shard / f"{table}.ndjson.gz") for shard in shards]],
        )
    connection.execute("INSERT INTO loaded SELECT owner, shard FROM fresh")
    return _count(connection, "fresh")


def _place(connection: duckdb.DuckDBPyConnection) -> None:
    """A document that was found in two places shows the one that the ledger settled on."""
    connection.execute(
        """
        UPDATE documents SET raw_path = wanted.raw_path, raw_sha256 = wanted.raw_sha256
        FROM wanted
        WHERE wanted.owner = documents.id
            AND (documents.raw_path, documents.raw_sha256) IS DISTINCT FROM (wanted.raw_path, wanted.raw_sha256)
        """
    )


def _replace_publishers(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    types = _column_types(connection, "publishers")
    connection.execute("DELETE FROM publishers")
    connection.execute(
        "INSERT INTO publishers BY NAME SELECT * FROM "
        f"read_json(?, format = 'newline_delimited', columns = {_braces(types)})",
        [str(path)],
    )


def _column_types(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    found = connection.execute(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index", [table]
    )
    return {str(name): str(kind) for name, kind in found.fetchall()}


def _braces(columns: Mapping[str, str]) -> str:
    quoted = {name: kind.replace("'", "''") for name, kind in columns.items()}
    return "{" + ", ".join(f"\"{name}\": '{kind}'" for name, kind in quoted.items()) + "}"


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(row[0]) if row else 0


def _write_rows(path: Path, rows: Iterable[Any]) -> None:
    with path.open("wb") as file:
        for row in rows:
            file.write(msgspec.json.encode(row) + b"\n")
