"""The table of publishers that lies beside reports: who they are, what they are, and on whose side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tidings.errors import DocumentError, SettingsError
from tidings.readers.articles import unreadable
from tidings.readers.csv import read_rows
from tidings.readers.paths import find_tables
from tidings.records import Record

COLUMNS = ("id", "name", "kind", "country", "side")


class Publisher(Record, frozen=True, kw_only=True):
    """One publisher. Reports name it by its `id`; `kind` says in words what it is, `side` whom it speaks for."""

    id: str
    name: str
    kind: str | None = None
    country: str | None = None
    side: str | None = None


def load_publishers(path: Path) -> tuple[Publisher, ...]:
    """The publishers of one table; DocumentError where it has no id column or an id stands there twice."""
    rows = read_rows(path)
    header = [name.strip().lower() for name in next(rows, [])]
    if "id" not in header:
        raise unreadable(f"no publishers table: it has no id column (columns: {', '.join(header) or 'none'})", path)
    publishers: dict[str, Publisher] = {}
    for number, row in enumerate(rows, start=1):
        values = {name: value.strip() for name, value in zip(header, row, strict=False) if value.strip()}
        key = values.get("id")
        if key is None or key in publishers:
            problem = "has no id" if key is None else f"has the id {key} again"
            raise unreadable(f"publisher {number} of {path.name} {problem}", path)
        fields = {name: values.get(name) for name in COLUMNS[2:]}
        publishers[key] = Publisher(id=key, name=values.get("name", key), **fields)
    return tuple(publishers.values())


def find_publishers(
    paths: Sequence[Path], table: Path | None = None
) -> tuple[tuple[Publisher, ...], tuple[DocumentError, ...]]:
    """The publishers for these reports, and what was wrong with their tables.

    `table` is the one the user named: it must be good (SettingsError), and those beside the reports are not looked at.
    The same id in two tables is taken from the first by path.
    """
    if table is not None:
        try:
            return load_publishers(table), ()
        except DocumentError as error:
            raise SettingsError([f"--publishers {table}: {error.reason}"]) from error
    publishers: dict[str, Publisher] = {}
    errors: list[DocumentError] = []
    for path in find_tables(paths):
        try:
            for publisher in load_publishers(path):
                publishers.setdefault(publisher.id, publisher)
        except DocumentError as error:
            errors.append(error)
    return tuple(publishers.values()), tuple(errors)


def kinds_by_name(publishers: Iterable[Publisher]) -> Mapping[str, str]:
    """What each publisher is, by its id and by its name."""
    return {name: p.kind for p in publishers if p.kind for name in (p.id, p.name)}
