"""`tidings control` lists who holds what, and says what no row can show."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.events.literal import figure
from tests.situations.controlling import BOASTS, RESIDENTS, STATE, fold, taken
from tidings.settings import Settings
from tidings.store import open_store

KEYS = "place unit pcode province holder state since standing leans_to why last_heard claim_ids id"
CHANGE_KEYS = "place unit pcode province day side state standing leans why manner manner_standing claim_ids id"


@pytest.fixture(autouse=True)
def _store(folder: Path) -> None:
    settings = Settings(store=folder / "s.duckdb")
    counted = (figure("district", 12, 12, out_of=40),)
    claims = [
        taken("wire-10", **RESIDENTS),
        taken("press-2", by=STATE, day=11),
        taken("omega-1", "Selby", **BOASTS),
        taken("radio-12", "Whitby", day=12),
        taken("wire-13", "Norland", day=12, act="territory.hold", counts=counted),
        taken("wire-14", "Selby", by=STATE, day=13, **{**RESIDENTS, "stance": "denies"}),
        taken("press-1", "Selby", by=STATE, day=13, at=5),
    ]
    with open_store(settings.store, settings) as store:
        fold(claims, connection=store.connection)


def rows_of(tidings: Run, *arguments: str) -> list[dict[str, Any]]:
    said = tidings("control", "--format", "jsonl", *arguments)
    assert said.exit_code == 0, said.output
    return [json.loads(line) for line in said.output.splitlines() if line.startswith("{")]


def test_the_map_has_its_keys(tidings: Run) -> None:
    rows = rows_of(tidings)
    assert [*rows[0]] == KEYS.split()
    assert [(row["place"], row["holder"], row["state"]) for row in rows] == [
        ("Harrow", "Norland government", "claimed"),
        ("Selby", "Northern League", "claimed"),
    ]


def test_silent_units_are_counted_and_named(tidings: Run) -> None:
    said = tidings("control", "--format", "jsonl")
    assert "nobody speaks of 2 of 4 units of the kind district" in said.output
    assert [row["place"] for row in rows_of(tidings, "--level", "city")] == ["Arlen"]


def test_days_of_the_world_and_of_knowledge(tidings: Run) -> None:
    (row,) = rows_of(tidings, "--as-of", "1999-05-10", "--known-on", "1999-05-20", "--level", "district")[1:2]
    assert (row["place"], row["holder"], row["since"]) == ("Harrow", "Northern League", "1999-05-09")
    said = tidings("control", "--known-on", "1999-05-20", "--format", "jsonl")
    assert "left out, without a day of publication: 1: omega-1" in said.output


def test_changes_have_their_keys(tidings: Run) -> None:
    rows = rows_of(tidings, "--changes")
    assert [*rows[0]] == CHANGE_KEYS.split()
    assert [(row["place"], row["day"]) for row in rows] == [
        ("Harrow", "1999-05-09"),
        ("Selby", "1999-05-09"),
        ("Harrow", "1999-05-11"),
    ]


def test_what_was_refuted_has_its_own_listing(tidings: Run) -> None:
    assert [(row["place"], row["side"]) for row in rows_of(tidings, "--refuted")] == [("Selby", "Norland government")]


def test_counts_and_unresolved_places_are_listed(tidings: Run) -> None:
    (count,) = rows_of(tidings, "--counts")
    assert (count["low"], count["out_of"], count["ours"], count["difference"]) == (12, 40, 1, 11)
    assert [row["place"] for row in rows_of(tidings, "--unresolved")] == ["Whitby"]


@pytest.mark.parametrize("arguments", [("--counts", "--as-of", "1999-05-10"), ("--unresolved", "--level", "city")])
def test_days_that_a_listing_does_not_know_are_wrong_use(tidings: Run, arguments: tuple[str, ...]) -> None:
    said = tidings("control", *arguments)
    assert said.exit_code == 2
    assert "--known-on" in said.output
