"""CSV with a header row, parted by comma, semicolon or tab; read as a stream."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tidings.errors import DocumentError
from tidings.readers.articles import ROW_LIMIT, Article, Found, format_size, unreadable
from tidings.readers.fields import Place, find_keys, make_article
from tidings.readers.files import MARKS, SAMPLE, check_not_binary, decode, guess_encoding

SEPARATORS = ",;\t|"


def read_csv(path: Path, text_key: str | None = None) -> Iterator[Found]:
    """The report of each row; a row that is no report is handed over as the error that says why."""
    rows = read_rows(path)
    header = next(rows, None)
    if header is None:
        raise unreadable("the file is empty", path)
    keys = find_keys(header, text_key)
    if "text" not in keys:
        found = ", ".join(header)
        wanted = "text column" if text_key is None else f"column {text_key}"
        raise unreadable(f"no {wanted} (columns: {found}): name it with --text-key", path)
    for number, row in enumerate(rows, start=1):
        try:
            yield _read_row(header, row, keys, Place(path, number, text_key))
        except DocumentError as error:
            yield error


def read_rows(path: Path) -> Iterator[list[str]]:
    """The rows of a CSV file, blank ones left out; bytes that are no UTF-8 stay escaped until their row is decoded."""
    csv.field_size_limit(3 * ROW_LIMIT)
    try:
        with path.open("rb") as file:
            head = file.read(SAMPLE)
        check_not_binary(head, path)
        marked = any(head.startswith(mark) for mark, _ in MARKS)
        encoding = guess_encoding(head, path) if marked else "utf-8"
        with path.open(encoding=encoding, errors="surrogateescape", newline="") as stream:
            separator = _find_separator(head.decode(encoding, errors="ignore"))
            for row in csv.reader(stream, delimiter=separator):
                if any(value.strip() for value in row):
                    yield row
    except OSError as error:
        raise unreadable(f"cannot be read: {error.strerror or error}", path) from error
    except csv.Error as error:
        raise unreadable(f"the rest is no CSV ({error}): mend the row, or save the table anew", path) from error


def _find_separator(head: str) -> str:
    """The separator that the header row holds most often outside quotes; a comma where there is none."""
    counts = dict.fromkeys(SEPARATORS, 0)
    quoted = False
    for c in head:
        quoted ^= c == '"'
        if c == "\n" and not quoted:
            break
        if c in counts and not quoted:
            counts[c] += 1
    return max(SEPARATORS, key=lambda separator: counts[separator])


def _read_row(header: list[str], row: list[str], keys: dict[str, str], place: Place) -> Article:
    size = sum(map(len, row))
    if size > ROW_LIMIT:
        limit = ROW_LIMIT // 1_000_000
        raise place.unreadable(f"is a row of {format_size(size)}, longer than {limit} MB: split it")
    if len(row) > len(header):
        raise place.unreadable(f"has {len(row)} fields for {len(header)} columns: quote its text")
    row = _decode_row(row, place) + [""] * (len(header) - len(row))
    return make_article(dict(zip(header, row, strict=True)), keys, place, msgspec.json.encode(row))


def _decode_row(row: list[str], place: Place) -> list[str]:
    """The fields of a row in the encoding that all of it has."""
    joined = "\x1f".join(row)
    if joined.isascii() or not any("\udc80" <= c <= "\udcff" for c in joined):
        return row
    return decode(joined.encode("utf-8", "surrogateescape"), place.where).split("\x1f")
