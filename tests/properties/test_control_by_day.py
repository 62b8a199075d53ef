"""Who holds what, on any day and by what was known on any day, whether a store was built at once or day by day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import Any

import duckdb
from hypothesis import HealthCheck, given, settings, strategies

from tests.situations.controlling import (
    ADMITS,
    ARMY_DENIES,
    BOASTS,
    LEAGUE,
    REPORTS,
    RESIDENTS,
    STATE,
    ask,
    fold,
    taken,
)
from tidings.records import Claim
from tidings.situations.control import CHANGES_SQL, MAP_SQL

PUBLISHED = {document.id: document.published for document in REPORTS}
MAY = date(1999, 5, 1)
voices = strategies.sampled_from([{}, ADMITS, BOASTS, ARMY_DENIES, RESIDENTS])


@strategies.composite
def claims(draw: strategies.DrawFn) -> list[Claim]:
    """A few tellings of who took, left or holds two districts and a city, by outlets, sides and witnesses."""
    told = {}
    for _ in range(draw(strategies.integers(2, 7))):
        out = draw(strategies.integers(2, 30))
        claim = taken(
            f"{draw(strategies.sampled_from(['radio', 'wire']))}-{out}",
            draw(strategies.sampled_from(["Harrow", "Selby", "Arlen"])),
            draw(strategies.sampled_from([LEAGUE, STATE])),
            draw(strategies.one_of(strategies.none(), strategies.integers(max(1, out - 6), out))),
            act=draw(
                strategies.sampled_from(
                    ["territory.capture", "territory.capture", "territory.hold", "territory.withdraw"]
                )
            ),
            **draw(voices),
        )
        told[claim.id] = claim
    return list(told.values())


days = strategies.integers(0, 35).map(lambda number: MAY + timedelta(number))


@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(claims(), days, days)
def test_the_map_of_any_day_does_not_depend_on_how_the_store_was_built(
    told: list[Claim], as_of: date, known_on: date
) -> None:
    at_once, by_day = fold(told), _day_by_day(told)
    for known in (None, known_on):
        assert _picture(by_day, as_of, known) == _picture(at_once, as_of, known)


def _day_by_day(told: list[Claim]) -> duckdb.DuckDBPyConnection:
    """A store that was folded anew each day on which something came out."""
    connection = None
    in_order = sorted(told, key=lambda claim: (PUBLISHED[claim.document_id] or date.max, claim.document_id))
    for _, some in groupby(in_order, key=lambda claim: PUBLISHED[claim.document_id]):
        connection = fold(list(some), connection=connection)
    assert connection is not None
    return connection


def _picture(connection: duckdb.DuckDBPyConnection, as_of: date, known_on: date | None) -> list[Any]:
    asked = {"as_of": as_of, "level": None}
    return [ask(connection, sql, asked, known_on) for sql in (MAP_SQL, CHANGES_SQL)]
