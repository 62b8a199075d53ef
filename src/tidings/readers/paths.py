"""Which files are read: those named, and those in the folders named, however deep.

Files are taken in the order of their paths, each once, also where links lead to it twice or in a circle. Hidden files
and folders in a folder, and files with an ending that is not read, are left out with a note. What tidings writes itself
(a store, its shards) is passed over without one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tidings.errors import DocumentError
from tidings.readers.articles import unreadable

ENDINGS = (".csv", ".htm", ".html", ".jsonl", ".ndjson", ".text", ".tsv", ".txt", ".xml", ".rss", ".atom")
PUBLISHERS = "publishers.csv"
OWN_ENDINGS = (".duckdb", ".duckdb.wal", ".shards")

PathOrError = Path | DocumentError


def find_files(paths: Sequence[Path]) -> Iterator[PathOrError]:
    """The files to read, in order; in the place of what cannot be read the error that says why."""
    seen: set[Path] = set()
    for path in sorted(set(paths)):
        yield from _walk(path, seen)


def _walk(path: Path, seen: set[Path]) -> Iterator[PathOrError]:
    try:
        real = path.resolve(strict=True)
        if real in seen:
            return
        seen.add(real)
        if not real.is_dir():
            yield from _check(path)
            return
        children = sorted(path.iterdir())
    except FileNotFoundError:
        yield unreadable("a link to nothing" if path.is_symlink() else "no such file or folder", path)
        return
    except (OSError, RuntimeError) as error:
        # RuntimeError: how pathlib tells of links in a circle
        circle = isinstance(error, RuntimeError)
        yield unreadable(
            "a link in a circle" if circle else f"cannot be read: {getattr(error, 'strerror', None) or error}", path
        )
        return
    for child in children:
        if child.name.lower().endswith(OWN_ENDINGS):
            continue
        if child.name.startswith("."):
            yield unreadable("hidden: name it to have it read", child)
        else:
            yield from _walk(child, seen)


def _check(path: Path) -> Iterator[PathOrError]:
    if path.name.lower() == PUBLISHERS:
        return
    if path.suffix.lower() in ENDINGS:
        yield path
    elif not path.is_file():
        yield unreadable("neither a file nor a folder", path)
    else:
        known = " ".join(sorted(ENDINGS))
        yield unreadable(f"ending {path.suffix or '(none)'} is not read (read are {known})", path)


def find_tables(paths: Sequence[Path]) -> list[Path]:
    """The publishers.csv beside what is read: in a folder named or under it, and in the folder of a file named."""
    tables: set[Path] = set()
    for path in paths:
        folder = path if path.is_dir() else path.parent
        beside = folder / PUBLISHERS
        if beside.is_file():
            tables.add(beside)
        if path.is_dir():
            tables.update(table for table in sorted(path.rglob(PUBLISHERS)) if table.is_file())
    return sorted(tables)
