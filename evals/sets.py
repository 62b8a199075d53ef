"""The sets of annotated reports, and the two halves that keep us honest.

A set is split by the name of its documents: half 0 may be read and mended against, half 1 is only scored and never
shown row by row. The one set that was checked by a second reader is scored whole.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evals.pairing import Row

HERE = Path(__file__).parent
SHOWN, SEALED = 0, 1


@dataclass(frozen=True)
class GoldSet:
    """Reports and the claims that a person found in them."""

    name: str
    documents: Path
    claims: Path
    is_split: bool = True

    def fingerprint(self) -> str:
        """A hash of the exam: reports and gold, byte for byte."""
        parts = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (self.documents, self.claims)]
        return hashlib.sha256("".join(parts).encode()).hexdigest()

    def read_gold(self) -> list[Row]:
        return read_rows(self.claims)

    def parts(self) -> dict[str, int | None]:
        """What is scored apart: name -> half, or null for all of it."""
        if not self.is_split:
            return {self.name: None}
        return {f"{self.name}/{half}": half for half in (SHOWN, SEALED)}


SHIPPED = (
    GoldSet("demo", HERE.parent / "examples/reports.jsonl", HERE / "demo/gold_claims.jsonl"),
    GoldSet("wars", HERE / "wars/documents.jsonl", HERE / "wars/claims.jsonl"),
)


def find_sets(folder: Path) -> list[GoldSet]:
    """The sets in a folder, or in its folder `gold`, by pairs of files: `documents.jsonl` and `claims.jsonl`, with or
    without a word before them (`more_documents.jsonl`). Those that the project ships are left out: they are not new."""
    place = folder / "gold" if (folder / "gold").is_dir() else folder
    shipped = {gold_set.fingerprint() for gold_set in SHIPPED}
    return [gold_set for gold_set in _pairs(place) if gold_set.fingerprint() not in shipped]


def _pairs(place: Path) -> Iterator[GoldSet]:
    for documents in sorted(place.glob("*documents.jsonl")):
        word = documents.name.removesuffix("documents.jsonl")
        claims = place / f"{word}claims.jsonl"
        if claims.exists():
            checked = place.name == "gold" and not word
            yield GoldSet(word.strip("_") or place.name, documents, claims, is_split=not checked)


def half_of(doc: str) -> int:
    """Which half a document belongs to, by its name alone."""
    return int(hashlib.sha256(doc.encode()).hexdigest(), 16) % 2


def take_half(rows: Iterable[Row], half: int | None) -> list[Row]:
    """The rows of one half; all of them where half is null."""
    return [row for row in rows if half is None or half_of(row["doc"]) == half]


def read_rows(path: Path) -> list[Row]:
    """One JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
