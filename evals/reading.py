"""Reports through the reading half, and their claims as the rows that gold is written in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from evals.pairing import Row
from tidings.plugins import ReadingHalf, load_plugin
from tidings.readers import read_paths
from tidings.records import Document, DocumentReading, Drop


def read_claims(documents: Path, wanted: frozenset[str]) -> list[Row]:
    """The claims of the named reports of a file, as tidings reads them."""
    return [row for document in find_documents(documents, wanted) for row in make_rows(load_reading(), document)]


def find_documents(documents: Path, wanted: frozenset[str]) -> Iterator[Document]:
    """The named reports of a file."""
    for document in read_paths([documents]):
        if not isinstance(document, Drop) and document.own_id in wanted:
            yield document


@cache
def load_reading() -> ReadingHalf:
    reading: ReadingHalf = load_plugin("reading", "english")()
    return reading


def make_rows(reading: ReadingHalf, document: Document) -> Iterator[Row]:
    """A report's claims as rows: its own id for `doc`, days as ISO text, the evidence for `quote`."""
    made: DocumentReading = reading.read_document(document)
    for claim in made.claims:
        quote = document.text[claim.start : claim.end]
        yield {**msgspec.to_builtins(claim), "doc": document.own_id, "quote": quote}
