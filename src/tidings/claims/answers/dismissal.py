"""Words that do nothing but deny: "Baseless.", "A lie.", "No.", "Not so, says the governor"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tidings.claims.attribution import Attribution
from tidings.claims.drafts import Draft, Report, change
from tidings.lexicons.scope import scope_words
from tidings.records import Stance

REACH = 2  # sentences back
NEGATING = frozenset({"no", "not", "nothing", "hardly"})
COPULAS = frozenset({"is", "are", "was", "were", "be", "been"})


def find_dismissed(attribution: Attribution, told: Sequence[Draft], report: Report) -> Iterator[Draft]:
    """ "Baseless." "A lie.": a quotation that does nothing but deny."""
    if attribution.speaker is None or len(attribution.content) != 1 or attribution.kind in ("document", "heading"):
        return
    start, end = attribution.content[0]
    quoted = report.text[start:end]
    is_quoted = attribution.kind in ("direct", "mixed")
    is_clause = not COPULAS.isdisjoint(quoted.lower().split()) or start > attribution.cue_start
    if not is_dismissal(quoted) or (is_clause and not is_quoted):
        return  # "other reports are invented, the ministry said": its own subject says what
    before = [d for d in told if d.mention.start < attribution.cue_start and not d.is_speech and d.stance == "asserts"]
    last = [d for d in before if attribution.sentence - d.at <= REACH and d.at == before[-1].at]
    places = [start, end, attribution.source_start or start, attribution.source_end or end]
    stance: Stance = "denies"
    for draft in last:
        yield change(
            draft, "answers.dismissal", at=attribution.sentence, start=min(places), end=max(places), stance=stance,
            said_by=(attribution.speaker,), hedged=False, counts=(),
        )  # fmt: skip


def is_dismissal(quoted: str) -> bool:
    """Whether words do nothing but deny: "Nonsense", "Not so", "Pure invention"."""
    said = re.findall(r"[a-z]+", quoted.lower().replace("’", "'").replace("n't", " not"))
    if " ".join(said) in scope_words("refusals"):
        return True
    parts = ("adjectives", "nouns", "faulty")
    if not 0 < len(said) <= 4 or not NEGATING.isdisjoint(said):
        return False
    return any(scope_words(part).get(word) == "untrue" for part in parts for word in said)
