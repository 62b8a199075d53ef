"""What a saved article says of itself in its header lines and credits: day, publisher, author, title, dateline.

Each with its basis. `header line`: a line or an opening that states it. `credit`: a copyright or source line, the
agency of a dateline, or the picture credits where the text also speaks of that agency as its own ("told Harbour News").
The first in that order decides; where two agencies stand side by side neither does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import msgspec

from tidings.lines import HeaderLine, find_day, find_header_lines
from tidings.lines.days import DATELINE_DAY
from tidings.lines.rows import load_headers, tidy_name, tidy_person

HEADER_LINE, CREDIT = "header line", "credit"
# How a report speaks of the agency it is of.
OWN_VOICE = (
    r"\b(?:told|telling) (?:the )?{name}\b"
    r"|\b{name}(?:['’]s)? (?:correspondents?|reporters?|journalists?|has learned|was told|could not (?:verify|reach))\b"
)
# The number of a release begins with the month of issue: 1999-04-P-007.
RELEASE_NUMBER = re.compile(r"(?<![\w-])([12]\d{3})-(\d{2})-[A-Z]{1,3}-\d{2,4}\b")
HEAD = 400  # characters in which a report without a dateline states its number
TITLE_DAY = re.compile(rf"(?P<day>{DATELINE_DAY}): ")  # of a daily round-up: "May 4: Fighting on the coast"
OFFICE = re.compile(r",? (?:and )?(?:staff|special|foreign|senior) (?:writer|correspondent|reporter)s?$", re.IGNORECASE)


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    """What header lines state; each basis is null with its value."""

    published: str | None = None
    publisher: str | None = None
    publisher_basis: str | None = None
    author: str | None = None
    title: str | None = None
    dateline: str | None = None
    agency: str | None = None
    lines: tuple[HeaderLine, ...] = ()


def read_headers(text: str, title: str | None, today: date) -> Stated:
    """What the header lines of a text state; `title` is what metadata call it."""
    lines = find_header_lines(text, title)
    publisher, basis = _find_publisher(text, lines)
    dateline = next((line for line in lines if line.kind == "dateline"), None)
    return Stated(
        published=_find_published(lines, today) or _complete_day(text, lines, today),
        publisher=publisher,
        publisher_basis=basis,
        author=_find_author(lines),
        title=next((line.parts["title"] for line in lines if line.kind == "title"), None),
        dateline=dateline.parts["text"] if dateline else None,
        agency=_agency(dateline.parts.get("agency", "")) if dateline else None,
        lines=tuple(lines),
    )


def _find_published(lines: Iterable[HeaderLine], today: date) -> str | None:
    """The day stated as that of publication; else a full day in the dateline; else the last update."""
    for part, kinds in (("day", ("published",)), ("day", ("dateline",)), ("updated", ("published",))):
        for line in lines:
            if line.kind in kinds and part in line.parts and find_day(line.parts[part], today):
                return line.parts[part]
    return None


def _complete_day(text: str, lines: Iterable[HeaderLine], today: date) -> str | None:
    """The first dateline's or the title's day without a year, with the year that the lines above the text state.

    A release number states year and month, another header line may state the same day in full; the month must agree.
    """
    lines = list(lines)
    titled = (TITLE_DAY.match(line.parts["title"]) for line in lines if "title" in line.parts)
    stated = [line.parts["day"] for line in lines if line.kind == "dateline" and "day" in line.parts]
    printed = next((day for day in [*stated, *(match["day"] for match in titled if match)]), None)
    if printed is None:
        return None
    above = text[: next((line.start for line in lines if line.kind == "dateline"), HEAD)]
    numbers = [(int(year), int(month)) for year, month in RELEASE_NUMBER.findall(above)]
    days = [find_day(text[line.start : line.end], today) for line in lines if line.kind in ("title", "banner")]
    for year, month in [*numbers, *((day.year, day.month) for day in days if day)]:
        day = find_day(f"{printed} {year}", today)
        if day and day.month == month and ((year, month) in numbers or day in days):
            return f"{printed} {year}"
    return None


def _find_publisher(text: str, lines: list[HeaderLine]) -> tuple[str | None, str | None]:
    if name := _first(lines, "publisher"):
        return tidy_name(name), HEADER_LINE
    for part in ("copyright", "source"):
        if name := _first(lines, part):
            return tidy_name(name), CREDIT
    agencies = {_agency(line.parts["agency"]) for line in lines if line.kind == "dateline" and "agency" in line.parts}
    if len(agencies) == 1 and (name := agencies.pop()):
        return name, CREDIT
    photos = {tidy_name(line.parts["photo"]) for line in lines if "photo" in line.parts}
    if len(photos) == 1 and (name := photos.pop()) and re.search(OWN_VOICE.format(name=re.escape(name)), text):
        return name, CREDIT
    return None, None


def _first(lines: Iterable[HeaderLine], part: str) -> str | None:
    """The first line that names a publisher in this way, by a name and not by a bare word such as `staff`."""
    generic = load_headers().generic_agencies
    return next((v for line in lines if (v := line.parts.get(part)) and v.casefold() not in generic), None)


def _agency(name: str) -> str | None:
    """The one agency a dateline names: `HNA/agencies` is HNA, `HNA/Velm Radio` nobody."""
    generic = load_headers().generic_agencies
    names = [part.strip() for part in re.split(r"/| and |, ", name)]
    named = [part for part in names if part and part.casefold() not in generic]
    return tidy_name(named[0]) if len(named) == 1 else None


def _find_author(lines: Iterable[HeaderLine]) -> str | None:
    refused = load_headers().not_authors
    for line in lines:
        name = OFFICE.sub("", line.parts.get("author", ""))
        if name and name.casefold() not in refused:
            return tidy_person(name)
    return None
