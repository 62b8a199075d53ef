"""Clauses that take up what was told before: "a charge rejected by the group", "the report was false", "it had not".

Their own words name no act; what they stand for is told before them.
"""

from __future__ import annotations

from collections.abc import Iterator

from tidings.claims.answers.alive import find_alive
from tidings.claims.answers.clause import Answer, make_answer
from tidings.claims.answers.disowned import find_disowned
from tidings.claims.answers.elided import (
    find_left_out,
    find_no_word_of_it,
    find_none,
    find_none_done,
    find_without_truth,
)
from tidings.claims.answers.replies import find_reply
from tidings.claims.answers.turned_down import find_turned_down
from tidings.claims.answers.unheard import find_unheard
from tidings.claims.answers.words import (
    REALITY,
    has_no_object,
    is_doubtful,
    is_negated,
    is_under_denial,
    is_untrue,
    stands_for,
)
from tidings.lexicons.scope import scope_words
from tidings.records import Parse, Stance, Word
from tidings.syntax import child, children, subtree

ADMITTING = frozenset({"confirm", "admit", "acknowledge"})
CONFIRMING = frozenset(
    {
        "confirm",
        "verify",
        "corroborate",
        "substantiate",
        "check",
        "establish",
        "authenticate",
        "claim",
        "acknowledge",
        "admit",
        "announce",
        "concede",
    }
)
CALLING = frozenset({"call", "brand", "label", "describe", "dub", "term"})
MOCKING = frozenset({"laugh", "scoff", "sneer", "jeer"})  # "laughed at the report"
PROVING = frozenset({"be", "prove", "turn"})
HOLDING_UP = frozenset({"water", "up", "out"})  # "does not hold water", "is not borne out"
BELIEVING = frozenset({"believe", "trust", "credit", "buy"})
PERSONS = frozenset({"us", "them", "him", "her", "me", "we", "they"})


def find_answers(parse: Parse) -> Iterator[Answer]:
    """The answers of one sentence in order."""
    for word in parse.words:
        answer = (
            _taken_up(parse, word) or find_disowned(parse, word) or _judged(parse, word)
            or find_without_truth(parse, word) or find_no_word_of_it(parse, word)
            or find_none(parse, word) or find_none_done(parse, word) or find_left_out(parse, word)
            or find_reply(parse, word) or find_turned_down(parse, word) or find_alive(parse, word)
            or find_unheard(parse, word)
        )  # fmt: skip
        if answer and not _is_open(parse, answer.verb) and not _says_what_itself(parse, answer):
            yield answer


def _is_open(parse: Parse, verb: int) -> bool:
    """ "If it is true", "would not promise that there would be none", "nor have they said that they won't"."""
    if any(parse.words[c].lower in ("if", "unless", "whether") for c in parse.children[verb]):
        return True
    above = parse.words[verb].head
    if parse.words[verb].dependency != "ccomp" or above > verb:
        return False
    lowers = {parse.words[c].lower for c in parse.children[above]}
    return is_negated(parse, above) or not {"neither", "nor"}.isdisjoint(lowers)


def _says_what_itself(parse: Parse, answer: Answer) -> bool:
    """ "It is false that they left", "calls it slander to say so": the "it" stands for a clause that follows."""
    if answer.what is None:
        return False
    what = parse.words[answer.what]
    if what.lower == "that" and what.tag == "WDT":  # "the strikes that the ministry acknowledges"
        head = parse.words[parse.words[answer.verb].head]
        return parse.words[answer.verb].dependency == "relcl" and not stands_for(parse, head.index)
    if what.lower != "it":
        return False
    said = [answer.verb, *children(parse, answer.verb, "acomp", "attr", "oprd", "ccomp")]
    below = [c for s in said for c in children(parse, s, "ccomp", "xcomp", "csubj", "advcl", "acl")]
    clauses = [c for c in below if c > answer.verb]
    return any(parse.words[d].lower in ("that", "to") for c in clauses for d in parse.children[c])


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
    if what is None and word.lemma in MOCKING:
        at = (c for c in children(parse, word.index, "prep") if parse.words[c].lower == "at")
        what = next((p for c in at for p in children(parse, c, "pobj")), None)
    if what is None and word.lemma in CALLING:
        called = [*children(parse, word.index, "oprd"), *(c for c in children(parse, word.index, "nsubj") if c > 0)]
        what = next((c for c in called if stands_for(parse, c)), None)
    if what is None or not stands_for(parse, what):
        return None
    if passive is None:
        said_by = child(parse, word.index, "nsubj")
        if said_by is None and _is_declined(parse, word):  # "the Red Cross was unable to confirm it"
            above = parse.words[word.head]
            said_by = child(parse, above.head if above.dependency == "acomp" else above.index, "nsubj")
    else:
        agent = child(parse, word.index, "agent")
        said_by = None if agent is None else child(parse, agent, "pobj")
    return make_answer(parse, stance, word.index, said_by, what)


def _stance_of_verb(parse: Parse, word: Word) -> Stance | None:
    if not word.tag.startswith("VB"):
        return None
    negated = is_negated(parse, word.index) or _is_declined(parse, word)
    effect = scope_words("verbs").get(word.lemma)
    if word.lemma in CALLING:
        return "denies" if _calls_untrue(parse, word) else None
    if effect == "untrue" or _turns_down(parse, word):
        is_open = effect == "untrue" and _is_left_open(parse, word)
        return None if negated else "doubts" if is_open else "denies"
    if word.lemma in BELIEVING:  # "residents do not believe it"; what nobody believed is told for its own sake
        return "doubts" if child(parse, word.index, "neg") is not None else None
    is_passive = child(parse, word.index, "nsubjpass", "auxpass") is not None
    return _stance_of_doubt(word, negated, is_passive)


def _stance_of_doubt(word: Word, negated: bool, is_passive: bool) -> Stance | None:
    """ "Doubted it", "could not confirm it"; "confirmed it" takes it up as so."""
    if not negated:
        if scope_words("verbs").get(word.lemma) == "doubted":
            return "denies" if word.lemma == "dispute" and not is_passive else "doubts"
        return "asserts" if word.lemma in ADMITTING else None
    return "doubts" if word.lemma in CONFIRMING else None


def _calls_untrue(parse: Parse, word: Word) -> bool:
    """ "Called it a lie", "branded as invention"."""
    called = [*children(parse, word.index, "oprd", "ccomp", "dobj"), *_as_what(parse, word.index)]
    return any(is_untrue(parse, c) for c in called)


def _turns_down(parse: Parse, word: Word) -> bool:
    """ "Rejected the claim", "made it up"."""
    made_up = word.lemma == "make" and any(parse.words[c].lower == "up" for c in children(parse, word.index, "prt"))
    return made_up or word.lemma in scope_words("answering")


def _is_declined(parse: Parse, word: Word) -> bool:
    """ "Was unable to confirm it", "declined to acknowledge it"."""
    above = parse.words[word.head]
    return word.dependency == "xcomp" and above.lemma in ("unable", "unwilling", "decline", "refuse", "fail")


def _is_left_open(parse: Parse, word: Word) -> bool:
    """ "Neither confirmed nor denied", "would not confirm or deny"."""
    above = parse.words[word.head]
    if word.dependency != "conj" or above.lemma not in ADMITTING:
        return False
    joints = {parse.words[c].lower for c in children(parse, above.index, "cc", "preconj", "neg", "advmod")}
    return not {"nor", "neither"}.isdisjoint(joints) or is_negated(parse, above.index)


def _as_what(parse: Parse, verb: int) -> list[int]:
    """ "Described as pure invention a report that …"."""
    return [n for c in children(parse, verb, "prep") if parse.words[c].lower == "as" for n in parse.children[c]]


def _judged(parse: Parse, word: Word) -> Answer | None:
    """ "The report is false", "it was not true", "does not correspond to reality", "that is a lie"."""
    what = child(parse, word.index, "nsubj")
    if what is None and (word.lemma == "bear" or is_doubtful(parse, word.index)):
        what = child(parse, word.index, "nsubjpass")
    if what is None or not stands_for(parse, what):
        return None
    negated = is_negated(parse, word.index)
    said = list(children(parse, word.index, "acomp", "attr", "prep", "dobj", "oprd"))
    if is_doubtful(parse, word.index):
        return None if negated else make_answer(parse, "doubts", word.index, None, what)
    if word.lemma == "be" and any(parse.words[c].lower in PERSONS for c in said):  # "denied that it was them"
        if negated is is_under_denial(parse, word):
            return None
    elif word.lemma in PROVING:
        said += [d for c in children(parse, word.index, "xcomp") for d in children(parse, c, "acomp", "attr", "oprd")]
        untrue = any(is_untrue(parse, c) for c in said)
        true = any(parse.words[c].lower in ("true", "correct", "accurate", "so") for c in said)
        if not (untrue and not negated) and not (true and negated):
            return None
    elif not ((negated or has_no_object(parse, word.index)) and _speaks_of_reality(parse, word)):
        return None
    return make_answer(parse, "denies", word.index, None, what)


def _speaks_of_reality(parse: Parse, word: Word) -> bool:
    """ "Does not reflect the truth", "did not happen", "did not take place"."""
    below = [parse.words[i].lemma for i in subtree(parse, word.index)]
    if word.lemma in ("correspond", "reflect", "match", "have", "contain"):
        return not REALITY.isdisjoint(below)
    if word.lemma in ("hold", "bear", "stand"):
        return not HOLDING_UP.isdisjoint(parse.words[i].lower for i in subtree(parse, word.index))
    return word.lemma in ("happen", "occur") or (word.lemma == "take" and "place" in below)
