"""An answer, and the clause in which it stands."""

from __future__ import annotations

import msgspec

from tidings.records import Certainty, Parse, Stance
from tidings.syntax import subtree

LONGEST = 400


class Answer(msgspec.Struct, frozen=True):
    """A clause of one sentence that takes up what stands before `start`.

    `said_by` is the word of whoever answers, where the clause itself says so; `what` the word that stands for what was
    told, None where the clause only leaves its verb out. `of_author` where it only says who did not do it;
    `needs_speaker` where it is no answer unless somebody is named who gives it; `acts` where only these can be
    answered, `of_plan` where only what is yet to come can; `certainty` where the answer says it itself.
    """

    stance: Stance
    verb: int
    start: int
    end: int
    said_by: int | None = None
    what: int | None = None
    of_author: bool = False
    needs_speaker: bool = False
    acts: tuple[str, ...] = ()
    of_plan: bool = False
    certainty: Certainty | None = None


def make_answer(parse: Parse, stance: Stance, verb: int, said_by: int | None, what: int | None) -> Answer:
    """The answer whose verb is given, with its own clause as evidence."""
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
