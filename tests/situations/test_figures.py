"""Which figures are put together, what range they give, and which is best: a few rows a rule."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest

from tests.events.literal import fill, insert, report
from tests.situations.folding import DAY, REPORTS, figures, fold, killed, ranges, total
from tidings.events import STEPS, run_step
from tidings.situations.figures import fold_figures


def test_two_origins_of_one_figure_make_a_range() -> None:
    (row,) = figures(
        killed("alpha-1", 12, said_by="doctor", actor="Northern League"),
        killed("beta-1", 9, said_by="resident", place="Harrow district"),
    )
    assert (row["low"], row["best"], row["high"]) == (9, None, 12)
    assert (row["what"], row["of"], row["place"], row["by"]) == (
        "killed",
        "security forces",
        "Harrow",
        "Northern League",
    )
    assert (str(row["first"]), str(row["last"]), row["basis"]) == (DAY, DAY, "incremental")
    assert (row["origins"], len(row["claim_ids"])) == (2, 2)


@pytest.mark.parametrize(
    "other",
    [
        {"what": "injured"},
        {"of": "civilians"},
        {"of": "families"},
        {"place": "Selby"},
        {"place": "Harrow (city)"},
        {"day": "1999-05-08"},
        {"first": date(1999, 1, 1), "basis": "cumulative"},
    ],
    ids=lambda other: " ".join(f"{key} {value}" for key, value in other.items()),
)
def test_only_like_is_put_together_with_like(other: dict[str, Any]) -> None:
    assert len(ranges(killed("alpha-1", 9), killed("beta-1", 12, **other))) == 2


def test_families_are_never_persons() -> None:
    of_families = killed("alpha-1", 40, what="displaced", act="displace.flee", of="families", actor="families")
    of_persons = killed("beta-1", 280, what="displaced", act="displace.flee", of=None, actor="families")
    assert [row["of"] for row in figures(of_families, of_persons)] == ["families", None]


def test_a_stock_is_no_flow() -> None:
    held = killed("alpha-1", 30, what="district", act="territory.hold", actor="League", of=None, basis=None)
    taken = killed("beta-1", 12, what="district", act="territory.capture", actor="League", of=None)
    assert ranges(held, taken) == [(12, 12, 12), (30, 30, 30)]


def test_another_frame_is_another_figure_and_the_one_frame_of_a_day_is_taken() -> None:
    fields: dict[str, Any] = {"what": "district", "act": "territory.hold", "actor": "League", "of": None, "basis": None}
    in_90 = killed("alpha-1", 30, out_of=90, **fields)
    unsaid = killed("beta-1", 31, **fields)
    in_80 = killed("gamma-1", 32, out_of=80, **fields)
    assert [row["out_of"] for row in figures(in_90, unsaid)] == [90]
    assert [row["out_of"] for row in figures(in_90, in_80)] == [90, 80]


def test_the_number_of_all_there_are_is_no_figure() -> None:
    fields: dict[str, Any] = {"what": "district", "act": "territory.hold", "actor": "League", "of": None, "basis": None}
    assert ranges(killed("alpha-1", 30, out_of=90, **fields), killed("alpha-1", 90, at=9, **fields)) == [(30, 30, 30)]


def test_a_large_frame_is_known_again_in_another_report() -> None:
    fields: dict[str, Any] = {"what": "district", "act": "territory.hold", "actor": "League", "of": None, "basis": None}
    frame = killed("beta-1", 407, **fields)
    assert ranges(killed("alpha-1", 30, out_of=407, **fields), frame) == [(30, 30, 30)]
    assert (
        len(ranges(killed("alpha-1", 30, out_of=90, **fields), killed("beta-1", 90, day="1999-05-01", **fields))) == 2
    )


def test_the_unit_of_ground_that_is_left_out_is_the_one_the_report_counts() -> None:
    held: dict[str, Any] = {"act": "territory.hold", "of": None, "basis": None}
    districts = killed("alpha-1", 73, what="district", actor="League", **held)
    left_out = killed("alpha-1", 120, what="people", at=9, **held)
    assert [row["what"] for row in figures(districts, left_out)] == ["district", "district"]
    assert [row["what"] for row in figures(killed("beta-1", 120, what="people", **held))] == ["people"]
    named = killed("alpha-1", 500, what="people", at=19, **{**held, "of": "guards"})
    assert sorted(row["what"] for row in figures(districts, named)) == ["district", "people"]


def test_ground_that_is_told_as_contested_is_nobodys() -> None:
    held: dict[str, Any] = {"act": "territory.hold", "what": "district", "of": None, "basis": None}
    told = [report("zeta-1", text="Forty are contested.")]
    (row,) = fold(killed("zeta-1", 40, end=20, **held), reports=told)["figures"]
    assert row["of"] == "contested"
    both = killed("alpha-1", 40, actor=("League", "Army"), **held)
    assert [row["of"] for row in figures(both)] == ["contested"]


def test_two_numbers_of_a_stock_by_one_voice_are_of_two_days() -> None:
    held: dict[str, Any] = {"act": "territory.hold", "what": "district", "actor": "League", "of": None, "basis": None}
    first, second = (killed("alpha-1", n, day=None, at=n, **held) for n in (30, 40))
    assert ranges(first, second) == [(30, 30, 30), (40, 40, 40)]
    dated = killed("beta-1", 40, **held)
    assert [len(row["claim_ids"]) for row in figures(first, second, dated)] == [1, 2]


def test_parts_are_not_summed_into_totals() -> None:
    part: dict[str, Any] = {"first": date(1999, 1, 1), "last": date(1999, 2, 28)}
    rest: dict[str, Any] = {"first": date(1999, 3, 1), "last": date(1999, 4, 30)}
    assert ranges(total("alpha-1", 100, **part), total("beta-1", 150, **rest)) == [(100, 100, 100), (150, 150, 150)]


@pytest.mark.parametrize(
    "fields", [{"stance": "denies"}, {"stance": "doubts"}, {"certainty": "planned"}, {"certainty": "possible"}]
)
def test_what_is_not_said_to_be_so_gives_no_figure(fields: dict[str, Any]) -> None:
    assert ranges(killed("alpha-1", 9, **fields)) == []
    assert ranges(killed("alpha-1", 9), killed("beta-1", 50, **fields)) == [(9, 9, 9)]


def test_what_a_publisher_takes_back_it_has_not_said() -> None:
    back = killed("alpha-2", 90, stance="denies")
    assert ranges(killed("alpha-1", 90), killed("alpha-1", 9, at=9), back) == [(9, 9, 9)]
    assert ranges(killed("beta-1", 90, said_by="doctor"), back) == [(90, 90, 90)]


def test_a_denied_figure_of_nobody_in_particular_is_not_credible() -> None:
    rumour = killed("alpha-1", 90, said_by="social media")
    denial = killed("beta-1", 90, stance="denies", said_by="ministry")
    assert ranges(killed("gamma-1", 9, said_by="doctor"), rumour) == [(9, 9, 90)]
    assert ranges(killed("gamma-1", 9, said_by="doctor"), rumour, denial) == [(9, 9, 9)]


@pytest.mark.parametrize(
    ("told", "folded"),
    [
        ([(71, None), (75, 75)], (75, 75, 75)),
        ([(71, None), (27, 30)], (27, None, 71)),
        ([(71, None), (40, None)], (71, None, None)),
        ([(None, 30), (None, 50)], (None, None, 30)),
        ([(None, 30), (25, 25)], (25, 25, 25)),
        ([(None, 30), (40, 40)], (30, None, 40)),
        ([(2, None), (10, 15)], (10, None, 15)),
        ([(190, 210)], (190, 200, 210)),
        ([(10, 15)], (10, None, 15)),
        ([(0, 0)], (0, 0, 0)),
    ],
    ids=str,
)
def test_open_ends_fold_with_care(
    told: list[tuple[float | None, float | None]], folded: tuple[float | None, ...]
) -> None:
    publishers = ("alpha-1", "beta-1", "gamma-1")
    assert ranges(*(killed(own_id, *ends) for own_id, ends in zip(publishers, told, strict=False))) == [folded]


def test_a_later_word_of_one_origin_replaces_its_earlier_one() -> None:
    early = killed("alpha-1", 4, said_by="hospital")
    late = killed("gamma-1", 9, said_by="hospital")
    assert ranges(early, late) == [(9, 9, 9)]
    assert ranges(early, killed("gamma-1", 3, None, said_by="hospital")) == [(4, 4, 4)]


def test_of_equals_the_later_and_higher_count_is_the_revised_one() -> None:
    early, late = killed("alpha-1", 4, said_by="hospital"), killed("gamma-1", 9, said_by="doctor")
    assert ranges(early, late) == [(4, 9, 9)]
    # lower, of one day, or against more who agree: nothing tells which is better
    assert ranges(killed("gamma-1", 4, said_by="hospital"), killed("alpha-1", 9, said_by="doctor")) == [(4, None, 9)]
    assert ranges(killed("gamma-1", 4, said_by="hospital"), late) == [(4, None, 9)]
    assert ranges(early, killed("beta-1", 4, said_by="resident"), late) == [(4, 4, 9)]
    # a side in its own favour revises nothing
    assert ranges(early, killed("front-1", 30, target="Royal Army")) == [(4, 4, 30)]


def test_a_stock_does_not_grow_by_being_counted_later() -> None:
    stock: dict[str, Any] = {"what": "fighters", "of": "rebels", "basis": None, "act": "force.deploy"}
    early, late = killed("alpha-1", 400, said_by="doctor", **stock), killed("gamma-1", 900, said_by="resident", **stock)
    assert ranges(early, late) == [(400, None, 900)]


def test_an_admission_is_a_floor_to_a_later_and_higher_count_by_others() -> None:
    own = killed("beta-1", 5, said_by="army officer", target="Royal Army")
    assert ranges(own, killed("gamma-1", 12, target="Royal Army")) == [(5, 12, 12)]
    assert ranges(own, killed("alpha-1", 12, target="Royal Army")) == [(5, 5, 12)]
    assert ranges(own, killed("gamma-1", 3, target="Royal Army")) == [(3, 5, 5)]
    # and between what a side admits and what the other claims there is none to choose
    enemy = killed("front-1", 30, target="Royal Army")
    assert ranges(own, enemy, killed("gamma-1", 12, target="Royal Army")) == [(5, None, 30)]


def test_the_best_placed_origin_gives_the_best() -> None:
    doctor = killed("beta-1", 7, said_by="doctor")
    enemy = killed("front-1", 30, target="Royal Army")
    own = killed("gamma-1", 5, said_by="army officer", target="Royal Army")
    assert ranges(doctor, enemy) == [(7, 7, 30)]
    # who admits his own dead is in favour of few
    assert ranges(own, doctor, enemy) == [(5, 7, 30)]
    assert ranges(own, enemy) == [(5, 5, 30)]


def test_a_side_alone_on_the_others_losses_leaves_no_best() -> None:
    assert ranges(killed("front-1", 30)) == [(30, None, 30)]
    assert ranges(killed("alpha-1", 30, of="rebels", said_by="Ministry of Defence")) == [(30, None, 30)]


def test_the_actor_tables_interest_goes_before_words() -> None:
    by_words = killed("alpha-1", 30, of="rebels", said_by="Ministry of Defence")
    by_table = killed("alpha-1", 30, of="rebels", said_by="Ministry of Defence", interest="third")
    assert ranges(by_words) == [(30, None, 30)]
    assert ranges(by_table) == [(30, 30, 30)]


def test_an_open_word_as_well_placed_that_excludes_it_leaves_no_best() -> None:
    assert ranges(killed("alpha-1", 0, said_by="doctor"), killed("beta-1", 100, None, said_by="resident")) == [
        (0, None, 100)
    ]


def test_a_toll_of_nobody_in_particular_is_of_those_told_before_it() -> None:
    soldiers = killed("alpha-1", 12, said_by="sergeant")
    retort = killed("alpha-1", 5, of=None, at=9, said_by="governor's spokesman")
    none = killed("alpha-1", 0, of=None, at=19, said_by="League")
    assert ranges(soldiers, retort, none) == [(0, None, 12)]
    assert len(ranges(soldiers, killed("beta-1", 5, of=None, said_by="governor's spokesman"))) == 2
    assert len(ranges(soldiers, killed("alpha-1", 20, of=None, at=9, said_by="sergeant"))) == 2


def test_a_name_that_is_called_insurgents_is_theirs() -> None:
    called = killed("alpha-1", 9, of="rebels", target="Red Banner", said_by="resident")
    named = killed("beta-1", 8, of="Red Banner", target="Red Banner", said_by="doctor")
    assert ranges(called, named) == [(8, None, 9)]


def test_a_toll_of_a_few_days_joins_the_one_inside_and_never_one_of_two() -> None:
    span = killed("beta-1", 8, first=date(1999, 5, 8), said_by="doctor")
    one, two = killed("alpha-1", 9, said_by="resident"), killed("gamma-1", 3, day="1999-05-08")
    assert ranges(span, one) == [(8, None, 9)]
    assert len(ranges(span, one, two)) == 3


def test_a_total_never_joins_a_part_of_it() -> None:
    span = killed("beta-1", 19, first=date(1999, 5, 8), basis="cumulative")
    (part, whole) = figures(span, killed("alpha-1", 8))
    assert (part["basis"], whole["basis"]) == ("incremental", None)


def test_an_undated_toll_joins_the_one_before_it_within_a_fortnight() -> None:
    undated = killed("gamma-1", 8, day=None, said_by="doctor")
    assert ranges(undated, killed("alpha-1", 9, said_by="resident")) == [(8, None, 9)]
    assert len(ranges(killed("delta-1", 9, day=None), killed("alpha-1", 8))) == 2
    assert len(ranges(undated, killed("alpha-1", 8), killed("alpha-1", 3, day="1999-05-07", at=9))) == 3


def test_without_a_day_on_either_side_only_one_report_is_one_figure() -> None:
    claims = [killed("omega-1", n, day=None, at=n, said_by=name) for n, name in ((4, "doctor"), (5, "resident"))]
    assert ranges(*claims) == [(4, None, 5)]
    assert len(ranges(*claims, killed("alpha-1", 6, day=None))) == 2


def test_folding_twice_is_folding_once() -> None:
    connection = fill(REPORTS, [killed("alpha-1", 9), killed("beta-1", 12)])
    fold_figures(connection)
    once = connection.execute("SELECT * FROM figures ORDER BY ALL").fetchall()
    fold_figures(connection)
    assert connection.execute("SELECT * FROM figures ORDER BY ALL").fetchall() == once
    assert connection.execute("SELECT count(*) FROM duckdb_tables() WHERE temporary").fetchall() == [(0,)]


def test_a_toll_without_a_day_has_no_basis_until_it_joins_one() -> None:
    undated = killed("gamma-1", 9, day=None, said_by="doctor")
    assert [row["basis"] for row in figures(undated)] == [None]
    assert [row["basis"] for row in figures(undated, killed("alpha-1", 8))] == ["incremental"]


def test_undated_tolls_meet_when_they_came_out_together() -> None:
    first, near, far = (
        killed(name, n, day=None, said_by="doctor") for n, name in enumerate(("alpha-1", "gamma-1", "delta-1"), 4)
    )
    assert len(ranges(first, near)) == 1
    assert len(ranges(first, far)) == 2


def test_a_long_number_told_again_keeps_its_first_day_and_place() -> None:
    first = total("alpha-1", 4127)
    again = total("delta-1", 4127, last=date(1999, 6, 20), place=(), of=None)
    (row,) = figures(first, again)
    assert (str(row["last"]), row["place"], row["of"], row["origins"]) == ("1999-04-30", "Norland", "civilians", 2)
    assert len(ranges(total("alpha-1", 4000), total("delta-1", 4000, last=date(1999, 6, 20)))) == 2


def test_a_placeless_total_takes_the_place_of_its_one_series() -> None:
    later = total("delta-1", 900, last=date(1999, 6, 20), place=())
    assert [row["place"] for row in figures(total("alpha-1", 700), later)] == ["Norland", "Norland"]
    elsewhere = total("beta-1", 100, place="Selby")
    assert [row["place"] for row in figures(total("alpha-1", 700), later, elsewhere)] == ["Selby", "Norland", None]


def test_totals_blamed_on_two_sides_are_two() -> None:
    assert len(ranges(total("alpha-1", 100, actor="League"), total("beta-1", 150, actor="Royal Army"))) == 2
    (row,) = figures(
        killed("alpha-1", 9, of="civilians", actor="League"), killed("beta-1", 9, of="civilians", actor="Royal Army")
    )
    assert row["by"] is None


def test_every_figure_can_be_traced_to_its_claims_with_a_reason() -> None:
    exact, vague = killed("alpha-1", 9, said_by="doctor"), killed("beta-1", 2, None, said_by="resident")
    tables = fold(exact, vague)
    (row,) = (row for row in tables["figures"] if row["rule"] == "tidings")
    reasons = {r["claim_id"]: r["reason"] for r in tables["figure_claims"] if r["figure_id"] == row["id"]}
    assert reasons == {exact.id: "says the same", vague.id: "says the same; open, as support"}


def test_the_order_of_reading_changes_nothing() -> None:
    chance = random.Random(11)
    claims = [
        killed(
            chance.choice(("alpha-1", "beta-1", "gamma-1", "delta-1", "front-1", "omega-1")),
            low := chance.choice((None, 2, 5, 9, 40, 1234)),
            chance.choice((low, None)) if low is not None else chance.choice((7, 50)),
            at=number,
            what=chance.choice(("killed", "injured", "casualties")),
            of=chance.choice((None, "soldiers", "rebels", "civilians")),
            place=chance.choice(((), ("Harrow",), ("Harrow (South)",), ("Harrow", "Selby"))),
            first=chance.choice((None, date(1999, 5, 8), date(1999, 1, 1))),
            last=chance.choice((None, date(1999, 5, 9), date(1999, 5, 8))),
            basis=chance.choice(("incremental", "cumulative")),
            said_by=chance.choice(((), ("doctor",), ("Ministry of Defence",), ("Red Banner",))),
            stance=chance.choice(("asserts", "asserts", "asserts", "denies")),
        )
        for number in range(200)
    ]
    straight = fold(*claims)
    chance.shuffle(claims)
    assert fold(*claims) == straight
    ids = [row["id"] for row in straight["figures"]]
    assert len(ids) > 60
    assert len(set(ids)) == len(ids)


def test_every_claim_that_counts_is_in_exactly_one_figure_of_the_plain_rule() -> None:
    claims = [killed("alpha-1", n, at=n, day=day) for n, day in enumerate((DAY, None, "1999-05-07", DAY), 3)]
    named = [name for row in figures(*claims) for name in row["claim_ids"]]
    assert sorted(named) == sorted(claim.id for claim in claims)


def test_what_is_reprinted_adds_no_voice() -> None:
    text = (
        "The army killed thirty of them. Carts of flour stood in the rain while clerks counted blankets, lamps and "
        "kettles on the long tables of the school, and a choir of bakers sang old songs until the last ferry left."
    )

    def fold_two(second: str) -> tuple[int, float | None]:
        reports = [report("front-1", "1999-05-11", text), report("gamma-1", "1999-05-12", second)]
        claims = [killed("front-1", 30), killed("gamma-1", 30, interest="third")]
        connection = fill(reports, claims)
        insert(connection, "publishers", {"id": "front", "name": "Voice of the Front", "side": "insurgent"})
        for step in STEPS[: STEPS.index("origins") + 1]:
            run_step(connection, step)
        fold_figures(connection)
        (row,) = connection.execute("SELECT origins, best FROM figures WHERE rule = 'tidings'").fetchall()
        return row

    assert fold_two(text) == (1, None)  # a side alone, of the other's losses
    assert fold_two("Our correspondent counted thirty.") == (2, 30)
