"""The scorer gives figures that a person can check by hand."""

from typing import Any

import pytest

from evals.names import is_alike, names_agree
from evals.pairing import Row, act_score, pair_claims, pair_score
from evals.score import draw_intervals, score_claims, tally_documents


def row(doc: str, act: str, start: int, **fields: Any) -> Row:
    plain: dict[str, Any] = {
        "actor": None,
        "place": None,
        "counts": [],
        "said_by": [],
        "stance": "asserts",
        "certainty": "happened",
    }
    return {"doc": doc, "act": act, "start": start, "end": start + 50, **plain, **fields}


# Four gold claims in two reports: a killing by the rebels, a denied capture, a planned advance and an arrest.
GOLD = [
    row("a", "harm.kill", 0, actor="rebels", counts=[{"what": "killed", "low": 3, "high": 3}], said_by=["police"]),
    row("a", "territory.capture", 100, actor="rebels", place="Ituri", said_by=["army"], stance="denies"),
    row("b", "fight.operation", 0, actor="army", certainty="planned"),
    row("b", "harm.detain", 100, place="Bunia", first="1999-06-01", last="1999-06-01", hedged=True),
]


def test_gold_against_itself_is_all_right() -> None:
    scores = score_claims(GOLD, GOLD)
    assert {scores[name]["f1"] for name in ("found", "exact_act", "whole_claim", "not_asserted", "not_happened")} == {
        100
    }
    assert set(scores["fields"].values()) == {100}
    assert set(scores["where_stated"].values()) == {100}
    assert (scores["stored_as_happened"], scores["stored_not_found"]) == (0, 0)


def test_nothing_read_scores_nothing() -> None:
    scores = score_claims(GOLD, [])
    assert scores["found"] == {"recall": 0, "precision": 0, "f1": 0}
    assert scores["stored_not_found"] == 100


def test_scores_of_a_mixed_reading() -> None:
    predicted = [
        GOLD[0],
        {**GOLD[0], "start": 2},  # says the same again: a repeat
        {**GOLD[1], "stance": "asserts"},  # found, but the denial was lost
        {**GOLD[3], "act": "harm.abduct"},  # found in its family, not the act
        row("b", "say.warn", 300),  # false
        row("c", "harm.kill", 0),  # of a report without gold: not looked at
    ]
    scores = score_claims(GOLD, predicted)
    assert (scores["documents"], scores["gold"], scores["predicted"], scores["repeats"]) == (2, 4, 5, 1)
    assert scores["found"] == {"recall": 75, "precision": 75, "f1": 75}
    assert scores["exact_act"] == {"recall": 50, "precision": 50, "f1": 50}
    assert scores["whole_claim"] == {"recall": 25, "precision": 25, "f1": 25}
    assert scores["not_asserted"] == {"recall": 0, "precision": 0, "f1": 0}
    assert scores["fields"]["stance"] == pytest.approx(66.7)
    assert scores["where_stated"] == {"period": 100, "figures": 100, "speaker": 100, "hedged": 100}
    assert (scores["stored_as_happened"], scores["stored_not_found"], scores["found_as_happened"]) == (50, 50, 100)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("actor", "army"),
        ("target", "farmers"),
        ("place", "Ituri"),
        ("first", "1999-06-02"),
        ("counts", [{"what": "killed", "low": 3, "high": None}]),
        ("said_by", ["mayor"]),
        ("said_by", ["radio", "police"]),
        ("stance", "doubts"),
        ("certainty", "possible"),
        ("hedged", True),
    ],
)
def test_a_wrong_field_is_seen(field: str, value: object) -> None:
    fields = score_claims(GOLD[:1], [{**GOLD[0], field: value}])["fields"]
    assert min(fields.values()) == 0


def test_a_planned_act_read_as_planned_but_denied_is_not_stored_as_happened() -> None:
    scores = score_claims([GOLD[2]], [{**GOLD[2], "certainty": "happened", "stance": "denies"}])
    assert scores["stored_as_happened"] == 0
    assert score_claims([GOLD[2]], [{**GOLD[2], "certainty": "ongoing"}])["stored_as_happened"] == 100


@pytest.mark.parametrize(
    ("start", "end", "answers"),
    [(0, 50, True), (25, 75, True), (26, 76, False), (0, 400, True), (0, 401, False), (50, 60, False)],
)
def test_half_of_the_shorter_span_is_shared_and_none_is_over_long(start: int, end: int, answers: bool) -> None:
    assert bool(pair_score(GOLD[0], {**GOLD[0], "start": start, "end": end})) == answers


@pytest.mark.parametrize(
    ("gold", "predicted", "score"),
    [
        ("harm.kill", "harm.kill", 3),
        ("fight.airstrike", "fight.strike", 2.5),
        ("law.charge", "harm.detain", 2.5),
        ("territory.withdraw", "force.withdraw", 1),
        ("harm.kill", "harm.injure", 1),
        ("harm.kill", "fight.attack", 0),
    ],
)
def test_acts_answer_each_other(gold: str, predicted: str, score: float) -> None:
    assert act_score(gold, predicted) == score


def test_a_denial_said_again_is_no_second_denial() -> None:
    assert score_claims(GOLD[1:2], [GOLD[1], GOLD[1]])["not_asserted"]["precision"] == 100


def test_the_better_pair_comes_first() -> None:
    near, exact = {**GOLD[0], "act": "harm.injure"}, {**GOLD[0], "start": 10}
    assert pair_claims(GOLD[:1], [near, exact]) == ({0: 1}, set())


def test_three_of_the_same_are_a_pair_and_two_repeats_and_the_next_is_false() -> None:
    assert pair_claims(GOLD[:1], [GOLD[0]] * 4) == ({0: 0}, {1, 2})


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Islamic State", "ISIL", True),
        ("the United Nations", "UN", True),
        ("Khash (Badakhshan)", "Khash district", True),
        ("Colonel Ana Reyes", "Reyes", True),
        ("the army", "army", True),
        ("government forces", "opposition forces", False),
        ("rebel army", "government army", False),
        ("Zabul", "Kandahar", False),
        ("Zabul district", "Kandahar district", False),
        ("Ana Reyes", "Luis Reyes", True),
        ("Lomé", "Lome", True),
    ],
)
def test_names_are_alike(one: str, other: str, alike: bool) -> None:
    assert is_alike(one, other) == alike
    assert is_alike(other, one) == alike


@pytest.mark.parametrize(
    ("gold", "predicted", "agree"),
    [
        (None, [], True),
        (None, "army", False),
        (["Iran", "Russia"], ["Russia"], True),
        (["Iran", "Russia", "Syria"], ["Russia"], False),
        ("Iran", ["Iran", "Chad", "Niger"], False),
        ({"name": "Iran"}, "Iran", True),
    ],
)
def test_lists_of_names_agree(gold: object, predicted: object, agree: bool) -> None:
    assert names_agree(gold, predicted) == agree


def test_intervals_hold_the_score_and_are_the_same_each_time() -> None:
    gold = [row(f"d{n}", "harm.kill", 0) for n in range(40)]
    tallies = tally_documents(gold, gold[:20])
    low, high = draw_intervals(tallies)["found"]
    assert low < 66.7 < high
    assert draw_intervals(tallies) == draw_intervals(tallies)
    assert draw_intervals(tally_documents(gold, gold))["found"] == (100, 100)
    assert draw_intervals({}) == {}
