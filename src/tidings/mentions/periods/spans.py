"""Days, weeks, months, seasons and years as Periods, and the arithmetic between them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from tidings.records import Period, Precision

PRECISIONS: dict[str, Precision] = {"hour": "days", "day": "days", "night": "days", "week": "week", "month": "month",
                                    "quarter": "month", "year": "year", "decade": "year"}  # fmt: skip
# Coarser last: a range has the precision of its finer end.
FINENESS: tuple[Precision, ...] = ("day", "days", "week", "month", "season", "year")


def one_day(day: date) -> Period:
    return Period(first=day, last=day, precision="day")


def days_between(first: date, last: date) -> Period:
    """The days from first to last, or the one day that both are."""
    return Period(first=first, last=last, precision="days" if first != last else "day")


def monday_of(day: date) -> date:
    """The Monday on or before a day."""
    return day - timedelta(days=day.weekday())


def week_of(day: date) -> Period:
    """Monday to Sunday."""
    monday = monday_of(day)
    return Period(first=monday, last=monday + timedelta(days=6), precision="week")


def weekend_of(day: date) -> Period:
    """Saturday and Sunday of the week of a day."""
    monday = monday_of(day)
    return Period(first=monday + timedelta(days=5), last=monday + timedelta(days=6), precision="days")


def month_of(year: int, month: int) -> Period:
    return months_of(year, month, month)


def months_of(year: int, first: int, last: int) -> Period:
    """From the first month to the last of one year, both whole."""
    return Period(first=date(year, first, 1), last=date(year, last, monthrange(year, last)[1]), precision="month")


def third_of_month(year: int, month: int, third: int) -> Period:
    """1 to 10, 11 to 20, or 21 to the end."""
    last = monthrange(year, month)[1] if third == 3 else third * 10
    return Period(first=date(year, month, third * 10 - 9), last=date(year, month, last), precision="days")


def third_of_year(year: int, third: int) -> Period:
    """January to April, May to August, or September to December."""
    return months_of(year, third * 4 - 3, third * 4)


def year_of(year: int) -> Period:
    return years_of(year, year)


def years_of(first: int, last: int) -> Period:
    return Period(first=date(first, 1, 1), last=date(last, 12, 31), precision="year")


def season_of(year: int, month: int) -> Period:
    """Three months from the first one; winter runs into the next year."""
    last = add_months(date(year, month, 1), 2)
    return Period(first=date(year, month, 1), last=month_of(last.year, last.month).last, precision="season")


def add_months(day: date, n: int) -> date:
    """The same day n months on, or the last day of that month."""
    at = day.year * 12 + day.month - 1 + n
    year, month = divmod(at, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_units(day: date, unit: str, n: int) -> date:
    """A day n units on; months and years keep the day of the month."""
    if unit in ("month", "quarter", "year", "decade"):
        return add_months(day, n * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit])
    days_by_unit = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
    if unit == "hour":
        return day + timedelta(days=-(-abs(n) // 24) * (1 if n > 0 else -1))
    return day + timedelta(days=n * days_by_unit[unit])


def unit_around(day: date, unit: str) -> Period:
    """The day, or the calendar week, month, quarter or year that it lies in."""
    if unit == "week":
        return week_of(day)
    if unit == "weekend":
        return weekend_of(day)
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "quarter":
        return quarter_of(day.year, (day.month + 2) // 3)
    if unit == "year":
        return year_of(day.year)
    return one_day(day)


def quarter_of(year: int, quarter: int) -> Period:
    return months_of(year, quarter * 3 - 2, quarter * 3)


def hull(a: Period, b: Period) -> Period:
    """From the start of one to the end of the other, with the precision of the finer; null when they run backwards."""
    if a.first is None or b.last is None or a.precision is None or b.precision is None or a.first > b.last:
        return Period()
    precision = min(a.precision, b.precision, key=_fineness)
    if precision == "day" and a.first != b.last:
        precision = "days"
    return Period(first=a.first, last=b.last, precision=precision)


def open_ended(period: Period, *, first: bool) -> Period:
    """Only the first day of a period, or only its last."""
    if first:
        return Period(first=period.first, precision="open") if period.first else Period()
    return Period(last=period.last, precision="open") if period.last else Period()


def _fineness(precision: Precision) -> int:
    return FINENESS.index(precision) if precision in FINENESS else len(FINENESS)
