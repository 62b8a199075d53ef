"""Clauses that take up what was told before: "a charge rejected by the group", "the report was false", "it had not".

Their own words name no act; what they stand for is told before them.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from tidings.lexicons.scope import scope_words
from tidings.records import Parse, Stance, Word
from tidings.syntax import child, children, is_noun, subtree

ADMITTING = frozenset({"confirm", "admit", "acknowledge"})
CONFIRMING = frozenset({"confirm", "verify", "corroborate", "substantiate", "establish", "authenticate"})
REALITY = frozenset({"truth", "reality", "fact", "foundation", "basis"})
CALLING = frozenset({"call", "brand", "label", "describe", "dub", "term"})
EMPTY_VERBS = frozenset({"do", "have", "be", "can", "could", "will", "would"})
EMPTY_PARTS = frozenset({"nsubj", "neg", "aux", "punct", "mark", "cc", "advmod", "intj"})
SIGNS = frozenset({"sign", "trace", "word", "evidence", "news"})
PERSONS = frozenset({"us", "them", "him", "her", "me", "we", "they"})
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
        answer = _taken_up(parse, word) or _judged(parse, word) or _none(parse, word) or _left_out(parse, word)
        if answer and not any(parse.words[c].lower in ("if", "unless", "whether") for c in parse.children[answer.verb]):
            yield answer


def _taken_up(parse: Parse, word: Word) -> Answer | None:
    """ "The army denied the report", "figures that are rejected", "could not verify her account", "called it a lie"."""
    stance = _stance_of_verb(parse, word)
    if stance is None:
        return None
    passive = child(parse, word.index, "nsubjpass")
    if passive is None and word.dependency == "acl" and word.tag == "VBN":
        passive = word.head
    if passive is None and word.tag == "VBN" and word.dependency == "conj" and child(parse, word.index, "auxpass"):
        passive = child(parse, word.head, "nsubj", "nsubjpass")
    what = passive if passive is not None else child(parse, word.index, "dobj")
    if what is None and word.dependency == "relcl":  # "a charge it denies"
        what = word.head
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
        return (
            "denies"
            if any(_is_untrue(parse, c) for c in children(parse, word.index, "oprd", "ccomp", "dobj"))
            else None
        )
    if effect == "untrue" or word.lemma == "reject":
        return None if negated else "denies"
    if effect == "doubted":
        return None if negated else "doubts"
    if word.lemma in ADMITTING and not negated:
        return "asserts"
    return "doubts" if negated and word.lemma in CONFIRMING else None


def _judged(parse: Parse, word: Word) -> Answer | None:
    """ "The report is false", "it was not true", "does not correspond to reality", "that is a lie"."""
    what = child(parse, word.index, "nsubj")
    if what is None or not _stands_for(parse, what):
        return None
    negated = _is_negated(parse, word.index)
    said = children(parse, word.index, "acomp", "attr", "prep", "dobj")
    if word.lemma == "be" and any(parse.words[c].lower in PERSONS for c in said):  # "denied that it was them"
        if negated is _is_under_denial(parse, word):
            return None
    elif word.lemma == "be":
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


def _none(parse: Parse, word: Word) -> Answer | None:
    """ "They knew of none", "nobody has ordered one", "there was no sign of it": what was told has not come about."""
    if word.lower not in ("none", "one", "it") or word.dependency not in ("dobj", "pobj"):
        return None
    if word.lower == "none" and parse.children[word.index]:
        return None
    above = parse.words[word.head]
    governor = parse.words[above.head] if word.dependency == "pobj" else above
    if governor.lemma in SIGNS and any(parse.words[c].lower == "no" for c in parse.children[governor.index]):
        verb = governor.head
    elif word.lower == "none" or (word.lower == "one" and _has_nobody(parse, governor.index)):
        verb = governor.index
    else:
        return None
    if not parse.words[verb].tag.startswith("VB"):
        return None
    stance: Stance = "doubts" if parse.words[verb].lemma in ("know", "hear") else "denies"
    return _answer(parse, stance, verb, None, None)


def _has_nobody(parse: Parse, i: int) -> bool:
    return any(parse.words[c].lower in ("nobody", "neither", "none") for c in children(parse, i, "nsubj"))


def _left_out(parse: Parse, word: Word) -> Answer | None:
    """ "It had not." "The army says that it did not." "They cannot have.": the verb itself is left out."""
    if word.lemma not in EMPTY_VERBS or word.tag in ("VBG", "VBN") or word.dependency in ("aux", "auxpass"):
        return None
    below = [parse.words[c] for c in parse.children[word.index]]
    if not any(w.dependency == "nsubj" for w in below):
        return None
    if any(w.dependency == "neg" for w in below) is _is_under_denial(parse, word):
        return None
    if any(w.dependency not in EMPTY_PARTS for w in below):
        return None
    return _answer(parse, "denies", word.index, None, None)


def _is_under_denial(parse: Parse, word: Word) -> bool:
    """ "Denied that it had"."""
    above = parse.words[word.head]
    return word.dependency == "ccomp" and scope_words("verbs").get(above.lemma) == "untrue"


def _answer(parse: Parse, stance: Stance, verb: int, said_by: int | None, what: int | None) -> Answer:
    start, end = _clause(parse, verb)
    return Answer(stance, verb, start, end, said_by, what)


def _clause(parse: Parse, verb: int) -> tuple[int, int]:
    """The answer's own clause with the words that say who answers, between semicolons."""
    word = parse.words[verb]
    top = word.head if word.dependency in ("acl", "relcl", "ccomp") else verb
    if word.dependency == "ccomp" and word.head > verb:  # "it did not, the army says": the speaker is found apart
        top = verb
    words = [i for i in subtree(parse, top) if i == top or not _is_beyond(parse, i, top)]
    first, last = min(words), max(words)
    parting = [w.index for w in parse.words if w.text in (";", ":", "–", "—")]
    first = max([first, *(i + 1 for i in parting if i < verb)])
    last = min([last, *(i - 1 for i in parting if i > verb)])
    while last > first and parse.words[last].text in (".", ",", ";", ":", "and"):
        last -= 1
    while first < last and (parse.words[first].pos == "PUNCT" or parse.words[first].dependency == "cc"):
        first += 1
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


def has_content(parse: Parse, i: int) -> bool:
    """Whether a noun says itself what it is about: "the report that the town had fallen"."""
    return any(
        any(parse.words[d].lower == "that" for d in parse.children[c])
        for c in children(parse, i, "acl", "ccomp", "relcl")
        if parse.words[c].dependency != "relcl" or child(parse, c, "nsubj", "nsubjpass") is not None
    )


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
