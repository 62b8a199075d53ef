"""Whether an answer says itself what it answers: "it is false that villagers were moved", "there are none to clear"."""

from __future__ import annotations

from tidings.claims.answers.clause import Answer
from tidings.claims.answers.words import has_content
from tidings.records import Parse
from tidings.syntax import child, children

CLAUSES = ("ccomp", "csubj", "xcomp", "advcl")


def tells_itself(parse: Parse, answer: Answer) -> bool:
    """Whether the words that are answered have content of their own, so that nothing told before is meant."""
    if answer.what is None:
        return _is_none_of_a_kind(parse, answer.verb)
    if has_content(parse, answer.what):
        return True
    return parse.words[answer.what].lower == "it" and any(
        c > answer.what and (_has_that(parse, c) or any(_has_that(parse, d) for d in children(parse, c, *CLAUSES)))
        for c in children(parse, answer.verb, *CLAUSES)
    )


def is_elided(parse: Parse, verb: int) -> bool:
    """Whether a verb stands for one that is left out: "they were not", not "there was none"."""
    return child(parse, verb, "expl", "attr", "acomp", "dobj") is None


def _has_that(parse: Parse, i: int) -> bool:
    below = [parse.words[c] for c in parse.children[i]]
    return any(w.lower == "that" and w.dependency == "mark" for w in below) and any(
        w.dependency in ("nsubj", "nsubjpass") for w in below
    )


def _is_none_of_a_kind(parse: Parse, verb: int) -> bool:
    """ "There are none to clear", "there were none that could be moved"."""
    said = [c for c in children(parse, verb, "attr") if parse.words[c].lower == "none"]
    return any(children(parse, c, "relcl", "acl", "xcomp", "advcl") for c in said)
