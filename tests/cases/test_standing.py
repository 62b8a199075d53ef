"""Every case in standing/*.md: short reports, and how the events and figures that they tell stand."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.cases.standing import StandingCase, read_standing_cases
from tests.events.literal import fill, insert
from tidings.events import link_events
from tidings.gazetteers import load_gazetteer
from tidings.pipeline import make_place_rows
from tidings.plugins import ReadingHalf, load_plugin
from tidings.records import Claim
from tidings.situations.figures import fold_figures

FOLDER = Path(__file__).parent / "standing"
CASES = [case for path in sorted(FOLDER.glob("*.md")) for case in read_standing_cases(path)]
EVENTS = """
SELECT
    act, standing, coalesce(manner_standing, '-') AS manner, array_to_string(place, ' + ') AS place,
    array_to_string(actor, ' + ') AS actor, array_to_string(standing_reasons, '; ') AS because,
    array_to_string(manner_reasons, '; ') AS how, array_to_string(flags, ' + ') AS flags,
    array_to_string(better_placed, '; ') AS placed,
    coalesce(leans, '-') AS leans, coalesce(why, '-') AS why, CAST(len(claim_ids) AS VARCHAR) AS claims
FROM events ORDER BY ALL
"""
FIGURES = "SELECT what, low, best, high FROM figures WHERE rule = 'tidings'"
# what is compared by its beginning or a part, not as a whole
PARTS = ("because", "placed", "why")


@cache
def load_reading() -> ReadingHalf:
    reading: ReadingHalf = load_plugin("reading", "english")()
    return reading


def link(case: StandingCase) -> duckdb.DuckDBPyConnection:
    """A linked store of the case's reports, with its claims as given or as they are read."""
    claims: list[Claim] = list(case.claims)
    if case.is_read:
        claims = [claim for document in case.documents for claim in load_reading().read_document(document).claims]
    connection = fill(case.documents, claims)
    own_ids = [document.own_id for document in case.documents]
    for number, (copy, original) in enumerate(case.copies):
        (other,) = (own_id for own_id in own_ids if own_id.rsplit("-", 1)[0] == original)
        decided = {"number": number, "id": f"dec-{number}", "about": "copies", "verdict": "same", "author": "Ana"}
        insert(
            connection,
            "decisions",
            decided | {"one": f"doc-{copy}", "other": f"doc-{other}", "reason": "seen", "day": "2000-01-01"},
        )
    for place_id in sorted({place_id for claim in claims for place_id in claim.place_ids}):
        for row in make_place_rows(place_id, load_gazetteer()):
            insert(connection, "places", {name: getattr(row, name) for name in row.__struct_fields__})
    link_events(connection)
    fold_figures(connection)
    return connection


def rows_of(connection: duckdb.DuckDBPyConnection, sql: str) -> list[dict[str, Any]]:
    answer = connection.execute(sql)
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def is_met(expected: dict[str, str], event: dict[str, Any]) -> bool:
    return all(
        value in event[key] if key in PARTS else event[key] == value for key, value in expected.items()
    )  # a key that no event has is a KeyError: a case with a slip fails


def find_figures(connection: duckdb.DuckDBPyConnection) -> set[tuple[str, str]]:
    def tell(number: float | None) -> str:
        return "-" if number is None else f"{number:g}"

    rows = connection.execute(FIGURES).fetchall()
    return {(what, f"{tell(low)}/{tell(best)}/{tell(high)}") for what, low, best, high in rows}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.where} {case.name}")
def test_case(case: StandingCase) -> None:
    connection = link(case)
    events, figures = rows_of(connection, EVENTS), find_figures(connection)
    left = list(events)
    unmet = []
    for expected in case.expected:
        if expected["standing"] == "figure":
            unmet += [f"no figure {pair}" for pair in expected.items() if pair[0] != "standing" and pair not in figures]
            continue
        found = next((event for event in left if is_met(expected, event)), None)
        if found is None:
            unmet.append(f"no such event: {expected}")
        else:
            left.remove(found)
    if not case.is_read:
        unmet += [f"one too many: {event}" for event in left]
    if unmet:
        told = "\n".join([*unmet, "", *map(str, events), *map(str, sorted(figures))])
        pytest.fail(f"{case.where}\n\n{told}", pytrace=False)


def test_names_of_cases_are_told_apart() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
