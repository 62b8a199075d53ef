"""Speech given by an adjective: "is confident that the truce will hold", "was unaware of any shelling"."""

from __future__ import annotations

from tidings.claims.attribution.cues import is_negated, leaves_open
from tidings.claims.attribution.draft import Draft
from tidings.claims.attribution.page import Line, Page
from tidings.claims.attribution.speakers import speaker_span, subject_of
from tidings.lexicons.speech import SpeechRow
from tidings.records import Stance

LINKING = frozenset("be seem remain feel sound appear".split())
PREDICATES = frozenset("acomp oprd conj ROOT".split())
CLAUSES = ("ccomp", "xcomp", "acl", "relcl", "advcl")
TURNED: dict[Stance, Stance] = {"asserts": "doubts", "doubts": "asserts", "denies": "asserts"}


def find_adjectives(page: Page, line: Line) -> list[Draft]:
    """Adjectives of opinion and knowledge in a sentence that say what about."""
    found = []
    for word in line.words:
        rows = page.speech.adjectives.get(word.lower)
        passive = word.tag == "VBN" and line.child(word.index, "auxpass") is not None  # "are convinced that"
        if rows is None or not (passive or (word.pos in ("ADJ", "VERB") and word.dependency in PREDICATES)):
            continue
        draft = _draft(page, line, word.index, rows[0])
        if draft is not None:
            found.append(draft)
    return found


def _draft(page: Page, line: Line, i: int, row: SpeechRow) -> Draft | None:
    passive = line.child(i, "nsubjpass")
    verb = line.words[i].head if passive is None else i
    source = passive
    if passive is None and line.words[verb].lemma in LINKING:
        source = subject_of(line, verb)
    if source is None or line.words[source].lower in ("it", "this", "that", "what", "which"):
        return None
    content = _content(line, i, row)
    if content is None:
        return None
    first, last, head = content
    draft = Draft(line, (i, i), row, source=source, head=i, stance=row.stance, forward=True, clausal=True)
    draft.source_words = speaker_span(line, source, i)
    draft.block = (i, i)
    if is_negated(line, verb):
        draft.stance = TURNED[row.stance]
    if head is not None and leaves_open(line, head):
        draft.stance = "doubts"
    draft.add(first, last)
    return draft if draft.content else None


def _content(line: Line, i: int, row: SpeechRow) -> tuple[int, int, int | None] | None:
    """First and last word of what is said, and the head of its clause."""
    for c in line.parse.children[i]:
        word = line.words[c]
        if c < i:
            continue
        if word.dependency in CLAUSES and _is_told(line, c):
            return line.first(c), line.last(c), c
        if word.dependency == "prep" and word.lower in row.takes and line.child(c, "pobj", "pcomp") is not None:
            return c + 1, line.last(c), None
    return None


def _is_told(line: Line, c: int) -> bool:
    """ "(That) they will": a clause with its own subject, and no "where" or "because" before it."""
    mark = line.child(c, "mark")
    if mark is not None and line.words[mark].lower not in ("that", "whether", "if"):
        return False
    opener = line.words[line.first(c)]
    return line.child(c, "nsubj", "nsubjpass", "expl") is not None and opener.tag not in ("WRB", "WDT", "WP")
