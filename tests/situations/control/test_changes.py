"""Which tellings are one change of hands, and how it stands: a few rows a rule."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.events.literal import report
from tests.situations.controlling import (
    ADMITS,
    ARMY_DENIES,
    BOASTS,
    LEAGUE,
    REPORTS,
    RESIDENTS,
    STATE,
    ask,
    brief,
    changes,
    fold,
    says,
    taken,
)
from tidings.records import Claim
from tidings.situations.control import CHANGES_SQL

NORTH, GOVERNMENT = "Northern League", "Norland government"
DENIED = {"by": LEAGUE, **ARMY_DENIES}


def standing(*claims: Claim) -> list[tuple[str, str]]:
    return [(row["state"], row["standing"]) for row in changes(*claims)]


def test_reports_of_one_fall_are_one_change() -> None:
    rows = changes(taken("wire-10", **ADMITS), taken("radio-10", **RESIDENTS), taken("radio-11", day=10))
    assert brief(rows) == [("Harrow", 9, NORTH, "held", "confirmed")]
    assert len(rows[0]["claim_ids"]) == 3
    assert (rows[0]["unit"], rows[0]["pcode"], rows[0]["province"]) == ("district", "NL0102", "Northshire")


def test_capture_and_recapture_need_the_same_evidence() -> None:
    rows = changes(
        taken("wire-10", **RESIDENTS),
        taken("wire-20", by=STATE, day=19, **RESIDENTS),
        taken("wire-28", by=LEAGUE, day=27, **RESIDENTS),
    )
    assert brief(rows) == [
        ("Harrow", 9, NORTH, "held", "reported"),
        ("Harrow", 19, GOVERNMENT, "held", "reported"),
        ("Harrow", 27, NORTH, "held", "reported"),
    ]


def test_a_place_lost_and_retaken_on_one_day_keeps_the_order_in_which_it_was_told() -> None:
    rows = changes(taken("radio-9", **RESIDENTS), taken("radio-10", by=STATE, **RESIDENTS))
    assert [row["side"] for row in rows] == [NORTH, GOVERNMENT]


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([taken("wire-10")], ("held", "reported")),
        ([taken("wire-10", **ADMITS), taken("radio-10")], ("held", "confirmed")),
        ([taken("wire-10", **says("a trader", "unknown")), taken("radio-10")], ("held", "corroborated")),
        ([taken("front-1")], ("claimed", "reported")),
        ([taken("wire-10", **BOASTS)], ("claimed", "reported")),
        ([taken("wire-10", **BOASTS), taken("front-1")], ("claimed", "reported")),
        ([taken("wire-10", **BOASTS), taken("wire-11", **DENIED)], ("contested", "contested")),
        ([taken("wire-10", **BOASTS), taken("wire-11", **{**DENIED, "stance": "doubts"})], ("claimed", "reported")),
        (
            [taken("press-1", by=STATE), taken("press-2", by=STATE, **says("the army", "party", False))],
            ("claimed", "reported"),
        ),
    ],
)
def test_state_is_apart_from_standing(claims: list[Claim], expected: tuple[str, str]) -> None:
    assert standing(*claims) == [expected]


@pytest.mark.parametrize(
    ("settled_by", "expected"),
    [
        ([taken("radio-12", **RESIDENTS)], "confirmed"),
        ([taken("radio-12", **ADMITS)], "confirmed"),
        ([taken("radio-10", at=9, **RESIDENTS)], "contested"),  # it came before the denial
        ([taken("radio-12", **says("a trader", "unknown"))], "contested"),
        ([taken("radio-12", **RESIDENTS), taken("wire-13", **{**DENIED, **says("doctors", "witness")})], "contested"),
    ],
)
def test_a_denial_in_its_own_favour_ends_where_others_affirm(settled_by: list[Claim], expected: str) -> None:
    denied = taken("wire-11", **DENIED)
    assert standing(taken("wire-10", **BOASTS), denied, *settled_by)[0][1] == expected


@pytest.mark.parametrize(
    "claims",
    [
        [taken("wire-10", **BOASTS), taken("wire-11", **{**DENIED, **RESIDENTS})],
        [taken("radio-10"), taken("radio-12", stance="denies")],  # the outlet takes it back
        [taken("wire-10", certainty="planned")],
        [taken("wire-10", certainty="possible")],
        [taken("wire-10", **DENIED)],
        [taken("wire-10", **BOASTS), taken("wire-12", act="territory.hold", by=STATE, day=11, **RESIDENTS)],
        [taken("wire-10", act="territory.withdraw", by=STATE, **ADMITS)],  # who has it now is not said
        [taken("wire-10", act="territory.hold")],
        [taken("wire-10", actor=(), actor_ids=())],
    ],
    ids=[
        "refuted",
        "taken back",
        "planned",
        "feared",
        "only denied",
        "held by the other",
        "left",
        "held",
        "by nobody known",
    ],
)
def test_what_does_not_stand_is_no_change(claims: list[Claim]) -> None:
    assert changes(*claims) == []


def test_a_denial_of_one_fall_is_none_of_a_later_one() -> None:
    early = taken("wire-13", day=12, **{**DENIED, **RESIDENTS})
    assert standing(early, taken("wire-16", day=15, **RESIDENTS)) == [("held", "reported")]


def test_a_denial_of_the_manner_leaves_the_outcome() -> None:
    by_deal = taken("wire-10", manner="agreement", at=8, **DENIED)
    (row,) = changes(
        taken("wire-10", manner="force", **RESIDENTS), by_deal, taken("radio-10", manner="agreement", **BOASTS)
    )
    assert (row["standing"], row["manner_standing"]) == ("confirmed", "contested")


def test_who_left_and_why_stands_apart_from_who_has_it() -> None:
    left = taken("press-1", act="territory.withdraw", by=STATE, manner="withdrawal")
    (row,) = changes(taken("wire-10", manner="force", **ADMITS), left)
    assert (row["side"], row["state"], row["manner"], row["manner_standing"]) == (NORTH, "held", None, "contested")


def test_a_gain_of_nobody_named_joins_the_one_it_can_mean() -> None:
    rows = changes(taken("wire-10", **BOASTS), taken("radio-11", actor=(), actor_ids=(), **RESIDENTS))
    assert brief(rows) == [("Harrow", 9, NORTH, "held", "confirmed")]


def test_undated_and_wide_tellings_join_the_change_they_can_mean() -> None:
    wide: dict[str, Any] = {"day": None, "first": date(1999, 5, 1), "last": date(1999, 5, 20)}
    rows = changes(taken("wire-10", **RESIDENTS), taken("radio-20", **wide), taken("radio-25", day=None))
    assert brief(rows) == [("Harrow", 9, NORTH, "held", "confirmed")]


def test_of_a_span_the_last_day_is_the_day() -> None:
    (row,) = changes(taken("wire-21", day=None, first=date(1999, 5, 1), last=date(1999, 5, 20)))
    assert row["day"] == date(1999, 5, 20)


def test_a_span_of_a_year_gives_no_day() -> None:
    (row,) = changes(taken("wire-21", day=None, first=date(1997, 1, 1), last=date(1997, 12, 31)))
    assert row["day"] is None


def test_the_same_side_twice_is_contested_where_somebody_tells_of_a_loss_between() -> None:
    between = taken("wire-18", by=STATE, day=14, **says("a clerk", "party", False))
    denied = taken("radio-18", by=STATE, day=14, stance="denies", **RESIDENTS)
    rows = changes(taken("wire-10", **RESIDENTS), between, denied, taken("wire-26", day=25, **RESIDENTS))
    assert brief(rows) == [("Harrow", 9, NORTH, "held", "reported"), ("Harrow", 25, NORTH, "contested", "contested")]


def test_the_same_side_twice_without_a_loss_is_one_change_told_late() -> None:
    assert len(changes(taken("wire-10", **RESIDENTS), taken("wire-26", day=25, **RESIDENTS))) == 1


def test_an_outlet_beside_its_sources_is_no_origin() -> None:
    assert standing(taken("wire-10", **BOASTS), taken("wire-10", at=7)) == [("claimed", "reported")]


NOBODY: dict[str, Any] = {"actor": (), "actor_ids": ()}


@pytest.mark.parametrize(
    ("others", "told", "side"),
    [
        ([], NOBODY, None),  # nobody is known to take places
        ([taken("wire-9", "Selby")], NOBODY, NORTH),
        ([taken("wire-9", "Selby"), taken("wire-12", "Arlen", by=STATE, day=11)], NOBODY, NORTH),  # the state had it
        ([taken("wire-9", "Selby")], {**NOBODY, "target": LEAGUE, "target_ids": (LEAGUE,)}, None),
        ([taken("wire-9", "Selby")], {"actor": "mujahideen", "actor_ids": ("new:mujahideen",)}, NORTH),
        ([taken("wire-9", "Selby", by=STATE)], {"actor": "commandos", "actor_ids": ("new:commandos",)}, GOVERNMENT),
        ([taken("wire-9", "Selby")], {"actor": "visitors", "actor_ids": ("new:visitors",)}, None),
    ],
)
def test_who_took_it_is_inferred_where_only_one_side_can_have(
    others: list[Claim], told: dict[str, Any], side: str | None
) -> None:
    text = "Harrow fell"
    claims = [*others, taken("delta-14", day=13, end=len(text), **told)]
    connection = fold(claims, [*REPORTS, report("delta-14", "1999-05-14", text)])
    rows = ask(connection, CHANGES_SQL, {"as_of": None, "level": None})
    assert [row["side"] for row in rows if row["place"] == "Harrow"] == ([side] if side else [])


def test_an_outlet_of_a_side_speaks_for_it_even_of_nobody_named() -> None:
    assert standing(taken("front-1", **NOBODY), taken("wire-11", day=10, **BOASTS)) == [("claimed", "reported")]


def test_what_an_outlet_tells_from_a_distance_alone_does_not_stand() -> None:
    assert standing(taken("radio-10", hedged=True)) == []
    assert standing(taken("radio-10", hedged=True), taken("wire-10", **RESIDENTS)) == [("held", "reported")]
    assert standing(taken("radio-10", hedged=True, **RESIDENTS)) == [("held", "reported")]
