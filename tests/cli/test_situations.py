"""`tidings situations`, `diff`, `compare` and `origins --record`: rows with their claims, and what none can show."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.cli.conftest import Run
from tests.events.literal import claim, figure, put, report
from tidings.pipeline import link_store
from tidings.settings import Settings
from tidings.store import open_store

STORE = "a store-1.duckdb"  # a name that SQL has to quote
ACLED = Path(__file__).parents[1] / "situations" / "compared" / "acled.csv"
GOMA: dict[str, Any] = {"place": "Goma", "place_ids": ("gn:216281",)}
KEYS = {
    "displacement": "kind movement of place pcode destination by first last basis low best high standing known_since "
    "origins claim_ids event_id id",
    "harm": "what of place pcode first last basis by low best high standing known_since origins claim_ids event_id id",
    "talks": "parties state before since place standing last_heard known_since origins claim_ids id",
    "service": "service place pcode state before since standing last_heard known_since origins claim_ids id",
    "foretold": "foretold_on certainty act actor target place first last outcome how came_on came_as days late "
    "coverage standing origin claim_ids id",
}


@pytest.fixture(autouse=True)
def _store(folder: Path) -> None:
    settings = Settings(store=folder / STORE)
    days = {"wire-1": "2016-03-02", "wire-2": "2016-03-11", "radio-3": "2016-03-21", "omega-1": None}
    fled: dict[str, Any] = {
        "actor": "families",
        "counts": (figure("displaced", 300, 300, basis="incremental"),),
        **GOMA,
    }
    claims = [
        claim("wire-1", "displace.flee", "2016-03-01", **fled),
        claim("wire-1", "talk.meet", "2016-03-01", at=10, actor=("front", "government"), place="Bukavu"),
        claim("wire-1", "fight.shelling", "2016-03-10", at=20, actor="front", certainty="possible", **GOMA),
        claim("wire-2", "fight.shelling", "2016-03-10", actor="front", **GOMA),
        claim("wire-2", "harm.kill", "2016-03-10", at=10, counts=(figure("killed", 5, 5),), **GOMA),
        claim("wire-2", "harm.abuse", "2016-03-10", at=20, stance="denies", said_by="the army", place="Sake"),
        claim("radio-3", "govern.close", "2016-03-20", target="school", **GOMA),
        claim("wire-2", "talk.break", "2016-03-10", at=30),
        claim("wire-2", "govern.close", "2016-03-10", at=40, target="it", **GOMA),
        claim("omega-1", "govern.close", "2016-03-20", target="court", place="Beni"),
    ]
    with open_store(settings.store, settings) as store:
        put(store.connection, [report(own_id, day) for own_id, day in days.items()], claims)
        link_store(store)


def run(tidings: Run, *arguments: str) -> tuple[list[dict[str, Any]], str]:
    """The rows, and what is said beside them."""
    said = tidings(*arguments, "--store", STORE, "--format", "jsonl")
    assert said.exit_code == 0, said.output
    lines = said.output.splitlines()
    return [json.loads(line) for line in lines if line.startswith("{")], "\n".join(x for x in lines if x[0] != "{")


@pytest.mark.parametrize("aspect", KEYS)
def test_every_aspect_has_its_keys_and_claims(tidings: Run, aspect: str) -> None:
    rows, _ = run(tidings, "situations", "--aspect", aspect)
    assert rows
    for row in rows:
        assert [*row] == KEYS[aspect].split()
        assert row["claim_ids"]


def test_what_was_known_on_a_day_and_how_it_stood(tidings: Run) -> None:
    rows, told = run(tidings, "situations", "--aspect", "foretold", "--known-on", "2016-03-05")
    assert [row["outcome"] for row in rows] == ["unknown"]
    assert told == "left out, without a day of publication: 1: omega-1"
    rows, told = run(tidings, "situations", "--aspect", "foretold")
    assert [(row["outcome"], row["days"]) for row in rows] == [("came", 8)]
    assert told == ""
    assert run(tidings, "situations", "--aspect", "harm", "--as-of", "2016-03-09")[0] == []


def test_at_a_place_and_in_a_country(tidings: Run) -> None:
    def services(place: str) -> list[str]:
        return [row["service"] for row in run(tidings, "situations", "--aspect", "service", "--place", place)[0]]

    assert services("goma") == ["school"]
    assert services("CD") == services("Nord-Kivu") == ["school"]
    assert services("Beni") == ["court"]
    assert services("Bangui") == []


def test_what_does_not_stand_is_counted(tidings: Run) -> None:
    _, told = run(tidings, "situations", "--aspect", "harm")
    assert told == "left out: 1 events that are only planned, feared, denied, doubted or refuted, see tidings events"


def test_what_cannot_be_told_is_counted(tidings: Run) -> None:
    _, told = run(tidings, "situations", "--aspect", "talks")
    assert told == "left out: 1 tellings that name no party and no place"
    _, told = run(tidings, "situations", "--aspect", "service")
    assert told == "left out: 1 tellings of which it is not known what is shut or destroyed"


def test_an_aspect_is_asked_for(tidings: Run) -> None:
    said = tidings("situations", "--store", STORE)
    assert said.exit_code == 2
    assert "--aspect" in said.output


def test_parquet(tidings: Run, folder: Path) -> None:
    out = folder / "talks.parquet"
    said = tidings("situations", "--aspect", "talks", "--store", STORE, "--format", "parquet", "--out", str(out))
    assert said.exit_code == 0, said.output
    with duckdb.connect() as connection:
        rows = connection.execute(f"SELECT parties, state FROM '{out}'").fetchall()
    assert rows == [(["front", "government"], "open")]


@pytest.mark.parametrize(
    ("aspect", "head", "says"),
    [
        ("talks", "front, government, Bukavu: open", "open, 2016-03-01"),
        ("service", "school, Goma: closed", "closed, 2016-03-20"),
    ],
)
def test_what_is_made_when_it_is_asked_is_explained(tidings: Run, aspect: str, head: str, says: str) -> None:
    row = next(row for row in run(tidings, "situations", "--aspect", aspect)[0] if row["place"] != "Beni")
    said = tidings("explain", row["id"], "--store", STORE)
    assert said.exit_code == 0, said.output
    assert said.output.startswith(f"{row['id']}: {head}\n")
    assert f"    says: {says}\n" in said.output
    assert f"tidings reject {row['claim_ids'][0]}" in said.output
    missing = tidings("explain", f"{row['id'][:4]}0", "--store", STORE)
    assert missing.exit_code == 2
    assert "ids stand in tidings situations" in missing.output


def test_diff_names_the_claims_that_made_the_difference(tidings: Run) -> None:
    rows, told = run(tidings, "diff", "2016-03-05", "2016-03-12", "--aspect", "foretold", "--aspect", "harm")
    assert [(row["aspect"], row["change"], row["after"]) for row in rows] == [
        ("foretold", "changed", "came, 2016-03-10"),
        ("harm", "new", "low 5, best 5, high 5, reported"),
    ]
    assert [*rows[0]] == "aspect what place change before after claim_ids id".split()
    assert all(len(row["claim_ids"]) == 1 for row in rows)
    assert told == "left out, without a day of publication: 1: omega-1"


def test_diff_of_a_day_with_itself_is_empty_and_backwards_is_wrong_use(tidings: Run) -> None:
    assert run(tidings, "diff", "2016-03-12", "2016-03-12")[0] == []
    said = tidings("diff", "2016-03-12", "2016-03-05", "--store", STORE)
    assert said.exit_code == 2
    assert "give the earlier day first" in said.output


def test_compare_lists_each_side_and_counts(tidings: Run) -> None:
    rows, told = run(tidings, "compare", "--from", "acled", str(ACLED))
    assert {row["found"] for row in rows} == {"theirs alone", "figures differ"}
    assert told.startswith("1 figures differ, 7 theirs alone\nleft out, without a day that can be read: lines 8")
    (differing,) = [row for row in rows if row["found"] == "figures differ"]
    assert (differing["their_id"], differing["theirs_best"], differing["ours_best"]) == ("XDC2", 3, 5)
    assert len(differing["claim_ids"]) == 2


def test_compare_with_the_wrong_columns_says_so(tidings: Run) -> None:
    said = tidings("compare", "--from", "ucdp", str(ACLED), "--store", STORE)
    assert said.exit_code == 2
    assert "it lacks the columns id, type_of_violence" in said.output


def test_the_record_of_origins(tidings: Run) -> None:
    rows, _ = run(tidings, "origins", "--record")
    by_kind = {(row["origin"], row["about"]): row for row in rows}
    assert by_kind["wire", "fight"]["forecasts"] == by_kind["wire", "fight"]["came"] == 1
    assert by_kind["wire", "fight"]["came_of"] == "1 of 1, a small number"
    assert by_kind["wire", "harm"]["alone"] == 1
