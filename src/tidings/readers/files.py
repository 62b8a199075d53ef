"""Bytes of a file, and the characters they stand for.

UTF-8 first, or what a byte order mark says. Bytes that are not UTF-8 in a text that is nearly all ASCII are taken for
Windows-1252, which English-language archives of the 1990s and 2000s are in; otherwise charset-normalizer decides.
Nothing is replaced: UTF-8 with broken characters in it, and bytes that no encoding explains, make a report unreadable.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from charset_normalizer import from_bytes

from tidings.readers.articles import format_size, unreadable

SAMPLE = 65_536
# The longest first: the mark of UTF-32-LE begins with that of UTF-16-LE.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
)
_UTF8_CHARACTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{1,2}|[\xf0-\xf4][\x80-\xbf]{2,3}")
_WESTERN = frozenset("‘’“”–—…•€£§°«»·àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝœŒšŠžŽ©®™\u00a0½¼¾¿¡")


def load_bytes(path: Path, limit: int, bytes_each: int = 1) -> bytes:
    """All bytes of a file; DocumentError where it is empty, binary, too large or may not be read.

    `limit` is in characters where one may take `bytes_each` bytes.
    """
    try:
        size = path.stat().st_size
        if size > limit * bytes_each:
            raise unreadable(f"text of {format_size(size)} is longer than {limit // 1_000_000} MB: split it", path)
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(f"cannot be read: {error.strerror or error}", path) from error
    if not data:
        raise unreadable("the file is empty", path)
    check_not_binary(data, path)
    return data


def check_not_binary(data: bytes, path: Path) -> None:
    """DocumentError where the first bytes of a file are no text, saying what they are where that is known."""
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            raise unreadable(f"binary file ({name}): save its text as .txt or .html first", path)
    if not _has_mark(data) and b"\0" in data:
        raise unreadable("binary file (it holds NUL bytes): save its text as .txt or .html first", path)


def _has_mark(data: bytes) -> bool:
    return any(data.startswith(mark) for mark, _ in MARKS)


def decode(data: bytes, where: str | Path) -> str:
    """The characters of some bytes, without a byte order mark; line ends stay as they are."""
    try:
        return data.decode(guess_encoding(data, where))
    except UnicodeDecodeError as error:
        raise unreadable(_undecodable(error), where) from error


def guess_encoding(data: bytes, where: str | Path) -> str:
    """The encoding of some bytes."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_broken_utf8(data):
            raise unreadable(_undecodable(error), where) from error
        if _is_western(data):
            return "cp1252"
        best = from_bytes(data).best()
        if best is None:
            raise unreadable(_undecodable(error), where) from error
        return best.encoding
    return "utf-8"


def _undecodable(error: UnicodeDecodeError) -> str:
    byte = error.object[error.start]
    return f"no known encoding: byte {error.start} (0x{byte:02x}) is not UTF-8, and nothing else fits; save it as UTF-8"


def _is_broken_utf8(data: bytes) -> bool:
    """Whether most bytes above ASCII stand together as UTF-8 would have them."""
    high = sum(byte > 0x7F for byte in data)
    return sum(len(match[0]) for match in _UTF8_CHARACTER.finditer(data)) * 2 >= high


def _is_western(data: bytes) -> bool:
    """Whether bytes are Windows-1252: nearly all ASCII, and the rest letters and marks of western Europe."""
    try:
        foreign = [c for c in data.decode("cp1252") if c > "\x7f"]
    except UnicodeDecodeError:
        return False
    return len(foreign) < 0.1 * len(data) and all(c in _WESTERN for c in foreign)


def read_lines(path: Path, limit: int) -> Iterator[tuple[bytes, int]]:
    """The lines of a file as bytes with their sizes; of a line over the limit the size alone."""
    try:
        with path.open("rb") as file:
            head = file.read(SAMPLE)
            check_not_binary(head, path)
            if any(head.startswith(mark) for mark, encoding in MARKS if encoding != "utf-8-sig"):
                raise unreadable("the file is UTF-16 or UTF-32: save it as UTF-8", path)
            file.seek(0)
            while line := file.readline(limit + 1):
                size = len(line)
                while not line.endswith(b"\n") and (rest := file.readline(limit)):
                    size, line = size + len(rest), rest
                yield (line if size <= limit else b""), size
    except OSError as error:
        raise unreadable(f"cannot be read: {error.strerror or error}", path) from error
