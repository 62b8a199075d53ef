"""Linking in parts is linking at once: whatever the batches, their order, what is forgotten or judged between.

Over generated claims (benchmarks/claims.sql) of few places and days, so that much can be one; ids of events included.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings, strategies

from benchmarks.linking import make_claims
from tests.events.literal import insert
from tests.events.test_copies import prose
from tidings.events import link_events
from tidings.store.opening import migrations

REPORTS = 40
DENSE = """
CREATE MACRO number(document_id) AS CAST(substr(document_id, 5) AS INTEGER);
UPDATE claims SET
    place = list_transform(place, lambda name: left(name, 7)),
    place_ids = list_transform(place_ids, lambda name: left(name, 10)),
    first = DATE '2015-01-01' + CAST((first - DATE '2015-01-01') % 24 AS INTEGER);
UPDATE claims SET last = greatest(DATE '2015-01-01' + CAST((last - DATE '2015-01-01') % 24 AS INTEGER), first);
UPDATE claims SET act = 'territory.hold' WHERE act = 'force.deploy';
UPDATE claims SET manner = 'force' WHERE act = 'territory.capture' AND start % 300 = 0;
-- a few claims in which only the one who says so differs, and a place that is told by two names
UPDATE claims SET actor = ['Side 1'], target = [], place = ['Place 1'], place_ids = ['id:Place 1'] WHERE start = 300;
UPDATE claims SET place = ['Placeville'] WHERE start = 300 AND document_id IN ('doc-3', 'doc-17', 'doc-30');
-- three reports each that tell of one thing in other words: two of them are merged, three are not
UPDATE claims SET
    act = ['fight.attack', 'fight.strike', 'fight.shelling'][1 + number(document_id) % 3],
    actor = ['Side 1'], target = ['Side 2'], place = ['Place ' || number(document_id) // 3 % 3],
    place_ids = ['id:Place ' || number(document_id) // 3 % 3],
    first = DATE '2015-01-01' + 4 * (number(document_id) // 9),
    last = DATE '2015-01-01' + 4 * (number(document_id) // 9),
    counts = [row('killed', 5, 5, NULL, NULL, false, NULL, '5')], stance = 'asserts', certainty = 'happened'
WHERE start = 400;
-- who holds a place, from whom; and others who hold it too
UPDATE claims SET
    act = 'territory.hold',
    actor = CASE WHEN number(document_id) % 8 > 5 THEN ['Side 4'] ELSE ['Side 1'] END,
    target = CASE number(document_id) % 2 WHEN 0 THEN ['Side 2'] ELSE ['Side 2', 'Side 3'] END,
    place = ['Place ' || number(document_id) // 2 % 3], place_ids = ['id:Place ' || number(document_id) // 2 % 3],
    first = DATE '2015-01-01' + 4 * (number(document_id) // 12),
    last = DATE '2015-01-01' + 4 * (number(document_id) // 12),
    counts = [row('killed', 5, 5, NULL, NULL, false, NULL, '5')], stance = 'asserts', certainty = 'happened'
WHERE start = 500;
UPDATE claims SET
    interest = ['party', 'witness', 'third', 'unknown'][1 + start // 100 % 4], against_interest = start % 400 = 0;
UPDATE documents SET
    published = DATE '2015-01-01' + CAST((published - DATE '2015-01-01') % 24 AS INTEGER),
    publisher = 'paper ' || left(id, 5);
CREATE TABLE read_documents AS FROM documents;
CREATE TABLE read_claims_too AS FROM claims;
"""
POOL = ("read_documents", "read_claims_too", "places", "publishers", "schema_steps")
few = settings(max_examples=3, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
numbers = strategies.lists(strategies.integers(0, REPORTS - 1), unique=True, min_size=2, max_size=REPORTS)
chances = strategies.randoms(use_true_random=False)


@pytest.fixture(scope="module")
def store() -> duckdb.DuckDBPyConnection:
    """A store without reports, and beside it the reports that can be put into it."""
    connection = duckdb.connect()
    for sql in migrations().values():
        connection.execute(sql)
    make_claims(connection, REPORTS * 10)
    for statement in duckdb.extract_statements(DENSE):
        connection.execute(statement)
    for number in range(0, REPORTS, 3):  # every third report reprints one of three stories
        connection.execute("UPDATE read_documents SET text = ? WHERE id = ?", [prose(number % 9), f"doc-{number}"])
    return connection


def empty(store: duckdb.DuckDBPyConnection) -> None:
    for table in tables(store):
        store.execute(f"DELETE FROM {table}")


def tables(store: duckdb.DuckDBPyConnection) -> list[str]:
    found = store.execute("SELECT table_name FROM duckdb_tables() WHERE NOT temporary ORDER BY table_name").fetchall()
    return [name for (name,) in found if name not in POOL]


def put_in(store: duckdb.DuckDBPyConnection, reports: Iterable[int]) -> None:
    ids = [f"doc-{number}" for number in reports]
    store.execute("INSERT INTO documents SELECT * FROM read_documents WHERE list_contains(?, id)", [ids])
    store.execute("INSERT INTO claims SELECT * FROM read_claims_too WHERE list_contains(?, document_id)", [ids])


def take_out(store: duckdb.DuckDBPyConnection, reports: Iterable[int]) -> None:
    ids = [f"doc-{number}" for number in reports]
    store.execute("DELETE FROM documents WHERE list_contains(?, id)", [ids])
    store.execute("DELETE FROM claims WHERE list_contains(?, document_id)", [ids])


def dump(store: duckdb.DuckDBPyConnection) -> dict[str, list[Any]]:
    """All that linking makes and keeps, but for old ids of events."""
    return {
        table: store.execute(f"SELECT * FROM {table} ORDER BY ALL").fetchall()
        for table in tables(store)
        if table != "event_aliases"
    }


def link_at_once(store: duckdb.DuckDBPyConnection, reports: Iterable[int]) -> dict[str, list[Any]]:
    empty(store)
    put_in(store, reports)
    link_events(store)
    return dump(store)


def differing(one: dict[str, list[Any]], other: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """By table the rows that only one of the two has."""
    told = {table: set(map(repr, one[table])) ^ set(map(repr, other[table])) for table in one}
    return {table: sorted(rows)[:4] for table, rows in told.items() if rows}


@few
@given(numbers, chances, strategies.integers(1, 4))
def test_batches_in_any_order_link_as_all_at_once(
    store: duckdb.DuckDBPyConnection, reports: list[int], chance: random.Random, batches: int
) -> None:
    wanted = link_at_once(store, reports)
    empty(store)
    chance.shuffle(reports)
    for batch in range(batches):
        put_in(store, reports[batch::batches])
        link_events(store)
    assert not differing(dump(store), wanted)


@few
@given(numbers, chances)
def test_what_is_forgotten_leaves_no_trace(
    store: duckdb.DuckDBPyConnection, reports: list[int], chance: random.Random
) -> None:
    gone = chance.sample(reports, chance.randint(1, len(reports)))
    wanted = link_at_once(store, [number for number in reports if number not in gone])
    link_at_once(store, reports)
    take_out(store, gone)
    link_events(store)
    assert not differing(dump(store), wanted)
    put_in(store, gone)
    link_events(store)
    assert not differing(dump(store), link_at_once(store, reports))


@few
@given(numbers, chances)
def test_decisions_and_other_readings_link_as_if_they_had_stood_before(
    store: duckdb.DuckDBPyConnection, reports: list[int], chance: random.Random
) -> None:
    link_at_once(store, reports)
    ids = [row[0] for row in store.execute("SELECT id FROM claims ORDER BY id").fetchall()]
    for number in range(6):
        verdict, (one, other) = chance.choice(("same", "different")), chance.sample(ids, 2)
        row = {"number": number, "id": f"dec-{number}", "about": "events", "verdict": verdict, "day": "2000-01-01"}
        insert(store, "decisions", row | {"one": one, "other": other, "author": "Ana", "reason": "seen"})
        if number % 2:
            link_events(store)
    store.execute("DELETE FROM decisions WHERE number = ?", [chance.randrange(6)])
    store.execute("UPDATE claims SET place = ['Placeville'] WHERE list_contains(?, id)", [chance.sample(ids, 4)])
    store.execute("INSERT INTO rejected_claims SELECT unnest(?)", [chance.sample(ids, 3)])
    store.execute("UPDATE documents SET published = published + 1 WHERE id = ?", [f"doc-{reports[0]}"])
    link_events(store)
    found = dump(store)
    link_events(store, "other rules")
    assert not differing({**found, "linked_by": []}, {**dump(store), "linked_by": []})


def test_nothing_is_linked_anew_where_nothing_changed(store: duckdb.DuckDBPyConnection) -> None:
    link_at_once(store, range(REPORTS))
    store.execute("UPDATE events SET act = 'untouched'")
    link_events(store)
    assert store.execute("SELECT DISTINCT act FROM events").fetchall() == [("untouched",)]
    take_out(store, [7])
    link_events(store)
    touched, all_ = store.execute("SELECT count(*) FILTER (act <> 'untouched'), count(*) FROM events").fetchone() or ()
    assert 0 < touched < all_


def test_a_third_report_parts_two_that_were_merged_though_it_says_nothing_of_theirs(
    store: duckdb.DuckDBPyConnection,
) -> None:
    told = "SELECT count(DISTINCT event_id), count(*) FROM event_claims JOIN claims ON id = claim_id WHERE start = 400"
    link_at_once(store, [0, 1])
    assert store.execute(told).fetchall() == [(1, 2)]
    put_in(store, [2])
    link_events(store)
    assert store.execute(told).fetchall() == [(3, 3)]
    take_out(store, [2])
    link_events(store)
    assert store.execute(told).fetchall() == [(1, 2)]


def test_a_report_can_give_a_place_of_others_another_name(store: duckdb.DuckDBPyConnection) -> None:
    empty(store)
    put_in(store, [0, 1, 3, 4])
    told = (
        "UPDATE claims SET place = ['{}'], place_ids = {}, first = '2015-01-01', last = '2015-01-01', act = 'harm.kill'"
    )
    store.execute(told.format("Newham", "[]") + ", stance = 'asserts' WHERE start = 300 AND document_id = 'doc-1'")
    store.execute(told.format("Zed", "['id:Z']") + ", stance = 'asserts' WHERE start = 300 AND document_id = 'doc-3'")
    store.execute(told.format("Newham", "['id:Z']") + ", stance = 'denies' WHERE start = 300 AND document_id = 'doc-4'")
    parts = store.execute("SELECT * FROM claims WHERE document_id = 'doc-4' AND start = 300").fetchall()
    store.execute("DELETE FROM claims WHERE document_id = 'doc-4' AND start = 300")
    link_events(store)
    names = "SELECT DISTINCT place_name FROM linked_keys WHERE place_id = 'id:Z' OR bare_name IN ('newham', 'zed')"
    assert len(store.execute(names).fetchall()) == 2
    store.executemany(f"INSERT INTO claims VALUES ({', '.join('?' for _ in parts[0])})", [list(row) for row in parts])
    link_events(store)
    assert len(store.execute(names).fetchall()) == 1
    found = dump(store)
    link_events(store, "other rules")
    assert not differing({**found, "linked_by": []}, {**dump(store), "linked_by": []})


def test_the_generated_claims_meet_in_every_way(store: duckdb.DuckDBPyConnection) -> None:
    found = link_at_once(store, range(REPORTS))
    assert min(len(found[table]) for table in ("copies", "linked_merges", "linked_unsure", "event_links")) > 3
    reasons = {row[2].split(",")[0] for row in found["event_claims"]}
    assert reasons >= {"says the same", "can mean no other", "denies it", "doubts it", "is near in every way"}
