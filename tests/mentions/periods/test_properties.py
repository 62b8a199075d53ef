"""What holds for every day: dates read back, and no period comes from the day of publication unasked."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.mentions.periods.reading import DAY, find_in, periods_in
from tidings.language.parser import SpacyParser
from tidings.mentions.periods import find_periods, last_told
from tidings.records import Mention, Period

DAYS = st.dates(date(1900, 1, 1), date(2098, 12, 31))
NEAR = st.dates(date(1950, 1, 1), date(2050, 12, 31))
FORMS = (
    "%-d %B %Y", "%B %-d, %Y", "%d %b %Y", "%b. %-d, %Y", "%A, %-d %B %Y", "%A, %B %-d, %Y", "the %-dth of %B %Y",
    "%-d-%b-%Y", "%Y-%m-%d", "%Y/%m/%d",
)  # fmt: skip
FULL_DATES = (
    "The fort fell on 9 May 1985 after a siege from 3 March to 8 May 1985.",
    "Between 1992 and 1995 the city starved; in the spring of 1993 the bridge was blown up.",
    "On 2003-04-09 the statue came down, and in late 2011 the last base was closed.",
)
RELATIVE = (
    "The fort fell yesterday.", "The fort fell on Tuesday.", "The fort fell last month.",
    "The fort fell two weeks ago.", "The fort will fall next Friday.",
    "So far 40 men have died.", "Forty men have died since May.",
    "The fort fell in early May.", "Forty men died over the past 72 hours.", "The fort fell overnight.",
    "The fort fell on the 9th.", "The fort fell on Christmas Day.", "The fort fell at the weekend.",
    "The fort fell last winter.", "They held it from Monday to Friday.", "The midyear report lists 40 dead.",
)  # fmt: skip

quick = settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@quick
@given(day=DAYS, form=st.sampled_from(FORMS), reference=DAYS)
def test_any_full_date_reads_back(day: date, form: str, reference: date, parser: SpacyParser) -> None:
    text = f"The fort fell on {day.strftime(form)}."
    assert periods_in(parser, text, reference) == [f"{day} day"]


@quick
@given(day=NEAR, reference=NEAR)
def test_a_date_without_a_year_is_the_latest_one(day: date, reference: date, parser: SpacyParser) -> None:
    (mention,) = find_in(parser, f"The fort fell on {day.strftime('%-d %B')}.", reference)
    period = mention.means
    assert isinstance(period, Period)
    assert period.first is not None
    assert (period.first.day, period.first.month) == (day.day, day.month)
    assert period.first <= reference
    # a leap day may be eight years back about 1900, else a date is at most a year old
    assert reference - period.first < timedelta(days=366 if day.month != 2 or day.day != 29 else 366 * 8)


@quick
@given(reference=NEAR, weekday=st.sampled_from(["Monday", "Wednesday", "Saturday", "Sunday"]))
def test_weekdays_lie_within_a_week_on_the_side_of_the_tense(
    reference: date, weekday: str, parser: SpacyParser
) -> None:
    past, future = (
        date.fromisoformat(periods_in(parser, f"The council {verb} on {weekday}.", reference)[0].split()[0])
        for verb in ("met", "will meet")
    )
    assert timedelta(0) <= reference - past < timedelta(days=7)
    assert timedelta(0) <= future - reference < timedelta(days=7)
    assert past.strftime("%A") == future.strftime("%A") == weekday


@quick
@given(days=st.integers(-40_000, 20_000), text=st.sampled_from(FULL_DATES))
def test_the_reference_day_moves_no_full_date(days: int, text: str, parser: SpacyParser) -> None:
    found = periods_in(parser, text, DAY)
    assert found
    assert periods_in(parser, text, DAY + timedelta(days=days)) == found
    assert periods_in(parser, text, None) == found


@pytest.mark.parametrize("text", RELATIVE)
def test_without_a_reference_day_relative_words_give_null(text: str, parser: SpacyParser) -> None:
    assert periods_in(parser, text, None) == ["null"]
    assert periods_in(parser, text, DAY) != ["null"]


@pytest.mark.parametrize("text", RELATIVE + FULL_DATES)
def test_heads_and_offsets_point_into_the_expression(text: str, parser: SpacyParser) -> None:
    (sentences,) = parser.parse([text])
    for parse in sentences:
        for mention in find_periods(parse, DAY):
            head = parse.words[mention.head]
            assert mention.start <= head.start < head.end <= mention.end <= len(text)
            assert re.search(r"\w", text[mention.start : mention.end])


@quick
@given(text=st.text(alphabet="0123456789-/.,: MayJuneFriday oftheanduntilsinceago", max_size=60))
def test_no_text_makes_it_stumble(text: str, parser: SpacyParser) -> None:
    for mention in find_in(parser, f"They left {text}"):
        assert isinstance(mention.means, Period)
        assert mention.means.precision is not None or mention.means == Period()
        if mention.means.first and mention.means.last:
            assert mention.means.first <= mention.means.last


def told(**fields: object) -> Mention:
    return Mention(kind="period", start=0, end=1, head=0, means=Period(**fields), made_by="here")  # type: ignore[arg-type]


def test_last_told_keeps_the_last_day_and_year() -> None:
    day = told(first=date(2005, 11, 5), last=date(2005, 11, 5), precision="day")
    month = told(first=date(2007, 2, 1), last=date(2007, 2, 28), precision="month")
    long = told(first=date(2003, 1, 1), last=date(2011, 12, 31), precision="year")
    assert last_told([day, told()]) == (date(2005, 11, 5), 2005)
    assert last_told([day, month, long]) == (date(2005, 11, 5), 2007)
    assert last_told([], date(1999, 1, 1), 1998) == (date(1999, 1, 1), 1998)
