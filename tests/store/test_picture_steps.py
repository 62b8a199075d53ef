"""Where an event was, and whose ids it has, on a few rows a rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from tidings.store.copying import read_step

SHAPE = """
CREATE SCHEMA picture;
CREATE TABLE events (
    id VARCHAR, act VARCHAR, actor VARCHAR[], target VARCHAR[], place VARCHAR[], first DATE, last DATE,
    claim_ids VARCHAR[], standing VARCHAR, manner_standing VARCHAR, standing_reasons VARCHAR[],
    manner_reasons VARCHAR[], flags VARCHAR[], better_placed VARCHAR[], leans VARCHAR, why VARCHAR
);
CREATE TABLE event_claims (event_id VARCHAR, claim_id VARCHAR, reason VARCHAR);
CREATE TABLE picture.claims (
    id VARCHAR, document_id VARCHAR, publisher VARCHAR, published DATE, act VARCHAR, actor VARCHAR[], target VARCHAR[],
    place VARCHAR[], actor_ids VARCHAR[], target_ids VARCHAR[], place_ids VARCHAR[], place_precision INTEGER,
    precision VARCHAR, first DATE, last DATE, stance VARCHAR
);
CREATE TABLE places (
    id VARCHAR, name VARCHAR, kind VARCHAR, country VARCHAR, adm1 VARCHAR, adm2 VARCHAR, pcode VARCHAR, lat DOUBLE,
    lon DOUBLE, point VARCHAR, within VARCHAR[]
);
INSERT INTO places VALUES
    ('gn:1', 'Tal Afar', 'city', 'IQ', 'Nineveh', 'Tel Afar', NULL, 36.4, 42.4, 'given', []),
    ('gn:2', 'Tal Afar (Syria)', 'village', 'SY', NULL, NULL, NULL, 36.5, 40.0, 'given', []),
    ('gn:3', 'Sinjar', 'city', 'IQ', 'Nineveh', NULL, NULL, 36.3, 41.9, 'given', []);
"""


class Picture:
    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    def tell(self, event: str, place: list[str], claims: list[dict[str, Any]], actor: tuple[str, ...] = ()) -> None:
        """An event at these places, and its claims in their order."""
        ids = [f"{event}-{number}" for number in range(len(claims))]
        day = "2017-08-27"
        self.connection.execute(
            "INSERT INTO events BY NAME SELECT ? AS id, 'territory.capture' AS act, ? AS actor, [] AS target, "
            "? AS place, ? AS first, ? AS last, ? AS claim_ids, 'reported' AS standing",
            [event, list(actor), place, day, day, ids],
        )
        for id_, claim in zip(ids, claims, strict=True):
            told = {"place": place, "place_ids": [], "precision": 1, "actor": [], "actor_ids": [], "first": day} | claim
            self.connection.execute("INSERT INTO event_claims VALUES (?, ?, 'says the same')", [event, id_])
            self.connection.execute(
                "INSERT INTO picture.claims VALUES "
                "(?, ?, 'Post', '2017-08-28', 'territory.capture', ?, [], ?, ?, [], ?, ?, 'day', ?, ?, 'asserts')",
                [
                    *(id_, f"doc of {id_}", told["actor"], told["place"], told["actor_ids"], told["place_ids"]),
                    *(told["precision"], told["first"], told["first"]),
                ],
            )

    def make(self) -> None:
        self.connection.execute(read_step("events"))

    def places(self, event: str) -> list[tuple[object, ...]]:
        sql = "SELECT name, place_id, lat, precision FROM picture.event_places WHERE event_id = ? ORDER BY number"
        return self.connection.execute(sql, [event]).fetchall()


@pytest.fixture
def picture() -> Iterator[Picture]:
    with duckdb.connect() as connection:
        connection.execute(SHAPE)
        yield Picture(connection)


def test_a_place_is_what_most_claims_mean_by_its_name(picture: Picture) -> None:
    here: dict[str, Any]
    there: dict[str, Any]
    here, there = {"place_ids": ["gn:1"], "precision": 2}, {"place_ids": ["gn:2"]}
    picture.tell("most", ["Tal Afar"], [there, here, {**here, "precision": 1}])
    picture.tell("even", ["Tal Afar"], [there, here])
    picture.make()
    assert picture.places("most") == [("Tal Afar", "gn:1", 36.4, 1)], "and as exactly as the best of them knows it"
    assert picture.places("even")[0][1] == "gn:2", "the earlier claim"


def test_each_of_several_places_has_its_own_row(picture: Picture) -> None:
    picture.tell("two", ["Tal Afar", "Sinjar", "the hills"], [
        {"place": ["Sinjar"], "place_ids": ["gn:3"]},
        {"place": ["Tal Afar"], "place_ids": ["gn:1"]},
        {"place": ["Tal Afar", "Sinjar", "the hills"], "place_ids": ["gn:1"]},  # no telling which is meant
    ])  # fmt: skip
    picture.make()
    assert [row[:2] for row in picture.places("two")] == [("Tal Afar", "gn:1"), ("Sinjar", "gn:3"), ("the hills", None)]


def test_a_name_with_its_qualifier_is_the_name(picture: Picture) -> None:
    picture.tell("one", ["Tal Afar (Nineveh)"], [{"place": ["Tal Afar"], "place_ids": ["gn:1"]}])
    picture.make()
    assert picture.places("one")[0][1] == "gn:1"


def test_ids_are_those_of_the_claim_that_named_the_side(picture: Picture) -> None:
    claims: list[dict[str, Any]] = [
        {"actor": ["troops"], "actor_ids": ["irq:troops"]},
        {"actor": ["Iraqi army"], "actor_ids": ["irq.army"]},
    ]
    picture.tell("one", ["Sinjar"], claims, actor=("Iraqi army",))
    picture.make()
    found = picture.connection.execute("SELECT actor_ids, claims, reports, publishers FROM picture.events").fetchall()
    assert found == [(["irq.army"], 2, 2, ["Post"])]
    joined = picture.connection.execute("SELECT number, claim_id FROM picture.event_claims ORDER BY number").fetchall()
    assert joined == [(1, "one-0"), (2, "one-1")]
