"""Days with names, and dates of the Islamic and the Solar Hijri calendar where a month or a year marks them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from tidings.lexicons.times import Feast, numbers_by_name, one_of
from tidings.mentions.periods.calendars import (
    islamic_day,
    islamic_month_days,
    islamic_year,
    solar_day,
    solar_month_days,
    solar_year,
)
from tidings.mentions.periods.line import Line
from tidings.mentions.periods.readings import TIMES, Match, Reading, Rule, Scene, fixed, nearest, pattern, words_of
from tidings.mentions.periods.spans import days_between, one_day
from tidings.records import Period


class Calendar(msgspec.Struct, frozen=True):
    """How days are reckoned in a calendar."""

    day: Callable[[int, int, int], date]
    month_days: Callable[[int, int], int]
    year: Callable[[date], int]

    def days(self, year: int, month: int, day: int | None) -> Period:
        """One day, or the month; ValueError when there is none such."""
        if day is not None:
            return one_day(self.day(year, month, day))
        first = self.day(year, month, 1)
        last = first + timedelta(days=self.month_days(year, month) - 1)
        return Period(first=first, last=last, precision="month")

    def closest(self, in_year: Callable[[int], Period], scene: Scene) -> Period | None:
        """The yearly period nearest to the reference day."""
        return nearest(in_year, scene.today, future=scene.future, year=self.year(scene.today))


CALENDARS = {
    "common": Calendar(date, lambda year, month: 31, lambda day: day.year),
    "islamic": Calendar(islamic_day, islamic_month_days, islamic_year),
    "solar": Calendar(solar_day, solar_month_days, solar_year),
}
FEASTS = {name: feast for feast in TIMES.feast for name in feast.names}
MONTHS = {"islamic": numbers_by_name(TIMES.islamic), "solar": numbers_by_name(TIMES.solar)}
ALONE = frozenset(name for row in TIMES.islamic + TIMES.solar if row.alone for name in row.names)
SOLAR_MARKS = frozenset({"shamsi", "sh", "solar", "hijri shamsi", "solar hijri"})
NTH = r"(?:st|nd|rd|th)?"
FEAST, ISLAMIC, SOLAR = one_of(list(FEASTS)), one_of(list(MONTHS["islamic"])), one_of(list(MONTHS["solar"]))


def read_feast(m: Match, line: Line) -> Reading | None:
    """A feast of the year named, or the nearest one."""
    feast, before = FEASTS[m["feast"]], line.word_before(m.start())
    # "a Christmas truce" has no day yet
    if before is not None and before.lower in ("a", "an", "every", "each", "another"):
        return None
    calendar = CALENDARS[feast.calendar]
    if m["y"]:
        # Islamic feasts pass twice through some common years: the first is meant
        start = date(int(m["y"]), 1, 1)
        found = nearest(lambda y: _feast_in(feast, y), start, future=True, year=calendar.year(start))
        return fixed(found or Period())
    return lambda scene: calendar.closest(lambda year: _feast_in(feast, year), scene)


def _feast_in(feast: Feast, year: int) -> Period:
    first = CALENDARS[feast.calendar].day(year, feast.month, feast.day)
    return days_between(first, first + timedelta(days=feast.days - 1))


def read_islamic(m: Match, line: Line) -> Reading | None:
    return _read_date("islamic", m, line)


def read_solar(m: Match, line: Line) -> Reading | None:
    return _read_date("solar", m, line)


def _read_date(name: str, m: Match, line: Line) -> Reading | None:
    calendar, month = CALENDARS[name], MONTHS[name][m["hijri"]]
    day = int(m["d"]) if m["d"] else None
    word = line.word_at(m.start("hijri"))
    if not word.text[:1].isupper():
        return None
    if not (m["d"] or m["y"] or m["marked"]) and (m["hijri"] not in ALONE or _is_name(m, line)):
        return None
    if m["y"]:
        try:
            return fixed(calendar.days(int(m["y"]), month, day))
        except ValueError:
            return None
    return lambda scene: calendar.closest(lambda year: calendar.days(year, month, day), scene)


def _is_name(m: Match, line: Line) -> bool:
    """Whether the month is somebody's name: "Ramadan Abdullah"."""
    word, before, after = line.word_at(m.start("hijri")), line.word_before(m.start()), line.word_after(m.end())
    if word.entity == "PERSON":
        return True
    return any(w is not None and w.pos == "PROPN" and w.text.istitle() for w in (before, after))


def read_hijri_figures(m: Match, line: Line) -> Reading | None:
    """1400/3/12: the year shows the calendar, for both the solar and the lunar 1400 it is taken as solar."""
    try:
        return fixed(CALENDARS["solar"].days(int(m["y"]), int(m["m"]), int(m["d"])))
    except ValueError:
        return None


def read_hijri_year(m: Match, line: Line) -> Reading | None:
    """1442 AH, 1400 SH, the solar year 1400."""
    mark, year = (m["mark"] or m["lead"]).replace(".", ""), int(m["y"] or m["year"])
    calendar = CALENDARS["solar" if mark in SOLAR_MARKS else "islamic"]
    first, after = calendar.day(year, 1, 1), calendar.day(year + 1, 1, 1)
    return fixed(Period(first=first, last=after - timedelta(days=1), precision="year"))


def _dated(months: str) -> str:
    """A day and month of a Hijri calendar, or the month alone, with or without its year."""
    month_words = r"(?P<marked>(?:the )?(?:holy |fasting |islamic |muslim |afghan |persian |solar )*month of )?"
    day = rf"(?:(?:the )?(?P<d>0?[1-9]|[12]\d|3[01]){NTH}(?: day)?(?: of| in)? )?"
    return rf"{day}{month_words}(?P<hijri>{months})(?:,? (?:of )?(?P<y>1[234]\d\d)(?!\d))?"


RULES = (
    Rule(
        "feast",
        pattern(rf"(?P<feast>{FEAST})(?:,? (?:of )?(?P<y>(?:19|20)\d\d))?"),
        words_of(FEASTS),
        read_feast,
        "The guns fell silent on Christmas Day.",
        "2020-12-25 day",
    ),
    Rule(
        "islamic date",
        pattern(_dated(ISLAMIC)),
        words_of(MONTHS["islamic"]),
        read_islamic,
        "The truce began on the 23rd of Ramadan 1442.",
        "2021-05-05 day",
    ),
    Rule(
        "solar date",
        pattern(_dated(SOLAR)),
        words_of(MONTHS["solar"]),
        read_solar,
        "The post was lost on 15 Saur 1400.",
        "2021-05-05 day",
    ),
    Rule(
        "solar date in figures",
        pattern(r"(?P<y>1[34]\d\d)([-/.])(?P<m>\d\d?)\2(?P<d>\d\d?)"),
        frozenset({"#"}),
        read_hijri_figures,
        "The post was lost on 1400/3/12.",
        "2021-06-02 day",
    ),
    Rule(
        "hijri year",
        pattern(
            r"(?:(?:the )?(?P<lead>solar|islamic|lunar|hijri|shamsi) year (?P<y>1[234]\d\d)"
            r"|(?P<year>1[234]\d\d) (?P<mark>a\.?h\.?|hijri shamsi|solar hijri|hijri|shamsi|sh))"
        ),
        frozenset({"hijri", "shamsi", "ah", "h", "sh", "solar", "islamic", "lunar"}),
        read_hijri_year,
        "The decree is of the solar year 1400.",
        "2021-03-21..2022-03-20 year",
    ),
)
