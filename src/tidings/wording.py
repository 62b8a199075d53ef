"""Days and ranges in words, the same wherever they are told, and never in the reader's locale."""

from __future__ import annotations

from datetime import date

MONTHS = "January February March April May June July August September October November December".split()


def tell_day(day: date) -> str:
    """ "3 May 2021"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def tell_span(low: float | None, high: float | None) -> str:
    """ "27 to 30", "251 or more", "up to 12"; a dash where neither end is told."""
    if low is not None and high is not None:
        return f"{low:,.0f}" if low == high else f"{low:,.0f} to {high:,.0f}"
    return f"{low:,.0f} or more" if low is not None else f"up to {high:,.0f}" if high is not None else "–"


def is_or_are(number: int) -> str:
    """The verb after so many."""
    return "is" if number == 1 else "are"
