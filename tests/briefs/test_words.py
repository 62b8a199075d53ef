"""Names, places, days and figures as a sentence takes them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tidings.briefs.dates import tell_period, tell_range
from tidings.briefs.figures import tell_figure, tell_people
from tidings.briefs.names import is_plural, one_of, tell_name, tell_names
from tidings.briefs.places import tell_in_places, tell_way
from tidings.briefs.words import load_words
from tidings.records import Count


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Northern League", "the Northern League"),
        ("Ruritania", "Ruritania"),
        ("Maria Alvarez Soto", "Maria Alvarez Soto"),
        ("United Nations", "the United Nations"),
        ("Ruritanian army", "the Ruritanian army"),
        ("Ministry of Defence of Ruritania", "the Ministry of Defence of Ruritania"),
        ("army officer", "an army officer"),
        ("Selby official", "a Selby official"),
        ("UN envoy", "a UN envoy"),
        ("residents", "residents"),
        ("two boys", "two boys"),
        ("the rebels", "the rebels"),
        ("brother of a prisoner", "a brother of a prisoner"),
        ("social media", "social media"),
        ("Northern League's spokesman", "the Northern League's spokesman"),
        ("governor's driver", "the governor's driver"),
        ("Petran's driver", "Petran's driver"),
        ("other witness", "another witness"),
    ],
)
def test_names_take_the_article_that_english_asks_for(name: str, told: str) -> None:
    assert tell_name(name) == told


def test_names_stand_side_by_side() -> None:
    assert tell_names(["Ruritania", "army officer", "residents"]) == "Ruritania, an army officer and residents"


@pytest.mark.parametrize(
    ("names", "plural"),
    [
        (["Taliban"], True),
        (["Ruritania"], False),
        (["Ruritania", "Graustark"], True),
        (["Graustark army"], False),
        (["officers of the army"], True),
        (["officer in the forces"], False),
        (["Graustark security forces"], True),
        (["United States"], False),
        (["bus"], False),
        (["Serbians"], True),
    ],
)
def test_were_follows_many(names: list[str], plural: bool) -> None:
    assert is_plural(names) is plural


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("soldiers", "soldier"),
        ("families", "family"),
        ("children", "child"),
        ("makers of mines", "maker of mines"),
        ("wheat", "wheat"),
    ],
)
def test_one_of_many(many: str, one: str) -> None:
    assert one_of(many) == one


@pytest.mark.parametrize(
    ("places", "told"),
    [
        (["Harrow (South)"], "in Harrow (South)"),
        (["Harrow", "Selby"], "in Harrow and Selby"),
        (["northern Ruritania"], "in northern Ruritania"),
        (["northern quarter"], "in the northern quarter"),
        (["bridge over the Tarn"], "at the bridge over the Tarn"),
        (["road between Harrow and Selby"], "on the road between Harrow and Selby"),
        (["Harrow airport"], "at Harrow airport"),
        (["old mill", "Selby"], "at the old mill and in Selby"),
    ],
)
def test_places_take_their_preposition(places: list[str], told: str) -> None:
    assert tell_in_places(places) == told


@pytest.mark.parametrize(
    ("place", "told"), [("Selby", "to Selby"), ("across the river", "across the river"), ("home", "home")]
)
def test_ways_lead_somewhere(place: str, told: str) -> None:
    assert tell_way("to", [place]) == told


@pytest.mark.parametrize(
    ("first", "last", "told", "heading"),
    [
        ("1999-05-23", "1999-05-23", "on 23 May 1999", "23 May 1999"),
        ("1999-05-01", "1999-05-03", "between 1 and 3 May 1999", "1 to 3 May 1999"),
        ("1999-05-30", "1999-06-02", "between 30 May and 2 June 1999", "30 May to 2 June 1999"),
        (
            "1998-12-31",
            "1999-01-01",
            "between 31 December 1998 and 1 January 1999",
            "31 December 1998 to 1 January 1999",
        ),
        ("1999-05-01", "1999-05-31", "in May 1999", "May 1999"),
        ("1999-05-01", "1999-06-30", "between May and June 1999", "May to June 1999"),
        ("1998-11-01", "1999-02-28", "between November 1998 and February 1999", "November 1998 to February 1999"),
        ("1999-01-01", "1999-12-31", "in 1999", "1999"),
        ("1998-01-01", "1999-12-31", "between 1998 and 1999", "1998 to 1999"),
    ],
)
def test_periods(first: str, last: str, told: str, heading: str) -> None:
    days = date.fromisoformat(first), date.fromisoformat(last)
    assert tell_period(*days) == told
    assert tell_range(*days) == heading


def test_open_and_unknown_periods() -> None:
    day = date(1999, 5, 23)
    assert tell_period(day, None) == "from 23 May 1999 on"
    assert tell_period(None, day) == "by 23 May 1999"
    assert tell_period(None, None) == ""


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"low": 14, "high": 14}, "14 soldiers"),
        ({"low": 1, "high": 1}, "1 soldier"),
        ({"low": 27, "high": 30}, "27–30 soldiers"),
        ({"low": 71, "high": None, "text": "more than 70"}, "more than 70 soldiers"),
        ({"low": 71, "high": None}, "more than 70 soldiers"),
        ({"low": 3, "high": None, "text": "at least 3"}, "at least 3 soldiers"),
        ({"low": None, "high": 30}, "up to 30 soldiers"),
        ({"low": None, "high": 29, "text": "fewer than 30"}, "fewer than 30 soldiers"),
        ({"low": 4940, "high": 5460, "about": True}, "about 5,200 soldiers"),
        ({"low": 24, "high": None, "text": "dozens"}, "dozens of soldiers"),
        ({"low": 3, "high": None, "text": "several"}, "several soldiers"),
        ({"low": 200, "high": None, "text": "several hundred"}, "several hundred soldiers"),
        ({"low": 2, "high": None, "text": "soldiers"}, "an unstated number of soldiers"),
        ({"low": 0, "high": 0}, "no soldiers"),
        ({"low": 0, "high": 0, "of": None}, "nobody"),
        ({"low": 14, "high": 14, "basis": "cumulative"}, "a total of 14 soldiers"),
        ({"low": 14, "high": 14, "of": None}, "14 people"),
        ({"low": None, "high": None}, "an unknown number of soldiers"),
    ],
)
def test_figures_of_people(given: dict[str, Any], told: str) -> None:
    count = Count(what="killed", **{"of": "soldiers", "text": "", **given})
    assert tell_people(count, ()) == told


@pytest.mark.parametrize(
    ("names", "of", "told"),
    [
        (("River Guard",), None, "9 members of the River Guard"),
        (("River Guard",), "soldiers", "9 soldiers of the River Guard"),
        (("Graustark security forces",), "members of the security forces", "9 members of the security forces"),
        (("villagers",), None, "9 villagers"),
    ],
)
def test_figures_name_whose_people_they_are(names: tuple[str, ...], of: str | None, told: str) -> None:
    assert tell_people(Count(what="killed", low=9, high=9, of=of, text="nine"), names) == told


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"what": "district", "low": 73, "high": 73, "out_of": 407}, "73 of 407 districts"),
        ({"what": "city", "low": 6, "high": 6, "of": "provincial capitals"}, "6 provincial capitals"),
        ({"what": "district", "low": 9, "high": 9, "of": "contested"}, "9 districts (contested)"),
        ({"what": "weapon", "low": 11, "high": 11, "of": "rifles"}, "11 rifles"),
        ({"what": "vehicle", "low": 1, "high": 1}, "1 vehicle"),
        ({"what": "border_crossing", "low": 2, "high": 2}, "2 border crossings"),
        ({"what": "killed", "low": 2, "high": 2}, "2 people killed"),
        ({"what": "percent", "low": 47, "high": 47, "of": "the dead"}, "47 percent of the dead"),
        ({"what": "change_percent", "low": 10, "high": 10, "of": "attacks"}, "a change of 10 percent in attacks"),
        ({"what": "usd", "low": 2.5, "high": 2.5}, "2.5 US dollars"),
        ({"what": "library", "low": 3, "high": 3}, "3 libraries"),
    ],
)
def test_figures_of_things(given: dict[str, Any], told: str) -> None:
    assert tell_figure(Count(**{"text": "", **given})) == told


def test_every_theme_has_acts_and_no_act_two_themes() -> None:
    starts = [start for theme in load_words().themes for start in theme.acts]
    assert len(starts) == len(set(starts)) >= len(load_words().themes)
