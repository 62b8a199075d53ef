"""How many independent voices: who counts as the origin of a claim."""

from __future__ import annotations

from typing import Any

import pytest

from tests.events.literal import claim, fill, insert, report
from tests.events.test_copies import STORY
from tidings.events.link import link_events
from tidings.records import Document

PAPERS = (report("alpha-1", "1999-05-10"), report("beta-1", "1999-05-10"))


def origins_of(said: list[dict[str, Any]], documents: tuple[Document, ...] = PAPERS) -> list[str | None]:
    """The origins of claims, each made by one of the papers in turn unless it says which."""
    claims = [
        claim(fields.pop("by", ("alpha-1", "beta-1")[number % 2]), "fight.attack", at=number, **fields)
        for number, fields in enumerate(said)
    ]
    connection = fill(documents, claims)
    insert(connection, "publishers", {"id": "beta", "name": "The Beta Post"})
    link_events(connection)
    found = dict(connection.execute("SELECT claim_id, origin FROM claim_origins").fetchall())
    return [found[one.id] for one in claims]


def spoken(*names: str, **fields: Any) -> list[dict[str, Any]]:
    return [{"said_by": name, **fields} for name in names]


def test_outlets_that_quote_one_spokesman_have_one_origin_and_an_outlets_own_word_is_its_own() -> None:
    assert len(set(origins_of(spoken("Paul Mbeki", "Paul Mbeki")))) == 1
    assert origins_of([{}, {}]) == ["alpha", "beta post"]


def test_the_innermost_speaker_is_the_origin() -> None:
    chain: dict[str, Any] = {"said_by": ("Radio Tana", "Paul Mbeki")}
    assert origins_of([chain, {"said_by": "Paul Mbeki"}]) == ["paul mbeki", "paul mbeki"]


def test_an_outlet_quoted_by_another_is_one_origin_with_itself() -> None:
    assert origins_of([{"by": "alpha-1", "said_by": "Beta Post"}, {"by": "beta-1"}]) == ["beta post", "beta post"]


def test_speakers_side_by_side_are_as_many_origins() -> None:
    connection = fill(PAPERS, [claim("alpha-1", "fight.attack", said_by=(("Paul Mbeki", "Ana Silva"),))])
    link_events(connection)
    found = connection.execute("SELECT origin FROM claim_origins ORDER BY 1").fetchall()
    assert found == [("ana silva",), ("paul mbeki",)]


@pytest.mark.parametrize(
    ("names", "voices"),
    [
        (("residents", "residents"), 2),
        (("a security source", "a security source"), 2),
        (("Residents of Goma", "residents"), 2),
        (("two Eritrean diplomats", "an Eritrean diplomat"), 1),
        (("police officer", "a police official"), 1),
        (("the army", "army officers"), 1),
        (("Eritrean officials", "Sudanese officials"), 2),
    ],
)
def test_unnamed_voices_of_two_outlets(names: tuple[str, str], voices: int) -> None:
    assert len(set(origins_of(spoken(*names, place="Goma")))) == voices


def test_a_role_of_one_report_is_one_origin_for_each_place() -> None:
    same = [{"by": "alpha-1", "said_by": name, "place": "Goma"} for name in ("residents", "a resident", "villagers")]
    found = origins_of([*same, {"by": "alpha-1", "said_by": "residents", "place": "Bukavu"}])
    assert found[0] == found[1]
    assert len(set(found)) == 3


def test_the_police_of_two_towns_are_two() -> None:
    assert len(set(origins_of([{"said_by": "police", "place": "Goma"}, {"said_by": "police", "place": "Bukavu"}]))) == 2


def test_ids_go_before_names() -> None:
    known = [{"said_by": name, "speaker_ids": ("act-7",)} for name in ("Paul Mbeki", "the minister")]
    assert origins_of(known) == ["act-7", "act-7"]
    named = [{"said_by": "a resident", "place": place, "place_ids": ("plc-1",)} for place in ("Goma", "Ngoma")]
    assert len(set(origins_of([{**one, "by": "alpha-1"} for one in named]))) == 1


def test_what_is_reprinted_has_the_originals_outlet_and_its_witnesses() -> None:
    papers = report("alpha-1", "1999-05-10", STORY), report("beta-1", "1999-05-11", STORY)
    assert origins_of([{}, {}], papers) == ["alpha", "alpha"]
    assert len(set(origins_of(spoken("residents", "residents", place="Goma"), papers))) == 1


@pytest.mark.parametrize(
    ("dateline", "origin"),
    [("GOMA, May 9 (Northern Wire)", "northern wire"), ("GOMA (Alpha/agencies)", None), ("GOMA (Alpha)", "alpha")],
)
def test_the_agency_that_a_dateline_credits(dateline: str, origin: str | None) -> None:
    papers = report("alpha-1", dateline=dateline), report("beta-1")
    assert origins_of([{"by": "alpha-1"}], papers) == [origin]


def test_without_a_publisher_the_origin_is_unknown() -> None:
    assert origins_of([{"by": "alpha-1"}], (report("alpha-1", publisher=None),)) == [None]
