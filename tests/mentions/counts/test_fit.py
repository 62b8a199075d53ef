"""Figures under an act, plurals without a number, and the basis."""

from __future__ import annotations

import pytest

from tidings.language.parser import SpacyParser
from tidings.mentions.counts import bare_plural, basis_of, fit_to_act, is_of_act
from tidings.records import Count


def people(of: str | None = None, what: str = "people") -> Count:
    return Count(what=what, low=3, high=3, of=of, text="three")


@pytest.mark.parametrize(
    ("act", "what"),
    [
        ("harm.kill", "killed"),
        ("harm.injure", "injured"),
        ("harm.casualties", "casualties"),
        ("harm.detain", "detained"),
        ("harm.abduct", "abducted"),
        ("harm.trap", "trapped"),
        ("displace.flee", "displaced"),
        ("displace.expel", "displaced"),
        ("displace.return", "returned"),
        ("displace.evacuate", "evacuated"),
        ("force.surrender", "surrendered"),
        ("talk.release", "people"),
        ("protest.hold", "people"),
        ("fight.attack", "people"),
    ],
)
def test_people_become_what_befell_them(act: str, what: str) -> None:
    fitted = fit_to_act(people("families"), act)
    assert (fitted.what, fitted.of) == (what, "families")


def test_those_who_bear_arms_are_fighters_where_a_force_is_present() -> None:
    assert fit_to_act(people("rebels"), "force.present").what == "fighters"
    assert fit_to_act(people("men"), "territory.hold").what == "fighters"
    assert fit_to_act(people("monitors"), "force.present").what == "people"
    assert fit_to_act(people("soldiers"), "force.deploy").what == "people"


def test_a_harm_and_a_thing_stay_what_they_are() -> None:
    for what in ("injured", "vehicle", "usd", "percent"):
        assert fit_to_act(people(what=what), "harm.kill").what == what


def test_an_unknown_noun_is_people_under_harm_alone() -> None:
    fitted = fit_to_act(people(what="cooper"), "harm.kill")
    assert (fitted.what, fitted.of) == ("killed", "coopers")
    assert fit_to_act(people(what="cooper"), "force.seize").what == "cooper"


def test_a_rate_stays_a_rate() -> None:
    assert fit_to_act(people(what="people_per_day"), "harm.kill").what == "killed_per_day"


def test_times_are_attacks_where_there_is_fighting() -> None:
    assert fit_to_act(people(what="times"), "fight.airstrike").what == "attack"
    assert fit_to_act(people(what="times"), "talk.violate").what == "times"


def test_a_harm_claim_takes_no_weapons() -> None:
    assert is_of_act(people(what="killed"), "harm.kill")
    assert is_of_act(people(what="killed_per_day"), "harm.kill")
    assert not is_of_act(people(what="shell"), "harm.kill")
    assert not is_of_act(people(what="injured"), "harm.kill")
    assert is_of_act(people(what="shell"), "fight.shelling")
    assert not is_of_act(people(what="killed"), "fight.shelling")


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Soldiers were killed near Asmara.", "Soldiers", (2, None, "soldiers")),
        ("Three soldiers were killed near Asmara.", "soldiers", None),
        ("A soldier was killed near Asmara.", "soldier", None),
        ("The people of Asmara fled.", "people", (2, None, None)),
    ],
)
def test_a_plural_without_a_number(text: str, noun: str, expected: object, parser: SpacyParser) -> None:
    ((parse,),) = parser.parse([text])
    index = next(word.index for word in parse.words if word.text == noun)
    count = bare_plural(parse, index)
    assert (count if count is None else (count.low, count.high, count.of)) == expected


@pytest.mark.parametrize(
    ("act", "certainty", "is_total", "basis"),
    [
        ("harm.kill", "happened", False, "incremental"),
        ("harm.kill", "happened", True, "cumulative"),
        ("territory.hold", "ongoing", False, None),
        ("force.present", "happened", False, None),
        ("harm.kill", "planned", False, None),
        ("say.warn", "happened", False, None),
    ],
)
def test_basis(act: str, certainty: str, is_total: bool, basis: str | None) -> None:
    assert basis_of(act, certainty, is_total=is_total) == basis
