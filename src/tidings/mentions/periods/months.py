"""Months and their parts: May, early May, the first half of May, the last week of May 2021."""

from __future__ import annotations

from datetime import date, timedelta

from tidings.mentions.periods.dates import MONTH_WORDS, YEAR_TAIL, dated, is_named_after
from tidings.mentions.periods.line import Line
from tidings.mentions.periods.readings import (
    MONTHS,
    ORDINALS,
    THIRDS,
    TIMES,
    WEEKDAYS,
    CalendarDate,
    Match,
    Reading,
    Rule,
    Scene,
    UnanchoredError,
    number,
    pattern,
)
from tidings.mentions.periods.spans import add_months, days_between, month_of, one_day
from tidings.records import Period

SHORT_MONTHS = frozenset(name for row in TIMES.month for name in row.short)


def read_month(m: Match, line: Line) -> Reading | None:
    if not is_month(m, line) or is_named_after(m, line):
        return None
    third = THIRDS[m["part"]] if m["part"] else None
    return dated(m, CalendarDate(MONTHS[m["month"]], third=third))


def is_month(m: Match, line: Line) -> bool:
    """Whether a month's name is one here, and not the verb, the modal or a person: May, March, April, August."""
    word = line.word_at(m.start("month"))
    if m["y"]:
        return True
    before = line.word_before(m.start())
    if before is not None and before.lower in TIMES.named["before"]:
        return False
    if m["month"] in SHORT_MONTHS:
        return line.text[m.end("month") :].startswith(".") and (before is None or before.pos != "PROPN")
    if word.tag[:2] in ("MD", "VB") or not word.text[:1].isupper() or word.entity == "PERSON":
        return False
    after = line.word_after(m.end())
    if before is None and m["month"] == "march" and after is not None and after.lower in ("on", "to", "into"):
        return False
    named = before is not None and before.pos == "PROPN" and before.head == word.index and not m["part"]
    return not named or (before is not None and before.lower in ("mid", "early", "late"))


def read_month_half(m: Match, line: Line) -> Reading | None:
    month, first = MONTHS[m["month"]], m["half"] == "first"

    def days(year: int) -> Period:
        end = month_of(year, month).last
        assert end is not None
        return days_between(date(year, month, 1 if first else 16), date(year, month, 15) if first else end)

    return lambda scene: days(_year_of_month(m, month, scene))


def read_days_of_month(m: Match, line: Line) -> Reading | None:
    """The first week of June, the last ten days of May: seven days each, counted from the month's edge."""
    month, edge = MONTHS[m["month"]], m["edge"]
    n = number(m["n"]) if m["n"] else 1
    if not m["n"] and m["s"] and m["unit"] == "day":
        # "the first days of June": its early part
        third = 3 if edge in ("last", "final") else 1
        return dated(m, CalendarDate(month, third=third)) if edge in ("first", "opening", "last", "final") else None
    length = n * (7 if m["unit"] == "week" else 1)
    # "the second day" is that day alone
    skipped = 0 if edge in ("opening", "final", "last") else (ORDINALS[edge] - 1) * (length if n == 1 else 0)
    if not 0 < length + skipped <= 28:
        return None

    def read(scene: Scene) -> Period:
        whole = month_of(_year_of_month(m, month, scene), month)
        assert whole.first is not None and whole.last is not None
        if edge in ("last", "final"):
            found = days_between(whole.last - timedelta(days=length - 1), whole.last)
        else:
            start = whole.first + timedelta(days=skipped)
            found = days_between(start, start + timedelta(days=length - 1))
        return Period(first=found.first, last=found.last, precision="week") if length == 7 and n == 1 else found

    return read


def _year_of_month(m: Match, month: int, scene: Scene) -> int:
    period = dated(m, CalendarDate(month))(scene)
    if period is None or period.first is None:
        raise UnanchoredError
    return period.first.year


def read_named_month(m: Match, line: Line) -> Reading | None:
    """Last May: the latest that was over before this month; this May: of this year; next May: the first to come."""
    month = MONTHS[m["month"]]
    if m["month"] in SHORT_MONTHS:
        return None

    def read(scene: Scene) -> Period:
        mod = m["mod"]
        if mod == "that":
            return month_of(scene.year_told, month)
        today = scene.today
        if mod == "this":
            return month_of(today.year, month)
        if mod in ("last", "this past"):
            return month_of(today.year if month < today.month else today.year - 1, month)
        return month_of(today.year if month > today.month else today.year + 1, month)

    return read


def read_months_to(m: Match, line: Line) -> Reading | None:
    """The 12 months to June 2021: whole months, that one the last."""
    month, n = MONTHS[m["month"]], number(m["n"])

    def read(scene: Scene) -> Period:
        year = _year_of_month(m, month, scene)
        last = month_of(year, month)
        return Period(first=add_months(date(year, month, 1), 1 - n), last=last.last, precision="month")

    return read


def read_weekday_of_month(m: Match, line: Line) -> Reading | None:
    """The last Thursday of November, the first Sunday in May."""
    month, weekday = MONTHS[m["month"]], WEEKDAYS[m["weekday"]]
    rank = 5 if m["edge"] == "last" else ORDINALS[m["edge"]]

    def read(scene: Scene) -> Period:
        whole = month_of(_year_of_month(m, month, scene), month)
        assert whole.first is not None and whole.last is not None
        first = whole.first + timedelta(days=(weekday - whole.first.isoweekday()) % 7)
        day = first + timedelta(days=7 * (rank - 1))
        return one_day(day if day <= whole.last else day - timedelta(days=7))

    return read


RULES = (
    Rule(
        "month",
        pattern(rf"(?:<part>[- ](?:in )?)?(?:the month of )?<month>\.?{YEAR_TAIL}(?: alone)?"),
        MONTH_WORDS,
        read_month,
        "The siege began in early May.",
        "2021-05-01..2021-05-10 days",
    ),
    Rule(
        "weekday of a month",
        pattern(rf"(?:the )?(?P<edge>first|second|third|fourth|last) <weekday> (?:of|in) <month>\.?{YEAR_TAIL}"),
        MONTH_WORDS,
        read_weekday_of_month,
        "The siege began on the last Thursday of November.",
        "2020-11-26 day",
    ),
    Rule(
        "named month",
        pattern(r"(?P<mod>that|last|this|next|this past|this coming) <month>"),
        MONTH_WORDS,
        read_named_month,
        "The siege began last December.",
        "2020-12-01..2020-12-31 month",
    ),
    Rule(
        "half of a month",
        pattern(rf"(?:the )?(?P<half>first|second|latter) half of <month>\.?{YEAR_TAIL}"),
        MONTH_WORDS,
        read_month_half,
        "The siege began in the first half of May.",
        "2021-05-01..2021-05-15 days",
    ),
    Rule(
        "days of a month's edge",
        pattern(
            rf"(?:the )?(?P<edge>first|second|third|fourth|opening|last|final) (?:<n> )?"
            rf"(?P<unit>day|week)(?P<s>s)? (?:of|in) <month>\.?{YEAR_TAIL}"
        ),
        MONTH_WORDS,
        read_days_of_month,
        "The siege began in the last week of May.",
        "2021-05-25..2021-05-31 week",
    ),
    Rule(
        "months to a month",
        pattern(rf"(?:the )?<n> months (?:up )?(?:to|ending|ended)(?: in)? (?:the end of )?<month>\.?{YEAR_TAIL}"),
        MONTH_WORDS,
        read_months_to,
        "Forty died in the 12 months to May 2021.",
        "2020-06-01..2021-05-31 month",
    ),
)
