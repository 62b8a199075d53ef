"""Blame for what the same sentence has just told: "a school was shelled; the army blamed the rebels".

It says who did it and who says so, and is no accusation beside the act; blame in a sentence of its own stays one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tidings.claims.drafts import Draft, Report, change

BLAMING = frozenset({"blame", "attribute", "ascribe"})
DEEDS = ("fight.", "harm.", "destroy.")


def tell_blamed(drafts: Iterable[Draft], report: Report) -> list[Draft]:
    """The drafts, with the act itself, its doer and its speaker in the place of blame for it."""
    told = sorted(drafts, key=lambda draft: (draft.at, draft.mention.start))
    return [_as_deed(draft, told, report) or draft for draft in told]


def _as_deed(blame: Draft, told: Sequence[Draft], report: Report) -> Draft | None:
    lemma = report.sentences[blame.at].parse.words[blame.head].lemma
    if blame.act != "say.accuse" or lemma not in BLAMING or blame.stance != "asserts" or "for" in blame.arguments:
        return None
    before = [d for d in told if d.at == blame.at and d.mention.end <= blame.mention.start and d.act.startswith(DEEDS)]
    if not before or not blame.actor or not blame.target or before[-1].stance != "asserts":
        return None
    return change(
        before[-1], "answers.blamed", start=blame.start, end=blame.end, actor=blame.target,
        said_by=(*blame.said_by, blame.actor[0]), counts=(), hedged=blame.hedged,
    )  # fmt: skip
