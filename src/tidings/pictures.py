"""Pictures of a store: asks the rooms for rows, and hands them to the charts.

control · figures · events · voices ─▶ rows ─▶ charts ─▶ Picture
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from tidings.briefs import load_words
from tidings.charts import Spec, chart_control, chart_events, chart_figures, chart_voices, map_control
from tidings.errors import TidingsError
from tidings.gazetteers import load_gazetteer
from tidings.situations.control import MAP_SQL, know_by
from tidings.store import Store

# How many days a chart over time asks the map of, at most: each is a question to the store.
SAMPLES = 60
UNITS = {"district": "districts", "city": "cities", "province": "provinces", "crossing": "crossings"}
FIGURES_RULE = "tidings"
EVERY_SIDE = """
SELECT DISTINCT coalesce(names.name, changes.side) AS name
FROM control_changes AS changes
LEFT JOIN (SELECT side, min(name) AS name FROM actor_sides GROUP BY side) AS names ON names.side = changes.side
ORDER BY name
"""
# Without a day to begin with, a chart over time begins this long before the first report: what is told of years before
# would leave no room for the rest.
BEFORE = timedelta(days=31)


class Asked(msgspec.Struct, frozen=True):
    """What a picture is to show: since when, how it stood on a day, by what was known on a day, and which figures."""

    since: date | None = None
    as_of: date | None = None
    known_on: date | None = None
    level: str = "district"
    what: str = "killed"


class Nothing(TidingsError):  # noqa: N818 - it says what there is to draw
    """The store holds nothing that this picture could show."""

    exit_code = 1


def make_picture(name: str, store: Store, asked: Asked) -> Spec:
    """The description of one chart by its name; `Nothing` where the store has nothing to show."""
    return PICTURES[name](store, asked)


def draw_control_map(store: Store, asked: Asked) -> Spec:
    """Who holds which district on a day."""
    know_by(store.connection, asked.known_on)
    day = asked.as_of or last_day(store)
    rows = ask_map(store, day, "district")
    countries = {
        row["country"]
        for row in store.rows("SELECT DISTINCT country FROM control_units WHERE unit = 'district' AND in_frame")
    }
    gazetteer = load_gazetteer()
    outlines: dict[str, Mapping[str, Any]] = {}
    approximate = False
    for country in sorted(countries):
        shapes = gazetteer.outlines.get(f"district {country}")
        if shapes is not None:
            approximate |= shapes.approximate
            outlines |= {key: shapes.geojson(number) for number, key in enumerate(shapes.keys())}
    known = [row for row in rows if row["id"] in outlines]
    if not known:
        raise Nothing("no map to draw: nothing is told of a country whose districts are known; see tidings places add")
    provinces = gazetteer.outlines["province"]
    wanted = {
        place.id for code in countries if (land := gazetteer.country(code)) for place in gazetteer.provinces_of(land)
    }
    borders = [provinces.geojson(number) for number, key in enumerate(provinces.keys()) if key in wanted]
    return map_control(known, outlines, borders, day, list_sides(store), approximate=approximate)


def draw_control(store: Store, asked: Asked) -> Spec:
    """How many units each side holds, over time."""
    know_by(store.connection, asked.known_on)
    last = asked.as_of or last_day(store)
    found = store.connection.execute("SELECT min(day) FROM changes WHERE day <= ?", [last]).fetchone()
    if not found or found[0] is None:
        raise Nothing(f"no chart of control to draw: no change of hands is told up to {last}")
    first = asked.since or max(found[0], first_day(store) or found[0])
    if first > last:
        raise Nothing(f"no chart of control to draw: {first} is later than {last}")
    days = {day: ask_map(store, day, asked.level) for day in sample(first, last)}
    return chart_control(days, UNITS[asked.level], list_sides(store))


def draw_events(store: Store, asked: Asked) -> Spec:
    """Events by week and theme."""
    rows = list(store.rows(_read("events_by_week"), {**_span(store, asked), "themes": _acts()}))
    if not rows:
        raise Nothing("no chart of events to draw: none of them is told with a day")
    return chart_events(rows, _titles())


def draw_figures(store: Store, asked: Asked) -> Spec:
    """Figures of one kind over time."""
    rows = list(
        store.rows(_read("figures_over_time"), {**_span(store, asked), "what": asked.what, "rule": FIGURES_RULE})
    )
    if not rows:
        kinds = [
            row["what"]
            for row in store.rows(
                "SELECT DISTINCT what FROM figures WHERE first IS NOT NULL AND last IS NOT NULL ORDER BY what"
            )
        ]
        raise Nothing(f"no figures of {asked.what!r} with days to draw; there are: {', '.join(kinds) or 'none'}")
    return chart_figures(rows, asked.what, FIGURES_RULE)


def draw_voices(store: Store, asked: Asked) -> Spec:
    """Who says what."""
    rows = list(store.rows(_read("voices"), {**_span(store, asked), "themes": _acts()}))
    if not rows:
        raise Nothing("nobody to show: no event has a voice that is known")
    return chart_voices(rows, _titles())


PICTURES: Mapping[str, Callable[[Store, Asked], Spec]] = {
    "control-map": draw_control_map,
    "control": draw_control,
    "events": draw_events,
    "figures": draw_figures,
    "voices": draw_voices,
}


def ask_map(store: Store, day: date | None, level: str | None) -> list[dict[str, Any]]:
    """The map of a day by what was laid down with `know_by`."""
    return list(store.rows(MAP_SQL, {"as_of": day, "level": level}))


def list_sides(store: Store) -> list[str]:
    """Every side to which a place is said to have gone: a side has one colour in all pictures of a store."""
    return [row["name"] for row in store.rows(EVERY_SIDE)]


def last_day(store: Store) -> date:
    """The last day of which the store can know something: the newest report's, else the last change's."""
    found = store.connection.execute(
        "SELECT coalesce((SELECT max(published) FROM speaking_documents), (SELECT max(day) FROM control_changes))"
    ).fetchone()
    if not found or found[0] is None:
        raise Nothing("nothing to draw: no report has a day of publication, and no change of hands is told")
    day: date = found[0]
    return day


def first_day(store: Store) -> date | None:
    """The day with which a chart over time begins unless it is told: a month before the first report."""
    found = store.connection.execute("SELECT min(published) FROM speaking_documents").fetchone()
    return found[0] - BEFORE if found and found[0] is not None else None


def _span(store: Store, asked: Asked) -> dict[str, date | None]:
    return {"since": asked.since or first_day(store), "until": asked.as_of}


def sample(first: date, last: date) -> Iterator[date]:
    """At most SAMPLES days from first to last, evenly, both ends among them."""
    step = max(1, -(-(last - first).days // SAMPLES))
    day = first
    while day < last:
        yield day
        day += timedelta(days=step)
    yield last


def _titles() -> dict[str, str]:
    return {theme.name: theme.title for theme in load_words().themes}


def _acts() -> list[dict[str, str]]:
    return [{"theme": theme.name, "start": start} for theme in load_words().themes for start in theme.acts]


@cache
def _read(name: str) -> str:
    return files("tidings.charts").joinpath(f"{name}.sql").read_text(encoding="utf-8")
