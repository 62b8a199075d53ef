"""Numerals: what number stands at a word, in digits or in words, or as a plural of unknown number.

"twenty-two", "two and a half million", "half a dozen", "several hundred", "tens of thousands"; digits are in digits.py.
"""

from __future__ import annotations

from tidings.lexicons.quantities import Quantities
from tidings.mentions.counts.digits import Number, read_digits, to_whole
from tidings.mentions.counts.words import HYPHENS, Value, Words, lower_at, phrase_at

LONGEST_PHRASE = 5


def read_number(words: Words, p: int, q: Quantities) -> Number | None:
    """The number that begins at position p, or None."""
    first = words[p].text[0]
    if first.isdigit() or (first == "." and len(words[p].text) > 1):
        return read_digits(words, p, q)
    word = words[p].lower
    if word not in q.starters:
        return None
    if word in q.table.at_least:
        return _plural(words, p, q)
    return _half(words, p, q) or _few(words, p, q) or _in_words(words, p, q)


def _plural(words: Words, p: int, q: Quantities) -> Number | None:
    """ "dozens", "tens of thousands": an open number, its least value known."""
    at_least = q.table.at_least
    low: Value = at_least[words[p].lower]
    if lower_at(words, p + 1) == "of" and lower_at(words, p + 2) in at_least:
        factor = at_least[lower_at(words, p + 2)] // 2
        return Number(low * factor, None, p, p + 2, "plural of plurals", factor)
    if lower_at(words, p + 1) in ("upon", "and") and lower_at(words, p + 2) == words[p].lower:
        return Number(low, None, p, p + 2, "plural")
    counts_on = lower_at(words, p + 1) in ("of", "more") and words[p].pos != "VERB"
    if words[p].lower == "tens" or (words[p].lower == "scores" and not counts_on):
        return None
    return Number(low, None, p, p, "plural")


def _half(words: Words, p: int, q: Quantities) -> Number | None:
    """ "half a dozen", "half a million", "a half-dozen"."""
    at = p + 1 if words[p].lower == "a" else p
    if lower_at(words, at) != "half":
        return None
    at += 1
    while lower_at(words, at) in ("a", "an") or lower_at(words, at) in HYPHENS:
        at += 1
    factor = q.multipliers.get(lower_at(words, at))
    return None if factor is None else Number(factor // 2, factor // 2, p, at, "half", factor)


def _few(words: Words, p: int, q: Quantities) -> Number | None:
    """ "several", "a couple of", "a few thousand", "most residents": a small number that nobody counted."""
    for length in range(LONGEST_PHRASE, 0, -1):
        low = q.few.get(phrase_at(words, p, length))
        if low is not None and p + length <= len(words):
            break
    else:
        return None
    last = p + length - 1
    factor = q.multipliers.get(lower_at(words, last + 1))
    if factor is not None:
        low_scaled = q.table.few.before_multiplier * factor
        return Number(low_scaled, low_scaled if low == 2 else None, p, last + 1, "pair" if low == 2 else "few", factor)
    following = lower_at(words, last + 1)
    if words[p].lower in ("some", "few") and (following in q.starters or not following or following[0].isdigit()):
        return None
    return Number(low, low if low == 2 else None, p, last, "pair" if low == 2 else "few")


def _in_words(words: Words, p: int, q: Quantities) -> Number | None:
    """ "twenty-two", "two hundred and fifty thousand", "a dozen", "two and a half million"."""
    total: Value = 0
    current: Value = 0
    at, last, scale = p, -1, 1
    if words[p].lower in ("a", "an"):
        if lower_at(words, p + 1) not in q.multipliers or lower_at(words, p + 1) == "score":
            return None
        current, at = 1, p + 1
    while at < len(words):
        word = words[at].lower
        if word in q.numerals and (last < 0 or _may_follow(q.numerals[word], current)):
            current, last, at = current + q.numerals[word], at, at + 1
        elif word in q.multipliers and current:
            total, current = _scale_up(total, current, q.multipliers[word])
            scale, last, at = max(scale, q.multipliers[word]), at, at + 1
        elif last >= 0 and _joins(words, at, current, total, q):
            at += 1
        elif phrase_at(words, at, 3) == ("and", "a", "half") and lower_at(words, at + 3) in q.multipliers and last >= 0:
            current, last, at = current + 0.5, at + 2, at + 3
        else:
            break
    if last < 0:
        return None
    value = to_whole(total + current)
    return Number(value, value, p, last, "words", scale)


def _may_follow(unit: int, current: Value) -> bool:
    """Whether a numeral goes on with the number so far: "twenty two", "one hundred five", never "five six"."""
    after_tens = unit < 10 and 20 <= current % 100 <= 90 and current % 10 == 0
    return current == 0 or after_tens or (0 < unit < 100 and current % 100 == 0)


def _scale_up(total: Value, current: Value, factor: int) -> tuple[Value, Value]:
    if factor <= 100:
        return total, current * factor
    return total + current * factor, 0


def _joins(words: Words, at: int, current: Value, total: Value, q: Quantities) -> bool:
    """A hyphen in "twenty-two" or "half-dozen", the "and" of "two hundred and five"."""
    word, after = words[at].lower, lower_at(words, at + 1)
    unit = q.numerals.get(after)
    if word in HYPHENS:
        return after in q.multipliers or (unit is not None and current != 0 and _may_follow(unit, current))
    if word != "and" or unit is None:
        return False
    after_hundreds = current >= 100 and current % 100 == 0
    return after_hundreds or (total != 0 and current == 0 and _is_tail(words, at + 1, q))


def _is_tail(words: Words, at: int, q: Quantities) -> bool:
    """Whether "and" goes on with a number ("two thousand and twenty-five") rather than beginning another."""
    while lower_at(words, at) in q.numerals or lower_at(words, at) in HYPHENS:
        at += 1
    return lower_at(words, at) not in q.multipliers
