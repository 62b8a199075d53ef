"""What a matched expression means before it is resolved, and the scene it is resolved in.

A reading is called with a Scene and gives a Period: null where it cannot be anchored, or None where the expression
should count as unsaid ("that day" with no day told). Readings that float (a date without a year, a weekday) can be
tied to another day, which is how "from 28 May to 3 June 2021" shares its year.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Protocol

import msgspec

from tidings.lexicons.times import load_times, numbers_by_name, one_of
from tidings.mentions.periods.line import TOKEN, Line
from tidings.mentions.periods.spans import month_of, one_day, third_of_month
from tidings.records import Period

Match = re.Match[str]
FAR_AHEAD, JUST_PAST = timedelta(days=240), timedelta(days=150)


class UnanchoredError(Exception):
    """The scene lacks the day that an expression is reckoned from."""


class Scene(msgspec.Struct, frozen=True):
    """What relative words are reckoned from: the reference day, the last day told, and whether the future is meant.

    `year` is the last year told, in the sentence or before it: it dates the rest in a report without a day.
    `full` is the last full date of the same sentence: the months after it are of its year.
    """

    day: date | None
    anchor: date | None = None
    future: bool = False
    year: int | None = None
    full: date | None = None

    @property
    def today(self) -> date:
        if self.day is None:
            raise UnanchoredError
        return self.day

    @property
    def told(self) -> date:
        if self.anchor is None:
            raise UnanchoredError
        return self.anchor

    @property
    def year_told(self) -> int:
        """The year of the last day or year told."""
        if self.year is not None:
            return self.year
        return self.told.year


class Reading(Protocol):
    """A meaning that waits for its scene."""

    def __call__(self, scene: Scene, /) -> Period | None: ...


class Rule(msgspec.Struct, frozen=True):
    """One form of expression: how it looks, what it means, and an example with what that gives on 16 June 2021.

    `needs` are the words one of which a sentence must hold before the pattern is tried (`#`: any digit). `read` gives
    None for a match that is no expression of time after all.
    """

    name: str
    pattern: re.Pattern[str]
    needs: frozenset[str]
    read: Callable[[Match, Line], Reading | None]
    example: str
    gives: str


class Floating(msgspec.Struct, frozen=True):
    """A reading whose period is the nearest of many: past the latest one by the day, future the next."""

    def __call__(self, scene: Scene, /) -> Period | None:
        raise NotImplementedError

    def is_fixed(self) -> bool:
        return False


class CalendarDate(Floating, frozen=True):
    """A month, a part of one, or one or more of its days, with the year where it is said."""

    month: int
    year: int | None = None
    day: int | None = None
    last_day: int | None = None
    third: int | None = None

    def is_fixed(self) -> bool:
        return self.year is not None

    def in_year(self, year: int) -> Period:
        """The period in that year; ValueError where the month has no such day."""
        if self.third is not None:
            return third_of_month(year, self.month, self.third)
        if self.day is None:
            return month_of(year, self.month)
        first = date(year, self.month, self.day)
        if self.last_day is None:
            return one_day(first)
        return Period(first=first, last=date(year, self.month, self.last_day), precision="days")

    def __call__(self, scene: Scene, /) -> Period | None:
        if self.year is not None:
            return self._try(self.year)
        if scene.day is None:
            # a report without a date: the year of the sentence, or of the last day told, as far as there is one
            return self._try(scene.year_told) or Period()
        if scene.full is not None and not scene.future:
            later = self._try(scene.full.year)
            if later is not None and later.last is not None and scene.full <= later.last <= scene.day:
                return later
        found = nearest(self.in_year, scene.day, future=scene.future)
        if not scene.future or found is None or found.first is None or found.first - scene.day < FAR_AHEAD:
            return found
        # a plan for a day just past ("the convoy set for 3 May was cancelled"), not for nearly a year ahead
        behind = nearest(self.in_year, scene.day, future=False)
        near = behind is not None and behind.last is not None and scene.day - behind.last < JUST_PAST
        return behind if near else found

    def _try(self, year: int) -> Period | None:
        try:
            return self.in_year(year)
        except ValueError:
            return None


class Weekday(Floating, frozen=True):
    """A day of the week: `number` from 1 for Monday."""

    number: int

    def __call__(self, scene: Scene, /) -> Period | None:
        day = scene.today
        if scene.future:
            return one_day(day + timedelta(days=(self.number - day.isoweekday()) % 7))
        return one_day(day - timedelta(days=(day.isoweekday() - self.number) % 7))


def nearest(
    in_year: Callable[[int], Period | None], day: date, *, future: bool, year: int | None = None
) -> Period | None:
    """The latest of the yearly periods that had begun by a day, or in the future the next not yet over.

    `year` is the day's year in the calendar that `in_year` counts by, where that is not the common one.
    """
    at = day.year if year is None else year
    # nine years hold a leap day even about 1900
    for step in range(9):
        try:
            period = in_year(at - 1 + step if future else at - step)
        except ValueError:
            continue
        if period is None or period.first is None or period.last is None:
            continue
        if (period.last >= day) if future else (period.first <= day):
            return period
    return None


def pattern(template: str) -> re.Pattern[str]:
    """A regular expression from a template: `<month>` stands for the named fragment, as a group of that name.

    `<month:end>` names the group otherwise, for a second one.
    """
    return re.compile(r"(?<![\w])(?:" + fill(template) + r")(?![\w])")


def fill(template: str) -> str:
    """The template with its fragments put in."""

    def put(match: Match) -> str:
        name, _, group = match[1].partition(":")
        return f"(?P<{group or name}>{FRAGMENTS[name]})"

    return re.sub(r"(?<!\?P)<(\w+(?::\w+)?)>", put, template)


TIMES = load_times()
MONTHS = numbers_by_name(TIMES.month)
WEEKDAYS = numbers_by_name(TIMES.weekday)
SEASONS = numbers_by_name(TIMES.season)
THIRDS = {name: part.third for part in TIMES.part for name in part.names}
PART_WORDS = frozenset("early mid late end beginning start middle opening close part".split())
_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")  # fmt: skip
NUMBERS = {name: n for n, name in enumerate(_UNITS, start=1)} | {
    "a": 1, "an": 1, "a couple of": 2, "couple of": 2, "couple": 2, "twenty-four": 24, "thirty": 30, "forty": 40,
    "forty-eight": 48, "fifty": 50, "sixty": 60, "seventy-two": 72, "a dozen": 12, "ninety": 90,
}  # fmt: skip
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
             "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
             "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth",
             "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth",
             "thirty-first")  # fmt: skip
ORDINALS = {name: n for n, name in enumerate(_ORDINALS, start=1)}
DAY_PART = "early hours|small hours|morning|afternoon|evening|night|midday|noon|dawn|dusk|nightfall|midnight|daybreak"
YEAR_WORDS = "last year|this year|next year|the same year|that year|the previous year|the following year"

FRAGMENTS = {
    "month": one_of(list(MONTHS)),
    "weekday": one_of(list(WEEKDAYS)),
    "season": one_of(list(SEASONS)),
    "part": one_of(list(THIRDS)),
    "d": r"0?[1-9]|[12]\d|3[01]",
    "y": r"1[5-9]\d\d|20\d\d",
    "n": r"\d{1,3}|" + one_of(list(NUMBERS)),
    "ordinal": one_of(list(ORDINALS)),
    "daypart": DAY_PART,
    "bare": r"1[89]\d\d|20\d\d",
    "yw": YEAR_WORDS + "|the year",
    "unit": "hour|day|night|week|fortnight|month|quarter|year|decade",
}


def number(text: str) -> int:
    """The value of a number in digits or words."""
    return int(text) if text.isdigit() else NUMBERS[text]


def fixed(period: Period) -> Reading:
    """A reading that is the same in every scene."""
    return lambda scene: period


def year_meant(words: str, scene: Scene) -> int:
    """The year that "last year", "that year" and the like mean."""
    if words in ("that year", "the same year"):
        return scene.year_told
    if words in ("the previous year", "the following year"):
        return scene.year_told + (1 if "following" in words else -1)
    return scene.today.year + {"last year": -1, "next year": 1}.get(words, 0)


def words_of(names: Iterable[str]) -> frozenset[str]:
    """The word of each name by which a sentence shows that it may hold it: the longest."""
    return frozenset(max(TOKEN.findall(name), key=len) for name in names)
