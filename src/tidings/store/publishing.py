"""The published copy: an immutable file that exports and `serve` read, so that no reader ever holds up the writer.

It stands in `FILE.published/` beside the store; the file `current` there names it, and is replaced in one stroke. A
reader opens what `current` names and keeps it for as long as it likes, whatever is published meanwhile.
docs/published.md holds what is in it.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path

import duckdb
import msgspec

from tidings.errors import StoreError
from tidings.records import make_id
from tidings.settings import Settings
from tidings.store.describing import describe, read_meanings
from tidings.store.opening import Store, open_store, store_options, told

# what a reader of the copy has no use for: where rows came from, and what only linking asks
LEFT_OUT = re.compile(r"loaded|sampled_grams|schema_steps|linked_\w+")
# made anew with more columns, and a view of its own shape where the store has the table; the store's claims are as read
REMADE = {"documents": "", "claims": "WHERE NOT is_corrected UNION ALL BY NAME FROM main.claims_as_read"}
AS_READ = """
CREATE TABLE main.claims_as_read AS
SELECT * FROM store.claims WHERE id IN (SELECT id FROM store.corrected_claims) ORDER BY id
"""
FIRST_STEPS, LATER_STEPS = ("documents", "claims"), ("events", "control", "same")
TRIES = 5
LEFTOVER = "making-"
LEFTOVER_SECONDS = 24 * 3600
Finish = Callable[[duckdb.DuckDBPyConnection, str], None]


class Current(msgspec.Struct, frozen=True):
    """Which copy is the current one, the picture in it, how it was made, and how the store's file stood at the time."""

    file: str
    picture: str
    recipe: str
    stamp: tuple[int, ...]


def published_folder(path: Path) -> Path:
    """Where the published copies of this store stand: beside it."""
    return path.with_name(f"{path.name}.published")


def read_current(path: Path) -> Current | None:
    """What was published of this store last; None when nothing was, or what says so cannot be read."""
    try:
        return msgspec.json.decode((published_folder(path) / "current").read_bytes(), type=Current)
    except (FileNotFoundError, msgspec.MsgspecError):
        return None


def is_fresh(path: Path, recipe: str) -> bool:
    """Whether the current copy was made in this way of the store as it stands now."""
    current = read_current(path)
    return (
        current is not None
        and current.recipe == recipe
        and current.stamp == stamp(path)
        and (published_folder(path) / current.file).exists()
    )


def stamp(path: Path) -> tuple[int, ...]:
    """How the store's file stands: it changes with every write that reaches it."""
    found = [file.stat() for file in (path, path.with_name(f"{path.name}.wal")) if file.exists()]
    return tuple(number for one in found for number in (one.st_mtime_ns, one.st_size))


def publish_copy(path: Path, settings: Settings, recipe: str, finish: Finish) -> Path:
    """Publishes the store as it stands, and gives the file. The store is held only while its rows are copied.

    `recipe` is an id of all that `finish` does: it is handed the copy, with the schema `picture` begun, and adds what
    is derived. A copy that holds the same picture already is kept.
    """
    folder = published_folder(path)
    with told(folder):
        folder.mkdir(exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=LEFTOVER, dir=folder))
    try:
        with open_store(path, settings, read_only=True) as store:
            stood, picture = stamp(path), find_picture(store)
            file = f"{picture}-{recipe.removeprefix('rul-')}.duckdb"
            views = {} if (folder / file).exists() else _copy_tables(store, scratch / "rows.duckdb")
        if views:
            made = scratch / file
            with told(made), duckdb.connect(str(made), config=store_options(settings)) as connection:
                _make_copy(connection, scratch / "rows.duckdb", views)
                finish(connection, picture)
                describe(connection)
                connection.execute("CHECKPOINT")
            with told(folder):
                made.chmod(0o444)
                made.replace(folder / file)
        with told(folder):
            (scratch / "current").write_bytes(msgspec.json.encode(Current(file, picture, recipe, stood)))
            (scratch / "current").replace(folder / "current")
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    remove_old(path)
    return folder / file


def remove_old(path: Path) -> None:
    """Takes away copies from before the current one, and what a publishing that was killed left. Who has a copy open
    keeps it; where the system forbids to take away a file that is open, it stays until the next time.
    """
    folder, current = published_folder(path), read_current(path)
    if current is None or not (folder / current.file).exists():
        return
    made = (folder / current.file).stat().st_mtime
    for file in folder.glob("*.duckdb"):
        # a later one is another process's, which is about to name it as the current one
        if file.name != current.file and file.stat().st_mtime <= made:
            try:
                file.unlink(missing_ok=True)
            except PermissionError:
                continue
    for leftover in folder.glob(f"{LEFTOVER}*"):
        if time.time() - leftover.stat().st_mtime > LEFTOVER_SECONDS:
            shutil.rmtree(leftover, ignore_errors=True)


def open_published(path: Path, settings: Settings) -> Store:
    """The current copy, opened to be read; a StoreError where there is none."""
    for _ in range(TRIES):  # it may be replaced between being named and being opened
        current = read_current(path)
        if current is None:
            break
        file = published_folder(path) / current.file
        if file.exists():
            try:
                with told(file):
                    return Store(file, duckdb.connect(str(file), read_only=True, config=store_options(settings)))
            except StoreError:
                if file.exists():
                    raise
    raise StoreError(f"nothing is published of {path}; run: tidings read FOLDER --store {path}, then export again")


def find_picture(store: Store) -> str:
    """An id of all that the store holds: the same for the same documents, claims, decisions and rules."""
    parts: list[object] = []
    for table in ("documents", "claims", "publishers", "decisions", "drops", "places", "linked"):
        row_sum = f'CAST(bit_xor(md5_number(CAST("{table}" AS VARCHAR))) AS VARCHAR)'
        sql = f'SELECT count(*) AS rows, {row_sum} AS row_sum FROM "{table}"'
        parts += [table, *(value for row in store.rows(sql) for value in row.values())]
    return make_id("pic", *parts)


def make_recipe(*parts: str) -> str:
    """An id of how a copy is made: the steps here, and what is done after them."""
    meanings = [str(part) for part in read_meanings()]
    return make_id("rul", *(read_step(step) for step in (*FIRST_STEPS, *LATER_STEPS)), *meanings, *parts)


def read_step(step: str) -> str:
    """The SQL of a step, by the name of its file."""
    return (files("tidings.store") / "published" / f"{step}.sql").read_text(encoding="utf-8")


def _copy_tables(store: Store, file: Path) -> Mapping[str, str]:
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


def _make_copy(connection: duckdb.DuckDBPyConnection, rows: Path, views: Mapping[str, str]) -> None:
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
