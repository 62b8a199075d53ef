"""Rows of ACLED and UCDP made of incidents that are written out here: days, places, sides, the dead, folding."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from tidings.exporters.acled_rows import Row, fold, make_rows
from tidings.exporters.acled_sides import Case
from tidings.exporters.incidents import Figure, Incident, Part, Place, Telling
from tidings.exporters.plover import make_record
from tidings.exporters.schemas import find_faults
from tidings.exporters.sides import CIVILIANS, REBELS, STATE, Side
from tidings.exporters.ucdp_dyads import find_dyad
from tidings.exporters.ucdp_rows import UcdpRow, make_row
from tidings.exporters.untold import tell_untold

GAO = Place("Gao", "gn:1", "Gao", "city", "ML", "Gao", None, 16.27167, -0.04472, "given", 1)
KIDAL = Place("Kidal", "gn:2", "Kidal", "province", "ML", None, None, 18.44111, 1.40778, "derived", 4)
MALI = Place("Mali", "iso:ML", "Mali", "country", "ML", None, None, 17.0, -4.0, "derived", 6)
GAZA = Place("Rafah", "gn:3", "Rafah", "city", "PS", None, None, 31.28722, 34.25944, "given", 1)
NOWHERE = Place("the old fort", None, None, None, None, None, None, None, None, None, None)
ARMY = Side("the army", "Malian armed forces", STATE, "MIL", None, is_known=True, is_state=True)
REBEL = Side("the MNLA", "MNLA", REBELS, "REB", None, is_known=True, is_state=False)
PEOPLE = Side("traders", "traders", CIVILIANS, "CVL", None, is_known=False, is_state=False)
GUNMEN = Side("gunmen", "gunmen", 3, "UAF", None, is_known=False, is_state=False)
SOMEBODY = Side("the others", "the others", None, "UNK", None, is_known=False, is_state=False)
DAY = date(2012, 3, 31)


def make_figure(low: float | None, best: float | None, high: float | None, **given: Any) -> Figure:
    values = {"of": None, "by": None, "basis": "incremental", "claim_ids": ("clm-1",)} | given
    return Figure(id=f"fig-{low}-{best}-{high}", what="killed", low=low, best=best, high=high, **values)


def make_incident(
    act: str = "fight.clash",
    *,
    first: date | None = DAY,
    last: date | None = DAY,
    places: tuple[Place, ...] = (GAO,),
    figures: tuple[Figure, ...] = (),
    id_: str = "evt-1",
) -> Incident:
    telling = Telling(
        *("clm-1", "doc-1", DAY, "Sahel Post", "A clash", None, "daily newspaper", "ML", "asserts", "happened"),
        *(False, ("sahel post",), (), False, "they fought", True, 0),
    )
    head = Part(id_, act, ("the army",), (), ("the MNLA",), (), first, last, "reported", None, (), places)
    return Incident(id_, (head,), (telling,), figures, None)


def test_a_side_that_the_words_do_not_name_is_told_to_be_a_guess() -> None:
    incident = make_incident()
    assert "guessed" not in tell_untold(incident)
    telling = msgspec.structs.replace(incident.claims[0], made_by=("acts/clash", "sides.target"))
    guessed = msgspec.structs.replace(incident, claims=(telling,))
    assert tell_untold(guessed)["guessed"] == {"clm-1": ["target"]}


def make_acled(incident: Incident, **sides: tuple[Side, ...]) -> list[Row] | str:
    case = Case(incident, False, sides.get("one", (ARMY,)), sides.get("two", (REBEL,)))
    return make_rows(case, "Battles", "Armed clash", "")


def one_row(incident: Incident, **sides: tuple[Side, ...]) -> Row:
    rows = make_acled(incident, **sides)
    assert not isinstance(rows, str), rows
    (row,) = rows
    assert list(find_faults("acled", row.values)) == []
    return row


@pytest.mark.parametrize(
    ("last", "day", "precision"),
    [
        (DAY, "2012-03-31", 1),
        (date(2012, 4, 2), "2012-04-01", 2),
        (date(2012, 4, 6), "2012-04-03", 2),
        (date(2012, 4, 7), "2012-04-03", 3),
        (date(2012, 4, 30), "2012-04-15", 3),
    ],
)
def test_a_span_has_its_middle_for_a_day(last: date, day: str, precision: int) -> None:
    values = one_row(make_incident(last=last)).values
    assert (values["event_date"], values["time_precision"]) == (day, precision)


@pytest.mark.parametrize(
    ("incident", "why"),
    [
        (make_incident(first=None, last=None), "no day is told"),
        (make_incident(first=None), "only one end of its days is told"),
        (make_incident(last=None), "only one end of its days is told"),
        (make_incident(last=date(2012, 5, 1)), "its days span 32"),
        (make_incident(places=()), "no place is told"),
        (make_incident(places=(MALI,)), "told of a whole country"),
        (make_incident(places=(NOWHERE,)), "not on the map: the old fort"),
    ],
)
def test_what_acled_cannot_hold_is_no_row(incident: Incident, why: str) -> None:
    made = make_acled(incident)
    assert isinstance(made, str)
    assert why in made


def test_the_dead_of_several_places_stand_in_the_first_row_and_this_is_told() -> None:
    made = make_acled(make_incident(places=(GAO, KIDAL, NOWHERE), figures=(make_figure(10, 12, 30),)))
    assert not isinstance(made, str)
    assert [(row.values["location"], row.values["fatalities"]) for row in made] == [("Gao", 12), ("Kidal", 0)]
    assert [row.values["geo_precision"] for row in made] == [1, 3]
    assert [row.values["admin1"] for row in made] == ["Gao", "Kidal"]
    notes = made[0].untold["notes"]
    assert "12 killed at all places together stand in the row of Gao" in notes
    assert "the old fort is not on the map, and has no row" in notes
    assert len({row.key for row in made}) == 2


def test_a_total_over_a_period_is_no_event() -> None:
    total = (make_figure(900, 900, 900, basis="cumulative"),)
    assert make_acled(make_incident("harm.kill", figures=total)) == "a total over a period, which is no event"
    fight = one_row(make_incident(figures=total))
    assert fight.values["fatalities"] == 0, "they did not die in this fight"
    assert "its dead are told in a total over a period alone" in fight.untold["notes"]


def test_unnamed_sides_are_written_as_acled_writes_them() -> None:
    row = one_row(make_incident(), one=(), two=())
    assert (row.values["actor1"], row.values["inter1"]) == ("Unidentified Armed Group (Mali)", "Political militia")
    assert row.values["interaction"] == "Political militia-Political militia"
    assert len([note for note in row.untold["notes"] if "is not told: written as" in note]) == 2


def test_a_side_of_which_nothing_is_known_is_classed_and_this_is_told() -> None:
    row = one_row(make_incident(), one=(SOMEBODY, ARMY), two=(SOMEBODY,))
    assert (row.values["inter1"], row.values["inter2"]) == ("Political militia", "Civilians")
    assert row.values["assoc_actor_1"] == "Malian armed forces"
    assert "what the others is, is not known: classed as Civilians" in row.untold["notes"]


def test_rows_of_the_same_sides_place_and_day_fold_into_the_highest_rank() -> None:
    clash = one_row(make_incident(figures=(make_figure(2, 2, 2),)))
    made = make_rows(
        Case(make_incident("fight.shelling", figures=(make_figure(3, 3, 3),), id_="evt-2"), False, (REBEL,), (ARMY,)),
        *("Explosions/Remote violence", "Shelling/artillery/missile attack", ""),
    )
    assert not isinstance(made, str)
    elsewhere = one_row(make_incident(places=(KIDAL,), id_="evt-3"))
    first, second = fold([*made, clash, elsewhere])
    assert (first.values["sub_event_type"], first.values["fatalities"]) == ("Armed clash", 5)
    assert sorted(first.event_ids) == ["evt-1", "evt-2"]
    assert first.untold["folded"][0]["sub_event_type"] == "Shelling/artillery/missile attack"
    assert second.event_ids == ["evt-3"]


def make_ucdp(incident: Incident, one: Side, two: Side) -> UcdpRow | str:
    return make_row(incident, [one], [two])


def test_ucdp_keeps_the_whole_range_and_whose_dead_they_are() -> None:
    soldiers, rest = make_figure(4, 4, 9, of="soldiers"), make_figure(10, 12, 30)
    made = make_ucdp(make_incident(figures=(soldiers, rest), last=date(2012, 4, 6)), REBEL, ARMY)
    assert not isinstance(made, str)
    values = made.values
    assert list(find_faults("ucdp_ged", values)) == []
    assert (values["low"], values["best"], values["high"]) == (10, 12, 30)
    assert (values["side_a"], values["deaths_a"], values["deaths_unknown"]) == ("Malian armed forces", 4, 8)
    assert (values["date_prec"], values["event_clarity"], values["country_id"]) == (3, 1, 432)
    assert any("4 killed of soldiers stand under deaths_a" in note for note in made.untold["notes"])


@pytest.mark.parametrize(
    ("one", "two", "type_of_violence"),
    [(REBEL, ARMY, 1), (ARMY, REBEL, 1), (ARMY, PEOPLE, 3), (REBEL, PEOPLE, 3)],
)
def test_the_type_of_violence_follows_from_the_sides(one: Side, two: Side, type_of_violence: int) -> None:
    dyad = find_dyad([one], [two])
    assert not isinstance(dyad, str)
    assert dyad.type_of_violence == type_of_violence
    assert dyad.side_a.is_state == (ARMY in (one, two))


def test_two_groups_without_a_state_are_non_state() -> None:
    dyad = find_dyad([REBEL], [msgspec.structs.replace(REBEL, name="Ansar Dine")])
    assert not isinstance(dyad, str)
    assert dyad.type_of_violence == 2


@pytest.mark.parametrize(
    ("incident", "one", "two", "why"),
    [
        (make_incident(figures=(make_figure(2, 2, 2),)), GUNMEN, ARMY, "no organised actor is named"),
        (make_incident(figures=(make_figure(2, 2, 2),)), ARMY, GUNMEN, "whom it hit is not told"),
        (make_incident(figures=(make_figure(2, 2, 2),)), ARMY, ARMY, "whom it hit is not told"),
        (make_incident(figures=(make_figure(0, 0, 0),)), ARMY, REBEL, "nobody is said to have been killed"),
        (make_incident(figures=(make_figure(2, 2, 2),), places=(NOWHERE,)), ARMY, REBEL, "no place on the map"),
        (
            make_incident(figures=(make_figure(2, 2, 2),), places=(GAZA,)),
            ARMY,
            REBEL,
            "no number of Gleditsch and Ward",
        ),
        (make_incident(figures=(make_figure(2, 2, 2),), first=None), ARMY, REBEL, "only one end"),
        (
            make_incident(figures=(make_figure(2, 2, 2, basis="cumulative"),), last=date(2012, 6, 30)),
            *(ARMY, REBEL, "a total over more than a month"),
        ),
        (
            make_incident(figures=(make_figure(2, 2, 2, basis="cumulative"),)),
            ARMY,
            REBEL,
            "a total over a period alone",
        ),
    ],
)
def test_what_ucdp_cannot_hold_is_no_row(incident: Incident, one: Side, two: Side, why: str) -> None:
    made = make_ucdp(incident, one, two)
    assert isinstance(made, str)
    assert why in made


def test_the_day_of_publication_is_never_put_in() -> None:
    assert make_record(make_incident(first=None, last=None), {}) == "no first day is told"
    assert make_record(make_incident(first=None), {}) == "no first day is told"
    made = make_record(make_incident(last=date(2012, 4, 2)), {})
    assert not isinstance(made, str)
    assert (made["date"], made["enddate"]) == ("2012-03-31", "2012-04-02")
