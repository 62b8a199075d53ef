"""Quotations that do nothing but deny: "Baseless.", "A lie.", "No."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tidings.claims.attribution import Attribution
from tidings.claims.drafts import Draft, Report, change
from tidings.lexicons.scope import scope_words
from tidings.records import Stance

REACH = 2  # sentences back
REFUSALS = frozenset(
    {"no", "not so", "not true", "never", "that is not so", "it is not so", "no such thing", "not at all"}
)


def find_dismissed(attribution: Attribution, told: Sequence[Draft], report: Report) -> Iterator[Draft]:
    """ "Baseless." "A lie.": a quotation that does nothing but deny."""
    if attribution.speaker is None or len(attribution.content) != 1 or attribution.kind not in ("direct", "mixed"):
        return
    start, end = attribution.content[0]
    if not _is_dismissal(report.text[start:end]):
        return
    before = [d for d in told if d.mention.start < attribution.cue_start and not d.is_speech and d.stance == "asserts"]
    last = [d for d in before if attribution.sentence - d.at <= REACH and d.at == before[-1].at]
    places = [start, end, attribution.source_start or start, attribution.source_end or end]
    stance: Stance = "denies"
    for draft in last:
        yield change(
            draft, "answers.dismissal", at=attribution.sentence, start=min(places), end=max(places), stance=stance,
            said_by=(attribution.speaker,), hedged=False, counts=(),
        )  # fmt: skip


def _is_dismissal(quoted: str) -> bool:
    said = re.findall(r"[a-z]+", quoted.lower())
    if " ".join(said) in REFUSALS:
        return True
    parts = ("adjectives", "nouns", "faulty")
    return 0 < len(said) <= 4 and any(scope_words(part).get(word) == "untrue" for part in parts for word in said)
