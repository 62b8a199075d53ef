"""No claim's period comes from the day of publication unasked: over the texts of all cases.

A period moves with the day of publication only where the text holds a word that is reckoned from it; without such a day
none appears but from a day that the text or its dateline states.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.cases.cases import Case
from tests.cases.test_claims import CASES, load_reading
from tidings.claims.logs import ENTRIES
from tidings.lexicons.times import load_times
from tidings.records import Claim, Document

TIMES = load_times()
MONTHS = "|".join(name for row in TIMES.month for name in (*row.names, *row.short))
YEAR = r"(?:1[5-9]|20)\d\d"
# every word that reckons from the day of the report: a word beside a date with its year ("since 3 May 1998") too
RELATIVE = re.compile(
    r"\b(?:"
    + "|".join(name for row in (*TIMES.weekday, *TIMES.season, *TIMES.month) for name in (*row.names, *row.short))
    + "|".join(["", *(re.escape(name) for row in TIMES.feast for name in row.names)])
    + "|".join(["", *(name for row in (*TIMES.islamic, *TIMES.solar) for name in row.names)])
    + r"|today|yesterday|tomorrow|tonight|overnight|ago|since|now|date|night|morning|evening|week|weekend|month|year"
    r"|past|last|next|coming|mid-?year|quarter|hours|days|weeks|months|years|so far|half|decade)\b",
    re.IGNORECASE,
)
FULL_DATE = re.compile(
    rf"\b(?:\d{{1,2}} (?:{MONTHS})\.? {YEAR}|(?:{MONTHS})\.? (?:\d{{1,2}}, )?{YEAR})\b", re.IGNORECASE
)
# the hours of a log are those of the day on which it is written
LOG = re.compile(r"^\d{1,2}[:.]\d\d\b", re.MULTILINE)
STATED = re.compile(rf"{YEAR}|\b1[34]\d\d\b|\d0s\b")  # common, Islamic and Solar Hijri years, decades
quick = settings(max_examples=100, deadline=None, derandomize=True)


def has_relative_word(case: Case) -> bool:
    """Whether anything but full dates speaks of time in a text."""
    is_log = len(LOG.findall(case.text)) >= ENTRIES
    return is_log or RELATIVE.search(FULL_DATE.sub("", case.text)) is not None or "since" in case.text.lower()


STEADY = [case for case in CASES if "published" in case.header and not has_relative_word(case)]
DATED = [case for case in STEADY if STATED.search(case.text)]


def told(claims: tuple[Claim, ...]) -> Counter[tuple[str, date | None, date | None, str | None]]:
    """Act and period of each claim."""
    return Counter((claim.act, claim.first, claim.last, claim.precision) for claim in claims)


def read(document: Document) -> Counter[tuple[str, date | None, date | None, str | None]]:
    return told(load_reading().read_document(document).claims)


def moved(document: Document, days: int) -> Document:
    assert document.published is not None
    return replace(document, published=document.published + timedelta(days=days))


def periods(case: Case) -> Iterator[tuple[str, date | None, date | None]]:
    for act, first, last, _ in read(case.document()):
        if first or last:
            yield act, first, last


@quick
@given(case=st.sampled_from(STEADY), days=st.integers(1, 4000))
def test_a_later_day_of_publication_moves_no_period_without_a_relative_word(case: Case, days: int) -> None:
    document = case.document()
    assert read(moved(document, days)) == read(document), case.text


@quick
@given(case=st.sampled_from(STEADY), days=st.integers(-4000, -1))
def test_an_earlier_one_does_not_either_where_no_year_is_told(case: Case, days: int) -> None:
    """With a year the day may fall before what is told, which then has not happened yet."""
    if not STATED.search(case.text):
        document = case.document()
        assert read(moved(document, days)) == read(document), case.text


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.where} {case.name}")
def test_without_a_day_of_publication_a_period_needs_a_stated_year(case: Case) -> None:
    found = [period for period in read(replace(case.document(), published=None)) if period[1] or period[2]]
    assert not found or STATED.search(case.text), (case.text, found)


@pytest.mark.parametrize("case", STEADY, ids=lambda case: f"{case.where} {case.name}")
def test_a_text_that_tells_no_time_has_no_period(case: Case) -> None:
    assert STATED.search(case.text) or not list(periods(case)), case.text


def test_the_properties_are_held_over_enough_texts() -> None:
    assert len(STEADY) >= 100
    assert len(DATED) >= 5
    assert any(list(periods(case)) for case in DATED)
