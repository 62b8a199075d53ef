"""A published copy, opened, and asked as the room that answers asks it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb

from tidings.actors import ActorTable
from tidings.errors import StoreError
from tidings.given import find_side
from tidings.settings import Settings
from tidings.situations.control import MAP_SQL, SPANS_SQL, count_silent, know_by
from tidings.store import Store, open_published, told
from tidings.store.copying import quoted
from tidings.store.opening import store_options

Row = dict[str, Any]
Silent = Mapping[str, tuple[int, int]]
Parameters = Sequence[object] | Mapping[str, object]
TRIES = 5


class OpenCopy:
    """A published copy, opened, with what is asked often laid down in memory beside it. Closed when nobody holds it."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection, table: ActorTable) -> None:
        self._path, self._connection = path, connection
        self.copy = path.stem
        self._side = lru_cache(maxsize=65536)(
            lambda origin, on: side[1] if (side := find_side(origin, table, on)) else None
        )
        prepare = resources.files("tidings.web").joinpath("sql", "prepare.sql")
        with told(self._path):
            self._connection.execute(prepare.read_text(encoding="utf-8"))

    @classmethod
    def of_store(cls, settings: Settings, table: ActorTable) -> OpenCopy:
        """The current copy of a store."""
        return cls(*_attach(settings), table)

    @classmethod
    def of_file(cls, path: Path, settings: Settings, table: ActorTable) -> OpenCopy:
        """The copy in this file, which somebody else holds open."""
        return cls(path, _attach_file(path, settings), table)

    def _one(self) -> Store:
        """A connection of its own for one question: what it lays down is seen by nobody else."""
        connection = self._connection.cursor()
        connection.execute("USE copy")
        return Store(self._path, connection)

    def rows(self, sql: str, parameters: Parameters = ()) -> Iterator[Row]:
        with self._one() as store:
            yield from store.rows(sql, parameters)

    def control(self, as_of: date | None, known_on: date | None, level: str | None) -> tuple[list[Row], Silent]:
        with self._one() as store:
            know_by(store.connection, known_on)
            rows = list(store.rows(MAP_SQL, {"as_of": as_of, "level": level}))
            return rows, count_silent(store.connection)

    def spans(self, known_on: date | None) -> tuple[list[Row], Silent]:
        with self._one() as store:
            know_by(store.connection, known_on)
            return list(store.rows(SPANS_SQL)), count_silent(store.connection)

    def side(self, origin: str, on: date | None) -> str | None:
        return self._side(origin, on)


def _attach(settings: Settings) -> tuple[Path, duckdb.DuckDBPyConnection]:
    """The current copy's file, to be read, and room in memory beside it, in one connection."""
    for _ in range(TRIES):
        with open_published(settings.store, settings) as store:
            path = store.path
        try:
            return path, _attach_file(path, settings)
        except StoreError:
            if path.exists():
                raise  # else it was replaced between being named and being opened
    raise StoreError(
        f"{settings.store} is published faster than it can be opened; stop what writes to it, and try again"
    )


def _attach_file(path: Path, settings: Settings) -> duckdb.DuckDBPyConnection:
    # many ask at once: each question is one thread, and none waits for another
    connection = duckdb.connect(":memory:", config={**store_options(settings), "threads": "1"})
    try:
        with told(path):
            connection.execute(f"ATTACH '{quoted(path)}' AS copy (READ_ONLY)")
    except StoreError:
        connection.close()
        raise
    connection.execute("ATTACH ':memory:' AS quick")
    connection.execute("USE copy")
    return connection
