"""Speakers named without a verb of speech: "according to", "in X's words", "per"; "reportedly", which names nobody."""

from __future__ import annotations

from tidings.claims.attribution.draft import Draft
from tidings.claims.attribution.names import Naming, name_speakers
from tidings.claims.attribution.page import Line, Page
from tidings.lexicons.speech import SpeechRow
from tidings.syntax import clause_span

LONGEST_OWNER = 9  # words from "by" to "reckoning"
WAITING = frozenset("be have do will would may might can could should".split())
QUANTITIES = frozenset("dozens scores hundreds thousands most some many people".split())
CLAUSES = frozenset("relcl acl advcl ccomp conj pcomp".split())
HEARSAY = SpeechRow(
    name="speech.adverbs.reportedly", lemma="reportedly", cue_class="allege", stance="asserts", links=True, hedged=True,
    example="The bridge was reportedly mined.",
)  # fmt: skip


def find_according(page: Page, line: Line) -> list[Draft]:
    """Phrases of speech and adverbs of hearsay in a sentence."""
    found = []
    openers = {row.lemma.split(" ")[0] for row in page.speech.phrases}
    adverbs = page.speech.words["adverbs"]
    for word in line.words:
        if word.lower in openers:
            found.extend(_phrase_at(page, line, word.index))
        elif word.lower in adverbs:
            found.append(_hearsay(line, word.index))
    return found


def _phrase_at(page: Page, line: Line, i: int) -> list[Draft]:
    for row in page.speech.phrases:
        matched = _match(line, i, row.lemma.split(" "))
        if matched is None:
            continue
        cue_last, source, last = matched
        if line.words[source].lemma in page.speech.words["not_speakers"]:
            continue
        if row.lemma == "per" and line.words[source].pos != "PROPN" and line.child(source, "det") is None:
            continue
        if line.words[source].entity in ("DATE", "TIME"):
            continue  # "by Sunday's count"
        draft = Draft(line, (i, cue_last), row, source=source, kind="according", head=i, stance=row.stance)
        first = max(line.first(source), i + 1)
        if "*" in row.lemma:
            draft.source_words = (first, line.last(source) - (line.words[line.last(source)].tag == "POS"))
        else:
            last = min(last, _end_of_phrase(line, source, i))
            draft.source_words = (max(first, cue_last + 1), min(line.last(source), last))
        if line.words[source].tag == "PRP$":
            draft.naming = _named_by_subject(page, line, i)
        draft.block = (i, max(last, draft.source_words[1]))
        _fill(line, draft, line.words[i].head if line.words[i].head != i else source)
        return [draft] if draft.content else []
    return []


def _match(line: Line, i: int, pattern: list[str]) -> tuple[int, int, int] | None:
    """Last word of the cue, head of the speaker, last word of all, for a phrase that begins at word i."""
    words = line.words
    if "*" not in pattern:
        if [w.lower for w in words[i : i + len(pattern)]] != pattern:
            return None
        last = i + len(pattern) - 1
        source = line.child(last, "pobj") or (line.child(i, "pobj") if last > i else None)
        return (last, source, line.last(source)) if source is not None and source > last else None
    if words[i].lower != pattern[0]:
        return None
    noun = line.child(i, "pobj")
    if noun is None or words[noun].lower != pattern[-1]:
        return _owned(line, i, pattern[-1])
    owner = line.child(noun, "poss")
    return (i, owner, noun) if owner is not None and owner > i else _owned(line, i, pattern[-1])


def _named_by_subject(page: Page, line: Line, i: int) -> Naming | None:
    """ "By its own account the militia lost forty men": whose account it is the clause's subject says."""
    verb = line.words[i].head
    subject = line.child(verb, "nsubj", "nsubjpass")
    if subject is None or line.words[subject].pos not in ("NOUN", "PROPN") or line.words[subject].lower in QUANTITIES:
        return None
    naming = name_speakers(page, line, subject)
    return naming if naming.names else None


def _owned(line: Line, i: int, noun: str) -> tuple[int, int, int] | None:
    """ "By the navy's own reckoning", whatever a parser made of it: the owner stands before it with its "'s"."""
    words = line.words
    for k in range(i + 2, min(i + LONGEST_OWNER, len(words))):
        if line.is_mark(k) or words[k].tag in ("VBD", "VBZ", "MD"):
            return None
        if words[k].lower != noun:
            continue
        before = k - 1 - (words[k - 1].lower == "own")
        if words[before].tag == "POS" and words[before - 1].pos in ("NOUN", "PROPN"):
            return i, before - 1, k
        return (i, before, k) if words[before].tag == "PRP$" and before == i + 1 else None
    return None


def _end_of_phrase(line: Line, source: int, i: int) -> int:
    """The speaker's phrase without the clause after a comma that a parser may hang on it.

    "They were, according to a monk, put to death": where the verb still waits for its rest, the comma ends the phrase.
    """
    last = line.last(source)
    if i > 1 and line.words[i - 1].text == "," and line.words[i - 2].lemma in WAITING:
        return next((k - 1 for k in range(source + 1, last + 1) if line.words[k].text == ","), last)
    for k in range(source + 1, last + 1):
        word = line.words[k]
        if word.text == "," and any(
            (line.words[c].dependency in ("ccomp", "parataxis", "conj") or line.words[c].pos == "NUM") and c > k
            for c in line.parse.children[source]
        ):
            return k - 1
    return last


def _fill(line: Line, draft: Draft, head: int) -> None:
    """The clause that the phrase stands in: its own if that is a lesser one, else the sentence between semicolons."""
    first, last = draft.block
    left, right = _clause_of(line, head, first, last)
    if first > left + 1 and line.words[first - 1].text == "," and line.words[first - 2].dependency == "cc":
        left = first  # "…, and, according to the crew, …": only what follows
    for a, b in ((left, first - 1), (last + 1, right)):
        span = line.span(a, b) if a <= b else None
        if span and span[1] - span[0] > 3:
            draft.content.append(span)


def _clause_of(line: Line, head: int, first: int, last: int) -> tuple[int, int]:
    words = line.words
    left, right = 0, len(words) - 1
    for i, word in enumerate(words):
        if word.text == ";" and i < first:
            left = i + 1
        if word.text == ";" and i > last:
            right = i - 1
            break
    while words[head].pos not in ("VERB", "AUX") and words[head].head != head:
        head = words[head].head
    inside = (
        first > left and last < right - 1
    )  # set in the middle of a clause of its own: "where, according to a nurse, …"
    if inside and words[head].dependency in CLAUSES and line.first(head) < first:
        opener = words[line.first(head)].lower
        if words[head].dependency in ("relcl", "ccomp", "advcl") or opener in ("but", "and", "while"):
            return line.first(head), line.last(head)
    if not inside and first > left:
        left = max(left, _new_clause(line, left, first))
    return left, right


def _new_clause(line: Line, left: int, first: int) -> int:
    """Where ", but …" or ", while …" begins a clause of its own before a phrase at the end."""
    for i in range(first - 1, left, -1):
        word = line.words[i]
        if word.lower in ("but", "while", "whereas", "although", "though") and line.words[i - 1].text == ",":
            return i
    return left


def _hearsay(line: Line, i: int) -> Draft:
    """ "Reportedly" over its clause."""
    head = line.words[i].head
    draft = Draft(line, (i, i), HEARSAY, hedged=True, head=i, naming=Naming(()), block=(i, i))
    span = line.span(*clause_span(line.parse, head))
    if span:
        draft.content.append(span)
    return draft
