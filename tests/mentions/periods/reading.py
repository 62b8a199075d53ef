"""Sentences to periods, as the tests of this folder write them."""

from __future__ import annotations

from datetime import date

from tidings.language.parser import SpacyParser
from tidings.mentions.periods import find_periods
from tidings.records import Mention, Period

DAY = date(2021, 6, 16)


def find_in(parser: SpacyParser, text: str, day: date | None = DAY, told: date | None = None) -> list[Mention]:
    """The expressions of time of a text, all its sentences together."""
    (sentences,) = parser.parse([text])
    return [mention for parse in sentences for mention in find_periods(parse, day, told)]


def periods_in(parser: SpacyParser, text: str, day: date | None = DAY) -> list[str]:
    return [format_period(mention.means) for mention in find_in(parser, text, day)]


def format_period(period: object) -> str:
    """A period as a case writes it: `2021-05-12 day`, `2021-05-03..2021-05-09 days`, `..2021-05-31 open`, `null`."""
    assert isinstance(period, Period)
    first, last = (end.isoformat() if end else "" for end in (period.first, period.last))
    if not first and not last:
        return "null"
    return f"{first if first == last else f'{first}..{last}'} {period.precision}"
