"""Accounts of an attack that nobody saw or heard: "nobody here heard a plane", "residents saw no crater"."""

from __future__ import annotations

import msgspec

from tidings.claims.answers.clause import Answer, make_answer
from tidings.claims.answers.words import is_negated
from tidings.records import Parse, Stance, Word
from tidings.syntax import child, children

PERCEIVING = frozenset({"hear", "see", "notice", "spot", "find", "observe"})
NOBODY = frozenset({"nobody", "none", "neither"})
OWN = frozenset({"we", "i", "our", "my"})
FIRE = ("fight.shelling", "fight.strike", "fight.airstrike")
SHOTS = ("fight.attack", "fight.clash", "fight.shelling")
# What an attack of some kind would have let people see or hear.
TRACES = {
    **dict.fromkeys(("plane", "aircraft", "jet", "helicopter", "drone", "aeroplane", "airplane"), ("fight.airstrike",)),
    **dict.fromkeys(("shell", "rocket", "missile", "mortar", "gun", "cannon", "crater"), FIRE),
    **dict.fromkeys(("explosion", "blast", "bang", "detonation"), (*FIRE, "fight.bombing", "fight.suicide_bombing")),
    **dict.fromkeys(("shot", "shooting", "gunfire", "firing", "gunshot"), SHOTS),
}


def find_unheard(parse: Parse, word: Word) -> Answer | None:
    """The answer that a verb of seeing makes, if its clause says that there was nothing of an attack to see or hear."""
    subject = child(parse, word.index, "nsubj")
    if word.lemma not in PERCEIVING or subject is None or word.dependency == "relcl":
        return None
    things = [c for c in children(parse, word.index, "dobj") if parse.words[c].lemma in TRACES]
    if not things or len(children(parse, word.index, "dobj")) > len(things):
        return None
    below = {parse.words[c].lower for c in parse.children[subject]}
    by_nobody = parse.words[subject].lower in NOBODY or (parse.words[subject].lower == "one" and "no" in below)
    of_thing = {parse.words[c].lower for c in parse.children[things[0]]}
    none_seen = "no" in of_thing or ("any" in of_thing and is_negated(parse, word.index))
    if by_nobody is none_seen:  # "nobody saw no plane" is no denial, "a woman saw a plane" neither
        return None
    stance: Stance = "doubts" if by_nobody else "denies"
    is_own = parse.words[subject].lower in OWN or not OWN.isdisjoint(below)
    answer = make_answer(parse, stance, word.index, None if by_nobody or is_own else subject, None)
    return msgspec.structs.replace(
        answer, acts=TRACES[parse.words[things[0]].lemma], needs_speaker=answer.said_by is not None
    )
