"""Figures are paired with gold by what they say, and scored by their best and their range."""

from __future__ import annotations

from typing import Any

import pytest

from evals.figure_scores import Row, make_figures, pair_figures, score_figures
from evals.figures import FOLDED, HELD, FigureExam, borne_by, check_figures, list_differences, make_claim, read_gold
from evals.gate import find_changed
from tests.events.literal import report


def row(low: float | None, best: float | None, high: float | None, **fields: Any) -> Row:
    given = {"what": "killed", "of": "soldiers", "place": "Harrow", "first": "1999-05-09", "last": "1999-05-09"}
    rest = {"pcode": None, "basis": "incremental", "by": None, "out_of": None}
    return {**given, **rest, "low": low, "best": best, "high": high, **fields}


GOLD = row(7, 9, 12)


@pytest.mark.parametrize(
    ("fields", "is_paired"),
    [
        ({}, True),
        ({"what": "injured"}, False),
        ({"place": "Selby"}, False),
        ({"place": "Selby; Harrow district"}, True),
        ({"of": "army"}, True),
        ({"of": None}, True),
        ({"of": "rebels"}, False),
        ({"basis": None}, True),
        ({"basis": "cumulative"}, False),
        ({"first": "1999-05-12", "last": "1999-05-20"}, True),
        ({"first": "1999-05-13", "last": "1999-05-20"}, False),
        ({"first": None, "last": None}, True),
        ({"pcode": "NL01"}, True),
    ],
    ids=str,
)
def test_what_may_be_paired(fields: dict[str, Any], is_paired: bool) -> None:
    assert bool(pair_figures(make_figures([GOLD]), make_figures([row(9, 9, 9, **fields)]))) is is_paired


def test_codes_go_before_names() -> None:
    gold, figures = make_figures([row(1, 1, 1, pcode="NL01")]), make_figures([row(1, 1, 1, pcode="NL02")])
    assert pair_figures(gold, figures) == {}


def test_households_are_displaced_families() -> None:
    gold = make_figures([row(40, 40, 40, what="displaced", of="families")])
    assert pair_figures(gold, make_figures([row(40, 40, 40, what="households", of=None)]))


def test_the_nearest_is_paired_and_only_once() -> None:
    far = row(9, 9, 9, last="1999-05-11")
    near = row(8, 8, 8)
    assert pair_figures(make_figures([GOLD]), make_figures([far, near])) == {0: 1}
    assert pair_figures(make_figures([GOLD, GOLD]), make_figures([near])) == {0: 0}


@pytest.mark.parametrize(
    ("gold", "figure", "best_right", "right"),
    [
        (GOLD, row(9, 9, 9), 100, 100),
        (GOLD, row(8, 10, 12), 0, 100),
        (GOLD, row(5, 20, 20), 0, 0),
        (GOLD, row(10, 10, 10), 0, 0),
        (row(1000, 1000, 1000), row(1010, 1010, 1010), 100, 100),
        (row(1000, 1000, 1000), row(1030, 1030, 1030), 0, 0),
        (row(3, None, 9), row(3, None, 9), 100, 100),
        (row(3, None, 9), row(4, None, 9), 0, 0),
        (row(3, None, 9), row(1, None, 30), 0, 0),
        (row(71, None, None), row(71, None, None), 100, 100),
    ],
)
def test_what_is_right(gold: Row, figure: Row, best_right: float, right: float) -> None:
    scores = score_figures([gold], [figure])
    assert (scores["best_right"], scores["right"]) == (best_right, right)


def test_precision_judges_only_measures_and_places_that_gold_speaks_of() -> None:
    scores = score_figures([GOLD], [row(9, 9, 9), row(3, 3, 3), row(5, 5, 5, place="Selby"), row(None, None, None)])
    assert (scores["found"], scores["judged"], scores["precision"]) == (100, 2, 50)


def test_the_gold_table_finds_itself() -> None:
    gold = read_gold()
    scores = score_figures(gold, gold)
    assert (scores["found"], scores["right"], scores["precision"]) == (100, 100, 100)


def test_rows_that_rest_on_other_reports_are_left_out() -> None:
    rows = [{"report_ids": "a1;a2"}, {"report_ids": "a11"}]
    assert borne_by(rows, frozenset({"a1"})) == rows[:1]


def test_a_gold_claim_is_a_claim() -> None:
    told = {"doc": "alpha-1", "act": "harm.kill", "actor": None, "target": "soldiers", "place": ["Harrow", "Selby"]}
    counts = [{"what": "killed", "low": 3, "high": None, "of": None, "basis": "incremental", "about": False}]
    rest = {"destination": None, "first": "1999-05-09", "last": None, "precision": "open", "counts": counts}
    said = {"said_by": ["Reuters", ["Iran", "Russia"]], "stance": "asserts", "start": 0, "end": 4}
    claim = make_claim({**told, **rest, **said}, report("alpha-1"), 0)
    assert (claim.actor, claim.place, claim.counts[0].low) == ((), ("Harrow", "Selby"), 3)
    assert (str(claim.first), claim.said_by) == ("1999-05-09", ("Reuters", ("Iran", "Russia")))


def test_a_figure_below_its_floor_does_not_hold() -> None:
    floors = {"scores": {FOLDED: dict.fromkeys(HELD, 60.0)}}
    full = check_figures({FOLDED: ([GOLD], [GOLD])}, floors)
    assert [check.holds for check in full] == [True, True, True]
    wrong = check_figures({FOLDED: ([GOLD], [row(90, 90, 90)])}, floors)
    assert {check.score: check.holds for check in wrong} == {"found": True, "right": False, "precision": True}


def test_a_changed_gold_table_is_found() -> None:
    exam = FigureExam()
    assert find_changed([exam], {"exams": {"figures": exam.fingerprint()}}) == []
    assert find_changed([exam], {"exams": {"figures": "another"}}) == ["figures"]


def test_what_is_missed_and_what_came_out_otherwise_is_listed() -> None:
    rows = [row(90, 90, 90)]
    lines = list(list_differences([GOLD, row(1, 1, 1, place="Selby")], rows, 5))
    assert [line.split()[0] for line in lines] == ["missed", "off"]
    assert "7 / 9 / 12 folded as 90 / 90 / 90" in lines[1]
