"""The picture that the page draws: all events, places, units, figures and reports of a copy, column by column.

Days are whole numbers since 1970-01-01, so that a slider compares numbers; names that recur are numbers into `names`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from tidings.web.named_sql import read_sql
from tidings.web.sides import name_side
from tidings.web.view import Row, View

EPOCH = date(1970, 1, 1)
CONTROL_DAYS = "SELECT DISTINCT published FROM control_evidence WHERE published IS NOT NULL"
LEANING = ("taker", "leans", "leans_to", "why")  # the last columns of a span of a contested unit
MOST_DAYS = 400  # steps of the slider of what was known; with more, one a week or one a month
BEFORE, AFTER = 60, 30  # days beyond the first and last report that the slider reaches


class Names:
    """Each name once, and its number."""

    def __init__(self) -> None:
        self.list: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, name: str) -> int:
        found = self._numbers.get(name)
        if found is None:
            found = self._numbers[name] = len(self.list)
            self.list.append(name)
        return found

    def numbers(self, names: Iterable[str]) -> list[int]:
        return [self.number(name) for name in names]


def make_picture(view: View) -> dict[str, Any]:
    """All that the page needs at first; what a person opens is asked one by one."""
    names = Names()
    places = list(view.rows(read_sql("picture_places")))
    numbers = {row["id"]: i for i, row in enumerate(places)}
    documents = list(view.rows(read_sql("picture_documents")))
    figures = _figures(view, names)
    known = find_known_days(row["published"] for row in documents)
    events = _events(view, names, numbers)
    return {
        "copy": view.copy,
        "range": _range(events, documents),
        "known": known,
        "control_days": find_control_days(known, (row["published"] for row in view.rows(CONTROL_DAYS))),
        "undated": sum(row["published"] is None for row in documents),
        "events": events,
        "places": _columns(places, ("id", "name", "kind", "country", "adm1", "pcode", "lat", "lon", "point", "within")),
        "units": _columns(
            list(view.rows(read_sql("picture_units"))),
            ("id", "unit", "place", "pcode", "province", "country", "in_frame", "seat"),
        ),
        "documents": _columns(documents, ("id", "doc", "publisher", "title", "published")),
        "figures": figures,
        "names": names.list,
    }


def make_words(view: View) -> dict[str, Any]:
    """The words of every event's evidence, by event."""
    rows = view.rows(read_sql("picture_words"))
    return {"copy": view.copy, "words": {row["event_id"]: row["words"] for row in rows}}


def make_spans(view: View, known_on: date | None) -> dict[str, Any]:
    """Who holds each unit from which day on, by what was known on a day; of a contested one also which way it leans."""
    units: dict[str, list[list[Any]]] = defaultdict(list)
    rows, silent = view.spans(known_on)
    for row in rows:
        units[row["id"]].append(
            [
                number_day(row["day"]),
                row["holder"],
                row["state"],
                number_day(row["since"]),
                row["standing"],
                number_day(row["last_heard"]),
                row["claim_ids"],
                *([row[key] for key in LEANING] if row["leans"] else ()),
            ]
        )
    return {"copy": view.copy, "units": units, "silent": silent}


def number_day(day: date | None) -> int | None:
    """A day as a number."""
    return None if day is None else (day - EPOCH).days


def find_known_days(published: Iterable[date | None]) -> list[int]:
    """The days of knowledge that can be asked: all on which something was published, or each week's or month's last."""
    days = sorted({day for day in published if day is not None})
    for step in (lambda day: day, _end_of_week, _end_of_month):
        found = sorted({step(day) for day in days})
        if len(found) <= MOST_DAYS:
            break
    return [(day - EPOCH).days for day in found]


def find_control_days(known: Sequence[int], told: Iterable[date]) -> list[int]:
    """The days of knowledge by which more is told of who holds what than by the one before; the first always."""
    days = [(day - EPOCH).days for day in told]
    edges = [known[0] - 1 if known else 0, *known]
    return [day for before, day in pairwise(edges) if day == edges[1] or any(before < one <= day for one in days)]


def _end_of_week(day: date) -> date:
    return day + timedelta(days=6 - day.weekday())


def _end_of_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _events(view: View, names: Names, places: Mapping[str, int]) -> dict[str, list[Any]]:
    sides: dict[str, set[int]] = defaultdict(set)
    for voice in view.rows(read_sql("picture_voices")):
        sides[voice["event_id"]].add(names.number(name_side(voice, view)))
    columns: dict[str, list[Any]] = defaultdict(list)
    for row in view.rows(read_sql("picture_events")):
        for key in ("id", "claims", "is_near"):
            columns[key].append(row[key])
        for key in ("act", "standing"):
            columns[key].append(names.number(row[key]))
        for key in ("actor", "target", "place", "flags"):
            columns[key].append(names.numbers(row[key]))
        for key in ("first", "last", "known", "last_known"):
            columns[key].append(number_day(row[key]))
        columns["at"].append([places[place] for place in row["place_ids"]])
        columns["sides"].append(sorted(sides[row["id"]]))
    return columns


def _figures(view: View, names: Names) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = defaultdict(list)
    for row in view.rows(read_sql("picture_figures")):
        for key in ("figure", "claim", "document_id", "event_id", "low", "high", "text", "best", "all_low", "all_high"):
            columns[key].append(row[key])
        for key in ("what", "of", "place", "by", "who", "basis"):
            columns[key].append(None if row[key] is None else names.number(row[key]))
        for key in ("day", "published"):
            columns[key].append(number_day(row[key]))
        columns["side"].append(names.number(name_side(row, view)))
    return columns


def _columns(rows: Sequence[Row], keys: Sequence[str]) -> dict[str, list[Any]]:
    return {key: [number_day(row[key]) if isinstance(row[key], date) else row[key] for row in rows] for key in keys}


def _range(events: Mapping[str, list[Any]], documents: Sequence[Row]) -> list[int]:
    """The first and last day of the slider: about the days of the reports, and not those of history they recall."""
    published = [number_day(row["published"]) for row in documents if row["published"]]
    told = [day for key in ("first", "last") for day in events.get(key, []) if day is not None]
    days = [day for day in published if day is not None]
    if not days:
        common = Counter(told).most_common()
        return [min(told), max(told)] if common else [0, 0]
    first, last = min(days) - BEFORE, max(days) + AFTER
    near = [day for day in told if first <= day <= last]
    return [min([*near, *days]), max([*near, *days])]
