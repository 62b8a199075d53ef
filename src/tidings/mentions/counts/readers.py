"""The readers of figures, in the order in which they are tried at a word.

Each gives a finding or leaves the word to the next.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from tidings.lexicons.quantities import Quantities, make_plural
from tidings.mentions.counts.figures import Figure, apply_bounds, bounds_before, read_figure
from tidings.mentions.counts.never import is_never
from tidings.mentions.counts.nouns import PRONOUNS, Counted, find_counted, noun_phrase
from tidings.mentions.counts.shares import CHANGE, find_fraction, find_share
from tidings.mentions.counts.subjects import find_told
from tidings.mentions.counts.units import NEVER, PEOPLE, Unit, read_unit
from tidings.mentions.counts.words import HYPHENS, Value, Words, lower_at, phrase_at, position_of
from tidings.syntax import is_noun

VAGUE_NEEDS_NOUN = frozenset({"few", "pair"})
# "no one", "the one": pronouns; "one was hurt" is a figure where it fills such a place
PRONOUN_ONE = frozenset({"no", "any", "every", "each", "this", "that", "which", "the", "another"})
# places of a noun with an article that only say what somebody is, or go with another noun
NO_FIGURE = frozenset({"attr", "oprd", "appos", "compound", "npadvmod"})
COUPLES = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "conj", "ROOT"})
PLACES_OF_ONE = frozenset({"dobj", "nsubjpass", "conj", "pobj", "attr", "nummod"})


class Finding(msgspec.Struct, frozen=True):
    """A figure, its range as it will be told, and what it counts."""

    figure: Figure
    counted: Counted
    low: Value | None
    high: Value | None
    rule: str
    out_of: int | None = None
    flags: tuple[str, ...] = ()


Reader = Callable[[Words, int, Quantities], Finding | None]


def _read_fraction(words: Words, p: int, q: Quantities) -> Finding | None:
    found = find_fraction(words, p, q)
    if found is None:
        return None
    figure, share = found
    return Finding(figure, share.counted, share.low, share.high, share.rule, share.out_of)


def _read_figure(words: Words, p: int, q: Quantities) -> Finding | None:
    figure = read_figure(words, p, q)
    if figure is None:
        return None
    share = find_share(words, figure, q)
    if share is not None:
        return Finding(figure, share.counted, share.low, share.high, share.rule, share.out_of)
    for rule, read in (("money", _money), ("strong", _strong), ("couple", _couple)):
        named = read(words, figure, q)
        if named is not None:
            return Finding(figure, named, figure.low, figure.high, rule)
    counted = find_counted(words, figure, q)
    if is_never(words, figure, counted, q) or _is_idle(words, figure, counted, q):
        return _nothing(figure)
    if counted.is_alone and not counted.unit.is_known and not counted.flags:
        told = find_told(words, figure.last_number, q)
        counted = counted if told is None else Counted(told, None, counted.last)
    return _in_band(words, figure, counted, q)


def _nothing(figure: Figure) -> Finding:
    """A figure that counts nothing: its words are passed over, and no more."""
    return Finding(figure, Counted(Unit(NEVER), None, figure.last_number), None, None, NEVER)


def _is_idle(words: Words, figure: Figure, counted: Counted, q: Quantities) -> bool:
    """A vague word without a plural noun ("some damage", "many say"), "one" that counts nothing ("one another")."""
    if figure.rule in VAGUE_NEEDS_NOUN:
        return _is_idle_few(words, figure, counted, q)
    if lower_at(words, figure.at) != "one" or figure.at != figure.last_number or counted.unit.is_state or counted.flags:
        return False
    if not counted.is_alone:
        return not counted.unit.is_known
    is_filler = words[figure.at].dependency in PLACES_OF_ONE and lower_at(words, figure.last + 1) not in (
        "another",
        "by",
    )
    return lower_at(words, figure.at - 1) in PRONOUN_ONE or not is_filler


def _couple(words: Words, figure: Figure, q: Quantities) -> Counted | None:
    """ "killed a couple": two people, where the word stands in a noun's place of its own."""
    word = words[figure.last]
    is_couple = word.lower == "couple" and word.dependency in COUPLES and lower_at(words, figure.last + 1) != "of"
    return Counted(Unit(PEOPLE), figure.last, figure.last) if is_couple else None


def _is_idle_few(words: Words, figure: Figure, counted: Counted, q: Quantities) -> bool:
    if "part" in counted.flags or counted.unit.is_state or lower_at(words, figure.last_number) in q.multipliers:
        return False
    if counted.noun is None:
        return lower_at(words, figure.last + 1) not in ("was", "were", "are", "have", "had")
    noun = words[counted.noun]
    is_plural = noun.tag in ("NNS", "NNPS") or make_plural(noun.lower) == noun.lower or noun.lower in q.populations
    return not is_plural


def _money(words: Words, figure: Figure, q: Quantities) -> Counted | None:
    before = figure.at - 1
    symbol = q.symbols.get(lower_at(words, before)) or q.symbols.get(lower_at(words, figure.first - 1))
    if symbol is not None:
        return Counted(Unit(symbol), None, figure.last)
    at = figure.last + 1
    at += at + 1 < len(words) and (words[at].pos == "ADJ" or words[at].entity in ("GPE", "NORP"))  # "40 US dollars"
    currency = q.currencies.get(words[at].lemma) if at < len(words) else None
    if currency == "gbp" and lower_at(words, at + 1) == "of":
        currency = "pound"  # of flour, not of money
    return Counted(Unit(currency), at, at) if currency is not None else None


def _strong(words: Words, figure: Figure, q: Quantities) -> Counted | None:
    """ "a 400-strong force", "a 20-man patrol": so many people."""
    hyphen, at = figure.last + 1, figure.last + 2
    if lower_at(words, hyphen) not in HYPHENS or lower_at(words, at) not in q.table.strong["words"]:
        return None
    noun = at + 1
    while noun + 1 < len(words) and words[noun].tag in ("JJ", "NN", "NNP", "HYPH") and is_noun(words[noun + 1]):
        noun += 1
    if noun < len(words) and is_noun(words[noun]):
        return Counted(Unit(PEOPLE), noun, noun)
    return Counted(Unit(PEOPLE), None, at)


def _in_band(words: Words, figure: Figure, counted: Counted, q: Quantities) -> Finding:
    """ "a family of six" is six people; "a team of 14 doctors" begins with its team."""
    band = figure.first - 2
    if lower_at(words, figure.first - 1) == "of" and band >= 0 and words[band].lemma in q.bands:
        first = band - 1 if band and words[band - 1].tag == "DT" else band
        if counted.is_alone and not counted.unit.is_state:
            counted = Counted(Unit(PEOPLE), band, figure.last)
        figure = msgspec.structs.replace(figure, first=first)
        return Finding(figure, counted, figure.low, figure.high, "band")
    return Finding(figure, counted, figure.low, figure.high, figure.rule)


def _read_both(words: Words, p: int, q: Quantities) -> Finding | None:
    """ "both soldiers died", "both were killed"; not "both in the north and ..."."""
    if lower_at(words, p) != "both" or words[p].dependency in ("preconj", "cc", "advmod"):
        return None
    if lower_at(words, p + 1) != "of" and p + 1 < len(words) and words[p + 1].tag == "IN":
        return None
    figure = Figure(2, 2, False, p, p, p, p, "both")
    at = p + 1 + (lower_at(words, p + 1) == "of")
    at += lower_at(words, at) == "the"
    counted = None if lower_at(words, at) in PRONOUNS else noun_phrase(words, at, p, q)
    if counted is None:
        counted = Counted(Unit(PEOPLE, is_known=False), None, p)
    if counted.noun is not None and words[counted.noun].tag not in ("NNS", "NNPS"):
        return _nothing(figure)
    return Finding(figure, counted, 2, 2, "both", flags=("definite",))


def _read_article(words: Words, p: int, q: Quantities) -> Finding | None:
    """ "a soldier", "an armoured vehicle": one, where the noun is a known unit and not what somebody is called."""
    if lower_at(words, p) not in ("a", "an", "another") or words[p].dependency != "det":
        return None
    if lower_at(words, p - 1) == "not":
        return None
    at = position_of(words, words[p].head)
    if at is None or at <= p or words[at].tag != "NN":
        return None
    unit, noun = read_unit(words, at, q), words[at]
    if unit is None or not unit.is_known or unit.what not in q.table.articles["units"]:
        return None
    is_a_band = lower_at(words, at + 1) == "of" and noun.lemma in q.bands
    if is_a_band or noun.dependency in NO_FIGURE:
        return None
    counted = Counted(unit, at, at)
    flags = ("more",) if lower_at(words, p) == "another" else ()
    return Finding(Figure(1, 1, False, p, p, p, p, "article"), counted, 1, 1, "article", flags=flags)


def _read_zero(words: Words, p: int, q: Quantities) -> Finding | None:
    """ "no casualties", "there were no civilian deaths": a figure of none. "No soldiers were hurt" is a denial."""
    if lower_at(words, p) not in q.table.nothing["before"] or phrase_at(words, p + 1, 2)[-1:] == ("than",):
        return None
    counted = noun_phrase(words, p + 1, None, q)
    if counted is None or counted.noun is None or counted.unit.what == NEVER or not counted.unit.is_known:
        return None
    noun = words[counted.noun]
    if not counted.unit.is_state:
        return None
    figure = Figure(0, 0, False, p, p, p, p, "zero")
    return Finding(figure, counted, 0, 0, "zero") if noun.dependency != "compound" else None


def _read_twice(words: Words, p: int, q: Quantities) -> Finding | None:
    """ "was shelled twice": a number of times; not "twice as many"."""
    times = {"twice": 2, "thrice": 3}.get(lower_at(words, p))
    if times is None or lower_at(words, p + 1) in ("as", "the", "that"):
        return None
    figure = Figure(times, times, False, p, p, p, p, "adverb")
    return Finding(figure, Counted(Unit("times"), None, p), times, times, "adverb")


def _read_multiplied(words: Words, p: int, q: Quantities) -> Finding | None:
    """ "has more than doubled": a change, told by the verb."""
    percent = q.table.multiplied.get(words[p].lemma)
    if percent is None or words[p].pos != "VERB":
        return None
    first, bounds = bounds_before(words, p, q)
    low, high, about = apply_bounds(percent, percent, bounds)
    figure = Figure(low, high, about, first, p, p, p, "change_percent")
    return Finding(figure, Counted(Unit(CHANGE), None, p), low, high, CHANGE)


READERS: tuple[Reader, ...] = (
    _read_zero,
    _read_fraction,
    _read_both,
    _read_twice,
    _read_multiplied,
    _read_figure,
    _read_article,
)
