"""What a noun counts: its unit (`what`) and the population it means (`of`).

Known nouns stand in quantities.toml. A people's name ("four Danes") is a population too; any other noun is a unit by
its own lemma, and marked as none of the table's.
"""

from __future__ import annotations

import msgspec

from tidings.lexicons.quantities import Quantities, make_plural
from tidings.mentions.counts.words import Words, lower_at
from tidings.records import Word
from tidings.syntax import is_noun

PEOPLE = "people"
NEVER = "never"
ADVERBS = frozenset(
    {
        "internally",
        "seriously",
        "severely",
        "critically",
        "badly",
        "lightly",
        "slightly",
        "gravely",
        "confirmed",
        "reported",
    }
)


class Unit(msgspec.Struct, frozen=True):
    """What is counted, of whom, and whether the lexicon says so. `what` is `never` for time, distance and the like."""

    what: str
    of: str | None = None
    is_known: bool = True
    is_state: bool = False


def read_unit(words: Words, p: int, q: Quantities) -> Unit | None:
    """The unit that the noun at position p stands for, or None where it is no noun."""
    word = words[p]
    before = words[p - 1].lemma if p else ""
    after = words[p + 2].lemma if lower_at(words, p + 1) == "of" and p + 2 < len(words) else ""
    for lemma in lemmas_of(word):
        for name in (f"{before} {lemma}", f"{lemma} of {after}", lemma):
            found = _look_up(name, q)
            if found is not None:
                return found if not found.is_state else _of_state(words, p, found, q)
    if not is_noun(word):
        return None
    if word.entity == "NORP" or (word.tag == "NNPS" and word.entity != "PRODUCT"):
        return Unit(PEOPLE, word.text, is_known=True)
    if not any(c.isalpha() for c in word.text):
        return None
    return Unit(word.lemma.lower(), None, is_known=False)


def lemmas_of(word: Word) -> tuple[str, ...]:
    """The lemma, the word itself and its singular where the parser left a name's plural as it stood."""
    return tuple(dict.fromkeys((word.lemma, word.lower, word.lower.removesuffix("s"))))


def _look_up(name: str, q: Quantities) -> Unit | None:
    if name in q.populations:
        return Unit(PEOPLE, q.populations[name])
    if name in q.units:
        what = q.units[name]
        is_plain = what in q.plain_units or name == what.replace("_", " ")
        return Unit(what, None if is_plain else make_plural(name))
    if name in q.states:
        return Unit(q.states[name], is_state=True)
    if name in q.currencies:
        return Unit(q.currencies[name])
    return Unit(NEVER) if name in q.never else None


def _of_state(words: Words, p: int, unit: Unit, q: Quantities) -> Unit:
    """ "250 civilian casualties": the population is the word before."""
    before = words[p - 1] if p else None
    if before is not None and before.pos in ("NOUN", "ADJ", "PROPN"):
        population = next((q.populations[lemma] for lemma in lemmas_of(before) if lemma in q.populations), None)
        return Unit(unit.what, population, is_state=True)
    return unit


def is_state_word(word: Word, q: Quantities) -> bool:
    """ "dead", "wounded", "missing", "homeless": a word that says how people fared and may stand for them."""
    return word.lower in q.states or (is_noun(word) and word.lemma in q.states)


def is_person(words: Words, p: int, q: Quantities) -> bool:
    """Whether the noun at position p means people."""
    unit = read_unit(words, p, q)
    return unit is not None and unit.what == PEOPLE
