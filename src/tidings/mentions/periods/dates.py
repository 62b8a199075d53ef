"""Days as the common calendar names them: 12 May 2021, May 12, the 3rd to 9th of May, 2021-05-12, 121530Z MAY 21.

A date without a year floats: it is the nearest one to the reference day, back or ahead as the tense says.
"""

from __future__ import annotations

from datetime import date

from tidings.lexicons.times import one_of
from tidings.mentions.periods.line import Line
from tidings.mentions.periods.readings import (
    MONTHS,
    ORDINALS,
    TIMES,
    CalendarDate,
    Match,
    Reading,
    Rule,
    Scene,
    fixed,
    pattern,
    words_of,
    year_meant,
)
from tidings.mentions.periods.spans import add_months, one_day
from tidings.records import Period

YEAR_TAIL = (
    r"(?:(?:,|,? of|,? in)?[ -]?(?<!\d)<y>(?!\d)|,? (?:of |in )?"
    r"(?P<yw>last year|this year|next year|the same year|that year|the previous year))?"
)
WEEKDAY_LEAD = r"(?:<weekday>\.?,? (?:the )?)?"
NTH = r"(?:st|nd|rd|th)?"
MONTH_WORDS = words_of(MONTHS)
DIGITS = frozenset({"#"})
ORDINAL_WORDS = one_of(list(ORDINALS))


def dated(m: Match, date_: CalendarDate) -> Reading:
    """The date in the year that the match names, by figure or by word, or floating without one."""
    if m["y"]:
        return CalendarDate(date_.month, int(m["y"]), date_.day, date_.last_day, date_.third)
    if words := m["yw"]:
        return lambda scene: date_.in_year(year_meant(words, scene))
    return date_


def is_day_of(month: int, day: int) -> bool:
    return 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)


def is_named_after(m: Match, line: Line) -> bool:
    """Whether the date is the name of a thing: the 14 March Alliance, the 17 November group."""
    word = line.word_after(m.end())
    return word is not None and word.lower in TIMES.named["after"] and word.start - line.word_at(m.end() - 1).end <= 1


def fixed_day(year: int, month: int, day: int) -> Reading | None:
    """That day, or None where the calendar has no such day."""
    try:
        return fixed(one_day(date(year, month, day)))
    except ValueError:
        return None


def read_iso(m: Match, line: Line) -> Reading | None:
    return fixed_day(int(m["y"]), int(m["m"]), int(m["d"]))


def read_numeric(m: Match, line: Line) -> Reading | None:
    """Day and month in figures: known where only one of them can be a month, else null."""
    a, b = int(m["a"]), int(m["b"])
    year = int(m["y"]) if len(m["y"]) == 4 else 2000 + int(m["y"])
    if a > 12 or a == b:
        return fixed_day(year, b, a)
    if b > 12:
        return fixed_day(year, a, b)
    return fixed(Period()) if len(m["y"]) == 4 else None


def read_day(m: Match, line: Line) -> Reading | None:
    month = MONTHS[m["month"]]
    day = int(m["d"]) if m["d"].isdigit() else ORDINALS[m["d"]]
    if not is_day_of(month, day) or is_named_after(m, line) or _is_verb(m, line):
        return None
    return dated(m, CalendarDate(month, day=day))


def _is_verb(m: Match, line: Line) -> bool:
    """Whether the month is a verb by its tag: "anyone over 18 may be called up", "the 40 march on"."""
    word = line.word_at(m.start("month"))
    return word.text.islower() and word.tag in ("MD", "VB", "VBP", "VBZ")


def read_month_day(m: Match, line: Line) -> Reading | None:
    """As read_day, but "in May 14 soldiers" is a month and a figure."""
    before, after = line.word_before(m.start()), line.word_after(m.end())
    counted = after is not None and after.tag == "NNS" and not m["y"] and line.text[m.end() - 1].isdigit()
    if before is not None and before.lower == "in" and counted:
        return CalendarDate(MONTHS[m["month"]])
    if m["month"] in ("may", "march") and line.word_at(m.start("month")).text.islower():
        return None
    return read_day(m, line)


def read_short_year(m: Match, line: Line) -> Reading | None:
    """A wire's "6 FEB 89": the latest year of that ending that had come by the reference day."""
    month, day, ending = MONTHS[m["month"]], int(m["d"]), int(m["yy"])
    if not is_day_of(month, day):
        return None

    def read(scene: Scene) -> Period:
        year = scene.today.year - (scene.today.year - ending) % 100
        return CalendarDate(month, year, day)(scene) or Period()

    return read


def read_days(m: Match, line: Line) -> Reading | None:
    month, first, last = MONTHS[m["month"]], int(m["d"]), int(m["last"])
    if not (is_day_of(month, first) and is_day_of(month, last) and first < last):
        return None
    return dated(m, CalendarDate(month, day=first, last_day=last))


def read_month_days(m: Match, line: Line) -> Reading | None:
    """As read_days; but "May 3 and 9 soldiers" is one day and a figure."""
    after = line.word_after(m.end())
    if after is not None and after.tag == "NNS" and not m["y"]:
        return None
    return read_days(m, line)


def read_group(m: Match, line: Line) -> Reading | None:
    """A military date-time group: 121530Z MAY 21."""
    return read_short_year(m, line) if len(m["yy"]) == 2 else fixed_day(int(m["yy"]), MONTHS[m["month"]], int(m["d"]))


def read_nth(m: Match, line: Line) -> Reading | None:
    """On the 16th, the 11th of last month: a day whose month is not named."""
    day, words, after = int(m["d"]), m["mw"], line.word_after(m.end())
    before = line.word_before(m.start())
    if not words:
        if before is None or before.lower not in ("on", "since", "until", "by", "of", "before", "after", "from"):
            return None
        if after is not None and (after.pos in ("NOUN", "PROPN", "ADJ", "NUM") or after.text == "-"):
            return None

    def read(scene: Scene) -> Period | None:
        if words in ("that month", "the same month"):
            return one_day(scene.told.replace(day=day))
        if words:
            return one_day(add_months(scene.today.replace(day=1), -1 if "last" in words else 0).replace(day=day))
        return _nearest_nth(scene, day)

    return read


def _nearest_nth(scene: Scene, day: int) -> Period:
    month = scene.today.replace(day=1)
    for step in range(4):
        first = add_months(month, step if scene.future else -step)
        try:
            found = first.replace(day=day)
        except ValueError:
            continue
        if (found >= scene.today) if scene.future else (found <= scene.today):
            return one_day(found)
    return Period()


_DAY = r"(?:(?:last |this |next )?<weekday>\.?,? (?:the )?|the )?"
_TO = r" ?(?:-|to|and|until|till|through|,) ?(?:the )?"
_AFTER_DAY = rf"{NTH}(?: day)?(?: of |[ -]|)<month>\.?{YEAR_TAIL}(?: ?\(<weekday:named>\))?"

RULES = (
    Rule(
        "iso date",
        pattern(r"(?P<y>(?:19|20)\d\d)([-/.])(?P<m>\d\d?)\2(?P<d>\d\d?)"),
        DIGITS,
        read_iso,
        "The bridge fell on 2021-05-12.",
        "2021-05-12 day",
    ),
    Rule(
        "date in figures",
        pattern(r"(?P<a>\d\d?)([-/.])(?P<b>\d\d?)\2(?P<y>(?:19|20)\d\d|\d\d)(?![-/.]?\d)"),
        DIGITS,
        read_numeric,
        "The bridge fell on 25/12/2020.",
        "2020-12-25 day",
    ),
    Rule(
        "day and month",
        pattern(rf"{_DAY}<d>{_AFTER_DAY}"),
        MONTH_WORDS,
        read_day,
        "The bridge fell on the 12th of May 2021.",
        "2021-05-12 day",
    ),
    Rule(
        "day in words",
        pattern(rf"{_DAY}(?P<d>{ORDINAL_WORDS})(?: day)?(?: of)? <month>\.?{YEAR_TAIL}"),
        MONTH_WORDS,
        read_day,
        "The bridge fell on the twelfth of May 2021.",
        "2021-05-12 day",
    ),
    Rule(
        "month and day",
        pattern(rf"{_DAY}<month>\.? (?:the )?<d>{NTH}{YEAR_TAIL}(?!\d|:\d)"),
        MONTH_WORDS,
        read_month_day,
        "The bridge fell on May 12, 2021.",
        "2021-05-12 day",
    ),
    Rule(
        "month and day in words",
        pattern(rf"<month> (?:the )?(?P<d>{ORDINAL_WORDS}){YEAR_TAIL}"),
        MONTH_WORDS,
        read_month_day,
        "The bridge fell on May twelfth.",
        "2021-05-12 day",
    ),
    Rule(
        "wire date",
        pattern(r"<d> <month>\.? '?(?P<yy>\d\d)(?![\d:.,]\d)(?= ?(?:-|\(|\)|\]|$))"),
        MONTH_WORDS,
        read_short_year,
        "SAIGON, 6 FEB 68 -- Rockets hit the port.",
        "1968-02-06 day",
    ),
    Rule(
        "days of a month",
        pattern(rf"(?:from )?(?:the )?<d>{NTH}(?:{_TO}\d\d?{NTH})*?{_TO}(?P<last>\d\d?){_AFTER_DAY}"),
        MONTH_WORDS,
        read_days,
        "Fighting went on from 3 to 9 May 2021.",
        "2021-05-03..2021-05-09 days",
    ),
    Rule(
        "month and its days",
        pattern(rf"(?:from )?<month>\.? <d>{NTH}(?:{_TO}\d\d?{NTH})*{_TO}(?P<last>\d\d?){NTH}{YEAR_TAIL}(?!\d|:\d)"),
        MONTH_WORDS,
        read_month_days,
        "Fighting went on May 3-9, 2021.",
        "2021-05-03..2021-05-09 days",
    ),
    Rule(
        "date-time group",
        pattern(r"(?P<d>[0-3]\d) ?\d{4} ?[a-z]? ?<month>\.? ?(?P<yy>(?:19|20)\d\d|\d\d)"),
        DIGITS,
        read_group,
        "Contact was made at 121530Z MAY 21.",
        "2021-05-12 day",
    ),
    Rule(
        "nth",
        pattern(
            r"the (?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?:,? (?:day )?(?:of )?"
            r"(?P<mw>this month|last month|the month|that month|the same month))?"
        ),
        DIGITS,
        read_nth,
        "The village was shelled on the 14th.",
        "2021-06-14 day",
    ),
)
