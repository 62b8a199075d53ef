"""Happened or ongoing, from the tense of the act's own clause.

A state ("holds", "is present", "under siege") told in the present is ongoing, and so is what is told as going on ("are
shelling", "has been raging since June") or as a habit ("carries out strikes"). The rest happened.
"""

from __future__ import annotations

from typing import Literal

from tidings.records import Certainty, Parse, Word
from tidings.syntax import child, is_verb, subtree

Tense = Literal["past", "present", "perfect", "progressive", "none"]

STATES = frozenset(
    {
        "territory.hold",
        "force.present",
        "territory.besiege",
        "harm.trap",
        "force.support",
        "govern.close",
        "govern.rule",
    }
)
LASTING = frozenset({"territory.hold", "force.present", "territory.besiege", "harm.trap"})
GOING = frozenset({"territory.withdraw", "force.withdraw", "force.deploy", "move.visit", "displace.return"})
RESULTS = frozenset({"territory.capture", "territory.withdraw"})
GOES_ON = frozenset({"continue", "rage", "escalate", "persist", "intensify", "drag", "spread"})
CAMPAIGNS = frozenset({"campaign", "fight", "struggle", "war", "advance"})
PRESENT = ("VBZ", "VBP")
FARTHEST = 5


def tell_tense(parse: Parse, head: int, act: str) -> Certainty:
    """Happened or ongoing."""
    verb = _nearest_verb(parse, head)
    if verb is None:
        return "ongoing" if act in LASTING else "happened"
    tense = _tense(parse, verb)
    if act in GOING and parse.words[verb].tag == "VBG" and child(parse, verb, "neg") is not None:
        return "planned"  # "we are not leaving": nor shall we
    if tense == "progressive":
        return "ongoing"
    if _still_stands(parse, verb, tense, act):
        return "ongoing"
    if tense == "present" and act in RESULTS and parse.words[verb].tag == "VBN":
        return "happened"  # "is lost", "are gone"
    is_campaign = act == "fight.operation" and parse.words[head].lemma in CAMPAIGNS
    is_told = verb == head or is_campaign or parse.words[verb].lemma in GOES_ON or _is_under_way(parse, verb)
    return "ongoing" if tense == "present" and is_told and not act.startswith("say.") else "happened"


def _still_stands(parse: Parse, verb: int, tense: Tense, act: str) -> bool:
    """Whether a state is told as one that is: "holds", "has held", "said the hill was under their control"."""
    if act in STATES and (tense == "present" or (tense == "perfect" and act in LASTING)):
        return True
    is_going_on = parse.words[verb].tag == "VBG" or any(parse.words[c].lower == "being" for c in parse.children[verb])
    return (act in LASTING or is_going_on) and tense == "past" and _is_reported(parse, verb)


def _is_reported(parse: Parse, verb: int) -> bool:
    """Whether a past tense only follows that of the word of speech above it; "had held" goes farther back."""
    word = parse.words[verb]
    if word.dependency != "ccomp" or parse.words[word.head].tag not in ("VBD", "VBN"):
        return False
    if any(parse.words[c].lower == "had" for c in parse.children[verb]):
        return False
    return not any(parse.words[i].entity in ("DATE", "TIME") for i in subtree(parse, verb))  # "held it on Friday"


def _is_under_way(parse: Parse, verb: int) -> bool:
    """ "Talks are under way", "no search is underway"."""
    below = [c for i in parse.children[verb] for c in (i, *parse.children[i])]
    return parse.words[verb].lemma == "be" and any(parse.words[c].lower in ("way", "underway", "afoot") for c in below)


def _nearest_verb(parse: Parse, i: int) -> int | None:
    """The verb of the act's clause: itself, or the first above it that has a tense."""
    for _ in range(FARTHEST):
        word = parse.words[i]
        if is_verb(word) and (_tense(parse, i) != "none" or word.head == i):
            return i
        if word.head == i or word.dependency == "ccomp":
            return None
        i = word.head
    return None


def _tense(parse: Parse, i: int) -> Tense:
    word = parse.words[i]
    auxiliaries = [w for c in parse.children[i] if (w := parse.words[c]).dependency in ("aux", "auxpass")]
    now = [w for w in auxiliaries if w.tag in PRESENT]
    if word.tag == "VBD" or any(w.tag == "VBD" for w in auxiliaries):
        return "past"
    if _is_going_on(word, auxiliaries, now):
        return "progressive"
    if any(w.lemma == "have" for w in now):
        return "perfect"
    is_done = word.tag == "VB" and any(w.lemma == "do" for w in now)  # "does not hold the town"
    return "present" if word.tag in PRESENT or is_done or (word.tag == "VBN" and now) else "none"


def _is_going_on(word: Word, auxiliaries: list[Word], now: list[Word]) -> bool:
    """ "are shelling", "has been raging", "is being shelled"."""
    if word.tag == "VBG":
        return any(w.lemma == "be" for w in now) or (bool(now) and any(w.lower == "been" for w in auxiliaries))
    return word.tag == "VBN" and bool(now) and any(w.lower == "being" for w in auxiliaries)
