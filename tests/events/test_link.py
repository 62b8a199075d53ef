"""Which claims meet in one event, and which do not: a few rows a rule."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.events.literal import claim, figure, fill, report
from tidings.events.link import link_events
from tidings.records import Claim

REPORTS = [
    report("alpha-1"),
    report("beta-1", "1999-05-11"),
    report("gamma-1", "1999-05-12"),
    report("delta-1", "1999-09-01"),
]
TAKEN: dict[str, Any] = {"actor": "Northern League", "place": "Harrow"}


def events_of(*claims: Claim) -> list[dict[str, Any]]:
    connection = fill(REPORTS, claims)
    link_events(connection)
    table = connection.execute("SELECT * FROM events ORDER BY len(claim_ids) DESC, standing, id")
    names = [column[0] for column in table.description or []]
    return [dict(zip(names, row, strict=True)) for row in table.fetchall()]


def sizes_of(*claims: Claim) -> list[int]:
    return [len(event["claim_ids"]) for event in events_of(*claims)]


def test_two_reports_of_one_capture_are_one_event() -> None:
    first = claim("alpha-1", "territory.capture", "1999-05-09", **TAKEN)
    second = claim("beta-1", "territory.capture", "1999-05-09", actor="the northern league", place="harrow")
    (event,) = events_of(first, second)
    assert event["claim_ids"] == [first.id, second.id]
    assert event["standing"] == "corroborated"
    assert event["actor"] == ["Northern League"]
    assert event["place"] == ["Harrow"]
    assert str(event["first"]) == str(event["last"]) == "1999-05-09"


@pytest.mark.parametrize(
    "other",
    [
        {"place": "Selby"},
        {"day": "1999-05-08"},
        {"actor": "River Guard"},
        {"act": "territory.besiege"},
        {"counts": (figure("district", 2, 2),)},
    ],
    ids=lambda other: next(iter(other)),
)
def test_another_place_day_actor_act_or_a_part_is_another_event(other: dict[str, Any]) -> None:
    fields: dict[str, Any] = {"act": "territory.capture", "day": "1999-05-09", **TAKEN, **other}
    act, day = fields.pop("act"), fields.pop("day")
    assert sizes_of(
        claim("alpha-1", "territory.capture", "1999-05-09", **TAKEN), claim("beta-1", act, day, **fields)
    ) == [1, 1]


def test_leaving_and_taking_a_place_meet() -> None:
    taken = claim("alpha-1", "territory.capture", "1999-05-09", target="River Guard", **TAKEN)
    left = claim("beta-1", "territory.withdraw", "1999-05-09", actor="River Guard", place="Harrow", manner="withdrawal")
    (event,) = events_of(left, taken)
    earlier = claim("alpha-1", "territory.withdraw", "1999-05-09", actor="River Guard", place="Harrow")
    later = claim("beta-1", "territory.capture", "1999-05-09", target="River Guard", **TAKEN)
    assert events_of(earlier, later)[0]["act"] == "territory.capture"
    assert event["act"] == "territory.capture"
    assert event["actor"] == ["Northern League"]
    assert event["manner_standing"] == "reported"


def test_who_left_a_place_is_not_who_took_it() -> None:
    taken = claim("alpha-1", "territory.capture", "1999-05-09", **TAKEN)
    left = claim("beta-1", "territory.withdraw", "1999-05-09", actor="Northern League", place="Harrow")
    assert sizes_of(taken, left) == [1, 1]


def test_an_unknown_actor_joins_only_where_one_event_can_be_meant() -> None:
    unknown = claim("gamma-1", "fight.attack", "1999-05-09", place="Harrow")
    league = claim("alpha-1", "fight.attack", "1999-05-09", actor="Northern League", place="Harrow")
    guard = claim("beta-1", "fight.attack", "1999-05-09", actor="River Guard", place="Harrow")
    assert sizes_of(unknown, league) == [2]
    assert sizes_of(unknown, league, guard) == [1, 1, 1]


def test_a_vague_claim_chains_no_two_exact_ones() -> None:
    early = claim("alpha-1", "territory.capture", "1999-05-01", **TAKEN)
    late = claim("alpha-1", "territory.capture", "1999-05-08", at=9, **TAKEN)
    undated = claim("beta-1", "territory.capture", **TAKEN)
    assert sizes_of(early, undated) == [2]
    assert sizes_of(early, late, undated) == [1, 1, 1]


def test_an_undated_claim_reaches_back_a_month_for_a_change_of_hands_and_not_at_all_for_a_fight() -> None:
    taken = claim("alpha-1", "territory.capture", "1999-05-09", **TAKEN)
    assert sizes_of(taken, claim("beta-1", "territory.capture", **TAKEN)) == [2]
    assert sizes_of(taken, claim("delta-1", "territory.capture", **TAKEN)) == [1, 1]
    raid = claim("alpha-1", "fight.attack", "1999-05-09", **TAKEN)
    assert sizes_of(raid, claim("beta-1", "fight.attack", **TAKEN)) == [1, 1]
    assert sizes_of(raid, claim("alpha-1", "fight.attack", at=9, **TAKEN)) == [2]


def test_a_total_over_a_month_is_not_one_of_its_days() -> None:
    day = claim("alpha-1", "harm.kill", "1999-05-09", place="Harrow", counts=(figure("killed", 4, 4),))
    total = figure("killed", 60, 60, basis="cumulative")
    span: dict[str, Any] = {"first": day.first, "last": REPORTS[2].published}
    assert sizes_of(day, claim("beta-1", "harm.kill", place="Harrow", counts=(total,), **span)) == [1, 1]
    assert sizes_of(day, claim("beta-1", "harm.kill", place="Harrow", counts=day.counts, **span)) == [2]


def test_totals_of_a_span_and_of_a_day_in_it_are_two() -> None:
    total = figure("killed", 60, 60, basis="cumulative")
    day = claim("alpha-1", "harm.kill", "1999-05-09", place="Harrow", counts=(total,))
    span: dict[str, Any] = {"first": day.first, "last": REPORTS[0].published}
    assert sizes_of(day, claim("beta-1", "harm.kill", place="Harrow", counts=(total,), **span)) == [1, 1]


def test_the_dead_of_two_sides_are_two_events() -> None:
    league = claim("alpha-1", "harm.kill", "1999-05-09", place="Harrow", target="Northern League")
    guard = claim("beta-1", "harm.kill", "1999-05-09", place="Harrow", target="River Guard")
    assert sizes_of(league, guard) == [1, 1]


def test_a_clash_is_the_same_whoever_is_named_first() -> None:
    one = claim("alpha-1", "fight.clash", "1999-05-09", actor="Northern League", target="River Guard", place="Harrow")
    two = claim("beta-1", "fight.clash", "1999-05-09", actor=("River Guard", "Northern League"), place="Harrow")
    assert sizes_of(one, two) == [2]


def test_a_list_of_places_is_as_many_changes_of_hands() -> None:
    both = claim("alpha-1", "territory.capture", "1999-05-09", actor="Northern League", place=("Harrow", "Selby"))
    one = claim("beta-1", "territory.capture", "1999-05-09", **TAKEN)
    harrow, selby = events_of(both, one)
    assert (harrow["place"], harrow["claim_ids"]) == (["Harrow"], [both.id, one.id])
    assert (selby["place"], selby["claim_ids"]) == (["Selby"], [both.id])
    assert harrow["id"] != selby["id"]


def test_a_bare_name_joins_the_one_qualified_place_and_never_one_of_two() -> None:
    bare = claim("gamma-1", "territory.capture", "1999-05-09", **TAKEN)
    south = claim("alpha-1", "territory.capture", "1999-05-09", actor="Northern League", place="Harrow (South)")
    north = claim("beta-1", "territory.capture", "1999-05-09", actor="Northern League", place="Harrow (North)")
    (event,) = events_of(bare, south)
    assert event["place"] == ["Harrow (South)"]
    assert sizes_of(bare, south, north) == [1, 1, 1]


def test_a_city_is_not_the_province_of_its_name() -> None:
    city = claim("alpha-1", "territory.capture", "1999-05-09", actor="Northern League", place="Harrow (city)")
    assert sizes_of(city, claim("beta-1", "territory.capture", "1999-05-09", **TAKEN)) == [1, 1]


@pytest.mark.parametrize(
    ("fields", "standing"),
    [
        ({"certainty": "planned"}, "planned"),
        ({"certainty": "possible"}, "feared"),
        ({"stance": "denies"}, "denied"),
        ({"stance": "doubts"}, "doubtful"),
        ({"certainty": "ongoing"}, "reported"),
    ],
)
def test_what_is_not_said_to_have_happened_stands_as_such(fields: dict[str, Any], standing: str) -> None:
    (event,) = events_of(claim("alpha-1", "territory.capture", "1999-05-09", **TAKEN, **fields))
    assert event["standing"] == standing


def test_a_plan_does_not_join_what_happened() -> None:
    plan = claim("alpha-1", "territory.capture", "1999-05-09", certainty="planned", **TAKEN)
    assert sizes_of(plan, claim("beta-1", "territory.capture", "1999-05-09", **TAKEN)) == [1, 1]


def test_a_denial_and_a_doubt_join_what_they_speak_of() -> None:
    taken = claim("alpha-1", "territory.capture", "1999-05-09", **TAKEN)
    denial = claim("beta-1", "territory.capture", stance="denies", place="Harrow")
    doubt = claim("gamma-1", "territory.capture", "1999-05-09", stance="doubts", **TAKEN)
    (event,) = events_of(taken, denial, doubt)
    assert event["standing"] == "reported"
    assert event["claim_ids"] == [taken.id, denial.id, doubt.id]


def test_a_denial_that_could_mean_two_events_stands_alone() -> None:
    one = claim("alpha-1", "territory.capture", "1999-05-09", **TAKEN)
    two = claim("alpha-1", "territory.capture", "1999-05-09", at=9, actor="River Guard", place="Harrow")
    denial = claim("beta-1", "territory.capture", "1999-05-09", stance="denies", place="Harrow")
    assert [event["standing"] for event in events_of(one, two, denial)] == ["denied", "reported", "reported"]


def test_who_denies_a_retreat_does_not_deny_the_capture() -> None:
    taken = claim("alpha-1", "territory.capture", "1999-05-09", **TAKEN)
    denial = claim("beta-1", "territory.withdraw", "1999-05-09", stance="denies", actor="River Guard", place="Harrow")
    assert sizes_of(taken, denial) == [1, 1]


def test_a_failed_plan_and_its_failure_are_one_planned_event() -> None:
    plan = claim("alpha-1", "displace.evacuate", "1999-05-09", certainty="planned", place="Harrow")
    failure = claim("alpha-1", "displace.evacuate", "1999-05-09", at=9, stance="denies", place="Harrow")
    (event,) = events_of(plan, failure)
    assert event["standing"] == "planned"


def test_speech_makes_no_event_and_every_other_claim_is_in_one() -> None:
    speech = claim("alpha-1", "say.warn", "1999-05-09", actor="Northern League")
    bare = [claim("alpha-1", act, at=number) for number, act in enumerate(("talk.meet", "harm.kill", "aid.block"))]
    events = events_of(speech, *bare)
    assert sorted(name for event in events for name in event["claim_ids"]) == sorted(claim.id for claim in bare)


def test_the_order_of_reading_changes_nothing() -> None:
    chance = random.Random(7)
    claims = [
        claim(
            chance.choice(("alpha-1", "beta-1", "gamma-1")),
            chance.choice(("territory.capture", "territory.withdraw", "fight.clash", "harm.kill")),
            chance.choice(("1999-05-08", "1999-05-09", None)),
            at=number,
            actor=chance.choice(((), ("Northern League",), ("River Guard",))),
            target=chance.choice(((), ("River Guard",))),
            place=chance.choice(((), ("Harrow",), ("Harrow (South)",), ("Harrow", "Selby"))),
            stance=chance.choice(("asserts", "asserts", "denies", "doubts")),
            certainty=chance.choice(("happened", "happened", "planned", "possible")),
        )
        for number in range(150)
    ]
    straight = events_of(*claims)
    chance.shuffle(claims)
    assert events_of(*claims) == straight
    assert len({event["id"] for event in straight}) == len(straight)


def test_linking_twice_is_linking_once() -> None:
    connection = fill(REPORTS, [claim("alpha-1", "territory.capture", "1999-05-09", **TAKEN)])
    link_events(connection)
    once = connection.execute("SELECT * FROM events").fetchall()
    link_events(connection)
    assert connection.execute("SELECT * FROM events").fetchall() == once


def test_every_join_keeps_its_reason() -> None:
    connection = fill(
        REPORTS,
        [
            claim("alpha-1", "territory.capture", "1999-05-09", **TAKEN),
            claim("beta-1", "territory.capture", **TAKEN),
            claim("gamma-1", "territory.capture", "1999-05-09", stance="denies", **TAKEN),
        ],
    )
    link_events(connection)
    reasons = connection.execute("SELECT reason FROM event_claims ORDER BY ALL").fetchall()
    assert reasons == [("can mean no other",), ("denies it",), ("says the same",)]
