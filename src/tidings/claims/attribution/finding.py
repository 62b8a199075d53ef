"""Sentences in, attributions out: the rules in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.claims.attribution.according import find_according
from tidings.claims.attribution.adjectives import find_adjectives
from tidings.claims.attribution.antecedents import resolve_speaker
from tidings.claims.attribution.asides import leave_out_asides
from tidings.claims.attribution.direct import link_quotations
from tidings.claims.attribution.draft import Draft
from tidings.claims.attribution.indirect import find_indirect
from tidings.claims.attribution.labels import find_labels
from tidings.claims.attribution.memory import Memory
from tidings.claims.attribution.nouns import find_nouns
from tidings.claims.attribution.page import Page
from tidings.claims.attribution.record import Attribution, Kind, Spans
from tidings.claims.attribution.relays import find_relays
from tidings.claims.attribution.running import find_statements, go_on, read_on_after_colons
from tidings.records import ParsedSentence


def find_attributions(sentences: Sequence[ParsedSentence], text: str) -> list[Attribution]:
    """Who says what in one document, in the order of the words of speech."""
    page = Page(sentences, text)
    drafts = find_labels(page) + find_statements(page)
    for line in page.lines:
        if line.words:
            drafts += find_indirect(page, line) + find_adjectives(page, line)
            phrases = find_according(page, line)
            drafts += [d for d in find_nouns(page, line) if not any(p.cue[0] <= d.head <= p.cue[1] for p in phrases)]
            drafts += phrases
    go_on(page, link_quotations(page, drafts), drafts)
    read_on_after_colons(page, drafts)
    leave_out_asides(page, drafts)
    by_line: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_line.setdefault(draft.line.index, []).append(draft)
    for index, some in by_line.items():
        drafts += find_relays(page, page.lines[index], some)
    drafts.sort(key=lambda d: (d.line.index, d.source if d.source is not None else d.head))
    return _finish(page, drafts)


def _finish(page: Page, drafts: list[Draft]) -> list[Attribution]:
    memory = Memory(page)
    found = []
    for draft in drafts:
        naming, antecedent = resolve_speaker(memory, draft)
        if not draft.content:
            continue
        words = draft.line.words
        source = draft.source_words
        found.append(
            Attribution(
                sentence=draft.line.index,
                cue_start=words[draft.cue[0]].start,
                cue_end=words[draft.cue[1]].end,
                source_start=words[source[0]].start if source else None,
                source_end=words[source[1]].end if source else None,
                source_sentence=draft.line.index if source else None,
                source_head=draft.source,
                antecedent=antecedent,
                names=naming.names,
                affiliation=naming.affiliation,
                content=_spans(draft.content),
                kind=_kind(page, draft),
                cue_class=draft.row.cue_class,
                stance=draft.stance,
                hedged=draft.hedged,
                links=draft.row.links,
                depth=draft.depth,
                made_by=draft.row.name,
            )
        )
    found.sort(key=lambda a: (a.sentence, a.cue_start))
    return found


def _spans(found: list[tuple[int, int]]) -> Spans:
    """Spans in order, those that touch or overlap made one."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)


def _kind(page: Page, draft: Draft) -> Kind:
    if draft.kind != "indirect" or draft.source is None:
        return draft.kind
    word = draft.line.words[draft.source]
    documents = page.speech.words["documents"]
    return "document" if word.lemma in documents or word.lower in documents else "indirect"
