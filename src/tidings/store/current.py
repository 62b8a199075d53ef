"""Which published copy of a store is the current one: the file `current` in `FILE.published/` names it."""

from __future__ import annotations

from pathlib import Path

import duckdb
import msgspec

from tidings.errors import StoreError
from tidings.settings import Settings
from tidings.store.opening import Store, store_options, told

TRIES = 5


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
