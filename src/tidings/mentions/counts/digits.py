"""Numbers in digits, of any grouping: "1,057", "14 000", "10,00,000", "1.500.000", "5.51 million", "2 lakh", "1.2m"."""

from __future__ import annotations

import re

import msgspec

from tidings.lexicons.quantities import Quantities
from tidings.mentions.counts.words import Value, Words, lower_at

GROUPED = re.compile(
    r"\d{1,3}(?:,\d{3})+"  # 1,057,000
    r"|\d{1,2}(?:,\d{2})+,\d{3}"  # 10,57,000
    r"|\d{1,3}(?:[’'\u00a0\u202f\u2009]\d{3})+"  # 1'057'000, and with thin spaces
    r"|\d{1,3}(?:\.\d{3}){2,}"  # 1.057.000
)
DOTTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")  # "2.500": a thousand in half of Europe, a fraction elsewhere
PLAIN = re.compile(r"\d+|\d+\.\d+|\.\d+")
COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}")
GLUED = re.compile(r"(\d[\d.,]*)(k|m|mn|mln|bn)", re.IGNORECASE)
LARGEST = 1e12


class Number(msgspec.Struct, frozen=True):
    """A number as it stands: its range, its first and last position, and the rule that read it.

    `scale` is the multiplier that a range may share ("2 to 3 million").
    """

    low: Value
    high: Value | None
    first: int
    last: int
    rule: str
    scale: int = 1

    @property
    def is_vague(self) -> bool:
        return self.high is None


def read_digits(words: Words, p: int, q: Quantities) -> Number | None:
    text = words[p].text.rstrip("+")
    scale = 1
    glued = GLUED.fullmatch(text)
    if glued:
        text, scale = glued[1], q.table.letters[glued[2].lower()]
    value, last = _value(text, words, p, q), p
    if value is None:
        return None
    if scale == 1:
        value, last = _spaced_groups(words, p, text, value)
    value, scale, last = _multiply(words, value, scale, last, q)
    return Number(value, value, p, last, "digits", scale)


def _value(text: str, words: Words, p: int, q: Quantities) -> Value | None:
    """What a word of digits is worth; a leading zero, as in clock times and codes, is worth nothing."""
    if text[0] == "0" and len(text) > 1 and text[1].isdigit():
        return None
    if GROUPED.fullmatch(text):
        return int(re.sub(r"\D", "", text))
    following = lower_at(words, p + 1)
    if DOTTED.fullmatch(text) and not _is_scaled(following, q):
        return int(text.replace(".", ""))
    if PLAIN.fullmatch(text):
        return float(text) if "." in text else int(text)
    if COMMA_DECIMAL.fullmatch(text) and _is_scaled(following, q):
        return float(text.replace(",", "."))
    return None


def _is_scaled(following: str, q: Quantities) -> bool:
    return any(following in words for words in (q.multipliers, q.table.percent["words"], q.measures, ("per",)))


def _spaced_groups(words: Words, p: int, text: str, value: Value) -> tuple[Value, int]:
    """ "158 000": groups of three digits, each one space after the last."""
    last = p
    if not text.isdigit() or len(text) > 3:
        return value, last
    while (
        last + 1 < len(words)
        and len(words[last + 1].text) == 3
        and words[last + 1].text.isdigit()
        and words[last + 1].start - words[last].end == 1
    ):
        last += 1
        value = value * 1000 + int(words[last].text)
    return value, last


def _multiply(words: Words, value: Value, scale: int, last: int, q: Quantities) -> tuple[Value, int, int]:
    """A number with the multipliers after it: "5.51 million", "2 hundred thousand", "2.5m people"."""
    total = value * scale
    while (factor := q.multipliers.get(lower_at(words, last + 1)) or _letter(words, last, q)) and total < LARGEST:
        total, scale, last = total * factor, scale * factor, last + 1
    return to_whole(total), scale, last


def _letter(words: Words, last: int, q: Quantities) -> int | None:
    """A letter glued to the figure, where it can mean no distance: "1.2m people", "$40m", "10 bn"."""
    nearby = lower_at(words, last + 1)
    factor = q.table.letters.get(nearby)
    if factor is None or not words[last].text[-1].isdigit():
        return None
    if nearby.rstrip(".") not in ("m", "b"):
        return factor
    follower = words[last + 2] if last + 2 < len(words) else None
    counted = follower is not None and (follower.lemma in q.populations or follower.lemma in q.units)
    return factor if counted or lower_at(words, last - 1) in q.symbols else None


def to_whole(value: Value) -> Value:
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
