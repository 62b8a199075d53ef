"""Islamic and Solar Hijri dates as days of the common calendar.

Islamic: the tabular calendar with leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of thirty and the civil epoch
(Reingold and Dershowitz, Calendrical Calculations, chapter 7). It may stand a day off the sighted moon.
Solar Hijri: the break years of Borkowski (The Persian calendar for 3000 years, 1996), exact for 1178 to 1633.
"""

from __future__ import annotations

from datetime import date, timedelta

ISLAMIC_EPOCH = 227015  # 16 July 622, Julian, as a proleptic Gregorian ordinal
SOLAR_BREAKS = (
    -61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178
)  # fmt: skip


def islamic_day(year: int, month: int, day: int) -> date:
    """The day of a tabular Islamic date; ValueError when the month has no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= islamic_month_days(year, month):
        raise ValueError(f"no day {day} in Islamic month {month} of {year}")
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(ISLAMIC_EPOCH + before + day - 1)


def islamic_month_days(year: int, month: int) -> int:
    """30 in odd months and in the twelfth of a leap year, else 29."""
    return 30 if month % 2 or (month == 12 and (14 + 11 * year) % 30 < 11) else 29


def islamic_year(day: date) -> int:
    """The Islamic year that a day lies in."""
    return (30 * (day.toordinal() - ISLAMIC_EPOCH) + 10646) // 10631


def solar_day(year: int, month: int, day: int) -> date:
    """The day of a Solar Hijri date; ValueError when the month has no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= solar_month_days(year, month):
        raise ValueError(f"no day {day} in Solar Hijri month {month} of {year}")
    before = 31 * (month - 1) - (month // 7) * (month - 7)
    return _new_year(year) + timedelta(days=before + day - 1)


def solar_month_days(year: int, month: int) -> int:
    """31 in the first six months, 30 in the next five, 29 or 30 in the last."""
    if month <= 6:
        return 31
    if month <= 11:
        return 30
    return (_new_year(year + 1) - _new_year(year)).days - 336


def solar_year(day: date) -> int:
    """The Solar Hijri year that a day lies in."""
    year = day.year - 621
    return year if day >= _new_year(year) else year - 1


def _new_year(year: int) -> date:
    """1 Farvardin: 20, 21 or 22 March, by the leap years counted since the last break."""
    if not SOLAR_BREAKS[0] <= year < SOLAR_BREAKS[-1]:
        raise ValueError(f"Solar Hijri year {year} is out of range")
    common, leaps, last = year + 621, -14, SOLAR_BREAKS[0]
    for after in SOLAR_BREAKS[1:]:
        span = after - last
        if year < after:
            break
        leaps += span // 33 * 8 + span % 33 // 4
        last = after
    n = year - last
    leaps += n // 33 * 8 + (n % 33 + 3) // 4
    if span % 33 == 4 and span - n == 4:
        leaps += 1
    common_leaps = common // 4 - (common // 100 + 1) * 3 // 4 - 150
    return date(common, 3, 20 + leaps - common_leaps)
