"""Changes of hands beside gold: figures that one can work out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from evals.control import FOLDED, HELD, ControlExam, Part, check_control, list_differences
from evals.control_scores import pair_changes, read_change, read_gold, read_never, read_side, score_changes
from evals.gate import find_changed
from evals.gold_places import find_place
from tidings.gazetteers import load_gazetteer

Row = dict[str, Any]


def gold(day: str, side: str = "TLB", **fields: Any) -> Row:
    row = {"date": day, "date_first": day, "date_last": day, "place": "Harrow", "names": "", "pcode": "NL01"}
    return {**row, "side": side, "status": "firm", **fields}


def change(day: str, side: str = "Taliban", **fields: Any) -> Row:
    row = {"day": day, "place": "Harrow", "pcode": "NL01", "side": side, "state": "held", "standing": "reported"}
    return {**row, **fields}


def never(first: str, last: str, kind: str, side: str = "TLB") -> Row:
    row = {"date_first": first, "date_last": last, "place": "Harrow", "names": "", "pcode": "NL01"}
    return {**row, "side": side, "kind": kind}


@pytest.mark.parametrize(
    ("fields", "is_found"),
    [
        ({}, True),
        ({"day": "1999-05-11"}, True),
        ({"day": "1999-05-12"}, False),
        ({"side": "Norland government"}, False),
        ({"pcode": "NL02"}, False),
        ({"place": "Selby"}, True),
    ],
)
def test_a_change_is_found_by_unit_side_and_day(fields: Row, is_found: bool) -> None:
    found = change(**{"day": "1999-05-10", **fields})
    assert bool(pair_changes([read_gold(gold("1999-05-10"))], [read_change(found)])) is is_found


def test_a_unit_without_a_code_is_known_by_its_names() -> None:
    crossing = read_gold(gold("1999-05-10", pcode="", place="Dover Gate", names="Dôver-Gate|Old Gate"))
    assert pair_changes([crossing], [read_change(change("1999-05-10", pcode=None, place="Old gate"))]) == {0: 0}


def test_each_change_is_used_once_and_the_nearest_first() -> None:
    rows = [read_gold(gold("1999-05-10")), read_gold(gold("1999-05-11"))]
    changes = [read_change(change("1999-05-11")), read_change(change("1999-05-10"))]
    assert pair_changes(rows, changes) == {0: 1, 1: 0}
    assert pair_changes(rows, changes[:1]) == {0: 0}


def test_scores_can_be_worked_out_by_hand() -> None:
    rows = [
        read_gold(row)
        for row in (gold("1999-05-01"), gold("1999-05-05", "GOV", status="contested"), gold("1999-05-11"))
    ]
    told = [change("1999-05-01"), change("1999-05-05", "the army"), change("1999-05-08"), change("1990-01-01")]
    nots = read_never(
        [
            never("1999-05-07", "1999-05-08", "feared"),
            never("1990-01-01", "1990-12-31", "aside"),
            never("", "", "no_unit:planned"),
        ]
    )
    scores = score_changes(rows, [read_change(row) for row in told], nots)
    assert (scores["recall"], scores["precision"], scores["f1"]) == (66.7, 66.7, 66.7)
    assert (scores["status"], scores["firm"], scores["contested"], scores["forbidden"]) == (50, 100, 0, 1)
    assert scores["map"] == 100  # 1 to 4 May, and 11 May: the contested days are not asked


def test_the_map_is_asked_day_by_day() -> None:
    rows = [read_gold(gold("1999-05-01")), read_gold(gold("1999-05-04", pcode="NL02"))]
    assert score_changes(rows, [read_change(change("1999-05-03"))], [])["map"] == 40


@pytest.mark.parametrize(
    ("name", "side"), [("Taliban", "TLB"), ("Afghan government", "GOV"), ("GOV", "GOV"), ("M23", "m23")]
)
def test_sides_go_by_the_words_of_gold(name: str, side: str) -> None:
    assert read_side(name) == side


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Arghandab (Zabul)", "cod:AF2605"),
        ("Arghandab (Kandahar)", "cod:AF2702"),
        ("police headquarters (Obe)", "cod:AF3212"),
        ("square in Kunduz (city)", "gn:1135689"),
        ("Farah (city)", "gn:1142264"),
        ("Zabul", "gn:1121143"),
        ("Nowhere", None),
    ],
)
def test_names_of_gold_claims_are_found(name: str, place_id: str | None) -> None:
    found = find_place(name, load_gazetteer(), "AF")
    assert (found.id if found else None) == place_id


def test_floors_hold_and_differences_are_told() -> None:
    part = Part([gold("1999-05-10")], [], [change("1999-05-10")])
    floors = {"scores": {FOLDED: dict.fromkeys(HELD, 100.0) | {"forbidden": 0.0}}}
    assert all(check.holds for check in check_control({FOLDED: part}, floors))
    worse = Part(part.gold, [], [change("1999-05-20", state="claimed")])
    assert not all(check.holds for check in check_control({FOLDED: worse}, floors))
    assert [line.split()[0] for line in list_differences(worse, 5)] == ["missed", "extra"]


def test_a_changed_gold_table_is_seen() -> None:
    exam = ControlExam()
    assert find_changed([exam], {"exams": {"control": exam.fingerprint()}}) == []
    assert find_changed([exam], {"exams": {"control": "another"}}) == ["control"]
