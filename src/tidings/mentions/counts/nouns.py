"""Which noun a figure counts.

The parse says first (`nummod`); where it lost the thread in a long list or a doubtful number, the words after the
figure do: adjectives and nouns up to the last noun of the run.
"""

from __future__ import annotations

import msgspec

from tidings.lexicons.quantities import Quantities
from tidings.mentions.counts.figures import Figure
from tidings.mentions.counts.units import ADVERBS, NEVER, PEOPLE, Unit, is_state_word, read_unit
from tidings.mentions.counts.words import HYPHENS, Words, lower_at, position_of
from tidings.records import Word
from tidings.syntax import is_noun

PRONOUNS = frozenset({"them", "whom", "which", "these", "those", "us", "you", "it"})
MORE = frozenset({"more", "other", "further", "additional", "extra"})
BEFORE_NOUN = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "RB", "AFX", "``", "''"})
WITHIN_PHRASE = BEFORE_NOUN | {"CC", "POS", "CD"}
TIMES = frozenset({"DATE", "TIME"})
REACH = 9  # words between a figure and its noun
CASUALTIES = frozenset({"killed", "injured"})


class Counted(msgspec.Struct, frozen=True):
    """What a figure counts: the unit, the position of its noun (None: it stands alone) and the last position."""

    unit: Unit
    noun: int | None
    last: int
    flags: tuple[str, ...] = ()

    @property
    def is_alone(self) -> bool:
        return self.noun is None


def find_counted(words: Words, figure: Figure, q: Quantities) -> Counted:
    """What a figure counts."""
    p, flags = figure.last + 1, []
    if lower_at(words, p) in MORE and lower_at(words, p + 1) != "than":
        flags.append("more")
        p += 1
    if lower_at(words, p) == "of":
        found = _below_of(words, p + 1, q)
        if found is not None and _is_whole(words, found, figure):
            found = Counted(Unit(PEOPLE, is_known=False), None, found.last, ("part",))
        if found is not None:
            return msgspec.structs.replace(found, flags=(*flags, *found.flags))
    if lower_at(words, p) in q.measures:
        return Counted(Unit(NEVER), p, p)
    found = noun_phrase(words, p, figure.last_number, q) or _attribute(words, p, q)
    if found is None:
        return Counted(Unit(PEOPLE, is_known=False), None, p - 1, tuple(flags))
    if lower_at(words, found.last) == "others":
        flags.append("more")
    return msgspec.structs.replace(found, flags=(*flags, *found.flags))


def _is_whole(words: Words, found: Counted, figure: Figure) -> bool:
    """ "nine of the company" are people of it, and no companies."""
    return found.noun is not None and words[found.noun].tag in ("NN", "NNP") and not figure.is_vague and figure.low != 1


def _below_of(words: Words, p: int, q: Quantities) -> Counted | None:
    """ "two of the soldiers", "dozens of families", "five of them infants"."""
    if lower_at(words, p) in PRONOUNS:
        named = noun_phrase(words, p + 1, None, q)
        if named is not None and named.unit.what == PEOPLE:
            return Counted(named.unit, None, named.last, ("part",))
        told = _attribute(words, p + 1, q)
        if told is not None:
            return told
        return Counted(Unit(PEOPLE, is_known=False), None, p, ("part",))
    while p < len(words) and (words[p].tag in ("DT", "PRP$", "POS", "PDT") or _is_owner(words, p)):
        p += 1
    return noun_phrase(words, p, None, q)


def _is_owner(words: Words, p: int) -> bool:
    return p + 1 < len(words) and words[p + 1].tag == "POS"


def _attribute(words: Words, p: int, q: Quantities) -> Counted | None:
    """ "two were children", "30 of whom were civilians": a part, and who they were."""
    if lower_at(words, p) not in ("were", "was", "are", "is"):
        return None
    named = noun_phrase(words, p + 1, None, q)
    if named is None or named.unit.what != PEOPLE or named.unit.of is None:
        return None
    return Counted(named.unit, None, p - 1, ("part",))


def noun_phrase(words: Words, p: int, number: int | None, q: Quantities) -> Counted | None:
    """The noun phrase or state word that begins at position p; the parse of the numeral `number` may name the noun."""
    run = _run(words, p)
    noun = _choose(words, p, run, number)
    if noun is None:
        return _state(words, p, q)
    unit = read_unit(words, noun, q)
    if unit is None:
        return None
    if not unit.is_known and (number is None or _governor(words, number) != noun):
        return _state(words, p, q)
    return _with_second(words, noun, unit, q)


def _run(words: Words, p: int) -> list[int]:
    """The nouns of the stretch of adjectives and nouns from position p on, without days and hours."""
    nouns: list[int] = []
    for at in range(p, min(len(words), p + REACH)):
        word = words[at]
        if is_noun(word) and not (nouns and word.entity in TIMES):
            nouns.append(at)
        elif word.lower in HYPHENS or (word.tag in BEFORE_NOUN and (not nouns or words[at - 1].lower in HYPHENS)):
            continue
        elif not (word.lower == "," and not nouns and words[at - 1].tag in BEFORE_NOUN):
            break
    return nouns


def _choose(words: Words, p: int, run: list[int], number: int | None) -> int | None:
    """The noun that the numeral hangs on where it is near, else the last noun of the run."""
    if number is not None:
        head = _governor(words, number)
        if head is not None and (head in run or _is_one_phrase(words, p, head)):
            return head
    return run[-1] if run else None


def _is_one_phrase(words: Words, p: int, noun: int) -> bool:
    """Whether nothing but modifiers stands before the noun: "20 rifle and mortar rounds", "four rebel-held posts"."""
    return noun - p < REACH and all(
        word.tag in WITHIN_PHRASE or is_noun(word) or word.lower in HYPHENS for word in words[p:noun]
    )


def _governor(words: Words, number: int) -> int | None:
    """The position of the word that a numeral counts, by the parse."""
    word = words[number]
    for _ in range(4):
        if word.dependency not in ("nummod", "quantmod", "compound", "amod", "advmod", "nmod"):
            return None
        at = position_of(words, word.head)
        if at is None:
            return None
        word = words[at]
        if at > number and is_noun(word) and word.dependency != "compound":
            return at
    return None


def _state(words: Words, p: int, q: Quantities) -> Counted | None:
    """ "nine dead", "30 seriously injured", "12 killed and wounded"."""
    while lower_at(words, p) in ADVERBS:
        p += 1
    if p >= len(words) or not is_state_word(words[p], q):
        return None
    what = q.states.get(words[p].lower) or q.states[words[p].lemma]
    if lower_at(words, p + 1) in ("and", "or") and p + 2 < len(words):
        second = q.states.get(words[p + 2].lower)
        if second is not None and {what, second} == CASUALTIES:
            return Counted(Unit("casualties", is_state=True), None, p + 2)
    return Counted(Unit(what, is_state=True), None, p)


def _with_second(words: Words, noun: int, unit: Unit, q: Quantities) -> Counted:
    """The noun, and the second where one figure goes over two populations: "400 women and children"."""
    second = noun + 2
    if unit.what == PEOPLE and unit.of and lower_at(words, noun + 1) == "and" and _is_bare_plural(words, second):
        other = read_unit(words, second, q)
        if other is not None and other.what == PEOPLE and other.of:
            return Counted(Unit(PEOPLE, f"{unit.of} and {other.of}"), noun, second)
    return Counted(unit, noun, noun)


def _is_bare_plural(words: Words, p: int) -> bool:
    """Whether a coordinated plural stands at position p with no noun behind it."""
    if p >= len(words) or words[p].tag != "NNS" or words[p].dependency != "conj":
        return False
    following: Word | None = words[p + 1] if p + 1 < len(words) else None
    return following is None or not is_noun(following)
