"""The day that a dateline states, from which the relative words below it are reckoned: "TUZLA, June 4 -"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from tidings.lines import HeaderLine, find_day, find_header_lines
from tidings.mentions.periods.readings import MONTHS, nearest
from tidings.mentions.periods.spans import one_day
from tidings.records import Document, Period

# a dateline's day without a year may lie so far before the day of publication
LATEST_PRINT = timedelta(days=14)


class DatelineDay(msgspec.Struct, frozen=True):
    """From which offset on a dateline speaks, and the day it states (None: none that can be known)."""

    start: int
    day: date | None


def find_dateline_days(document: Document) -> list[DatelineDay]:
    """The datelines of a document in the order of the text; a digest has one for each of its items."""
    lines = find_header_lines(document.text, document.title)
    return list(_read_lines(lines, document.published))


def reference_day(datelines: Sequence[DatelineDay], start: int, published: date | None) -> date | None:
    """The day from which a sentence reckons: its dateline's, else that of publication."""
    above = [dateline for dateline in datelines if dateline.start <= start]
    return (above[-1].day if above else None) or published


def _read_lines(lines: Sequence[HeaderLine], published: date | None) -> Iterator[DatelineDay]:
    for line in lines:
        if line.kind == "dateline":
            yield DatelineDay(line.start, _read_day(line.parts.get("day", ""), published))


def _read_day(text: str, published: date | None) -> date | None:
    """The day of a dateline: a full one as it stands, one without a year as the last before publication."""
    full = find_day(text, published or date.max)
    if full is not None:
        is_short = published is None and str(full.year) not in text  # "6 FEB 68" has a century only beside another day
        return None if is_short or (published is not None and full > published) else full
    return None if published is None else _without_year(text, published)


def _without_year(text: str, published: date) -> date | None:
    words = text.lower().replace(".", " ").split()
    month = next((MONTHS[word] for word in words if word in MONTHS), None)
    day = next((int(digits) for word in words if (digits := word.rstrip("stndrh")).isdigit()), None)
    if month is None or day is None:
        return None

    def in_year(year: int) -> Period:
        return one_day(date(year, month, day))

    found = nearest(in_year, published, future=False)
    first = found.first if found else None
    return first if first is not None and published - first <= LATEST_PRINT else None
