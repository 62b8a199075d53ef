"""Which way the evidence leans where a change of hands is contested: case by case, and what it never changes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.situations.controlling import (
    ADMITS,
    ARMY_DENIES,
    BOASTS,
    RESIDENTS,
    STATE,
    ask,
    changes,
    fold,
    held,
    says,
    taken,
)
from tidings.records import Claim
from tidings.situations.control import CHANGES_SQL, SPANS_SQL

ALL = {"as_of": None, "level": None}
UN = says("United Nations", "third")
MONITORS = says("ceasefire monitors", "third")
FARMERS = says("farmers", "witness")


def no(**speaker: Any) -> dict[str, Any]:
    """The same speaker, who denies it."""
    return {**speaker, "stance": "denies"}


CLAIMED = taken("front-1", **BOASTS)
DENIED = taken("press-2", **ARMY_DENIES)

CASES: dict[str, tuple[list[Claim], str, str]] = {
    "the two sides alone": (
        [CLAIMED, DENIED],
        "even",
        "as many independent voices say so as deny it, 1 to 1",
    ),
    "a side that repeats its denial, late and by many mouths": (
        [
            CLAIMED,
            taken("radio-10", **RESIDENTS),
            DENIED,
            taken("radio-13", **no(**says("General Brook", "party", False))),
            taken("radio-14", **no(**says("the ministry", "party", False))),
            taken("radio-15", **ARMY_DENIES),
        ],
        "likely",
        "more witnesses and third parties say so than deny it, 1 to 0",
    ),
    "one who is misled against several": (
        [CLAIMED, taken("radio-10", **UN), taken("radio-11", **MONITORS), taken("radio-12", **no(**RESIDENTS))],
        "likely",
        "more witnesses and third parties say so than deny it, 2 to 1",
    ),
    "several who deny against one": (
        [CLAIMED, taken("radio-10", **UN), taken("radio-11", **no(**FARMERS)), taken("radio-12", **no(**RESIDENTS))],
        "unlikely",
        "more witnesses and third parties deny it than say so, 2 to 1",
    ),
    "an admission outweighs those who deny": (
        [CLAIMED, taken("radio-10", **ADMITS), taken("radio-11", **no(**UN)), taken("radio-12", **no(**RESIDENTS))],
        "likely",
        "the losing side itself says so",
    ),
    "a foreign outlet alone, that nobody bears out": (
        [taken("wire-10"), taken("press-1", **ARMY_DENIES)],
        "even",
        "as many independent voices say so as deny it, 1 to 1",
    ),
    "a foreign outlet beside the winner": (
        [taken("wire-10"), CLAIMED, DENIED],
        "likely",
        "more foreign outlets say so than deny it, 1 to 0",
    ),
    "an outlet of the country beside the winner": (
        [taken("radio-10"), CLAIMED, DENIED],
        "likely",
        "more independent voices say so than deny it, 2 to 1",
    ),
    "an outlet that denies beside the loser": (
        [CLAIMED, DENIED, taken("radio-11", stance="denies")],
        "unlikely",
        "more independent voices deny it than say so, 2 to 1",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_evidence_leans(case: str) -> None:
    claims, leans, why = CASES[case]
    (row,) = changes(*claims)
    assert (row["state"], row["leans"], row["why"]) == ("contested", leans, why)


def test_what_is_not_contested_does_not_lean() -> None:
    (row,) = changes(CLAIMED, taken("radio-10", **RESIDENTS))
    assert (row["state"], row["leans"], row["why"]) == ("held", None, None)


def test_spans_tell_who_is_said_to_have_taken_it_and_to_whom_it_leans() -> None:
    before = taken("wire-2", day=2, act="territory.hold", certainty="ongoing", by=STATE)
    shown = {}
    for name, claims in {
        "likely": [*CASES["several who deny against one"][0][:-2], DENIED],
        "unlikely": CASES["several who deny against one"][0],
        "even": CASES["the two sides alone"][0],
        None: [taken("radio-10", **RESIDENTS)],
    }.items():
        last = ask(fold([before, *claims]), SPANS_SQL, {})[-1]
        shown[name] = last["leans"], last["taker"], last["leans_to"]
    assert shown == {
        "likely": ("likely", "Northern League", "Northern League"),
        "unlikely": ("unlikely", "Northern League", "Norland government"),
        "even": ("even", "Northern League", "Norland government"),
        None: (None, None, None),
    }


def test_who_takes_it_back_had_lost_it() -> None:
    before = taken("wire-2", day=2, act="territory.hold", certainty="ongoing", by=STATE)
    back = taken("radio-26", day=25, by=STATE, **says("General Brook", "party", False))
    lost, taken_back = changes(before, CLAIMED, DENIED, back)
    assert (lost["state"], lost["leans"]) == ("contested", "likely")
    assert lost["why"] == "the losing side later tells of taking it back"
    assert (taken_back["state"], taken_back["leans"]) == ("claimed", None)
    # what others tell of it admits nothing
    told = taken("radio-26", day=25, by=STATE, **RESIDENTS)
    assert changes(before, CLAIMED, DENIED, told)[0]["leans"] == "even"


def test_who_takes_it_again_had_not_got_it() -> None:
    first = [taken("front-1", day=3, **BOASTS), taken("press-1", day=3, **ARMY_DENIES), taken("radio-4", day=3)]
    again = [taken("radio-26", day=25, **BOASTS), taken("radio-27", day=25, **ARMY_DENIES)]
    one, other = changes(*first, *again)
    assert (one["leans"], one["why"]) == ("unlikely", "the gaining side later tells of taking it again")
    assert other["leans"] == "even"
    assert changes(*first)[0]["leans"] == "likely"


def on_record(number: int, *, is_so: bool) -> list[Claim]:
    """Gains of the League every second year, denied by the army, told by an outlet too, settled by residents."""
    told = []
    for year in range(number):
        day = date(1980 + 2 * year, 3, 9)
        for own_id, speaker in (
            ("radio-1", RESIDENTS if is_so else no(**RESIDENTS)),
            ("radio-3", {}),
            ("front-1", BOASTS),
            ("press-2", ARMY_DENIES),
        ):
            told.append(taken(own_id, "Selby", at=10 * year, day=None, first=day, last=day, **speaker))
    return told


@pytest.mark.parametrize(
    ("number", "is_so", "leans", "borne_out"),
    [(5, True, "likely", 5), (5, False, "unlikely", 0), (4, True, "even", None)],
)
def test_where_nobody_else_speaks_the_record_of_the_gaining_side_decides(
    number: int, is_so: bool, leans: str, borne_out: int | None
) -> None:
    (row,) = [row for row in changes(*on_record(number, is_so=is_so), CLAIMED, DENIED) if row["place"] == "Harrow"]
    assert (row["state"], row["leans"]) == ("contested", leans)
    record = f"of 5 such gains of this side that the other denied, others bore out {borne_out}"
    assert (record in row["why"]) is (borne_out is not None)


def test_a_record_speaks_of_no_other_side_and_of_no_gain_that_its_side_does_not_tell() -> None:
    record = on_record(5, is_so=True)
    other = [taken("press-1", by=STATE, **says("the army", "party", False))]
    denied = taken("front-1", by=STATE, stance="denies", **says("Northern League", "party", False))
    rows = [row for row in changes(*record, *other, denied) if row["place"] == "Harrow"]
    assert [(row["side"], row["leans"]) for row in rows] == [("Norland government", "even")]
    rows = [row for row in changes(*record, taken("wire-10"), DENIED) if row["place"] == "Harrow"]
    assert [row["leans"] for row in rows] == ["even"]


def test_the_map_stays_contested_and_says_to_whom_it_leans() -> None:
    before = taken("wire-2", day=2, by=STATE, **RESIDENTS)
    (likely,) = held(before, CLAIMED, DENIED, taken("radio-10", **RESIDENTS))
    assert (likely["state"], likely["holder"]) == ("contested", "Norland government")
    assert (likely["leans_to"], likely["why"]) == (
        "Northern League",
        "more witnesses and third parties say so than deny it, 1 to 0",
    )
    (unlikely,) = held(before, CLAIMED, DENIED, taken("radio-11", stance="denies"))
    assert (unlikely["state"], unlikely["holder"], unlikely["leans_to"]) == (
        *("contested", "Norland government", "Norland government"),
    )
    (told,) = held(before)
    assert (told["leans_to"], told["why"]) == (None, None)


def test_a_leaning_goes_by_what_was_known() -> None:
    claims = [CLAIMED, DENIED, taken("radio-20", **no(**RESIDENTS)), taken("wire-10")]
    assert changes(*claims)[0]["leans"] == "unlikely"
    connection = fold(claims)
    (row,) = ask(connection, CHANGES_SQL, ALL, known_on=date(1999, 5, 15))
    assert row["leans"] == "likely"


def test_a_foreign_outlet_alone_answers_no_denial() -> None:
    denial = taken("press-1", **ARMY_DENIES)
    assert [row["state"] for row in changes(taken("wire-12"), denial)] == ["contested"]
    assert [row["state"] for row in changes(taken("wire-12"), taken("front-1", **BOASTS), denial)] == ["held"]
    assert [row["state"] for row in changes(taken("wire-12", **UN), denial)] == ["held"]


def test_an_outlet_contests_another_that_is_alone() -> None:
    denial = taken("radio-11", stance="denies")
    assert [row["state"] for row in changes(taken("wire-10"), denial)] == ["contested"]
    assert [row["state"] for row in changes(taken("wire-10", **UN), denial)] == ["held"]
    assert [row["state"] for row in changes(taken("wire-10"), taken("front-1", **BOASTS), denial)] == ["held"]


@pytest.mark.parametrize(("day", "state"), [(9, "contested"), (2, "contested"), (1, "held")])
def test_what_is_told_without_a_day_is_denied_in_the_fortnight_before(day: int, state: str) -> None:
    told = taken("radio-16", day=None, **RESIDENTS)
    (row,) = changes(told, taken("radio-17", day=day, **ARMY_DENIES))
    assert row["state"] == state
