"""Days as they are printed: read where they can be read in one way only."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.lines import find_day

TODAY = date(2024, 6, 1)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2021-05-01T18:30:00+04:30", date(2021, 5, 1)),
        ("1994-05-03T23:30:00-05:00", date(1994, 5, 3)),
        ("2009-01-22 08:15:02.002364-05", date(2009, 1, 22)),
        ("1999/4/9", date(1999, 4, 9)),
        ("1999.04.09", date(1999, 4, 9)),
        ("Sun, 02 May 1999 23:30:00 +0000", date(1999, 5, 2)),
        ("Sun, 2 May 99 23:30 GMT", date(1999, 5, 2)),
        ("Mar 3, 2014 09:12 AM", date(2014, 3, 3)),
        ("Sept. 14th, 1984", date(1984, 9, 14)),
        ("14th of September 1984", date(1984, 9, 14)),
        ("MONDAY, 3 JAN 90", date(1990, 1, 3)),
        ("3-Jan-1990", date(1990, 1, 3)),
        ("110930Z SEP 83", date(1983, 9, 11)),
        ("3 Jun 24", date(2024, 6, 3)),
        ("3 Jun 25", date(1925, 6, 3)),
        ("24/06/1996", date(1996, 6, 24)),
        ("06/24/1996", date(1996, 6, 24)),
        ("5.5.1996", date(1996, 5, 5)),
        ("19960624", date(1996, 6, 24)),
        ("19960624183000", date(1996, 6, 24)),
        ("835574400", date(1996, 6, 24)),
        ("835574400000", date(1996, 6, 24)),
        ("Published on 24 June 1996, updated 1 July 1996", date(1996, 6, 24)),
    ],
)
def test_one_way(printed: str, day: date) -> None:
    assert find_day(printed, TODAY) == day


@pytest.mark.parametrize(
    "printed",
    [
        "05/06/1996",
        "June 1996",
        "1996",
        "soon",
        "",
        "31 February 1996",
        "1996-13-01",
        "5 June",
        "page 3 of 1996",
        "99999999",
    ],
)
def test_no_full_day_or_two_of_them(printed: str) -> None:
    assert find_day(printed, TODAY) is None


@given(st.dates(date(1900, 1, 1), date(2024, 6, 1)))
def test_every_day_in_every_form(day: date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%b %d, %Y", "%B %d %Y", "%a, %d %b %Y 10:00:00 +0300", "%Y%m%d"):
        assert find_day(day.strftime(form), TODAY) == day


@given(st.text(max_size=60))
def test_never_fails(text: str) -> None:
    find_day(text, TODAY)
