"""Tables of actors as CSV -> Actor. Every problem of a table is told at once, and a table with one is not used at all.

id,name,aliases,kind,country,of,allies,enemies,since,until
zabihullah-mujahid,Zabihullah Mujahid,Zabiullah Mujahid,person,Afghanistan,taliban (spokesman) 2007..,,,,

Several values have `; ` between them. A tie is an id, a role in brackets, and days `FIRST..LAST`: years, months, days.
"""

from __future__ import annotations

import calendar
import csv
import re
from collections.abc import Iterable, Iterator
from datetime import date

from tidings.actors.actor import Actor, Tie, load_kinds

COLUMNS = ("id", "name", "aliases", "kind", "country", "of", "allies", "enemies", "since", "until")
TIE = re.compile(
    r"(?P<to>[\w.-]*[\w-])(?: \((?P<role>[^()]+)\))?"
    r"(?: (?:(?P<first>[\d-]*)\.\.(?P<last>[\d-]*)|(?P<year>\d{4})))?"
)
ID = re.compile(r"[a-z0-9][a-z0-9.-]*")


def read_rows(lines: Iterable[str], source: str, problems: list[str]) -> Iterator[Actor]:
    """The actors of a table; what is wrong with it goes to `problems`, each with its line."""
    numbered = [(at, line) for at, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    rows = csv.reader(line for _, line in numbered)
    header = tuple(next(rows, ()))
    if header != COLUMNS:
        problems.append(f"{source}: the first line has to name the columns {','.join(COLUMNS)}")
        return
    for (at, _), row in zip(numbered[1:], rows, strict=False):
        wrong: list[str] = []
        actor = _make_actor(row, source, wrong)
        problems.extend(f"{source}, line {at}: {problem}" for problem in wrong)
        if actor is not None:
            yield actor


def _make_actor(row: list[str], source: str, wrong: list[str]) -> Actor | None:
    if len(row) != len(COLUMNS):
        wrong.append(f"{len(row)} columns instead of {len(COLUMNS)}")
        return None
    cells = dict(zip(COLUMNS, (cell.strip() for cell in row), strict=True))
    if not ID.fullmatch(cells["id"]):
        wrong.append(f"id {cells['id']!r}: an id is small letters, digits, dots and hyphens")
    if not cells["name"]:
        wrong.append("there is no name")
    if cells["kind"] not in load_kinds():
        wrong.append(f"kind {cells['kind']!r}: known are {', '.join(load_kinds())}")
    return Actor(
        id=cells["id"],
        name=cells["name"],
        kind=cells["kind"],
        aliases=split(cells["aliases"]),
        countries=split(cells["country"]),
        of=read_ties(cells["of"], wrong),
        allies=read_ties(cells["allies"], wrong),
        enemies=read_ties(cells["enemies"], wrong),
        since=read_day(cells["since"], wrong),
        until=read_day(cells["until"], wrong, last=True),
        source=source,
    )


def split(cell: str) -> tuple[str, ...]:
    """The values of a cell."""
    return tuple(value for part in cell.split(";") if (value := part.strip())) if cell else ()


def read_ties(cell: str, wrong: list[str]) -> tuple[Tie, ...]:
    """ "taliban (spokesman) 2007..; al-qaeda" as ties."""
    return tuple(tie for text in split(cell) if (tie := _read_tie(text, wrong)) is not None)


def _read_tie(text: str, wrong: list[str]) -> Tie | None:
    found = TIE.fullmatch(text)
    if found is None:
        wrong.append(f"{text!r} is no tie; write: taliban (spokesman) 2007..2021-08-15")
        return None
    year = found["year"]
    first = read_day(year or found["first"] or "", wrong)
    last = read_day(year or found["last"] or "", wrong, last=True)
    if first and last and first > last:
        wrong.append(f"{text!r} ends before it begins")
    return Tie(found["to"], found["role"], first, last)


def read_day(text: str, wrong: list[str], last: bool = False) -> date | None:
    """The first day of a year, month or day as written, or its last."""
    if not text:
        return None
    try:
        parts = [int(part) for part in text.split("-")]
        if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
            raise ValueError
        if len(parts) == 3:
            return date(*parts)
        month = parts[1] if len(parts) > 1 else 12 if last else 1
        return date(parts[0], month, calendar.monthrange(parts[0], month)[1] if last else 1)
    except (ValueError, calendar.IllegalMonthError):
        wrong.append(f"{text!r} is no day; write 2021, 2021-06 or 2021-06-24")
        return None
