"""Clauses that take up what was told before: "a charge rejected by the group", "the report was false", "it had not".

Their own words name no act; what they stand for is told before them.
"""

from __future__ import annotations

from collections.abc import Iterator

from tidings.claims.answers.clause import Answer, make_answer
from tidings.claims.answers.words import REALITY, is_negated, is_untrue, stands_for
from tidings.lexicons.scope import scope_words
from tidings.records import Parse, Stance, Word
from tidings.syntax import child, children, subtree

ADMITTING = frozenset({"confirm", "admit", "acknowledge"})
CONFIRMING = frozenset({"confirm", "verify", "corroborate", "substantiate", "check", "establish", "authenticate"})
CALLING = frozenset({"call", "brand", "label", "describe", "dub", "term"})
PROVING = frozenset({"be", "prove", "turn"})
EMPTY_VERBS = frozenset({"do", "have", "be", "can", "could", "will", "would"})
EMPTY_PARTS = frozenset({"nsubj", "neg", "aux", "punct", "mark", "cc", "advmod", "intj"})
SIGNS = frozenset({"sign", "trace", "word", "evidence", "news"})
PERSONS = frozenset({"us", "them", "him", "her", "me", "we", "they"})


def find_answers(parse: Parse) -> Iterator[Answer]:
    """The answers of one sentence in order."""
    for word in parse.words:
        answer = (
            _taken_up(parse, word) or _judged(parse, word) or _without_truth(parse, word)
            or _none(parse, word) or _left_out(parse, word)
        )  # fmt: skip
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
        called = [*children(parse, word.index, "oprd"), *(c for c in children(parse, word.index, "nsubj") if c > 0)]
        what = next((c for c in called if stands_for(parse, c)), None)
    if what is None or not stands_for(parse, what):
        return None
    if passive is None:
        said_by = child(parse, word.index, "nsubj")
    else:
        agent = child(parse, word.index, "agent")
        said_by = None if agent is None else child(parse, agent, "pobj")
    return make_answer(parse, stance, word.index, said_by, what)


def _stance_of_verb(parse: Parse, word: Word) -> Stance | None:
    if not word.tag.startswith("VB"):
        return None
    negated = is_negated(parse, word.index)
    effect = scope_words("verbs").get(word.lemma)
    if word.lemma in CALLING:
        called = [*children(parse, word.index, "oprd", "ccomp", "dobj"), *_as_what(parse, word.index)]
        return "denies" if any(is_untrue(parse, c) for c in called) else None
    if effect == "untrue" or word.lemma in scope_words("answering"):
        return None if negated else "denies"
    if effect == "doubted":
        return None if negated else "doubts"
    if word.lemma in ADMITTING and not negated:
        return "asserts"
    return "doubts" if negated and word.lemma in CONFIRMING else None


def _as_what(parse: Parse, verb: int) -> list[int]:
    """ "Described as pure invention a report that …"."""
    return [n for c in children(parse, verb, "prep") if parse.words[c].lower == "as" for n in parse.children[c]]


def _judged(parse: Parse, word: Word) -> Answer | None:
    """ "The report is false", "it was not true", "does not correspond to reality", "that is a lie"."""
    what = child(parse, word.index, "nsubj")
    if what is None or not stands_for(parse, what):
        return None
    negated = is_negated(parse, word.index)
    said = list(children(parse, word.index, "acomp", "attr", "prep", "dobj", "oprd"))
    if word.lemma == "be" and any(parse.words[c].lower in PERSONS for c in said):  # "denied that it was them"
        if negated is _is_under_denial(parse, word):
            return None
    elif word.lemma in PROVING:
        said += [d for c in children(parse, word.index, "xcomp") for d in children(parse, c, "acomp", "attr", "oprd")]
        untrue = any(is_untrue(parse, c) for c in said)
        true = any(parse.words[c].lower in ("true", "correct", "accurate", "so") for c in said)
        if not (untrue and not negated) and not (true and negated):
            return None
    elif not (negated and _speaks_of_reality(parse, word)):
        return None
    return make_answer(parse, "denies", word.index, None, what)


def _speaks_of_reality(parse: Parse, word: Word) -> bool:
    """ "Does not reflect the truth", "did not happen", "did not take place"."""
    below = [parse.words[i].lemma for i in subtree(parse, word.index)]
    if word.lemma in ("correspond", "reflect", "match", "have", "contain"):
        return not REALITY.isdisjoint(below)
    return word.lemma in ("happen", "occur") or (word.lemma == "take" and "place" in below)


def _without_truth(parse: Parse, word: Word) -> Answer | None:
    """ "There is no truth in the story", "not a grain of truth in it"."""
    if word.lemma != "be" or child(parse, word.index, "expl") is None:
        return None
    for said in children(parse, word.index, "attr"):
        below = subtree(parse, said)
        if not any(parse.words[i].lemma in REALITY for i in below):
            continue
        if not any(parse.words[i].lower in ("no", "not", "little") for i in [*below, *parse.children[word.index]]):
            continue
        accounts = [n for c in [*below, *children(parse, word.index, "prep")] for n in children(parse, c, "pobj")]
        what = next((n for n in accounts if stands_for(parse, n)), None)
        if what is not None:
            return make_answer(parse, "denies", word.index, None, what)
    return None


def _none(parse: Parse, word: Word) -> Answer | None:
    """ "They knew of none", "nobody has ordered one", "there was no sign of it": what was told has not come about."""
    if word.lower == "none" and word.dependency == "attr" and child(parse, word.head, "expl") is not None:
        return make_answer(parse, "denies", word.head, None, None)  # "there was none"
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
    return make_answer(parse, stance, verb, None, None)


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
    return make_answer(parse, "denies", word.index, None, None)


def _is_under_denial(parse: Parse, word: Word) -> bool:
    """ "Denied that it had"."""
    above = parse.words[word.head]
    return word.dependency == "ccomp" and scope_words("verbs").get(above.lemma) == "untrue"
