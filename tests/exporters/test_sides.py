"""Who an actor is to others, and how the dead are added up."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files

import pytest

from tidings.exporters.countries import country_named, load_countries
from tidings.exporters.deaths import count_deaths
from tidings.exporters.incidents import Figure, Incident, Part
from tidings.exporters.schemas import load_schema
from tidings.exporters.sides import CIVILIANS, OTHERS, REBELS, STATE, Governed, KnownActor, class_by_words, find_sides

WORDS = files("tidings.exporters").joinpath("data", "actor_words.toml").read_text(encoding="utf-8")
FORCES = KnownActor("mli.forces", "Malian armed forces", "army", None, STATE, "MIL", ("Mali",))


@pytest.mark.parametrize("row", tomllib.loads(WORDS)["class"], ids=lambda row: row["example"])
def test_every_class_of_words_finds_its_example(row: dict[str, object]) -> None:
    assert class_by_words(str(row["example"])) == row["inter"]


@pytest.mark.parametrize("name", ["Ndele", "the front line", "soldierly", ""])
def test_other_names_have_no_class(name: str) -> None:
    assert class_by_words(name) is None


def test_state_forces_abroad_are_others() -> None:
    (home,) = find_sides(("the army",), ("mli.forces",), {"mli.forces": FORCES}, "ML")
    (abroad,) = find_sides(("the army",), ("mli.forces",), {"mli.forces": FORCES}, "NE")
    assert (home.inter, abroad.inter, home.name) == (STATE, OTHERS, "Malian armed forces")


def test_rebels_who_govern_are_state_forces_for_as_long_as_they_do() -> None:
    ruling = (
        Governed("Afghanistan", date(1996, 9, 27), date(2001, 11, 13)),
        Governed("Afghanistan", date(2021, 8, 15), None),
    )
    group = KnownActor("taliban", "Taliban", "rebels", None, REBELS, "REB", ("Afghanistan",), ruling)
    days = {
        date(1995, 1, 1): REBELS,
        date(2000, 1, 1): STATE,
        date(2021, 8, 14): REBELS,
        date(2021, 8, 15): STATE,
        None: REBELS,
    }
    for day, inter in days.items():
        (side,) = find_sides(("the Taliban",), ("taliban",), {"taliban": group}, "AF", day)
        assert (side.inter, side.is_state) == (inter, inter == STATE)


def test_the_people_of_a_state_are_no_state_forces() -> None:
    state = KnownActor("mli:herders", "Mali", "state", "herders", STATE, "GOV", ("Mali",))
    farmers = KnownActor("mli:farmers", "Mali", "state", "farmers", STATE, "GOV", ("Mali",))
    found = find_sides(
        ("herders", "farmers"), ("mli:herders", "mli:farmers"), {s.id: s for s in (state, farmers)}, "ML"
    )
    assert [side.inter for side in found] == [4, CIVILIANS]
    assert not any(side.is_organised for side in found)


def test_an_actor_that_nobody_knows_is_classed_by_its_words_alone() -> None:
    (side,) = find_sides(("rebel fighters",), ("new:x@mli",), {}, "ML")
    assert (side.inter, side.is_organised, side.sector) == (REBELS, False, "REB")


def test_countries_are_known_by_the_names_of_actors_too() -> None:
    assert len(load_countries()) > 240
    for name, iso in {"Cape Verde": "CV", "netherlands": "NL", "Namibia": "NA", "Palestine": "PS"}.items():
        country = country_named(name)
        assert country is not None
        assert country.iso == iso
    regions = {row["label"] for row in load_schema("acled")["domains"]["region"]}
    assert {c.acled_region for c in load_countries().values()} - {None} == regions
    for code, number in load_schema("ucdp_ged")["domains"]["gwno"].items():
        if code != "note":
            country = country_named(code)
            assert country is not None
            assert (country.gwno, country.ucdp_region) == (number, "Middle East" if code == "Iran" else "Asia")


def figure(best: float | None, of: str | None = None, by: str | None = None, **changed: object) -> Figure:
    values: dict[str, object] = {"low": best, "high": best, "basis": "incremental", "claim_ids": ()} | changed
    return Figure(id=f"{best} {of} {by}", what="killed", of=of, by=by, best=best, **values)  # type: ignore[arg-type]


def incident(*figures: Figure) -> Incident:
    head = Part("evt-1", "fight.clash", (), (), (), (), None, None, "reported", None, (), ())
    return Incident("evt-1", (head,), (), figures, None)


@pytest.mark.parametrize(
    ("figures", "low", "best", "high"),
    [
        ((), 0, 0, 0),
        ((figure(10), figure(4, "soldiers")), 10, 10, 10),
        ((figure(3, "soldiers"), figure(2, "civilians")), 5, 5, 5),
        ((figure(3, by="the rebels"), figure(40, by="the army")), 43, 43, 43),
        ((figure(40), figure(3, "soldiers", "the rebels"), figure(30, "rebels", "the army")), 40, 40, 40),
        ((figure(None, low=71, high=None),), 71, 71, 71),
        ((figure(None, low=None, high=30),), 0, 30, 30),
        ((figure(5), figure(900, basis="cumulative")), 5, 5, 5),
    ],
)
def test_nobody_is_counted_twice(figures: tuple[Figure, ...], low: int, best: int, high: int) -> None:
    deaths = count_deaths(incident(*figures))
    assert (deaths.low, deaths.best, deaths.high) == (low, best, high)
    assert sum(count for _, count in deaths.parts) == best
    assert not deaths.is_total


def test_a_total_over_a_period_is_marked() -> None:
    assert count_deaths(incident(figure(900, basis="cumulative"))).is_total


def test_an_open_end_is_told() -> None:
    assert "no upper end" in " ".join(count_deaths(incident(figure(None, low=71, high=None))).notes)
