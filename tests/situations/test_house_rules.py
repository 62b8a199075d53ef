"""What each house makes of the same claims."""

from __future__ import annotations

import pytest

from tests.situations.folding import Row, figures, fold, killed, ranges
from tidings.errors import SettingsError
from tidings.situations.figures.fold import RULES, load_rule

DOCTOR = killed("alpha-1", 4, of="civilians", said_by="doctor", actor="Royal Army")
ELDER = killed("beta-1", 6, of="civilians", said_by="elder", actor="Royal Army")
MINISTRY = killed("gamma-1", 2, of="civilians", said_by="Ministry of Defence", actor="Royal Army")
AGENCY = killed("delta-1", 6, of="civilians", said_by="United Nations", actor="Royal Army")


def row_of(rule: str, *claims: object) -> Row:
    (row,) = figures(*claims, rule=rule)  # type: ignore[arg-type]
    return row


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_says_what_it_means(rule: str) -> None:
    assert load_rule(rule).meaning


def test_all_houses_stand_side_by_side() -> None:
    rows = fold(DOCTOR, ELDER)["figures"]
    assert {row["rule"] for row in rows} == set(RULES)
    assert {(row["low"], row["high"]) for row in rows} == {(4, 6)}


def test_houses_that_count_deaths_leave_the_injured_out() -> None:
    injured = fold(killed("alpha-1", 4, what="injured", of="civilians"))["figures"]
    assert {row["rule"] for row in injured} == {"tidings", "airwars", "unama"}


def test_houses_of_civilian_harm_leave_soldiers_out() -> None:
    assert {row["rule"] for row in fold(killed("alpha-1", 4))["figures"]} == {"tidings", "ucdp", "acled"}


def test_ucdp_takes_the_lower_of_equals() -> None:
    assert ranges(DOCTOR, ELDER, rule="ucdp") == [(4, 4, 6)]
    assert ranges(DOCTOR, ELDER) == [(4, 6, 6)]  # the later count


def test_acled_takes_the_lowest_until_more_is_borne_out() -> None:
    assert ranges(DOCTOR, MINISTRY, rule="acled") == [(2, 2, 4)]
    assert ranges(DOCTOR, ELDER, rule="acled") == [(4, 4, 6)]
    both = killed("gamma-1", 6, of="civilians", said_by="nurse", actor="Royal Army")
    assert ranges(DOCTOR, ELDER, both, rule="acled") == [(4, 6, 6)]


@pytest.mark.parametrize(("word", "floor", "number"), [("dozens", 24, 12), ("hundreds", 200, 100), ("several", 3, 3)])
def test_acled_puts_numbers_on_words_and_nobody_else_does(word: str, floor: int, number: int) -> None:
    vague = killed("alpha-1", floor, None, text=word)
    assert ranges(vague, rule="acled") == [(number, number, number)]
    assert ranges(vague) == [(floor, None, None)]


def test_ibc_and_airwars_choose_no_best() -> None:
    assert ranges(DOCTOR, ELDER, rule="ibc") == ranges(DOCTOR, ELDER, rule="airwars") == [(4, None, 6)]


def test_unama_holds_out_what_three_kinds_of_source_do_not_bear_out() -> None:
    alone = row_of("unama", DOCTOR, ELDER)
    assert (alone["grade"], alone["best"]) == ("held out", None)
    again = killed("gamma-1", 4, of="civilians", said_by="nurse", actor="Royal Army")
    assert row_of("unama", DOCTOR, ELDER, again)["grade"] == "held out"
    borne_out = row_of("unama", DOCTOR, ELDER, MINISTRY)
    assert (borne_out["grade"], borne_out["best"]) == ("verified", 4)


@pytest.mark.parametrize(
    ("claims", "grade"),
    [
        ((DOCTOR,), "weak"),
        ((DOCTOR, ELDER), "fair"),
        ((DOCTOR, MINISTRY), "weak"),
        ((DOCTOR, killed("beta-1", 5, of="civilians", said_by="elder", actor="League")), "contested"),
        (
            (
                DOCTOR,
                killed(
                    "beta-1",
                    4,
                    of="civilians",
                    said_by="Royal Army",
                    actor="Royal Army",
                    interest="party",
                    against_interest=True,
                ),
            ),
            "confirmed",
        ),
        (
            (
                killed("beta-1", 4, of="civilians", said_by="League general", actor="Royal Army"),
                killed("alpha-1", 4, of="civilians", said_by="doctor", actor="Royal Army", stance="denies"),
            ),
            "discounted",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_airwars_grades(claims: tuple[object, ...], grade: str) -> None:
    assert row_of("airwars", *claims)["grade"] == grade


def test_an_unknown_rule_is_told_with_those_there_are() -> None:
    with pytest.raises(SettingsError, match="ucdp"):
        load_rule("uppsala")
