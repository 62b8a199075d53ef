"""Days as a sentence takes them: "on 23 June 2021", "in May 2021", "between 1 and 3 June 2021"; nothing if unknown."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from tidings.wording import MONTHS, tell_day


def tell_month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def tell_period(first: date | None, last: date | None) -> str:
    """The period with its preposition; the empty text when neither end is known."""
    if first is None or last is None:
        if first is not None:
            return f"from {tell_day(first)} on"
        return f"by {tell_day(last)}" if last is not None else ""
    if first == last:
        return f"on {tell_day(first)}"
    start, end = _tell_ends(first, last)
    return f"between {start} and {end}" if start else f"in {end}"


def tell_range(first: date, last: date) -> str:
    """The period as a heading: "1 to 3 May 2021", "May 2021"."""
    if first == last:
        return tell_day(first)
    start, end = _tell_ends(first, last)
    return f"{start} to {end}" if start else end


def _tell_ends(first: date, last: date) -> tuple[str, str]:
    """Both ends, the first without what the last says as well; no first one where both are one month or one year."""
    if first.day > 1 or last.day < monthrange(last.year, last.month)[1]:
        start = tell_day(first) if first.year != last.year else f"{first.day} {MONTHS[first.month - 1]}"
        return (str(first.day) if (first.year, first.month) == (last.year, last.month) else start), tell_day(last)
    if first.month == 1 and last.month == 12:
        return ("" if first.year == last.year else str(first.year)), str(last.year)
    if first.year != last.year:
        return tell_month(first), tell_month(last)
    return ("" if first.month == last.month else MONTHS[first.month - 1]), tell_month(last)
