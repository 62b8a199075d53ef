"""Figures that are a share or a change: percent, fractions, "73 of 407 districts", "one in five", "a 47 % rise"."""

from __future__ import annotations

import msgspec

from tidings.lexicons.quantities import Quantities, make_plural
from tidings.mentions.counts.figures import Figure, apply_bounds, bounds_before
from tidings.mentions.counts.nouns import PRONOUNS, Counted, noun_phrase
from tidings.mentions.counts.numbers import read_number
from tidings.mentions.counts.units import NEVER, Unit
from tidings.mentions.counts.words import HYPHENS, Value, Words, lower_at, phrase_at, printed
from tidings.records import Word
from tidings.syntax import is_noun

PERCENT, CHANGE = "percent", "change_percent"
# "the first half of the year", "the other half": which one, not how much
HALVES_OF_TIME = frozenset({"first", "second", "other", "latter", "last", "previous", "next"})
OWNER = 5  # words of an owner between "of" and the whole
FINITE = frozenset({"VBD", "VBZ", "VBP"})
MODIFIERS = frozenset({"JJ", "VBN", "VBG", "HYPH", "CD"})
CHANGED = frozenset({"npadvmod", "dobj", "advmod", "attr", "obl", "nmod", "compound", "nummod", "quantmod", "amod"})


class Share(msgspec.Struct, frozen=True):
    """A share or a frame: what it is of, its range where it is not the figure's own, its last position."""

    counted: Counted
    low: Value | None
    high: Value | None
    out_of: int | None
    rule: str


def find_share(words: Words, figure: Figure, q: Quantities) -> Share | None:
    """The share or frame that a figure tells, or None where it is a plain count."""
    return _percent(words, figure, q) or _one_in(words, figure, q) or _out_of(words, figure, q)


def _percent(words: Words, figure: Figure, q: Quantities) -> Share | None:
    p = figure.last + 1
    p += lower_at(words, p) in HYPHENS
    if phrase_at(words, p, 2) == ("per", "cent"):
        p += 1
    elif lower_at(words, p) not in q.table.percent["words"]:
        return None
    if lower_at(words, p + 1) in q.table.percent["points"]:
        return Share(Counted(Unit(NEVER), p, p), figure.low, figure.high, None, PERCENT)
    sign, last = _read_change(words, figure, p, q)
    if sign:
        ends = [value if value is None else sign * value for value in (figure.low, figure.high)]
        low, high = ends if sign > 0 else reversed(ends)
        return Share(Counted(Unit(CHANGE), p, last), low, high, None, CHANGE)
    of, last, flags = _share_of(words, p + 1, q)
    return Share(Counted(Unit(PERCENT, of), p, last, flags), figure.low, figure.high, None, PERCENT)


def _read_change(words: Words, figure: Figure, p: int, q: Quantities) -> tuple[int, int]:
    """1 for a rise, -1 for a fall ("fell by 12 %", "down 8 %"), 0 for a share, and the last position."""
    after = lower_at(words, p + 1)
    if after == "of":
        return 0, p
    if after and words[p + 1].tag not in FINITE and (sign := _change_of(words[p + 1], q)):
        return sign, p + 1
    before = lower_at(words, figure.first - 1)
    if before in ("up", "down"):
        return q.changes[before], p
    has_preposition = before in ("by", "of")
    start = figure.first - (2 if has_preposition else 1)
    for k in range(start, max(-1, start - 3), -1):
        sign = _change_of(words[k], q)
        if sign and (has_preposition or _hangs_on(words, p, words[k])):
            return sign, p
    return 0, p


def _change_of(word: Word, q: Quantities) -> int:
    return q.changes.get(word.lemma, q.changes.get(word.lower, 0))


def _hangs_on(words: Words, p: int, word: Word) -> bool:
    return any(w.head == word.index and w.dependency in CHANGED for w in words[max(0, p - 2) : p + 1])


def _share_of(words: Words, p: int, q: Quantities) -> tuple[str | None, int, tuple[str, ...]]:
    """What a share is of, in the text's own words; the last position; `part` where that was told before."""
    if lower_at(words, p) != "of":
        found = noun_phrase(words, p, None, q)
        if found is None or not found.unit.is_known:
            return None, p - 1, ()
        return found.unit.of or found.unit.what, found.last, ()
    at = p + 1
    while at < len(words) and words[at].tag in ("DT", "PDT", "PRP$"):
        at += 1
    if lower_at(words, at) in PRONOUNS or at >= len(words):
        return None, min(at, len(words) - 1), ("part",)
    last = at
    while last + 1 < len(words) and _goes_on(words[last + 1], words[last]):
        last += 1
    return printed(words, at, last), last, ()


def _goes_on(word: Word, before: Word) -> bool:
    return word.tag.startswith("NN") or word.tag == "POS" or (not before.tag.startswith("NN") and word.tag in MODIFIERS)


def _one_in(words: Words, figure: Figure, q: Quantities) -> Share | None:
    """ "one in five houses", "three in every ten": a share, told as a frame."""
    p = figure.last + 1
    if lower_at(words, p) == "out" and lower_at(words, p + 1) == "of":
        p += 1
    elif lower_at(words, p) != "in":
        return None
    every = lower_at(words, p + 1) == "every"
    if not every and (figure.low != 1 or lower_at(words, p) != "in"):
        return None
    whole = read_number(words, p + 1 + every, q) if p + 1 + every < len(words) else None
    if whole is None or figure.low is None or not 0 < figure.low < whole.low:
        return None
    share = round(100 * figure.low / whole.low)
    found = noun_phrase(words, whole.last + 1, whole.last, q)
    if found is None:
        return Share(Counted(Unit(PERCENT), whole.last, whole.last), share, share, None, "one in")
    of = found.unit.of or make_plural(found.unit.what)
    return Share(Counted(Unit(PERCENT, of), found.noun, found.last), share, share, None, "one in")


def _out_of(words: Words, figure: Figure, q: Quantities) -> Share | None:
    """ "73 of 407 districts", "three of the five bridges", "22 out of 60"."""
    p = figure.last + 1
    if phrase_at(words, p, 2) == ("out", "of"):
        p += 1
    if lower_at(words, p) != "of" or figure.is_vague:
        return None
    p = _past_owner(words, p + 1)
    while lower_at(words, p) in q.table.standing["definite"] or lower_at(words, p) in ("some", "about"):
        p += 1
    whole = read_number(words, p, q) if p < len(words) else None
    if whole is None or whole.is_vague or not isinstance(whole.low, int):
        return None
    if (figure.low or figure.high or 0) > whole.low:
        return None
    found = noun_phrase(words, whole.last + 1, whole.last, q)
    if found is None:
        found = Counted(Unit("people", is_known=False), None, whole.last)
    return Share(found, figure.low, figure.high, whole.low, "out of")


def _past_owner(words: Words, p: int) -> int:
    """Past "the village's" in "14 of the village's 60 houses"; else the same position."""
    for at in range(p, min(len(words), p + OWNER)):
        if words[at].tag == "POS":
            return at + 1
        if not (is_noun(words[at]) or words[at].tag in ("DT", "JJ")):
            break
    return p


def find_fraction(words: Words, p: int, q: Quantities) -> tuple[Figure, Share] | None:
    """ "half of the dead", "a third of them", "two-thirds of the houses", "half of the valley's 60,000 people"."""
    found = _read_fraction(words, p, q)
    if found is None:
        return None
    at, percent = found
    first, bounds = bounds_before(words, p, q)
    is_open = lower_at(words, at) == "majority"
    low, high, about = apply_bounds(percent, None if is_open else percent, bounds)
    figure = Figure(low, high, about, first, at, p, at, "fraction")
    framed = None if bounds or is_open else _of_number(words, at + 1, percent, q)
    if framed is not None:
        return figure, framed
    of, last, flags = _share_of(words, at + 1, q) if lower_at(words, at + 1) == "of" else (None, at, ())
    return figure, Share(Counted(Unit(PERCENT, of), at, last, flags), low, high, None, "fraction")


def _read_fraction(words: Words, p: int, q: Quantities) -> tuple[int, int] | None:
    """The last position of a fraction in words and what it is in percent."""
    at, parts = p, 1
    if lower_at(words, at) in ("a", "the", "one", "two", "three"):
        parts = q.numerals.get(lower_at(words, at), 1)
        at += 1 + (lower_at(words, at + 1) in HYPHENS)
    name, after = lower_at(words, at), lower_at(words, at + 1)
    percent = q.table.fractions.get(name)
    if percent is None or (name == "half" and after in ("a", "an")) or lower_at(words, at - 1) in HALVES_OF_TIME:
        return None
    stands_alone = name == "half" and words[at].dependency in ("nsubj", "nsubjpass", "predet")
    if after != "of" and name != "thirds" and not stands_alone:
        return None
    return at, 67 if (name, parts) == ("thirds", 2) else percent * parts


def _of_number(words: Words, p: int, share: int, q: Quantities) -> Share | None:
    """ "half of the valley's 60,000 farmers": 30,000 out of 60,000."""
    for at in range(p, min(len(words), p + 6)):
        if words[at].tag == "CD":
            whole = read_number(words, at, q)
            if whole is None or not isinstance(whole.low, int) or whole.low < 2:
                return None
            found = noun_phrase(words, whole.last + 1, whole.last, q)
            if found is None or found.unit.what == NEVER:
                return None
            value = round(whole.low * share / 100)
            return Share(found, value, value, whole.low, "fraction of a number")
        if words[at].tag not in ("DT", "IN", "NN", "NNS", "NNP", "POS", "PRP$", "JJ", "PDT"):
            return None
    return None
