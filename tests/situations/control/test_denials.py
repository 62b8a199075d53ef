"""Denials and reprints: what stays on the map, what is a change of its own, what was said when."""

from __future__ import annotations

from tests.events.literal import report
from tests.situations.controlling import (
    ADMITS,
    ARMY_DENIES,
    BOASTS,
    RESIDENTS,
    STATE,
    ask,
    brief,
    changes,
    fold,
    held,
    says,
    taken,
)
from tidings.records import Claim
from tidings.situations.control import CHANGES_SQL, REFUTED_SQL

UN = says("United Nations", "third")
TEXT = (
    "The front took Harrow. Carts of flour stood in the rain while clerks counted blankets, lamps and kettles on the "
    "long tables of the school, and a choir of bakers sang old songs until the last ferry left the stone quay at nine."
)
ALL = {"as_of": None, "level": None}


def test_who_was_said_to_have_a_place_stays_on_the_map_while_it_is_contested() -> None:
    before = taken("wire-2", day=2, by=STATE, act="territory.hold", certainty="ongoing", **UN)
    boast, denial = taken("front-1", day=9, **BOASTS), taken("press-1", day=9, **ARMY_DENIES)
    (row,) = held(before, boast, denial)
    assert (row["holder"], row["state"], row["since"].day) == ("Norland government", "contested", 2)
    assert set(row["claim_ids"]) == {before.id, boast.id, denial.id}
    (row,) = held(boast, denial)
    assert (row["holder"], row["state"]) == (None, "contested")


def test_a_gain_told_again_after_a_denial_is_a_change_of_its_own() -> None:
    first = [
        taken("front-1", day=3, **BOASTS),
        taken("press-1", day=3, **ARMY_DENIES),
        taken("radio-11", day=3, stance="denies", **RESIDENTS),
    ]
    second = [taken("wire-26", day=25), taken("radio-26", day=25, **ADMITS)]
    connection = fold([*first, *second])
    assert brief(ask(connection, CHANGES_SQL, ALL)) == [("Harrow", 25, "Northern League", "held", "confirmed")]
    (refuted,) = ask(connection, REFUTED_SQL, ALL)
    assert set(refuted["claim_ids"]) == {claim.id for claim in first}


def test_a_contested_gain_that_nobody_bears_out_is_refuted_by_a_later_one_that_is_confirmed() -> None:
    first = [taken("front-1", day=3, **BOASTS), taken("press-1", day=3, **ARMY_DENIES)]
    second = [taken("wire-26", day=25), taken("radio-26", day=25, **ADMITS)]
    assert brief(changes(*first)) == [("Harrow", 3, "Northern League", "contested", "contested")]
    assert brief(changes(*first, *second)) == [("Harrow", 25, "Northern League", "held", "confirmed")]
    # who bears the first out holds it in dispute
    borne_out = taken("radio-4", day=3, **UN)
    late = taken("press-2", day=3, **ARMY_DENIES)
    assert brief(changes(*first, borne_out, late, *second))[0] == (
        ("Harrow", 3, "Northern League", "contested", "contested")
    )


def test_what_is_contested_in_between_leaves_the_second_gain_as_it_is() -> None:
    first = [taken("wire-2", day=2, by=STATE), taken("radio-2", day=2, by=STATE, **UN)]
    between = [taken("front-1", day=12, **BOASTS), taken("press-2", day=12, **ARMY_DENIES)]
    second = [taken("wire-26", day=25, by=STATE), taken("radio-26", day=25, by=STATE, **UN)]
    assert brief(changes(*first, *between, *second)) == [
        ("Harrow", 2, "Norland government", "held", "confirmed"),
        ("Harrow", 12, "Northern League", "contested", "contested"),
        ("Harrow", 25, "Norland government", "held", "confirmed"),
    ]


def test_a_reprinted_denial_is_no_later_denial() -> None:
    told = [taken("radio-10", day=9, **BOASTS), taken("radio-11", day=9, **RESIDENTS)]
    denial = taken("press-1", day=9, **ARMY_DENIES)
    again = taken("radio-14", day=9, **ARMY_DENIES)

    def standing(text_of_the_second: str) -> str:
        reports = [
            report("radio-10", "1999-05-10"),
            report("radio-11", "1999-05-11"),
            report("press-1", "1999-05-10", TEXT),
            report("radio-14", "1999-05-14", text_of_the_second),
        ]
        (row,) = ask(fold([*told, denial, again], reports), CHANGES_SQL, ALL)
        return str(row["standing"])

    assert standing(TEXT) == "confirmed"
    assert standing("The army denied it once more.") == "contested"


def test_what_a_foreign_outlet_reprints_is_the_voice_of_the_original() -> None:
    own = taken("radio-10", day=9, interest="unknown")
    denial, reprint = taken("press-1", day=9, **ARMY_DENIES), taken("wire-12", day=9, interest="third")

    def standing(text: str) -> str:
        reports = [
            report("radio-10", "1999-05-10", TEXT),
            report("press-1", "1999-05-10"),
            report("wire-12", "1999-05-12", text),
        ]
        (row,) = ask(fold([own, denial, reprint], reports), CHANGES_SQL, ALL)
        return str(row["standing"])

    assert standing(TEXT) == "contested"
    assert standing("Our correspondent saw their flag over the town.") == "confirmed"


def test_an_outlet_that_denies_in_its_own_voice_contests_only_what_a_side_alone_says() -> None:
    def states(*claims: Claim) -> list[str]:
        return [str(row["state"]) for row in changes(*claims)]

    boast, borne_out = taken("front-1", day=9, **BOASTS), taken("radio-11", day=9, **RESIDENTS)
    for outlet in ("wire-12", "radio-12"):
        denial = taken(outlet, day=9, stance="denies")
        assert states(boast, denial) == ["contested"]
        assert states(boast, borne_out, denial) == ["held"]
    assert states(boast, borne_out, taken("radio-12", day=9, stance="denies", **UN)) == ["contested"]
