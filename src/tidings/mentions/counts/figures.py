"""Figures: a numeral with its range and with the words around it that bound it.

"between 10 and 15", "10-15", "2 to 3 million", "at least 30", "30 or more", "about 5,200". The table of these words and
what each does is in quantities.toml; how a bound changes a number is here.
"""

from __future__ import annotations

import math

import msgspec

from tidings.lexicons.quantities import Bound, Quantities
from tidings.mentions.counts.digits import GROUPED, Number
from tidings.mentions.counts.numbers import LONGEST_PHRASE, read_number
from tidings.mentions.counts.words import HYPHENS, Value, Words, lower_at, phrase_at
from tidings.syntax import is_noun

ABOUT_SHARE = 0.05  # docs/claims.md, Counts: "about 5,200" is 5200 ± 5 %
NEARLY_SHARE = 0.1


class Figure(msgspec.Struct, frozen=True):
    """A bounded number. `first`, `last` take in its quantifier; `at`, `last_number` are the numeral's own positions."""

    low: Value | None
    high: Value | None
    about: bool
    first: int
    last: int
    at: int
    last_number: int
    rule: str

    @property
    def is_vague(self) -> bool:
        return self.rule in ("plural", "plural of plurals", "few")


def read_figure(words: Words, p: int, q: Quantities) -> Figure | None:
    """The figure whose numeral begins at position p, with what stands around it."""
    number = read_number(words, p, q) or _joined_range(words, p)
    if number is None:
        return None
    number = _read_range(words, number, q)
    first, bounds = bounds_before(words, number.first, q)
    last, after = _bound_after(words, number.last, q)
    if after is not None:
        bounds.append(after)
    low, high, about = apply_bounds(number.low, number.high, bounds)
    rule = bounds[0] if bounds and bounds[0] != "exactly" else number.rule
    return Figure(low, high, about, first, last, number.first, number.last, rule)


def apply_bounds(low: Value | None, high: Value | None, bounds: list[Bound]) -> tuple[Value | None, Value | None, bool]:
    """The range that bounding words leave, by the table of docs/claims.md, and whether it is "about"."""
    about = "about" in bounds
    bound = next((b for b in bounds if b not in ("about", "exactly")), None)
    if bound is None:
        return (*_spread(low, high), True) if about and low == high and low else (low, high, about)
    changed = _BOUNDS[bound](low, high)
    return (*changed, about)


def _spread(low: Value | None, high: Value | None) -> tuple[Value | None, Value | None]:
    """5 % to either side, in whole numbers."""
    if low is None or high is None:
        return low, high
    return _round_up(low * (1 - ABOUT_SHARE)), _round_down(high * (1 + ABOUT_SHARE))


def _round_up(value: float) -> int:
    """To the nearest whole number, halves up."""
    return math.floor(round(value, 6) + 0.5)


def _round_down(value: float) -> int:
    """To the nearest whole number, halves down."""
    return math.ceil(round(value, 6) - 0.5)


def _over(low: Value | None, high: Value | None) -> tuple[Value | None, Value | None]:
    # an open number ("more than several hundred") has no last value to step over
    return (low + 1 if low is not None and high is not None and isinstance(low, int) else low), None


def _nearly(low: Value | None, high: Value | None) -> tuple[Value | None, Value | None]:
    return (low, high) if low is None or high is None else (_round_up(low * (1 - NEARLY_SHARE)), high)


def _to(low: Value | None, high: Value | None) -> tuple[Value | None, Value | None]:
    return (low, None) if high is None else (None, high)


def _under(low: Value | None, high: Value | None) -> tuple[Value | None, Value | None]:
    if high is None:
        return low, None
    return None, high - 1 if isinstance(high, int) else high


_BOUNDS = {
    "from": lambda low, high: (low, None),
    "over": _over,
    "nearly": _nearly,
    "to": _to,
    "under": _under,
}


def bounds_before(words: Words, p: int, q: Quantities) -> tuple[int, list[Bound]]:
    """Where the words that bound the figure begin, and their bounds, outermost first."""
    bounds: list[Bound] = []
    while p > 0:
        for length in range(min(LONGEST_PHRASE, p), 0, -1):
            bound = q.before.get(phrase_at(words, p - length, length))
            if bound is not None and not _is_split(words, p - length, length, bound, q):
                bounds.insert(0, bound)
                p -= length
                break
        else:
            return p, bounds
    return p, bounds


def _is_split(words: Words, p: int, length: int, bound: Bound, q: Quantities) -> bool:
    """Whether a bounding word belongs to what stands before: "the news about 30 deaths", "a fight over two wells"."""
    word = words[p]
    if length != 1 or bound not in ("about", "over", "under") or p == 0:
        return word.dependency == "prt"
    before = words[p - 1]
    if bound == "about" and before.lemma in q.table.topics["words"]:
        return True
    if word.dependency != "prep" or word.head != before.index:
        return word.dependency == "prt"
    return is_noun(before) and before.entity not in ("DATE", "TIME")


def _bound_after(words: Words, last: int, q: Quantities) -> tuple[int, Bound | None]:
    """ "30 or more", "30-plus", "30+", "30 at least"."""
    start = last + 1
    if lower_at(words, start) in HYPHENS and (lower_at(words, start + 1),) in q.after:
        start += 1
    for length in range(LONGEST_PHRASE, 0, -1):
        bound = q.after.get(phrase_at(words, start, length))
        if bound is not None:
            return start + length - 1, bound
    return (last, "from") if words[last].text.endswith("+") else (last, None)


def _joined_range(words: Words, p: int) -> Number | None:
    """ "300–400" as one word; "3–1" is a score and no range."""
    text = words[p].text
    for hyphen in HYPHENS:
        left, found, right = text.partition(hyphen)
        if found and _is_digits(left) and _is_digits(right):
            low, high = _to_int(left), _to_int(right)
            return Number(low, high, p, p, "range") if low < high else None
    return None


def _is_digits(text: str) -> bool:
    return (text.isdigit() and text[0] != "0") or bool(GROUPED.fullmatch(text))


def _to_int(text: str) -> int:
    return int("".join(c for c in text if c.isdigit()))


def _read_range(words: Words, number: Number, q: Quantities) -> Number:
    """ "10 to 15", "10-15", "between 10 and 15", "two or three", "2 to 3 million"."""
    joint = lower_at(words, number.last + 1)
    before = lower_at(words, number.first - 1)
    is_loose = before in ("about", "some", "around") and lower_at(words, number.first - 2) == "between"
    is_between = before == "between" or is_loose
    if not (joint in ("to", "or") or joint in HYPHENS or (joint == "and" and is_between)):
        return number
    p = number.last + 2
    while p < len(words) and (words[p].lower,) in q.before and words[p].lower not in ("over", "under"):
        p += 1
    second = read_number(words, p, q) if p < len(words) else None
    if second is None or (joint == "to" and _is_change(words, number.first, q)):
        return number
    low = number.low
    if number.scale == 1 and second.scale > 1 and second.low and low < second.low / second.scale:
        low = low * second.scale
    if not _is_range(low, second, joint):
        return number
    first = number.first - (1 if before == "between" else 2 if is_between else 0)
    if before == "from":
        first = number.first - 1
    return Number(low, second.high if not second.is_vague else None, first, second.last, "range", second.scale)


def _is_range(low: Value, second: Number, joint: str) -> bool:
    if joint == "or":
        return low < second.low <= low + max(1, low // 2) or (low < second.low and low >= 10)
    return low < second.low or (second.is_vague and low <= second.low)


def _is_change(words: Words, p: int, q: Quantities) -> bool:
    """Whether "from 120 to 300" tells a change, so that both ends are figures of their own."""
    if lower_at(words, p - 1) != "from":
        return False
    return any(words[k].lemma in q.changes for k in range(max(0, p - 5), p - 1))
