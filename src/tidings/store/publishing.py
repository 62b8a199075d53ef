"""The published copy: an immutable file that exports and `serve` read, so that no reader ever holds up the writer.

It stands in `FILE.published/` beside the store; the file `current` there names it, and is replaced in one stroke. A
reader opens what `current` names and keeps it for as long as it likes, whatever is published meanwhile.
docs/published.md holds what is in it.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import msgspec

from tidings.records import make_id
from tidings.settings import Settings
from tidings.store.copying import FIRST_STEPS, LATER_STEPS, copy_tables, make_copy, read_step
from tidings.store.current import Current, published_folder, read_current, stamp
from tidings.store.describing import describe, read_meanings
from tidings.store.opening import Store, open_store, store_options, told

LEFTOVER = "making-"
LEFTOVER_SECONDS = 24 * 3600
Finish = Callable[[duckdb.DuckDBPyConnection, str], None]


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
            views = {} if (folder / file).exists() else copy_tables(store, scratch / "rows.duckdb")
        if views:
            made = scratch / file
            with told(made), duckdb.connect(str(made), config=store_options(settings)) as connection:
                make_copy(connection, scratch / "rows.duckdb", views)
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
