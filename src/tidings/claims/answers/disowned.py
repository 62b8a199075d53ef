"""Clauses by which somebody disowns what was told: "it was not behind it", "had no part in it", "it was not ours"."""

from __future__ import annotations

import msgspec

from tidings.claims.answers.clause import Answer, make_answer
from tidings.claims.answers.words import is_negated, is_under_denial, stands_for
from tidings.records import Parse, Word
from tidings.syntax import child, children

SHARES = frozenset({"role", "part", "hand", "share", "involvement", "connection", "link"})
OF_SHARES = frozenset({"have", "play", "take", "deny", "know"})
TAKING_PART = frozenset({"involve", "implicate", "participate"})
OWNERS = frozenset({"ours", "hers", "theirs", "his", "mine"})
THINGS = frozenset({"it", "this", "that", "these", "those", "they"})
# What only says who did something, and so answers the last act of violence that was told.
DEEDS = frozenset({"fight", "destroy", "harm"})
AUTHORSHIP = frozenset({"involvement", "responsibility", "wrongdoing", "role", "part", "hand"})


def find_disowned(parse: Parse, word: Word) -> Answer | None:
    """The answer that a verb makes, if its clause says that somebody did not do what was told before it."""
    if word.dependency == "relcl" and not stands_for(parse, word.head):
        return None  # "a future in which he has no part"
    if _is_behind(parse, word) or _has_nothing_to_do(parse, word) or _has_no_share(parse, word):
        subject = child(parse, word.index, "nsubj", "nsubjpass")
        said_by = None if subject is None or parse.words[subject].pos == "PRON" else subject
        return msgspec.structs.replace(make_answer(parse, "denies", word.index, said_by, None), of_author=True)
    return None


def _is_behind(parse: Parse, word: Word) -> bool:
    """ "Was not behind it", "was not involved", "denied that it was theirs"."""
    if not (is_negated(parse, word.index) or is_under_denial(parse, word)):
        return False
    if word.lemma == "be" and any(parse.words[c].lower in OWNERS for c in children(parse, word.index, "attr", "acomp")):
        return any(parse.words[c].lower in THINGS for c in children(parse, word.index, "nsubj"))
    if word.lemma == "be":
        behind = [c for c in children(parse, word.index, "prep") if parse.words[c].lower == "behind"]
        return any(stands_for(parse, p) for c in behind for p in children(parse, c, "pobj"))
    if word.lemma not in TAKING_PART:
        return False
    named = [p for c in children(parse, word.index, "prep") for p in children(parse, c, "pobj")]
    return all(stands_for(parse, p) for p in named)


def _has_nothing_to_do(parse: Parse, word: Word) -> bool:
    """ "Had nothing to do with it"."""
    if word.lemma != "have":
        return False
    for nothing in children(parse, word.index, "dobj"):
        for do in children(parse, nothing, "relcl", "acl", "xcomp"):
            with_what = [p for c in children(parse, do, "prep") for p in children(parse, c, "pobj")]
            if parse.words[nothing].lower == "nothing" and any(stands_for(parse, p) for p in with_what):
                return True
    return False


def _has_no_share(parse: Parse, word: Word) -> bool:
    """ "Had no part in it", "played no role", "denied any part in it"."""
    if word.lemma not in OF_SHARES:
        return False
    for noun in children(parse, word.index, "dobj"):
        if parse.words[noun].lemma not in SHARES:
            continue
        none = word.lemma == "deny" or any(parse.words[c].lower == "no" for c in parse.children[noun])
        in_what = [p for c in children(parse, noun, "prep") for p in children(parse, c, "pobj")]
        if none and all(stands_for(parse, p) for p in in_what):
            return True
    return False
