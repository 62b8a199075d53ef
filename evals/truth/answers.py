"""What is answered of a war: which changes were so, who holds what in the end, how many were killed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import duckdb

from evals.truth.baselines import BASELINES
from evals.truth.regimes import Setting
from evals.truth.reports import Report, place_id
from evals.truth.telling import Topic
from evals.truth.world import World
from tidings.situations.control import CHANGES_SQL, MAP_SQL, know_by

NEAR = 7  # days between a topic and the change that answers it
TIDINGS = "tidings"


@dataclass(frozen=True)
class Answers:
    """By topic whether a change was so, by place who holds it (a side's id), by topic how many were killed.

    Whatever is not answered is missing, and counts as not right: of a change, as a no. `ranges` are the low and high
    where no number is given.
    """

    so: dict[int, bool] = field(default_factory=dict)
    holds: dict[str, str] = field(default_factory=dict)
    killed: dict[int, float] = field(default_factory=dict)
    ranges: dict[int, tuple[float, float]] = field(default_factory=dict)


def answer_simply(name: str, topics: Sequence[Topic], reports: Sequence[Report], world: World) -> Answers:
    """A baseline's answers. What it believes moves a place on from who is known to have held it at first."""
    believe, count = BASELINES[name]
    told: dict[int, list[Report]] = {topic.number: [] for topic in topics}
    for report in sorted(reports, key=lambda report: report.order):
        if report.telling.topic in told:  # what nobody affirms is not asked
            told[report.telling.topic].append(report)
    answers = Answers(holds={place: side.id for place, side in world.at_first.items()})
    for topic in sorted(topics, key=lambda topic: topic.day):
        about = told[topic.number]
        if topic.of is not None:
            answers.killed[topic.number] = count([report.telling.killed or 0 for report in about])
        elif about:
            answers.so[topic.number] = believe(about)
            if answers.so[topic.number]:
                answers.holds[topic.place] = topic.side.id
    return answers


def answer_by_tidings(connection: duckdb.DuckDBPyConnection, topics: Sequence[Topic], setting: Setting) -> Answers:
    """What the tables of control and figures say, once everything is linked and folded.

    A change was so where it is listed as held or claimed, or is contested and leans likely: that is what is answered to
    who has to choose. One that leans unlikely or neither way is not taken to have happened, as on the map.
    Of several figures the one that most origins give answers, then the nearest in days.
    """
    return Answers(
        so=_find_changes(connection, topics, setting),
        holds=_find_holders(connection, setting),
        **_find_figures(connection, topics, setting),
    )


def _find_holders(connection: duckdb.DuckDBPyConnection, setting: Setting) -> dict[str, str]:
    know_by(connection, None)
    places = {place_id(place): place for place in setting.places}
    sides = {side.name: side.id for side in setting.side}
    asked = {"as_of": setting.first_day + timedelta(days=setting.asked), "level": "district"}
    rows = _rows(connection, MAP_SQL, asked)
    holders = {row["id"]: row["leans_to"] or row["holder"] for row in rows}
    return {places[place]: sides[holder] for place, holder in holders.items() if holder is not None}


def _find_changes(connection: duckdb.DuckDBPyConnection, topics: Sequence[Topic], setting: Setting) -> dict[int, bool]:
    know_by(connection, None)
    sides = {side.name: side.id for side in setting.side}
    listed = {
        (row["place"], sides[row["side"]], (row["day"] - setting.first_day).days)
        for row in _rows(connection, CHANGES_SQL, {"as_of": None, "level": None})
        if (row["state"] in ("held", "claimed") or row["leans"] == "likely") and row["day"] is not None
    }
    return {
        topic.number: any(
            place == topic.place and side == topic.side.id and abs(day - topic.day) <= NEAR
            for place, side, day in listed
        )
        for topic in topics
        if topic.of is None
    }


def _find_figures(
    connection: duckdb.DuckDBPyConnection, topics: Sequence[Topic], setting: Setting
) -> dict[str, dict[int, Any]]:
    # an undated toll has no basis
    sql = "SELECT * FROM figures WHERE rule = 'tidings' AND what = 'killed' AND basis IS DISTINCT FROM 'cumulative'"
    rows = _rows(connection, sql, ())
    killed: dict[int, float] = {}
    ranges: dict[int, tuple[float, float]] = {}
    for topic in topics:
        near = [
            (-row["origins"], off, row["id"], row)
            for row in rows
            if row["place"] == topic.place and (off := _days_off(row, topic, setting)) <= NEAR
        ]
        if topic.of is None or not near:
            continue
        row = min(near)[-1]
        if row["best"] is not None or row["low"] == row["high"]:  # a range of one number is that number
            killed[topic.number] = row["best"] if row["best"] is not None else row["low"]
        elif row["low"] is not None and row["high"] is not None:
            ranges[topic.number] = (row["low"], row["high"])
    return {"killed": killed, "ranges": ranges}


def _days_off(row: dict[str, Any], topic: Topic, setting: Setting) -> int:
    """Days between a figure and a topic; an undated one is as near as may be."""
    day = row["first"] or row["last"]
    return NEAR if day is None else abs((day - setting.first_day).days - topic.day)


def _rows(connection: duckdb.DuckDBPyConnection, sql: str, parameters: object) -> list[dict[str, Any]]:
    answer = connection.execute(sql, parameters)
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
