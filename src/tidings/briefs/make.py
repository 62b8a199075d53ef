"""A brief from a store: what is told, in which period, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import duckdb
import msgspec

from tidings.briefs.arrange import Draft, Labels, arrange, arrange_outlook, box_contested, make_line
from tidings.briefs.cited import CitedClaim, Report
from tidings.briefs.control import ControlFacts, tell_control, tell_silence
from tidings.briefs.dates import tell_range
from tidings.briefs.drafts import draft_events, draft_statements, is_asked, is_within
from tidings.briefs.load import (
    count_rejected,
    count_unsure,
    is_synthetic,
    load_claims,
    load_copies,
    load_drops,
    load_events,
    load_notes,
    load_origins,
    load_reports,
)
from tidings.briefs.parts import Brief, DropGroup, Figures, Picture, Section, SourceRow
from tidings.briefs.ranges import load_figures, tell_ranges
from tidings.briefs.rank import choose_headline, choose_new, new_since
from tidings.briefs.standing import tell_unknowns, tell_unread
from tidings.briefs.words import load_words
from tidings.wording import tell_day

WARNING = (
    "This brief was read and written by a machine. It tells what reports say, not what is true; readings can be wrong. "
    "Open the quoted evidence before you rely on a sentence."
)
SYNTHETIC = "The reports were written to exercise software. This is no record of events and must not be cited as one."


class Asked(msgspec.Struct, frozen=True):
    """What a brief is asked to tell: of which days, of which claims alone (None: all), and by which house rule."""

    since: date | None = None
    until: date | None = None
    only: frozenset[str] | None = None
    about: str = ""
    rule: str = "tidings"


ALL = Asked()
# How many of those who first say things are named.
ORIGINS_NAMED = 15


def make_brief(
    connection: duckdb.DuckDBPyConnection,
    asked: Asked = ALL,
    control: ControlFacts | None = None,
    pictures: Sequence[Picture] = (),
) -> Brief:
    """The brief of a linked store, of the events that touch the days from `asked.since` to `asked.until`.

    An event without a day, and a statement, counts by the days on which it was reported. `control` is the map of a
    day; `pictures` are shown under the theme they name, or at the head where they name none.
    """
    reports = load_reports(connection)
    claims = load_claims(connection, reports)
    drafts = [
        draft
        for draft in (*draft_events(load_events(connection), claims), *draft_statements(claims.values()))
        if is_within(draft, asked.since, asked.until) and is_asked(draft, asked.only)
    ]
    newest = max((report.published for report in reports.values() if report.published), default=None)
    labels = Labels()
    themes = load_words().themes
    arranged = [section for theme in themes if (section := arrange(theme, drafts, labels)) is not None]
    outlook = arrange_outlook(themes, drafts, labels)
    sections = add_pictures(add_figures(arranged, load_figures(connection, asked.rule), drafts, labels), pictures)
    shown = {section.name for section in arranged}
    drops, origins = load_drops(connection), load_origins(connection)
    unsure = count_unsure(connection, (draft.event_id for draft in drafts if draft.event_id))
    since = new_since(asked.since, newest)
    new, new_count = choose_new(drafts, since, newest) if since else ([], 0)
    map_told = tell_control(control, claims, labels) if control else None
    headline = [make_line(draft, labels) for draft in choose_headline(drafts, newest)]
    return Brief(
        title=f"Situation brief{': ' if asked.about else ''}{asked.about}",
        published=_tell_published(reports.values()),
        period=_tell_asked(asked.since, asked.until),
        figures=_count(drafts, reports.values(), drops, count_rejected(connection)),
        warnings=(WARNING, SYNTHETIC) if is_synthetic(connection) else (WARNING,),
        headline=(*(map_told.summary[:1] if map_told else ()), *headline),
        new=tuple(make_line(draft, labels) for draft in new),
        new_title=f"What is new since {tell_day(since)}" if since else "What is new",
        new_count=new_count,
        contested=box_contested(drafts, labels),
        unknowns=(*tell_unknowns(drafts, unsure), *(tell_silence(control) if control else ()), *tell_unread(drops)),
        control=map_told,
        sections=tuple(sections),
        outlook=outlook,
        rule=asked.rule,
        sources=gather_sources(reports.values(), claims.values()),
        origins=tuple(origins[:ORIGINS_NAMED]),
        origins_count=len(origins),
        copies=tuple(load_copies(connection, reports)),
        pictures=tuple(picture for picture in pictures if not picture.theme),
        other_pictures=tuple(picture for picture in pictures if picture.theme and picture.theme not in shown),
        reports=tuple(reports.values()),
        drops=tuple(drops),
        notes=tuple(load_notes(connection)),
    )


def add_figures(
    sections: Iterable[Section], figures: Sequence[Mapping[str, Any]], drafts: Iterable[Draft], labels: Labels
) -> Iterator[Section]:
    """The sections with their figures. The sentences have their labels already: the evidence stands with them."""
    told = {cited.claim.id: cited for draft in drafts for cited in draft.claims}
    acts = {theme.name: theme.acts for theme in load_words().themes if theme.figures}
    for section in sections:
        if section.name in acts:
            yield msgspec.structs.replace(section, figures=tell_ranges(figures, told, labels, acts[section.name]))
        else:
            yield section


def add_pictures(sections: Iterable[Section], pictures: Sequence[Picture]) -> Iterator[Section]:
    """The sections with the pictures that name them."""
    for section in sections:
        mine = tuple(picture for picture in pictures if picture.theme == section.name)
        yield msgspec.structs.replace(section, pictures=mine)


def gather_sources(reports: Iterable[Report], claims: Iterable[CitedClaim]) -> tuple[SourceRow, ...]:
    """Who was read: reports and claims by publisher, and how many of the claims are reprints; most claims first."""
    counts: dict[str, list[int]] = {}
    for report in reports:
        row = counts.setdefault(report.publisher or "publisher not known", [0, 0, 0])
        row[0] += 1
        row[1] += report.claim_count
    for cited in claims:
        if cited.is_copied:
            counts[cited.report.publisher or "publisher not known"][2] += 1
    return tuple(SourceRow(name, *row) for name, row in sorted(counts.items(), key=lambda item: (-item[1][1], item[0])))


def _tell_asked(since: date | None, until: date | None) -> str:
    if since and until:
        return tell_range(since, until)
    if since:
        return f"from {tell_day(since)}"
    return f"up to {tell_day(until)}" if until else "all that was reported"


def _tell_published(reports: Iterable[Report]) -> str:
    days = [report.published for report in reports if report.published is not None]
    return tell_range(min(days), max(days)) if days else "on unknown days"


def _count(drafts: Sequence[Draft], reports: Iterable[Report], drops: Sequence[DropGroup], rejected: int) -> Figures:
    reports = list(reports)
    return Figures(
        reports=len(reports),
        publishers=len({report.publisher for report in reports if report.publisher}),
        silent_reports=sum(report.claim_count == 0 for report in reports),
        claims=len({cited.claim.id for draft in drafts for cited in draft.claims}),
        events=sum(not draft.act.startswith("say.") for draft in drafts),
        statements=sum(draft.act.startswith("say.") for draft in drafts),
        drops=sum(len(group.rows) for group in drops),
        rejected=rejected,
    )
