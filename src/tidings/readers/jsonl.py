"""JSON lines: one object a line, read as a stream."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tidings.errors import DocumentError
from tidings.readers.articles import ROW_LIMIT, Article, Found, format_size, unreadable
from tidings.readers.fields import Place, find_keys, make_article
from tidings.readers.files import decode, read_lines

_BYTE = re.compile(r" \(byte (\d+)\)")


def read_jsonl(path: Path, text_key: str | None = None) -> Iterator[Found]:
    """The report of each line; a line that is no report is handed over as the error that says why."""
    number, seen = 0, False
    for line, size in read_lines(path, ROW_LIMIT):
        if size <= ROW_LIMIT and not line.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        number, seen = number + 1, True
        try:
            yield _read_line(line, size, Place(path, number, text_key))
        except DocumentError as error:
            yield error
    if not seen:
        raise unreadable("the file is empty", path)


def _read_line(line: bytes, size: int, place: Place) -> Article:
    if size > ROW_LIMIT:
        limit = ROW_LIMIT // 1_000_000
        raise place.unreadable(f"is a line of {format_size(size)}, longer than {limit} MB: split it")
    text = decode(line, place.where)
    try:
        row = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        why = _BYTE.sub(r" at byte \1", str(error)).rstrip(".")
        raise place.unreadable(f"is no valid JSON ({why}): mend or remove the line") from error
    if not isinstance(row, dict):
        raise place.unreadable("is no JSON object with keys: write one object a line")
    return make_article(row, find_keys(row, place.text_key), place, line.strip())
