"""Which harm is told with which fight, on a few rows a rule."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import duckdb
import pytest

STEP = files("tidings.exporters").joinpath("incidents.sql").read_text(encoding="utf-8")
SHAPE = """
CREATE SCHEMA picture;
CREATE TABLE picture.events (id VARCHAR, act VARCHAR, family VARCHAR, standing VARCHAR);
CREATE TABLE picture.event_claims (event_id VARCHAR, claim_id VARCHAR);
CREATE TABLE picture.claims (
    id VARCHAR, document_id VARCHAR, sentence_id VARCHAR, start INTEGER, place VARCHAR[], first DATE, last DATE,
    actor VARCHAR[], target VARCHAR[], stance VARCHAR, certainty VARCHAR
);
CREATE TABLE picture.figures (id VARCHAR, rule VARCHAR, what VARCHAR, claim_ids VARCHAR[]);
SET VARIABLE figure_rule = 'ucdp';
"""
DAY = "1994-07-04"


class Picture:
    """Events of one claim each, written out."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    def tell(self, name: str, act: str, *, standing: str = "reported", **claim: object) -> None:
        """An event and the claim that tells it: in report r, sentence s, at Goma, unless told otherwise."""
        told = {
            "document_id": "r",
            "sentence_id": "s",
            "start": 0,
            "place": ["Goma"],
            "day": DAY,
            "actor": [],
            "target": [],
            "stance": "asserts",
            "certainty": "happened",
        } | claim
        day = told.pop("day")
        values = [name, *list(told.values())[:4], day, day, *list(told.values())[4:]]
        self.connection.execute(
            "INSERT INTO picture.events VALUES (?, ?, ?, ?)", [name, act, act.split(".", maxsplit=1)[0], standing]
        )
        self.connection.execute("INSERT INTO picture.event_claims VALUES (?, ?)", [name, name])
        self.connection.execute(f"INSERT INTO picture.claims VALUES ({', '.join('?' * 11)})", values)

    def incidents(self) -> dict[str, str]:
        """Event -> the incident it belongs to."""
        self.connection.execute(STEP)
        return dict(self.connection.execute("SELECT event_id, incident_id FROM incident_events").fetchall())

    def figures(self) -> dict[str, str]:
        """Figure -> the incident it belongs to."""
        self.connection.execute(STEP)
        return dict(self.connection.execute("SELECT figure_id, incident_id FROM incident_figures").fetchall())


@pytest.fixture
def picture() -> Iterator[Picture]:
    with duckdb.connect() as connection:
        connection.execute(SHAPE)
        yield Picture(connection)


def test_harm_of_the_same_sentence_joins(picture: Picture) -> None:
    picture.tell("raid", "fight.attack", actor=["rebels"])
    picture.tell("dead", "harm.kill", actor=["rebels"])
    picture.tell("hurt", "harm.injure", place=[], day=None)
    assert picture.incidents() == {"raid": "raid", "dead": "raid", "hurt": "raid"}


def test_harm_of_another_sentence_joins_where_place_and_day_are_told_alike(picture: Picture) -> None:
    picture.tell("raid", "fight.attack")
    picture.tell("dead", "harm.kill", sentence_id="t")
    picture.tell("undated", "harm.kill", sentence_id="t", day=None)
    picture.tell("elsewhere", "harm.kill", sentence_id="t", document_id="q")
    assert picture.incidents() == {"raid": "raid", "dead": "raid", "undated": "undated", "elsewhere": "elsewhere"}


@pytest.mark.parametrize(
    "changed",
    [
        {"place": ["Bukavu"]},
        {"day": "1994-07-05"},
        {"actor": ["bandits"]},
    ],
)
def test_what_contradicts_does_not_join(picture: Picture, changed: dict[str, Any]) -> None:
    picture.tell("raid", "fight.attack", actor=["rebels"], target=["the army"])
    picture.tell("dead", "harm.kill", **changed)
    assert picture.incidents()["dead"] == "dead"


def test_either_side_of_a_fight_may_kill_in_it(picture: Picture) -> None:
    picture.tell("raid", "fight.attack", actor=["rebels"], target=["the army"])
    picture.tell("dead", "harm.kill", actor=["the army"])
    assert picture.incidents()["dead"] == "raid"


def test_of_several_the_one_in_the_same_sentence_and_then_the_nearest_is_taken(picture: Picture) -> None:
    picture.tell("far", "fight.attack", sentence_id="q", start=0)
    picture.tell("near", "fight.attack", sentence_id="u", start=90)
    picture.tell("dead", "harm.kill", sentence_id="t", start=100)
    assert picture.incidents()["dead"] == "near"
    picture.tell("same", "fight.attack", sentence_id="t", start=500)
    assert picture.incidents()["dead"] == "same"


@pytest.mark.parametrize("standing", ["planned", "feared", "denied", "doubtful", "refuted"])
def test_what_did_not_happen_is_no_incident_and_takes_no_harm(picture: Picture, standing: str) -> None:
    picture.tell("raid", "fight.attack", standing=standing)
    picture.tell("dead", "harm.kill")
    assert picture.incidents() == {"dead": "dead"}


def test_a_denial_in_the_same_sentence_joins_nothing(picture: Picture) -> None:
    picture.tell("raid", "fight.attack", standing="contested", stance="denies")
    picture.tell("dead", "harm.kill")
    assert picture.incidents()["dead"] == "dead"


def test_a_figure_goes_to_the_incident_that_most_of_its_claims_speak_of(picture: Picture) -> None:
    for name in ("a", "b", "c"):
        picture.tell(name, "harm.kill", document_id=name, sentence_id=name, place=[f"place of {name[0]}"])
    picture.connection.execute("UPDATE picture.event_claims SET event_id = 'a' WHERE event_id = 'b'")
    picture.connection.execute(
        "INSERT INTO picture.figures VALUES ('f', 'ucdp', 'killed', ['c', 'a', 'b']), ('g', 'acled', 'killed', ['c'])"
    )
    assert picture.figures() == {"f": "a"}
