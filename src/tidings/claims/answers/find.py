"""Clauses that take up what was told before: "a charge rejected by the group", "the report was false", "it had not".

Their own words name no act; what they stand for is told before them.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from tidings.lexicons.scope import scope_words
from tidings.records import Parse, Stance, Word
from tidings.syntax import child, children, is_noun, subtree

CONFIRMING = frozenset({"confirm", "verify", "corroborate", "substantiate", "establish", "authenticate"})
REALITY = frozenset({"truth", "reality", "fact", "foundation", "basis"})
CALLING = frozenset({"call", "brand", "label", "describe", "dub", "term"})
EMPTY_VERBS = frozenset({"do", "have", "be", "can", "could", "will", "would"})
EMPTY_PARTS = frozenset({"nsubj", "neg", "aux", "punct", "mark", "cc", "advmod", "intj"})
CLAUSE_STARTS = frozenset({"conj", "parataxis", "ccomp", "advcl", "relcl", "acl", "appos"})
LONGEST = 400


class Answer(msgspec.Struct, frozen=True):
    """A clause of one sentence that takes up what stands before `start`.

    `said_by` is the word of whoever answers, where the clause itself says so; `what` the word that stands for what was
    told, None where the clause only leaves its verb out.
    """

    stance: Stance
    verb: int
    start: int
    end: int
    said_by: int | None = None
    what: int | None = None


def find_answers(parse: Parse) -> Iterator[Answer]:
    """The answers of one sentence in order."""
    for word in parse.words:
        if answer := _taken_up(parse, word) or _judged(parse, word) or _left_out(parse, word):
            yield answer


def _taken_up(parse: Parse, word: Word) -> Answer | None:
    """ "The army denied the report", "figures that are rejected", "could not verify her account", "called it a lie"."""
    stance = _stance_of_verb(parse, word)
    if stance is None:
        return None
    passive = child(parse, word.index, "nsubjpass")
    if passive is None and word.dependency == "acl" and word.tag == "VBN":
        passive = word.head
    what = passive if passive is not None else child(parse, word.index, "dobj")
    if what is None and word.lemma in CALLING:
        what = next((c for c in children(parse, word.index, "nsubj") if c > 0 and _stands_for(parse, c)), None)
    if what is None or not _stands_for(parse, what):
        return None
    if passive is None:
        said_by = child(parse, word.index, "nsubj")
    else:
        agent = child(parse, word.index, "agent")
        said_by = None if agent is None else child(parse, agent, "pobj")
    return _answer(parse, stance, word.index, said_by, what)


def _stance_of_verb(parse: Parse, word: Word) -> Stance | None:
    if not word.tag.startswith("VB"):
        return None
    negated = _is_negated(parse, word.index)
    effect = scope_words("verbs").get(word.lemma)
    if word.lemma in CALLING:
        return "denies" if any(_is_untrue(parse, c) for c in children(parse, word.index, "oprd", "ccomp", "dobj")) else None
    if effect == "untrue" or word.lemma == "reject":
        return None if negated else "denies"
    if effect == "doubted":
        return None if negated else "doubts"
    return "doubts" if negated and word.lemma in CONFIRMING else None


def _judged(parse: Parse, word: Word) -> Answer | None:
    """ "The report is false", "it was not true", "does not correspond to reality", "that is a lie"."""
    what = child(parse, word.index, "nsubj")
    if what is None or not _stands_for(parse, what):
        return None
    negated = _is_negated(parse, word.index)
    said = children(parse, word.index, "acomp", "attr", "prep", "dobj")
    if word.lemma == "be":
        untrue = any(_is_untrue(parse, c) for c in said)
        true = any(parse.words[c].lower in ("true", "correct", "accurate", "so") for c in said)
        if not (untrue and not negated) and not (true and negated):
            return None
    elif not (negated and _speaks_of_reality(parse, word)):
        return None
    return _answer(parse, "denies", word.index, None, what)


def _speaks_of_reality(parse: Parse, word: Word) -> bool:
    """ "Does not reflect the truth", "did not happen", "did not take place"."""
    below = [parse.words[i].lemma for i in subtree(parse, word.index)]
    if word.lemma in ("correspond", "reflect", "match", "have", "contain"):
        return not REALITY.isdisjoint(below)
    return word.lemma in ("happen", "occur") or (word.lemma == "take" and "place" in below)


def _left_out(parse: Parse, word: Word) -> Answer | None:
    """ "It had not." "The army says that it did not." "They cannot have.": the verb itself is left out."""
    if word.lemma not in EMPTY_VERBS or word.tag in ("VBG", "VBN") or word.dependency in ("aux", "auxpass"):
        return None
    below = [parse.words[c] for c in parse.children[word.index]]
    if not any(w.dependency == "neg" for w in below) or not any(w.dependency == "nsubj" for w in below):
        return None
    if any(w.dependency not in EMPTY_PARTS for w in below):
        return None
    return _answer(parse, "denies", word.index, None, None)


def _answer(parse: Parse, stance: Stance, verb: int, said_by: int | None, what: int | None) -> Answer:
    start, end = _clause(parse, verb)
    return Answer(stance, verb, start, end, said_by, what)


def _clause(parse: Parse, verb: int) -> tuple[int, int]:
    top = parse.words[verb].head if parse.words[verb].dependency in ("acl", "relcl") else verb
    words = [i for i in subtree(parse, top) if i == top or not _is_beyond(parse, i, top)]
    first, last = min(words), max(words)
    while last > first and parse.words[last].text in (".", ",", ";", ":"):
        last -= 1
    start = parse.words[first].start
    return start, min(parse.words[last].end, start + LONGEST)


def _is_beyond(parse: Parse, i: int, top: int) -> bool:
    """Whether a word belongs to a clause coordinated with the answer."""
    while i != top:
        if parse.words[i].dependency in ("conj", "parataxis") and parse.words[i].head == top:
            return True
        i = parse.words[i].head
    return False


def _stands_for(parse: Parse, i: int) -> bool:
    """Whether a noun phrase only points at what was told: "it", "this", "the charge", "both figures", "her account"."""
    word = parse.words[i]
    if word.pos == "PRON" or word.tag in ("DT", "WDT", "WP"):
        return word.lower in scope_words("pointing")
    return is_noun(word) and word.lemma in scope_words("accounts")


def _is_untrue(parse: Parse, i: int) -> bool:
    word = parse.words[i]
    if word.dependency == "prep":
        return word.lower == "without" and any(parse.words[c].lemma in REALITY for c in parse.children[i])
    words = [word, *(parse.words[c] for c in children(parse, i, "acomp", "oprd", "attr"))]
    return any(scope_words(part).get(w.lemma) == "untrue" for part in ("adjectives", "nouns") for w in words)


def _is_negated(parse: Parse, i: int) -> bool:
    return any(parse.words[c].dependency == "neg" for c in parse.children[i]) or any(
        parse.words[c].lower in ("nobody", "none", "neither") for c in children(parse, i, "nsubj", "nsubjpass")
    )
