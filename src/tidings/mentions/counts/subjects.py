"""Figures that stand apart from what they count: "the death toll rose to 340", "losses put at 12", "Deaths: 14"."""

from __future__ import annotations

from tidings.lexicons.quantities import Quantities
from tidings.mentions.counts.units import NEVER, Unit, read_unit
from tidings.mentions.counts.words import Words, lower_at, position_of


def find_told(words: Words, p: int, q: Quantities) -> Unit | None:
    """What the numeral at position p counts where its verb's subject, or the word before a colon, says so."""
    if lower_at(words, p - 1) == ":" and p > 1:
        return _known(words, p - 2, q)
    at = p
    for _ in range(4):
        head = position_of(words, words[at].head)
        if head is None or head == at:
            return None
        if words[head].lemma in q.telling and words[head].pos in ("VERB", "AUX"):
            return _of_verb(words, head, words[at].lower, q)
        if words[head].pos not in ("ADP", "NUM") and words[head].tag != "TO":
            return None
        at = head
    return None


def _of_verb(words: Words, verb: int, link: str, q: Quantities) -> Unit | None:
    wanted = ("dobj", "nsubjpass", "nsubj") if link == "at" else ("nsubj", "nsubjpass")
    for dependency in wanted:
        for p, word in enumerate(words):
            if word.head == words[verb].index and word.dependency == dependency and p != verb:
                found = _known(words, p, q)
                if found is not None:
                    return found
    return None


def _known(words: Words, p: int, q: Quantities) -> Unit | None:
    """The unit of a noun that says what is counted: a state or people; the number of somebody is they themselves."""
    word = words[p]
    if word.lemma in q.tolls:
        return Unit(q.states["dead"], is_state=True) if words[p - 1].lemma in ("death", "dead") else None
    if word.lemma in q.numbers:
        below = _below_of(words, p)
        return None if below is None else _known(words, below, q)
    unit = read_unit(words, p, q)
    if unit is None or not unit.is_known or unit.what == NEVER or not (unit.is_state or word.tag in ("NNS", "NNPS")):
        return None
    return unit


def _below_of(words: Words, p: int) -> int | None:
    prepositions = {word.index for word in words if word.head == words[p].index and word.lower == "of"}
    return next((k for k, word in enumerate(words) if word.head in prepositions and word.dependency == "pobj"), None)
