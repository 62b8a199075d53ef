"""The store: one DuckDB file, opened, brought to the newest schema, and every trouble with it told in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb

from tidings.errors import StoreError, StoreHeld
from tidings.settings import Settings

HOLDER = re.compile(r"held in (?P<program>\S+).*?\(PID (?P<pid>\d+)\)")
HELD = "lock on file"
DAMAGED = (
    "Corrupt",
    "WAL",
    "not a valid DuckDB database",
    "checksum",
    "Could not read enough bytes",
    "Serialization Error",
    "deserialize",
    "INTERNAL Error",
)
FULL = ("No space left", "Disk quota", "failed to offload", "max_temp_directory_size")


class Store:
    """An open store. A context manager; `connection` is DuckDB's own, for SQL in named steps."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection) -> None:
        self.path = path
        self.connection = connection

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Folds what was written into the file and lets other processes have it."""
        with told(self.path):
            self.connection.close()

    def rows(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> Iterator[dict[str, Any]]:
        """The answer row by row, each as column -> value."""
        with told(self.path):
            answer = self.connection.execute(sql, parameters)
            names = [column[0] for column in answer.description or ()]
            while some := answer.fetchmany(1000):
                yield from (dict(zip(names, row, strict=True)) for row in some)


def open_store(path: Path, settings: Settings, *, read_only: bool = False) -> Store:
    """The store in this file; made when it is not there, unless it is only to be read."""
    if read_only and not path.exists():
        raise StoreError(f"there is no store at {path}; {_make_it(path)}")
    try:
        with told(path):
            connection = duckdb.connect(str(path), read_only=read_only, config=store_options(settings))
    except StoreError:
        if path.parent.is_dir():
            raise
        raise StoreError(f"the folder {path.parent} for the store {path.name} is not there; make it first") from None
    store = Store(path, connection)
    try:
        migrate(store, read_only=read_only)
    except BaseException:
        connection.close()
        raise
    return store


def migrations() -> Mapping[int, str]:
    """The schema's steps, by number."""
    folder = files("tidings.store") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return {int(name.split("_")[0]): (folder / name).read_text(encoding="utf-8") for name in names}


def migrate(store: Store, *, read_only: bool = False) -> None:
    """Brings the store to the newest schema, all steps or none. A newer one than is known is a StoreError."""
    steps, standing = migrations(), schema_version(store)
    newest = max(steps)
    if standing > newest:
        raise StoreError(
            f"{store.path} has schema {standing}, this tidings knows {newest} at most; install the newer tidings that "
            f"made it, or move the file away: the next read builds it again from {shards_folder(store.path)}"
        )
    if standing == newest:
        return
    if read_only:
        store.close()
        raise StoreError(
            f"{store.path} has the older schema {standing}; run: tidings doctor --rebuild --store {store.path}"
        )
    with told(store.path), transaction(store.connection) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS schema_steps (step INTEGER NOT NULL)")
        for step, sql in steps.items():
            if step > standing:
                connection.execute(sql)
                connection.execute("INSERT INTO schema_steps VALUES (?)", [step])


def schema_version(store: Store) -> int:
    """The number of the last step taken; 0 for a new file. A file with tables of another making is a StoreError."""
    with told(store.path):
        tables = {row[0] for row in store.connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        if "schema_steps" in tables:
            found = store.connection.execute("SELECT coalesce(max(step), 0) FROM schema_steps").fetchone()
            return int(found[0]) if found else 0
    if tables:
        raise StoreError(f"{store.path} is a DuckDB file, but no store of tidings; name another file with --store")
    return 0


def shards_folder(path: Path) -> Path:
    """Where the shards and the ledger of this store stand: beside it."""
    return path.with_name(f"{path.name}.shards")


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """All of what is done inside, or none of it."""
    connection.execute("BEGIN")
    try:
        yield connection
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Tells DuckDB's troubles with this file as StoreErrors: what, where, and what next."""
    try:
        yield
    except (duckdb.Error, OSError) as error:
        if isinstance(error, duckdb.ProgrammingError):
            raise  # the SQL is at fault, not the file
        message = " ".join(str(error).split())
        kind = StoreHeld if HELD in message else StoreError
        raise kind(_explain(path, message)) from error


def _explain(path: Path, message: str) -> str:
    if HELD in message:
        holder = HOLDER.search(message)
        who = f"process {holder['pid']} ({holder['program']})" if holder else "another process"
        return f"{path} is held by {who}; close that, or wait until it is done, then run the same command again"
    if any(sign in message for sign in FULL):
        return f"the disk that holds {path} is full; nothing that was read is lost: make room, then run the same again"
    if any(sign in message for sign in DAMAGED):
        return f"{path} is damaged or is no store ({message[:120]}); {_make_it(path)}"
    if "Out of Memory" in message:
        return f"{path} needs more memory than it may take; set a larger memory_limit in tidings.toml ({message[:120]})"
    return f"{path} cannot be used: {message[:300]}"


def _make_it(path: Path) -> str:
    if shards_folder(path).is_dir():
        return f"it can be built again from {shards_folder(path)}: run: tidings doctor --rebuild --store {path}"
    return f"to make one, run: tidings read FOLDER --store {path}"


def store_options(settings: Settings) -> dict[str, str | bool | int | float | list[str]]:
    """DuckDB's settings: bounded, and never to fetch anything from a network."""
    return {
        "memory_limit": settings.memory_limit.replace(" ", ""),
        "threads": str(settings.threads),
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
