"""A brief from a store: what is told, in which period, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import duckdb

from tidings.briefs.arrange import Draft, Labels, arrange, box_contested
from tidings.briefs.dates import tell_day, tell_range
from tidings.briefs.load import (
    count_unsure,
    days_of,
    is_synthetic,
    load_claims,
    load_drops,
    load_events,
    load_notes,
    load_reports,
)
from tidings.briefs.parts import Brief, CitedClaim, DropGroup, Figures, Piece, Report
from tidings.briefs.sentences import tell_event, tell_statement
from tidings.briefs.standing import is_contested, tell_standing, tell_unknowns
from tidings.briefs.words import load_words
from tidings.records import Event

WARNING = (
    "This brief was read and written by a machine. It tells what reports say, not what is true; readings can be wrong. "
    "Open the quoted evidence before you rely on a sentence."
)
SYNTHETIC = "The reports were written to exercise software. This is no record of events and must not be cited as one."


def make_brief(connection: duckdb.DuckDBPyConnection, since: date | None = None, until: date | None = None) -> Brief:
    """The brief of a linked store, of the events that touch the days from `since` to `until`.

    An event without a day, and a statement, counts by the days on which it was reported.
    """
    reports = load_reports(connection)
    claims = load_claims(connection, reports)
    drafts = [
        draft
        for draft in (*draft_events(load_events(connection), claims), *draft_statements(claims.values()))
        if is_within(draft, since, until)
    ]
    labels = Labels()
    sections = [arrange(theme, drafts, labels) for theme in load_words().themes]
    drops = load_drops(connection)
    unsure = count_unsure(connection, (draft.event_id for draft in drafts if draft.event_id))
    return Brief(
        title="Situation brief",
        published=_tell_published(reports.values()),
        period=_tell_asked(since, until),
        figures=_count(drafts, reports.values(), drops),
        warnings=(WARNING, SYNTHETIC) if is_synthetic(connection) else (WARNING,),
        contested=box_contested(drafts, labels),
        unknowns=tell_unknowns(drafts, unsure),
        sections=tuple(section for section in sections if section is not None),
        reports=tuple(reports.values()),
        drops=tuple(drops),
        notes=tuple(load_notes(connection)),
    )


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


def _tell_asked(since: date | None, until: date | None) -> str:
    if since and until:
        return tell_range(since, until)
    if since:
        return f"from {tell_day(since)}"
    return f"up to {tell_day(until)}" if until else "all that was reported"


def _tell_published(reports: Iterable[Report]) -> str:
    days = [report.published for report in reports if report.published is not None]
    return tell_range(min(days), max(days)) if days else "on unknown days"


def _count(drafts: Sequence[Draft], reports: Iterable[Report], drops: Sequence[DropGroup]) -> Figures:
    reports = list(reports)
    return Figures(
        reports=len(reports),
        publishers=len({report.publisher for report in reports if report.publisher}),
        silent_reports=sum(report.claim_count == 0 for report in reports),
        claims=len({cited.claim.id for draft in drafts for cited in draft.claims}),
        events=sum(not draft.act.startswith("say.") for draft in drafts),
        statements=sum(draft.act.startswith("say.") for draft in drafts),
        drops=sum(len(group.rows) for group in drops),
    )
