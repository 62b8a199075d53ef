"""The stretch of words that belongs to a word of speech: its speaker, adverbs, time, place and hearer."""

from __future__ import annotations

from tidings.claims.attribution.cues import Cue
from tidings.claims.attribution.draft import Draft
from tidings.claims.attribution.page import Line
from tidings.claims.attribution.speakers import speaker_span
from tidings.lexicons.speech import SpeechRow

NOT_OF_THE_CUE = frozenset("ccomp xcomp conj cc parataxis advcl punct relcl csubj csubjpass dep pcomp mark".split())


def start_draft(line: Line, cue: Cue, row: SpeechRow, source: int | None) -> Draft:
    """A draft with its speaker's phrase and its block, and nothing said yet."""
    stance, hedged = cue.stance(row)
    draft = Draft(line, (cue.first, cue.last), row, source=source, stance=stance, hedged=hedged, head=cue.head)
    if source is not None:
        draft.source_words = speaker_span(line, source, cue.head)
    draft.block = _block(line, cue, draft.source_words)
    return draft


def _block(line: Line, cue: Cue, source: tuple[int, int] | None) -> tuple[int, int]:
    """The word of speech and what hangs on it, as far as it stands together."""
    parts = [source] if source else []
    for c in line.parse.children[cue.head]:
        if line.words[c].dependency not in NOT_OF_THE_CUE and not _is_fronted(line, c, cue.head, source):
            parts.append((line.first(c), line.last(c)))
    first, last = cue.first, cue.last
    grown = True
    while grown:
        grown = False
        for a, b in parts:
            if a <= last + 1 and b >= first - 1 and (a < first or b > last):
                first, last, grown = min(a, first), max(b, last), True
    return first, last


def _is_fronted(line: Line, c: int, v: int, source: tuple[int, int] | None) -> bool:
    """ "Five, says the mayor": a second subject, parted from the verb by a comma, is what is said."""
    if source is None or source[0] <= c <= source[1] or line.words[c].dependency not in ("nsubj", "nsubjpass"):
        return False
    return any(line.words[i].text == "," for i in range(min(c, v), max(c, v)))
