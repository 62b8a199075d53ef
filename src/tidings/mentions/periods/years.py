"""Years and what they are made of: 2018, 1980-88, the mid-1990s, late 2014, the first half of 2021, midyear."""

from __future__ import annotations

import re
from collections.abc import Callable

from tidings.mentions.periods.line import Line
from tidings.mentions.periods.readings import (
    ORDINALS,
    PART_WORDS,
    THIRDS,
    Match,
    Reading,
    Rule,
    Scene,
    fixed,
    nearest,
    number,
    pattern,
    year_meant,
)
from tidings.mentions.periods.spans import months_of, quarter_of, third_of_year, year_of, years_of
from tidings.records import Period, Word

# words after which four figures are a year
LEADS = frozenset(
    "in since of during until till by before after from to through throughout between around circa late early mid "
    "year late-year into prior".split()
)
# those after which a year also may be a figure ("of 2018 people")
LOOSE_LEADS = frozenset("of to by from between around before after".split())
JOINS = frozenset({"and", "or", ",", "to", "-", "–", "/", "through"})
YEAR_OR_WORDS = r"(?:<bare>(?!\d)|<yw>)"
# "From 1800 to 0600", "at 1900 hrs": an hour of the day, and no year.
CLOCK = re.compile(r"\s*(?:(?:to|until|till|-|–)\s*0\d{3}\b|hours?\b|hrs\b|gmt\b|utc\b|local time\b)")
DIGITS = frozenset({"#"})


def yearly(m: Match, in_year: Callable[[int], Period]) -> Reading:
    """What a function makes of the year that the match names, by figure or by word."""
    if m["bare"]:
        return fixed(in_year(int(m["bare"])))
    words = m["yw"]
    return lambda scene: in_year(year_meant(words, scene))


def read_year(m: Match, line: Line) -> Reading | None:
    return fixed(year_of(int(m["y"]))) if is_year(m, line) else None


def is_year(m: Match, line: Line) -> bool:
    """Whether four bare figures are a year: after a word that leads to one, or before the thing it dates."""
    word, before, after = line.word_at(m.start()), line.word_before(m.start()), line.word_after(m.end())
    if CLOCK.match(line.text, m.end()):
        return False
    if line.text[m.end() : m.end() + 2].strip().startswith(("%", "°", ":")) or before is None:
        return before is None and after is not None and after.text in (",", ":")
    counted = after is not None and after.tag == "NNS" and after.text.islower()
    round_figure = int(m["y"]) % 100 == 0
    if before.lower in LEADS:
        return not counted or not (round_figure or before.lower in LOOSE_LEADS)
    if before.text == "(":
        return after is not None and after.text in (")", ",", ";", "-", "–")
    if before.lower in JOINS and _follows_year(line, m.start()):
        return not counted
    return _dates_noun(word, before, line) and not (counted and round_figure)


def _follows_year(line: Line, position: int) -> bool:
    """Whether a year stands just before: "2012 and 2014"."""
    tail = line.text[max(position - 12, 0) : position]
    figures = [piece for piece in tail.replace(",", " ").replace("-", " ").split() if piece.isdigit()]
    return bool(figures) and len(figures[-1]) == 4 and figures[-1][:2] in ("18", "19", "20")


def _dates_noun(word: Word, before: Word, line: Line) -> bool:
    """Whether it stands before the thing that it dates, behind a determiner: "the 2018 attack", "Peru's 1992 coup"."""
    if word.head <= word.index or before.pos not in ("DET", "ADJ", "PRON", "PART", "VERB"):
        return False
    noun = line.parse.words[word.head]
    if noun.pos not in ("NOUN", "PROPN"):
        return False
    kin = [line.parse.words[c] for c in line.parse.children[noun.index]]
    return any(w.index < word.index and (w.dependency in ("det", "poss") or w.pos == "DET") for w in kin)


def read_years(m: Match, line: Line) -> Reading | None:
    first = int(m["a"])
    last = int(m["b"]) if len(m["b"]) == 4 else first - first % 100 + int(m["b"])
    before = line.word_before(m.start())
    if not first < last < first + 100 or (before is not None and before.text[:1].isupper() and before.pos == "PROPN"):
        return None
    return fixed(years_of(first, last))


def read_decade(m: Match, line: Line) -> Reading | None:
    """Early, mid and late are years 0 to 3, 4 to 6 and 7 to 9."""
    start = int(m["decade"]) * 10 if len(m["decade"]) == 3 else 1900 + int(m["decade"]) * 10
    first, last = {None: (0, 9), 1: (0, 3), 2: (4, 6), 3: (7, 9)}[THIRDS[m["part"]] if m["part"] else None]
    return fixed(years_of(start + first, start + last))


def read_part(m: Match, line: Line) -> Reading | None:
    if m["end"]:
        return lambda scene: third_of_year(scene.today.year, 3)
    third = THIRDS[m["part"]]
    return yearly(m, lambda year: third_of_year(year, third))


def read_half(m: Match, line: Line) -> Reading | None:
    first = m["half"] == "first"
    return yearly(m, lambda year: months_of(year, 1, 6) if first else months_of(year, 7, 12))


def read_quarter(m: Match, line: Line) -> Reading | None:
    if m["q"]:
        return fixed(quarter_of(int(m["of"]), int(m["q"])))
    quarter = ORDINALS.get(m["nth"], 4)
    if m["bare"] or m["yw"]:
        return yearly(m, lambda year: quarter_of(year, quarter))
    return _nearest_quarter(m, line, quarter)


def _nearest_quarter(m: Match, line: Line, quarter: int) -> Reading | None:
    """In the first quarter: the latest one begun, or in the future the next. Not the quarter of a town."""
    before, after = line.word_before(m.start()), line.word_after(m.end())
    if before is None or before.lower not in ("in", "during", "for", "since"):
        return None
    if after is not None and after.lower == "of":
        return None
    return lambda scene: nearest(lambda year: quarter_of(year, quarter), scene.today, future=scene.future)


def read_months(m: Match, line: Line) -> Reading | None:
    n = number(m["n"])
    if not 1 <= n <= 11:
        return None
    first = m["edge"] in ("first", "opening")
    return yearly(m, lambda year: months_of(year, 1, n) if first else months_of(year, 13 - n, 12))


def read_midyear(m: Match, line: Line) -> Reading | None:
    """January to June: of the year named, else of the last one whose June had come."""
    if m["y"]:
        return fixed(months_of(int(m["y"]), 1, 6))

    def read(scene: Scene) -> Period:
        return months_of(scene.today.year if scene.today.month >= 6 or scene.future else scene.today.year - 1, 1, 6)

    return read


RULES = (
    Rule(
        "year",
        pattern(r"(?<![\d.,/$€£-])(?P<y>1[89]\d\d|20\d\d)(?![-/.,]\d)"),
        DIGITS,
        read_year,
        "The city was bombed in 2018.",
        "2018-01-01..2018-12-31 year",
    ),
    Rule(
        "years",
        pattern(r"(?P<a>1[89]\d\d|20\d\d) ?[-/] ?(?P<b>(?:18|19|20)\d\d|\d\d)(?![-/]?\d)"),
        DIGITS,
        read_years,
        "Both had fought in the war of 1980-88.",
        "1980-01-01..1988-12-31 year",
    ),
    Rule(
        "decade",
        pattern(r"(?:the )?(?:<part>[- ])?(?:the )?(?P<decade>(?:1[89]|20)\d|(?<=')[3-9])0'?s"),
        DIGITS,
        read_decade,
        "The militia arose in the mid-1990s.",
        "1994-01-01..1996-12-31 year",
    ),
    Rule(
        "part of a year",
        pattern(rf"(?:<part>[- ](?:in )?(?:the year )?{YEAR_OR_WORDS}|(?:the )?(?P<end>year'?s?[- ]end))"),
        PART_WORDS,
        read_part,
        "The town was lost in late 2014.",
        "2014-09-01..2014-12-31 month",
    ),
    Rule(
        "half of a year",
        pattern(rf"(?:the )?(?P<half>first|second|latter|last) half of {YEAR_OR_WORDS}"),
        frozenset({"half"}),
        read_half,
        "It counted 79 raids in the first half of 2016.",
        "2016-01-01..2016-06-30 month",
    ),
    Rule(
        "quarter",
        pattern(
            rf"(?:(?:the )?(?P<nth>first|second|third|fourth|last|final) quarter(?: of {YEAR_OR_WORDS})?"
            rf"|q(?P<q>[1-4])(?: of)? (?P<of>1[89]\d\d|20\d\d))"
        ),
        frozenset({"quarter", "q"}),
        read_quarter,
        "It counted 79 raids in the third quarter of 2016.",
        "2016-07-01..2016-09-30 month",
    ),
    Rule(
        "months of a year",
        pattern(rf"(?:the )?(?P<edge>first|opening|last|final) <n> months of {YEAR_OR_WORDS}"),
        frozenset({"months"}),
        read_months,
        "It counted 79 raids in the first nine months of 2016.",
        "2016-01-01..2016-09-30 month",
    ),
    Rule(
        "midyear",
        pattern(r"mid-? ?year(?: (?P<y>20\d\d))?"),
        frozenset({"midyear", "mid"}),
        read_midyear,
        "The midyear report counts 90 dead.",
        "2021-01-01..2021-06-30 month",
    ),
)
