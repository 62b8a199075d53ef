"""Numbers spelled in every way that the grammar reads, and words to read them from without a parser."""

from __future__ import annotations

import re

from tidings.lexicons.quantities import load_quantities
from tidings.mentions.counts.digits import Number
from tidings.mentions.counts.numbers import read_number
from tidings.records import Word

TOKEN = re.compile(r"\w[\w,.'’]*\w|\w|[^\w\s]")
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand"), (100, "hundred"))


def make_words(text: str) -> list[Word]:
    """A text's words with their places and nothing else: enough for numerals, which need no grammar."""
    return [
        Word(i, m.start(), m.end(), m[0], m[0].lower(), "NN", "NOUN", "dep", i, "", False)
        for i, m in enumerate(TOKEN.finditer(text))
    ]


def read_first(text: str) -> Number | None:
    """The number that a text begins with."""
    return read_number(make_words(text), 0, load_quantities())


def spell(number: int) -> str:
    """A number in words, as "two hundred and five thousand and twenty-one"."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    scale, name = next(pair for pair in SCALES if number >= pair[0])
    rest = number % scale
    joint = " and " if 0 < rest < 100 else " "
    return f"{spell(number // scale)} {name}" + (joint + spell(rest) if rest else "")


def group(number: int, separator: str) -> str:
    """A number in groups of three digits."""
    return f"{number:,}".replace(",", separator)


def group_indian(number: int) -> str:
    """A number as it is grouped in India: 12,34,567."""
    head, tail = str(number)[:-3], str(number)[-3:]
    pairs = [head[max(0, k - 2) : k] for k in range(len(head), 0, -2)][::-1]
    return ",".join([*pairs, tail]) if head else tail
