"""Figures under an act, plurals without a number, and the basis."""

from __future__ import annotations

import pytest

from tidings.language.parser import SpacyParser
from tidings.mentions.counts import bare_plural, basis_of, belongs_to_act, fit_to_act
from tidings.records import Count, Mention


def people(of: str | None = None, what: str = "people") -> Count:
    return Count(what=what, low=3, high=3, of=of, text="three")


def mention(count: Count, made_by: str = "counts.words") -> Mention:
    return Mention(kind="count", start=0, end=5, head=0, means=count, made_by=made_by)


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


@pytest.mark.parametrize(
    ("what", "act", "role", "belongs"),
    [
        ("people", "harm.kill", "target", True),
        ("people_per_day", "harm.kill", "target", True),
        ("killed", "harm.kill", "act", True),
        ("people", "harm.kill", "actor", True),
        ("shell", "harm.kill", "actor", False),
        ("injured", "harm.kill", "act", False),
        ("killed", "fight.shelling", "act", False),
        ("shell", "fight.shelling", "act", True),
        ("people", "fight.attack", "target", False),
        ("people", "fight.attack", "actor", True),
        ("people", "say.warn", "actor", False),
        ("usd", "say.pledge", "target", True),
        ("people", "talk.release", "target", True),
    ],
)
def test_which_figures_belong_to_an_act(what: str, act: str, role: str, belongs: bool) -> None:
    assert belongs_to_act(mention(people(what=what)), act, role) == belongs


def test_the_one_of_an_article_counts_where_something_is_done_to_it() -> None:
    bridge, soldier = (mention(people(what=what), "counts.article") for what in ("bridge", "people"))
    assert belongs_to_act(bridge, "destroy.infrastructure", "target")
    assert not belongs_to_act(bridge, "fight.airstrike", "target")
    assert belongs_to_act(soldier, "harm.kill", "target")
    assert not belongs_to_act(soldier, "harm.kill", "actor")


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Soldiers were killed near Asmara.", "Soldiers", (2, None, "soldiers")),
        ("Three soldiers were killed near Asmara.", "soldiers", None),
        ("A soldier was killed near Asmara.", "soldier", None),
        ("The people of Asmara fled.", "people", (2, None, None)),
        ("No villagers were harmed near Asmara.", "villagers", None),
        ("Twelve judges and journalists were killed near Asmara.", "journalists", None),
        ("The town suffered heavy damages.", "damages", None),
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
