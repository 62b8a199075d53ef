"""Speech given by a verb with what it takes: "said that …", "claimed to have …", "denied the …"."""

from __future__ import annotations

import msgspec

from tidings.claims.attribution.around import find_around
from tidings.claims.attribution.blocks import start_draft
from tidings.claims.attribution.contents import HEARERS, content_of
from tidings.claims.attribution.cues import Cue, find_cues, leaves_open, takes_for_granted
from tidings.claims.attribution.draft import Draft
from tidings.claims.attribution.page import Line, Page
from tidings.claims.attribution.sights import may_say
from tidings.claims.attribution.speakers import speaker_of
from tidings.claims.attribution.turns import share_out
from tidings.lexicons.speech import SpeechRow

SPEAKERS = frozenset("PERSON ORG NORP GPE".split())


def find_indirect(page: Page, line: Line) -> list[Draft]:
    """All verbs of speech of a sentence that give something said, or whose words may stand in quotation marks."""
    drafts = []
    for cue in find_cues(line, page.speech):
        source = speaker_of(line, cue.head)
        if source is not None and line.words[source].lemma in page.speech.words["not_speakers"]:
            continue
        draft = _with_complement(page, line, cue, source) or find_around(page, line, cue, source)
        if draft is not None:
            drafts.append(draft)
    share_out(line, drafts)
    return drafts


def _with_complement(page: Page, line: Line, cue: Cue, source: int | None) -> Draft | None:
    """The first reading of the cue that finds what it takes."""
    for row in cue.rows:
        found = content_of(page, line, cue.head, row) if may_say(page, line, source, row) else None
        if found is None:
            continue
        parts, head = found
        first = parts[-1][0]
        if row.shown and not _can_show(page, line, source):
            row = msgspec.structs.replace(row, links=False)  # noqa: PLW2901 - a thing that shows something says nothing
        draft = start_draft(line, cue, row, None if source == head else source)
        draft.forward = first > cue.head
        draft.clausal = line.words[head].dependency == "ccomp"
        if draft.forward and draft.block[1] >= first:
            draft.block = (draft.block[0], first - 1)
        for part in parts:
            draft.add(*part)
        if leaves_open(line, head):
            draft.stance = "doubts"
        elif cue.negated and takes_for_granted(line, head):
            draft.stance, draft.row = "asserts", msgspec.structs.replace(row, links=False)
        draft.hedged = draft.hedged or _is_hearsay(line, draft, row) or _is_unconfirmed(line, source)
        return draft
    return None


def _is_hearsay(line: Line, draft: Draft, row: SpeechRow) -> bool:
    """Where nobody is named the report keeps its distance: "is said to have", "it was reported"."""
    if draft.source is not None or line.child(draft.head, "auxpass") is None or _is_of_none(line, draft.head):
        return False
    return row.impersonal and (row.lemma not in HEARERS or row.cue_class == "accuse")


def _is_of_none(line: Line, v: int) -> bool:
    """ "No casualties were reported": that nothing is told is no hearsay."""
    subject = line.child(v, "nsubjpass")
    return subject is not None and any(line.words[c].lower == "no" for c in line.parse.children[subject])


def _is_unconfirmed(line: Line, source: int | None) -> bool:
    """ "Unconfirmed reports said that"."""
    marks = () if source is None else (line.words[c].lower for c in line.parse.children[source])
    return any(mark in ("unconfirmed", "unverified") for mark in marks)


def _can_show(page: Page, line: Line, source: int | None) -> bool:
    if source is None:
        return True
    word, known = line.words[source], page.speech.words
    if word.pos == "PRON" or word.entity in SPEAKERS:
        return True
    kinds = ("documents", "persons", "bodies", "media")
    return any(word.lemma in known[kind] or word.lower in known[kind] for kind in kinds)
