"""The reading of files: each path to its reader by its ending, each article to a document, each failure to a drop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from tidings.errors import DocumentError
from tidings.readers.articles import Found, Reader
from tidings.readers.csv import read_csv
from tidings.readers.documents import make_document
from tidings.readers.feed import read_feed
from tidings.readers.html import read_html
from tidings.readers.jsonl import read_jsonl
from tidings.readers.paths import find_files
from tidings.readers.publishers import find_publishers, kinds_by_name
from tidings.readers.text import read_text_file
from tidings.records import Document, Drop

READERS: Mapping[str, Reader] = {
    ".txt": read_text_file,
    ".text": read_text_file,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".html": read_html,
    ".htm": read_html,
    ".xml": read_feed,
    ".rss": read_feed,
    ".atom": read_feed,
}


def read_paths(
    paths: Sequence[Path], *, text_key: str | None = None, publishers: Path | None = None, today: date | None = None
) -> Iterator[Document | Drop]:
    """The documents in these files and folders, in the order of their paths, with a drop for all that is left out.

    A drop of stage `note` tells of a document that was read all the same: its date was not believed. `text_key` names
    the field of jsonl and csv that holds the text, `publishers` the table of publishers. SettingsError where that
    table cannot be used; nothing else stops the reading.
    """
    today = today or datetime.now(tz=UTC).date()
    known, errors = find_publishers(paths, publishers)
    kinds = kinds_by_name(known)
    yield from (_drop(error, Path(error.where).name) for error in errors)
    for path in find_files(paths):
        if isinstance(path, DocumentError):
            yield _drop(path, Path(path.where).name)
            continue
        for found in _read_file(path, text_key):
            if isinstance(found, DocumentError):
                yield _drop(found, path.stem)
            else:
                document, notes = make_document(found, today, kinds)
                yield document
                yield from notes


def _read_file(path: Path, text_key: str | None) -> Iterator[Found]:
    """All that one file holds; an error that ends it comes last."""
    try:
        yield from READERS[path.suffix.lower()](path, text_key)
    except DocumentError as error:
        yield error


def _drop(error: DocumentError, what: str) -> Drop:
    return Drop(stage=error.stage, what=what, reason=error.reason, where=error.where)
