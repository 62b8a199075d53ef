"""Places by id, events compared with weights, what forbids a join, and links where it is unsure."""

from __future__ import annotations

import random
from typing import Any

import duckdb
import pytest

from tests.events.literal import claim, figure, fill, insert, report
from tidings.events.link import link_events
from tidings.records import Claim

TEXT = "Gunmen killed seven traders on the market road near the old bridge."
REPORTS = [report(f"{name}-1", f"1999-05-1{number}", TEXT) for number, name in enumerate(("alpha", "beta", "gamma"))]
PLACES = [
    ("id:river", "River", "province", 10.0, 20.0, []),
    ("id:harrow", "Harrow", "district", 10.0, 20.0, ["id:river", "iso:XX"]),
    ("id:selby", "Selby", "district", 10.05, 20.0, ["id:river", "iso:XX"]),
    ("id:harrow-town", "Harrow", "city", 10.0, 20.0, ["id:harrow", "id:river", "iso:XX"]),
    ("id:harrow-south", "Harrow", "district", 30.0, 40.0, ["id:south", "iso:XX"]),
]
TAKEN: dict[str, Any] = {"actor": "Northern League", "day": "1999-05-09"}


def taken(name: str, place: str, place_id: str | None = None, *, at: int = 0, **fields: Any) -> Claim:
    given = {"act": "territory.capture", "start": at, "end": at + len(TEXT), **TAKEN, **fields}
    return claim(
        f"{name}-1", given.pop("act"), given.pop("day"), place=place, place_ids=(place_id,) if place_id else (), **given
    )


def linked(*claims: Claim) -> duckdb.DuckDBPyConnection:
    connection = fill(REPORTS, claims)
    for place_id, name, kind, lat, lon, within in PLACES:
        row = {"id": place_id, "name": name, "kind": kind, "country": "XX", "lat": lat, "lon": lon, "point": "given"}
        insert(connection, "places", {**row, "within": within})
    link_events(connection)
    return connection


def sizes_of(*claims: Claim) -> list[int]:
    return [row[0] for row in linked(*claims).execute("SELECT len(claim_ids) FROM events ORDER BY 1 DESC").fetchall()]


def links_of(*claims: Claim) -> list[tuple[Any, ...]]:
    return linked(*claims).execute("SELECT score, comparisons, forbidden FROM event_links").fetchall()


def test_one_settled_place_is_one_however_it_is_spelt() -> None:
    assert sizes_of(taken("alpha", "Harrow", "id:harrow"), taken("beta", "Harou", "id:harrow")) == [2]


def test_two_places_of_one_name_stay_two_and_the_link_says_why() -> None:
    pair = taken("alpha", "Harrow", "id:harrow"), taken("beta", "Harrow", "id:harrow-south")
    assert sizes_of(*pair) == [1, 1]
    ((_, _, forbidden),) = links_of(*pair)
    assert forbidden == "two places of one name"


def test_a_name_that_is_not_settled_joins_where_it_can_mean_one_place() -> None:
    bare = taken("gamma", "Harrow")
    north, south = taken("alpha", "Harrow", "id:harrow"), taken("beta", "Harrow", "id:harrow-south")
    assert sizes_of(bare, north) == [2]
    assert sizes_of(bare, north, south) == [1, 1, 1]
    unsure = [comparisons for _, comparisons, forbidden in links_of(bare, north, south) if not forbidden]
    assert ["place: one of them not settled" in comparisons for comparisons in unsure] == [True, True]


def test_one_name_taken_for_the_town_and_for_what_holds_it_joins() -> None:
    assert sizes_of(taken("alpha", "Harrow", "id:harrow"), taken("beta", "Harrow", "id:harrow-town")) == [2]


def test_two_districts_side_by_side_are_never_one() -> None:
    assert sizes_of(taken("alpha", "Harrow", "id:harrow"), taken("beta", "Selby", "id:selby")) == [1, 1]


def test_bodies_of_a_state_take_a_place_for_one_side() -> None:
    army = taken("alpha", "Harrow", "id:harrow", actor="Army", actor_ids=("xyz.forces",))
    police = taken("beta", "Harrow", "id:harrow", actor="Police", actor_ids=("xyz.police",))
    assert sizes_of(army, police) == [2]
    attacks = [taken(name, "Harrow", actor=who, actor_ids=(of,), act="fight.attack")
               for name, who, of in (("alpha", "Army", "xyz.forces"), ("beta", "Police", "xyz.police"))]  # fmt: skip
    assert sizes_of(*attacks) == [1, 1]


KILLED: dict[str, Any] = {"act": "harm.kill", "actor": "gunmen", "target": "traders"}


def test_the_same_dead_in_the_town_and_in_its_district_are_one() -> None:
    town = taken("alpha", "Harrow town", "id:harrow-town", counts=(figure("killed", 7, 7),), **KILLED)
    district = taken("beta", "Harrow area", "id:harrow", counts=(figure("killed", 7, 7),), **KILLED)
    connection = linked(town, district)
    assert connection.execute("SELECT place FROM events").fetchall() == [(["Harrow town"],)]
    reasons = [row[0] for row in connection.execute("SELECT reason FROM event_claims ORDER BY 1").fetchall()]
    assert reasons[0].startswith("is near in every way, score 0.9")


@pytest.mark.parametrize("other", [{"counts": (figure("killed", 9, 9),)}, {"day": "1999-05-08"}], ids=("count", "day"))
def test_other_figures_or_another_day_are_linked_and_not_merged(other: dict[str, Any]) -> None:
    town = taken("alpha", "Harrow town", "id:harrow-town", counts=(figure("killed", 7, 7),), **KILLED)
    fields = {"counts": (figure("killed", 7, 7),), **KILLED, **other}
    district = taken("beta", "Harrow area", "id:harrow", **fields)
    assert sizes_of(town, district) == [1, 1]
    ((score, comparisons, forbidden),) = links_of(town, district)
    assert 0.2 <= score < 0.95
    assert forbidden is None
    assert "place: one within the other" in comparisons


def test_what_is_near_to_two_joins_neither() -> None:
    same: dict[str, Any] = {"counts": (figure("killed", 7, 7),), **KILLED}
    town = taken("alpha", "Harrow town", "id:harrow-town", **same)
    district = taken("beta", "Harrow area", "id:harrow", **same)
    province = taken("gamma", "River", "id:river", **same)
    assert sizes_of(town, district, province) == [1, 1, 1]


def test_an_event_holds_no_two_places_that_exclude_each_other() -> None:
    chance = random.Random(11)
    ids = [place[0] for place in PLACES]
    claims = [
        taken(
            chance.choice(("alpha", "beta", "gamma")),
            chance.choice(("Harrow", "Selby", "River")),
            chance.choice((None, *ids)),
            at=number,
            day=chance.choice(("1999-05-08", "1999-05-09", None)),
            actor=chance.choice(((), ("Northern League",), ("River Guard",))),
        )
        for number in range(120)
    ]
    connection = linked(*claims)
    rows = connection.execute(
        "SELECT event_id, list_distinct(flatten(list(place_ids))) FROM event_claims "
        "JOIN claims ON id = claim_id GROUP BY event_id"
    ).fetchall()
    apart = ({"id:harrow", "id:selby"}, {"id:harrow", "id:harrow-south"}, {"id:harrow-town", "id:harrow-south"})
    assert max(len(row[1]) for row in rows) > 1
    assert not [row for row in rows for pair in apart if pair <= set(row[1])]
