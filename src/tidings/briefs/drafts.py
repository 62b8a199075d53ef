"""Sentences before they are arranged: one an event, one a statement; and which of them are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from tidings.briefs.arrange import Draft
from tidings.briefs.cited import CitedClaim, Piece
from tidings.briefs.load import days_of
from tidings.briefs.sentences import tell_event, tell_statement
from tidings.briefs.standing import is_contested, tell_standing
from tidings.records import Event


def draft_events(events: Iterable[Event], claims: Mapping[str, CitedClaim]) -> Iterator[Draft]:
    """A sentence for each event."""
    for event in events:
        cited = tuple(claims[claim_id] for claim_id in event.claim_ids)
        standing = tell_standing(event)
        yield Draft(
            act=event.act,
            standing=event.standing,
            first=event.first,
            last=event.last,
            place=event.place,
            published=min(days_of(cited), default=None),
            pieces=(*tell_event(event, cited), *([Piece(f" {standing}")] if standing else [])),
            claims=cited,
            event_id=event.id,
            is_contested=is_contested(event),
        )


def draft_statements(claims: Iterable[CitedClaim]) -> Iterator[Draft]:
    """A sentence for each claim that something was said."""
    for cited in claims:
        claim = cited.claim
        if claim.act.startswith("say."):
            yield Draft(
                act=claim.act,
                standing=standing_of(cited),
                first=claim.first,
                last=claim.last,
                place=(),
                published=cited.report.published,
                pieces=tell_statement(cited),
                claims=(cited,),
            )


def standing_of(cited: CitedClaim) -> str:
    """How a single claim stands."""
    if cited.claim.stance != "asserts":
        return "denied" if cited.claim.stance == "denies" else "doubtful"
    return {"planned": "planned", "possible": "feared"}.get(cited.claim.certainty, "reported")


def is_within(draft: Draft, since: date | None, until: date | None) -> bool:
    """Whether the sentence touches the days asked for."""
    first, last = draft.first or draft.last, draft.last or draft.first
    if first is None or last is None:
        days = days_of(draft.claims)
        if not days:
            return since is None and until is None
        first, last = min(days), max(days)
    return (since is None or last >= since) and (until is None or first <= until)


def is_asked(draft: Draft, only: frozenset[str] | None) -> bool:
    """Whether a claim of it is among those asked for."""
    return only is None or any(cited.claim.id in only for cited in draft.claims)
