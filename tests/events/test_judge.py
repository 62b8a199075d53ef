"""What persons decide about events, and the ids that stay good."""

from __future__ import annotations

from typing import Any

import duckdb
import pytest

from tests.events.literal import claim, fill, insert, report
from tidings.events.link import link_events
from tidings.records import Claim

REPORTS = [report(name, f"1999-05-1{number}") for number, name in enumerate(("alpha-1", "beta-1", "gamma-1"))]
TAKEN: dict[str, Any] = {"actor": "Northern League", "place": "Harrow"}
FIRST = claim("alpha-1", "territory.capture", "1999-05-09", **TAKEN)
AGAIN = claim("beta-1", "territory.capture", "1999-05-09", **TAKEN)
THIRD = claim("gamma-1", "territory.capture", "1999-05-09", **TAKEN)
OTHER = claim("gamma-1", "fight.attack", "1999-05-09", actor="Northern League", place="Harrow suburbs")


def judge(connection: duckdb.DuckDBPyConnection, *decisions: tuple[str, Claim, Claim]) -> None:
    connection.execute("DELETE FROM decisions")
    for number, (verdict, one, other) in enumerate(decisions):
        row = {"number": number, "id": f"dec-{number}", "about": "events", "verdict": verdict, "day": "2000-01-01"}
        insert(connection, "decisions", row | {"one": one.id, "other": other.id, "author": "Ana", "reason": "seen"})
    link_events(connection)


def events_of(connection: duckdb.DuckDBPyConnection) -> list[list[str]]:
    return [
        row[0]
        for row in connection.execute("SELECT claim_ids FROM events ORDER BY len(claim_ids) DESC, claim_ids").fetchall()
    ]


def together(connection: duckdb.DuckDBPyConnection) -> set[frozenset[str]]:
    return {frozenset(claim_ids) for claim_ids in events_of(connection)}


def apart(*events: tuple[Claim, ...]) -> set[frozenset[str]]:
    return {frozenset(one.id for one in event) for event in events}


@pytest.fixture
def store() -> duckdb.DuckDBPyConnection:
    connection = fill(REPORTS, [FIRST, AGAIN, THIRD, OTHER])
    link_events(connection)
    assert together(connection) == apart((FIRST, AGAIN, THIRD), (OTHER,))
    return connection


def test_same_puts_two_events_together_under_the_earlier_id(store: duckdb.DuckDBPyConnection) -> None:
    before = store.execute("SELECT id FROM events WHERE list_contains(claim_ids, ?)", [FIRST.id]).fetchall()
    judge(store, ("same", OTHER, FIRST))
    assert together(store) == apart((FIRST, AGAIN, THIRD, OTHER))
    assert store.execute("SELECT id FROM events").fetchall() == before
    reasons = dict(store.execute("SELECT claim_id, reason FROM event_claims").fetchall())
    assert reasons[OTHER.id] == "judged same by Ana, 2000-01-01: seen"
    assert reasons[AGAIN.id] == "says the same"


def test_different_takes_the_later_claim_out_whichever_is_named_first(store: duckdb.DuckDBPyConnection) -> None:
    for pair in ((FIRST, AGAIN), (AGAIN, FIRST)):
        judge(store, ("different", *pair))
        assert together(store) == apart((FIRST, THIRD), (AGAIN,), (OTHER,))
    days = store.execute("SELECT DISTINCT first, last FROM events").fetchall()
    assert [(str(first), str(last)) for first, last in days] == [("1999-05-09", "1999-05-09")]


def test_no_event_holds_two_claims_that_a_person_keeps_apart(store: duckdb.DuckDBPyConnection) -> None:
    judge(store, ("same", FIRST, OTHER), ("same", OTHER, AGAIN), ("different", FIRST, AGAIN))
    for event in events_of(store):
        assert not {FIRST.id, AGAIN.id} <= set(event)


def test_the_later_decision_on_a_pair_holds_and_linking_again_changes_nothing(store: duckdb.DuckDBPyConnection) -> None:
    judge(store, ("different", FIRST, AGAIN), ("same", AGAIN, FIRST))
    once = store.execute("SELECT * FROM event_claims ORDER BY ALL").fetchall()
    assert together(store) == apart((FIRST, AGAIN, THIRD), (OTHER,))
    link_events(store)
    assert store.execute("SELECT * FROM event_claims ORDER BY ALL").fetchall() == once


def test_an_id_that_is_gone_leads_to_the_event_that_holds_its_claim(store: duckdb.DuckDBPyConnection) -> None:
    (old,) = store.execute("SELECT id FROM events WHERE list_contains(claim_ids, ?)", [OTHER.id]).fetchone() or ()
    judge(store, ("same", FIRST, OTHER))
    assert store.execute("SELECT alias, event_id FROM event_aliases").fetchall() == [
        (old, *(store.execute("SELECT id FROM events").fetchone() or ()))
    ]
    judge(store)
    assert store.execute("SELECT * FROM event_aliases").fetchall() == []
    assert together(store) == apart((FIRST, AGAIN, THIRD), (OTHER,))
