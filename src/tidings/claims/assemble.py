"""Drafts to claims: repeats folded, ids from content."""

from __future__ import annotations

from collections.abc import Iterable

from tidings.claims.drafts import Draft, Report
from tidings.claims.repeats import fold_repeats
from tidings.records import Claim, Document, Period, make_id


def assemble(drafts: Iterable[Draft], document: Document, report: Report) -> list[Claim]:
    """The claims of a document in the order of the text, one for each proposition and speaker."""
    told = fold_repeats(drafts)
    claims = [make_claim(draft, document, report) for draft in told]
    return sorted(claims, key=lambda claim: (claim.start, claim.end, claim.act, claim.id))


def make_claim(draft: Draft, document: Document, report: Report) -> Claim:
    """The claim of one draft."""
    period = draft.period or Period()
    sentence = report.sentences[draft.at].sentence
    parts = (
        document.id, draft.act, draft.start, draft.end, draft.actor, draft.target, draft.place, draft.destination,
        period, draft.counts, draft.said_by, draft.stance, draft.certainty, draft.manner, draft.hedged,
    )  # fmt: skip
    return Claim(
        id=make_id("clm", *parts),
        document_id=document.id,
        sentence_id=sentence.id,
        act=draft.act,
        actor=draft.actor,
        target=draft.target,
        place=draft.place,
        destination=draft.destination,
        first=period.first,
        last=period.last,
        precision=period.precision,
        counts=draft.counts,
        said_by=draft.said_by,
        stance=draft.stance,
        certainty=draft.certainty,
        manner=draft.manner if draft.act.startswith("territory.") else None,
        hedged=draft.hedged,
        start=draft.start,
        end=draft.end,
        made_by=tuple(dict.fromkeys(draft.rules)),
    )
