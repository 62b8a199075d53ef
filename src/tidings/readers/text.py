"""Plain text files: one file, one report; the text is exactly what the file holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tidings.readers.articles import TEXT_LIMIT, Article, Found, check_text, hash_bytes
from tidings.readers.files import decode, load_bytes


def read_text_file(path: Path, text_key: str | None = None) -> Iterator[Found]:
    """The report of one plain text file."""
    # A character takes four bytes at most: a larger file is too long whatever its encoding, and is not opened.
    data = load_bytes(path, TEXT_LIMIT, bytes_each=4)
    yield Article(
        where=str(path),
        name=path.stem,
        text=check_text(decode(data, path), str(path)),
        path=path,
        sha256=hash_bytes(data),
    )
