"""Hijri calendars against known days, and as calendars: every day has one date, in order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.mentions.periods.calendars import (
    islamic_day,
    islamic_month_days,
    islamic_year,
    solar_day,
    solar_month_days,
    solar_year,
)

DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("hijri", "day"),
    [
        ((1445, 1, 1), date(2023, 7, 19)),
        ((1442, 9, 1), date(2021, 4, 13)),
        ((1400, 1, 1), date(1979, 11, 21)),
        ((1, 1, 1), date(622, 7, 19)),  # 16 July by the Julian calendar
    ],
)
def test_known_islamic_days(hijri: tuple[int, int, int], day: date) -> None:
    assert islamic_day(*hijri) == day


@pytest.mark.parametrize(
    ("hijri", "day"),
    [
        ((1357, 2, 7), date(1978, 4, 27)),  # the Saur revolution
        ((1357, 11, 22), date(1979, 2, 11)),  # 22 Bahman
        ((1400, 1, 1), date(2021, 3, 21)),
        ((1399, 12, 30), date(2021, 3, 20)),  # a leap day
        ((1403, 1, 1), date(2024, 3, 20)),
    ],
)
def test_known_solar_days(hijri: tuple[int, int, int], day: date) -> None:
    assert solar_day(*hijri) == day


@pytest.mark.parametrize("make", [islamic_day, solar_day])
@pytest.mark.parametrize("month_and_day", [(0, 1), (13, 1), (1, 0), (2, 32)])
def test_no_such_day(make: Callable[[int, int, int], date], month_and_day: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no day"):
        make(1400, *month_and_day)


@given(DAYS)
def test_every_day_lies_in_one_islamic_month(day: date) -> None:
    year = islamic_year(day)
    starts = [islamic_day(year, month, 1) for month in range(1, 13)] + [islamic_day(year + 1, 1, 1)]
    assert starts[0] <= day < starts[-1]
    lengths = [(after - start).days for start, after in pairwise(starts)]
    assert lengths == [islamic_month_days(year, month) for month in range(1, 13)]


@given(DAYS)
def test_every_day_lies_in_one_solar_month(day: date) -> None:
    year = solar_year(day)
    starts = [solar_day(year, month, 1) for month in range(1, 13)] + [solar_day(year + 1, 1, 1)]
    assert starts[0] <= day < starts[-1]
    lengths = [(after - start).days for start, after in pairwise(starts)]
    assert lengths == [solar_month_days(year, month) for month in range(1, 13)]


def test_solar_years_begin_about_the_equinox() -> None:
    assert {solar_day(year, 1, 1) - date(year + 621, 3, 20) for year in range(1200, 1500)} <= {
        timedelta(days=days) for days in (0, 1, 2)
    }
