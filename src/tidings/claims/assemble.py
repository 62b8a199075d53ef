"""Drafts to claims: names in their final form, repeats folded, ids from content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tidings.claims.drafts import Draft, Report
from tidings.records import Claim, Document, Period, make_id


def assemble(drafts: Iterable[Draft], document: Document, report: Report) -> list[Claim]:
    """The claims of a document in the order of the text, one for each proposition and speaker."""
    claims = [make_claim(draft, document, report) for draft in fold_repeats(drafts)]
    return sorted(claims, key=lambda claim: (claim.start, claim.end, claim.act, claim.id))


def fold_repeats(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Drafts without those that say again what the same speaker has said: the most informative mention stays."""
    best: dict[object, Draft] = {}
    for draft in drafts:
        key = _proposition(draft)
        if key not in best or _information(draft) > _information(best[key]):
            best[key] = draft
    yield from best.values()


def _proposition(draft: Draft) -> object:
    counts = frozenset((c.what, c.low, c.high, c.of) for c in draft.counts)
    period = draft.period or Period()
    if not (draft.actor or draft.target or draft.counts or draft.place):
        return (draft.act, draft.at, draft.head)  # nothing to be the same by
    return (
        draft.act, draft.actor, draft.target, draft.place, draft.destination, period.first, period.last, counts,
        draft.said_by, draft.stance, draft.certainty, draft.manner, draft.at if draft.is_speech else None,
    )  # fmt: skip


def _information(draft: Draft) -> int:
    return sum(map(bool, (draft.actor, draft.target, draft.place, draft.period, draft.counts)))


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
