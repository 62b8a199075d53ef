"""Who holds what on a day, by what was known on a day."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest

from tests.events.literal import figure
from tests.situations.controlling import (
    ADMITS,
    ARMY_DENIES,
    BOASTS,
    REPORTS,
    RESIDENTS,
    STATE,
    ask,
    fold,
    held,
    taken,
)
from tidings.situations.control import CHANGES_SQL, COUNTS_SQL, MAP_SQL, SPANS_SQL, count_silent, know_by, name_undated

SHOWN = ("holder", "state", "since", "last_heard", "leans_to", "why")
NORTH, GOVERNMENT = "Northern League", "Norland government"
LOST = taken("wire-10", **RESIDENTS)
RETAKEN = taken("press-2", by=STATE, day=11)
EVERYTHING = [
    LOST,
    RETAKEN,
    taken("front-1", "Selby", day=8),
    taken("wire-9", "Selby", day=8, **ARMY_DENIES),
    taken("wire-14", "Selby", day=8, **ADMITS),
    taken("radio-15", "Arlen", day=None),
    taken("wire-16", "Arlen", day=15, **RESIDENTS),
    taken("radio-20", "Arlen", by=STATE, day=19, **RESIDENTS),
    taken("wire-22", "Harrow", day=21, **BOASTS),
    taken("radio-23", "Harrow", act="territory.hold", by=STATE, day=23, **RESIDENTS),
    taken("wire-25", "Dover Gate", act="territory.hold", by=STATE, day=None),
]


def state(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(row["place"], row["holder"], row["state"], row["since"] and row["since"].day) for row in rows]


def test_valid_and_known_time_are_apart() -> None:
    assert state(held(LOST, RETAKEN, as_of="1999-05-10")) == [("Harrow", NORTH, "held", 9)]
    assert state(held(LOST, RETAKEN)) == [("Harrow", GOVERNMENT, "claimed", 11)]
    assert state(held(LOST, RETAKEN, known_on=date(1999, 5, 11))) == [("Harrow", NORTH, "held", 9)]
    assert held(LOST, RETAKEN, known_on=date(1999, 5, 9)) == []


def test_while_contested_the_last_holder_stays_marked() -> None:
    denied = taken(
        "wire-22",
        by=STATE,
        day=20,
        stance="denies",
        said_by="Northern League",
        interest="party",
        against_interest=False,
    )
    (row,) = held(LOST, taken("press-1", by=STATE, day=20), taken("press-2", by=STATE, day=20), denied)
    assert state([row]) == [("Harrow", NORTH, "contested", 9)]
    assert row["standing"] == "contested"


def test_what_is_held_without_a_change_is_told_with_its_last_word() -> None:
    (row,) = held(taken("radio-20", act="territory.hold", by=STATE, day=None))
    assert state([row]) == [("Harrow", GOVERNMENT, "held", 20)]
    assert row["last_heard"] == date(1999, 5, 20)


def test_silence_is_not_control() -> None:
    rows = held(LOST, level="district")
    assert {row["place"]: row["state"] for row in rows if row["pcode"] != "NL0202"} == {
        "Arlen": "unknown",
        "Harrow": "held",
        "Selby": "unknown",
    }
    connection = fold([LOST])
    know_by(connection, None)
    assert count_silent(connection) == {"city": (1, 1), "district": (3, 4), "province": (1, 1)}


def test_a_district_is_held_by_who_holds_its_seat() -> None:
    rows = held(taken("wire-10", "Arlen", **RESIDENTS), level="district")
    assert [(row["place"], row["holder"]) for row in rows if row["holder"]] == [("Arlen", NORTH)]


def test_a_report_without_a_day_is_left_out_and_named() -> None:
    undated = taken("omega-1", "Selby", **RESIDENTS)
    assert [row["place"] for row in held(LOST, undated, known_on=date(1999, 5, 30))] == ["Harrow"]
    assert [row["place"] for row in held(LOST, undated)] == ["Harrow", "Selby"]
    assert name_undated(fold([LOST, undated])) == ["omega-1"]


def test_counts_stand_beside_our_own() -> None:
    told = taken("wire-20", "Norland", act="territory.hold", day=19, counts=(figure("district", 71, None),))
    (row,) = ask(fold([LOST, told]), COUNTS_SQL, {"known_on": None})
    assert (row["unit"], row["side"], row["low"], row["ours"], row["difference"]) == ("district", NORTH, 71, 1, 70)


def everything(claims: list[Any], known_on: date | None = None) -> list[Any]:
    connection = fold(claims)
    asked = {"as_of": None, "level": None}
    return [ask(connection, sql, asked, known_on) for sql in (CHANGES_SQL, MAP_SQL)]


def test_the_order_of_reading_changes_nothing() -> None:
    once = everything(EVERYTHING)
    assert len(once[0]) >= 5
    for seed in range(5):
        shuffled = random.Random(seed).sample(EVERYTHING, len(EVERYTHING))
        assert everything(shuffled) == once


@pytest.mark.parametrize("number", range(8, 30, 3))
def test_what_was_known_on_a_day_is_what_a_store_of_that_day_holds(number: int) -> None:
    day = date(1999, 5, 1) + timedelta(number - 1)
    published = {document.id: document.published for document in REPORTS}
    out_by_then = [told for told in EVERYTHING if (published[told.document_id] or date.max) <= day]
    assert everything(EVERYTHING, day) == everything(out_by_then)


def test_the_maps_of_all_days_at_once_are_the_maps_of_each_day() -> None:
    contested = [taken("wire-11", "Dover Gate", **BOASTS), taken("radio-11", "Dover Gate", **ARMY_DENIES)]
    for known_on in (None, date(1999, 5, 12)):
        connection = fold([*EVERYTHING, *contested])
        spans = ask(connection, SPANS_SQL, {}, known_on)
        assert any(row["why"] for row in spans)
        for day in range(1, 31):
            on = date(1999, 5, day)
            last = {row["id"]: row for row in spans if row["day"] <= on}
            told = {tuple(row[key] for key in SHOWN) for row in last.values()}
            rows = ask(connection, MAP_SQL, {"as_of": on, "level": None}, known_on)
            assert told == {tuple(row[key] for key in SHOWN) for row in rows}
            assert len(last) == len(rows)
