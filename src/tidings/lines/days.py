"""Calendar days as they are printed in headers and metadata, read without guessing.

A day is believed only where it says year, month and day, and in one way: `05/06/2021` may be May or June, so it is no
day; `24/06/2021` is one. The day is the one written down, in the writer's own time zone: no shift to UTC.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_TH = r"(?:st|nd|rd|th)?"
_ISO = r"[12]\d{3}([-/.])\d{1,2}\1\d{1,2}(?!\d)"
_DAY_FIRST = rf"\d{{1,2}}{_TH}[\s-](?:of\s)?{_MONTH},?[\s-]'?(?:\d{{4}}|\d\d(?![\d:]))"
_MONTH_FIRST = rf"{_MONTH}\s\d{{1,2}}{_TH}[,.]?\s\d{{4}}"
_NUMBERS = r"\d{1,2}([-/.])\d{1,2}\2\d{4}"
_SIGNAL = rf"\d{{6}}Z\s?{_MONTH}\s?\d\d(?:\d\d)?"  # 110930Z SEP 83, the date-time group of a telegram

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day|\.)?,?\s+)?"
_CLOCK = r"(?:,?\s*(?:T|at\s)?\s?\d{1,2}[:.]\d\d(?::\d\d(?:\.\d+)?)?\s?(?:[ap]\.?m\.?)?)"
_ZONE = r"(?:\s?(?:Z|UTC|GMT|[A-Z]{2,4}T|[+-]\d\d:?\d\d|\([A-Z+\d:]+\)))*"
_ANY_DAY = rf"\b{_WEEKDAY}(?:{_SIGNAL}|{_ISO}|{_DAY_FIRST}|{_MONTH_FIRST}|{_NUMBERS})(?:{_CLOCK}{_ZONE})?"

# The day as a piece of larger patterns: no numbered groups, whatever the case of the month.
DAY = "(?i:" + _ANY_DAY.replace(r"([-/.])", "[-/.]").replace(r"\1", "[-/.]").replace(r"\2", "[-/.]") + ")"
# A day that may lack its year, as datelines have it.
DATELINE_DAY = rf"(?i:{DAY}|{_MONTH}\s?\d{{1,2}}{_TH}|\d{{1,2}}{_TH}\s{_MONTH})"

_YEAR_FIRST = re.compile(r"\b([12]\d{3})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}}){_TH}[\s-](?:of\s)?({_MONTH}),?[\s-]'?(\d{{4}}|\d\d)(?![\d:])", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"\b({_MONTH})\s(\d{{1,2}}){_TH}[,.]?\s(\d{{4}})\b", re.IGNORECASE)
_DIGITS = re.compile(r"\b(\d{1,2})([-/.])(\d{1,2})\2(\d{4})\b")
_TELEGRAM = re.compile(rf"\b(\d\d)\d{{4}}Z\s?({_MONTH})\s?(\d{{4}}|\d\d)\b", re.IGNORECASE)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")


def find_day(text: str, today: date) -> date | None:
    """The first full calendar day of a text that states one, or None.

    Also whole values as machines write them: `20210501`, seconds or milliseconds since 1970 (their UTC day). Years of
    two digits are the latest such year that is not after `today`.
    """
    text = " ".join(text.split())
    if whole := _COMPACT.fullmatch(text):
        return _make_day(*whole.groups())
    if _SECONDS.fullmatch(text):
        return _day_of_seconds(text)
    found = [(match.start(), day) for match, day in _all_days(text, today)]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _all_days(text: str, today: date) -> list[tuple[re.Match[str], date | None]]:
    days: list[tuple[re.Match[str], date | None]] = []
    if match := _YEAR_FIRST.search(text):
        days.append((match, _make_day(match[1], match[3], match[4])))
    if match := _DAY_MONTH.search(text):
        days.append((match, _make_day(_full_year(match[3], today), _month(match[2]), match[1])))
    if match := _MONTH_DAY.search(text):
        days.append((match, _make_day(match[3], _month(match[1]), match[2])))
    if match := _TELEGRAM.search(text):
        days.append((match, _make_day(_full_year(match[3], today), _month(match[2]), match[1])))
    if match := _DIGITS.search(text):
        days.append((match, _one_way(int(match[1]), int(match[3]), match[4])))
    return days


def _one_way(first: int, second: int, year: str) -> date | None:
    """Two numbers and a year: a day only where they cannot be read the other way round."""
    if first > 12 or first == second:
        return _make_day(year, second, first)
    return _make_day(year, first, second) if second > 12 else None


def _make_day(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _month(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def _full_year(digits: str, today: date) -> int:
    if len(digits) == 4:
        return int(digits)
    year = today.year - today.year % 100 + int(digits)
    return year if year <= today.year else year - 100


def _day_of_seconds(text: str) -> date | None:
    seconds = float(text) / (1000 if len(text) >= 12 and "." not in text else 1)
    try:
        return datetime.fromtimestamp(seconds, tz=UTC).date()
    except (OverflowError, OSError, ValueError):
        return None
