"""The reports that the model learns from, as the lexicon reads them without it, and the gold claims that it misses.

All are synthetic and the project's own: the training reports, and half 0 of the two annotated sets in evals/. Half 1 is
never read here.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from evals.pairing import Row, pair_claims
from evals.reading import find_documents, make_rows
from evals.sets import SHIPPED, SHOWN, GoldSet, half_of
from tidings.mentions.acts import Found
from tidings.reading import EnglishReading
from tidings.records import Document, ParsedSentence

HOME = Path(__file__).parents[2]
FOLDER = HOME / "training/reports"
TRAINING = GoldSet("training", FOLDER / "documents.jsonl", FOLDER / "claims.jsonl", is_split=False)
SETS = (TRAINING, *SHIPPED)


class ReportRead(msgspec.Struct, frozen=True):
    """A report as the lexicon reads it, what gold says, and which gold claims nothing answers."""

    name: str
    part: str
    sentences: list[ParsedSentence]
    told: list[list[Found]]
    wanted: list[bool]
    gold: list[Row]
    claims: list[Row]
    missed: list[Row]


def read_reports() -> Iterator[ReportRead]:
    """The reports that may be learned from, set by set and by name."""
    reading = EnglishReading(learned=False)
    for gold_set in SETS:
        gold: dict[str, list[Row]] = defaultdict(list)
        for row in gold_set.read_gold():
            gold[row["doc"]].append(row)
        names = frozenset(_names(gold_set, gold))
        for document in sorted(find_documents(gold_set.documents, names), key=lambda found: found.own_id):
            yield _read(reading, document, gold_set.name, gold[document.own_id])


def _names(gold_set: GoldSet, gold: dict[str, list[Row]]) -> Iterator[str]:
    """All reports of a set that is not split, also those that rightly have no claims; else those of half 0."""
    if gold_set.is_split:
        yield from (name for name in gold if half_of(name) == SHOWN)
    else:
        yield from (msgspec.json.decode(line)["id"] for line in gold_set.documents.read_bytes().splitlines())


def describe_data(reports: list[ReportRead]) -> dict[str, Any]:
    """What the weights say of their data: the files by hash, and how much of each was learned from."""
    return {gold_set.name: _describe_set(gold_set, reports) for gold_set in SETS}


def _describe_set(gold_set: GoldSet, reports: list[ReportRead]) -> dict[str, Any]:
    own = [report for report in reports if report.part == gold_set.name]
    files = (gold_set.documents, gold_set.claims)
    return {
        "files": {str(path.relative_to(HOME)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files},
        "half": SHOWN if gold_set.is_split else None,
        "reports": len(own),
        "claims": sum(len(report.gold) for report in own),
        "missed by the lexicon": sum(len(report.missed) for report in own),
    }


def _read(reading: EnglishReading, document: Document, part: str, gold: list[Row]) -> ReportRead:
    sentences, told, wanted = reading.find_told(document)
    claims = list(make_rows(reading, document))
    pairs, _ = pair_claims(gold, claims)
    missed = [row for k, row in enumerate(gold) if k not in pairs]
    return ReportRead(document.own_id, part, sentences, told, wanted, gold, claims, missed)
