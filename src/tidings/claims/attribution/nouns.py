"""Speech given by a noun: "a claim by X that …", "his warning of …", and reports that the same sentence calls false."""

from __future__ import annotations

from tidings.claims.attribution.draft import Draft
from tidings.claims.attribution.names import Naming
from tidings.claims.attribution.page import Line, Page
from tidings.claims.attribution.speakers import subject_of
from tidings.lexicons.speech import SpeechRow

GIVES = frozenset("make issue give repeat deliver release offer level raise voice renew have express".split())
# "Despite reports that …" may pass on what is so; "despite claims that …" does not.
BOASTS = frozenset("claim assertion boast rumour rumor insistence contention".split())


def find_nouns(page: Page, line: Line) -> list[Draft]:
    """Nouns of speech that say what was said."""
    found = []
    for word in line.words:
        row = page.speech.nouns.get(word.lemma)
        if row is None or word.pos != "NOUN" or word.dependency == "compound":
            continue
        draft = _draft(page, line, word.index, row[0])
        if draft is not None:
            found.append(draft)
    return found


def _draft(page: Page, line: Line, i: int, row: SpeechRow) -> Draft | None:
    content = _content(line, i, row)
    if content is None:
        return None
    draft = Draft(line, (i, i), row, head=i, stance=row.stance, block=(i, i), forward=True)
    draft.source = _speaker(line, i, content)
    if draft.source is None:
        draft.naming = Naming(())
        draft.hedged = row.impersonal
    else:
        first, last = line.first(draft.source), line.last(draft.source)
        draft.source_words = (first, min(last, i - 1) if draft.source < i else min(last, content[0] - 1))
    if _is_called_false(page, line, i) or (draft.source is None and _is_set_aside(line, i)):
        draft.stance, draft.hedged = "denies", False
    elif line.child(i, "neg") is not None or any(line.words[c].lower == "no" for c in line.parse.children[i]):
        draft.stance = "doubts"
    span = line.span(*content)
    if span is None:
        return None
    draft.content.append(span)
    return draft


def _content(line: Line, i: int, row: SpeechRow) -> tuple[int, int] | None:
    words = line.words
    for c in line.parse.children[i]:
        word = words[c]
        if c > i and word.dependency in ("acl", "relcl", "ccomp"):
            first = line.first(c)
            if words[first].lower == "that" and (words[first].dependency == "mark" or words[first].tag == "IN"):
                return first, line.last(c)
            if "to" in row.takes and any(words[d].tag == "TO" for d in line.parse.children[c]):
                return line.first(c), line.last(c)
    speaker = _by_whom(line, i)
    for h in (i, speaker):
        found = _under(line, h, row) if h is not None else None
        if found is not None:
            return found
    return _hung_on_the_speaker(line, speaker) if speaker is not None else None


def _under(line: Line, h: int, row: SpeechRow) -> tuple[int, int] | None:
    for c in line.parse.children[h]:
        word = line.words[c]
        if c > h and word.dependency == "prep" and word.lower in row.takes:
            below = line.child(c, "pobj", "pcomp")
            if below is not None and line.words[below].entity != "PERSON":
                return c + 1, line.last(c)
    return None


def _by_whom(line: Line, i: int) -> int | None:
    for c in line.parse.children[i]:
        if c > i and line.words[c].dependency in ("prep", "agent") and line.words[c].lower == "by":
            return line.child(c, "pobj")
    return None


def _hung_on_the_speaker(line: Line, speaker: int) -> tuple[int, int] | None:
    """ "The announcement by the palace that the queen had died", read as the palace's clause."""
    for c in line.parse.children[speaker]:
        first = line.first(c)
        clause = line.words[c].dependency in ("relcl", "acl") and line.words[first].lower == "that"
        if clause and line.child(c, "nsubj", "nsubjpass") not in (None, first):
            return first, line.last(c)
    return None


def _speaker(line: Line, i: int, content: tuple[int, int]) -> int | None:
    """Its owner, the one it is by or from, or the subject of the verb that gives it ("made the claim that")."""
    words = line.words
    owner = line.child(i, "poss")
    if owner is not None and words[owner].entity not in ("DATE", "TIME"):
        return owner
    for c in line.parse.children[i]:
        if words[c].dependency in ("prep", "agent") and words[c].lower in ("by", "from", "on", "of") and c > i:
            below = line.child(c, "pobj")
            if below is None or words[below].entity in ("DATE", "TIME"):
                continue
            if words[c].lower == "on" and words[below].lemma not in ("website", "site", "channel", "network", "media"):
                continue
            if words[c].lower == "of" and (
                (words[below].entity not in ("PERSON", "ORG", "NORP") and words[content[0]].lower != "that")
                or c < content[0] <= line.last(c)
            ):
                continue
            return below
    verb = words[words[i].head]
    if words[i].dependency == "dobj" and verb.lemma in GIVES:
        return subject_of(line, verb.index)
    return None


def _is_set_aside(line: Line, i: int) -> bool:
    """ "Despite claims that the town had fallen, …": what nobody named claims, and the report does not find so."""
    word, above = line.words[i], line.words[line.words[i].head]
    return word.dependency == "pobj" and above.lower == "despite" and word.lemma in BOASTS


def _is_called_false(page: Page, line: Line, i: int) -> bool:
    """ "Reports that … were false", "there is no truth in claims that …"."""
    words = line.words
    word = words[i]
    if word.dependency == "nsubj":
        predicate = line.child(word.head, "acomp", "attr", "oprd")
        if predicate is not None:
            untrue = words[predicate].lower in page.speech.words["falsehoods"]
            true = words[predicate].lower in ("true", "correct", "accurate")
            denied = line.child(word.head, "neg") is not None
            return untrue != denied if untrue else true and denied
    if word.dependency == "pobj" and words[word.head].lower in ("in", "to"):
        truth = words[words[word.head].head]
        return truth.lower in ("truth", "substance", "foundation", "basis") and any(
            words[c].lower == "no" for c in line.parse.children[truth.index]
        )
    return False
