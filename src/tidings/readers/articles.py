"""What a reader hands over: an article as a file had it, before anything is made of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from tidings.errors import DocumentError

TEXT_LIMIT = 2_000_000  # characters of one report
ROW_LIMIT = 8_000_000  # bytes of one line of jsonl, or of one field of csv
PAGE_LIMIT = 10_000_000  # bytes of a web page
FEED_LIMIT = 50_000_000  # bytes of a feed


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One report as it stands in a file. `stated_id` is an id that the file states, `name` what to call it without one.

    `published` is the day as printed; `sha256` is of the bytes that hold this report: its file, its line, its row.
    """

    where: str
    name: str
    text: str
    stated_id: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    kind: str | None = None
    raw_text: str | None = None
    path: Path
    sha256: str
    extra: Mapping[str, str] = {}


# A reader never stops at a bad report: it hands the error over in its place. An error that it raises ends its file.
Found = Article | DocumentError
Reader = Callable[[Path, str | None], Iterator[Found]]


def hash_bytes(data: bytes) -> str:
    """The SHA-256 of what a report was read from."""
    return hashlib.sha256(data).hexdigest()


def unreadable(reason: str, where: str | Path) -> DocumentError:
    """A report, or a whole file, that cannot be read, and why."""
    return DocumentError("read", reason, str(where))


def format_size(size: int) -> str:
    """A size in MB with one decimal."""
    return f"{size / 1_000_000:.1f} MB"


def check_text(text: str, where: str) -> str:
    """The same text; DocumentError where nothing can be read in it, or too much."""
    if not text.strip():
        raise unreadable("the text is empty", where)
    if "\0" in text:
        raise unreadable("the text holds NUL characters: it is no plain text", where)
    if len(text) > TEXT_LIMIT:
        limit = TEXT_LIMIT // 1_000_000
        raise unreadable(f"text of {format_size(len(text))} is longer than {limit} MB: split it", where)
    return text
