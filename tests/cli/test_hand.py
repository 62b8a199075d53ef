"""A person corrects and rejects claims on the command line: what rests on them follows, and decisions travel."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.stand_ins import write_rows

TEXTS = {
    "a1": "League shelled Harrow heavily. Selby burned two.",
    "b1": "League shelled Harrow heavily. Nobody fled Selby.",
}


@pytest.fixture
def story(tidings: Run, folder: Path) -> Run:
    """Two reports of one thing; the light reading takes the first word for the actor, the next two for places."""
    write_reports(folder)
    assert tidings("read", "in").exit_code == 0
    return tidings


def write_reports(folder: Path, names: tuple[str, ...] = ("a1", "b1")) -> None:
    rows = [
        {"id": name, "publisher": f"Paper {name}", "published": "1994-04-06", "text": TEXTS[name]} for name in names
    ]
    write_rows(folder / "in" / "a.jsonl", rows)


def listed(tidings: Run, *arguments: str) -> list[dict[str, Any]]:
    said = tidings(*arguments)
    assert said.exit_code == 0, said.output
    return [json.loads(line) for line in said.stdout.splitlines()]


def claim_of(tidings: Run, doc: str, *arguments: str) -> dict[str, Any]:
    """The first claim of a report."""
    return next(row for row in listed(tidings, "claims", *arguments) if row["doc"] == doc)


def decide(tidings: Run, *arguments: str) -> list[str]:
    """The ids of the decisions that were taken."""
    said = tidings(*arguments, "--why", "misread", "--by", "Ana")
    assert said.exit_code == 0, said.output
    return [line.split()[0] for line in said.stdout.splitlines()]


def event_of(tidings: Run, claim_id: str) -> dict[str, Any]:
    (event,) = [row for row in listed(tidings, "events") if claim_id in row["claim_ids"]]
    return event


def use_reading(folder: Path, name: str) -> None:
    settings = folder / "tidings.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("PlainReading", name), encoding="utf-8")


def test_what_rests_on_a_claim_goes_by_it_as_corrected(story: Run) -> None:
    one, other = (claim_of(story, doc)["id"] for doc in ("a1", "b1"))
    assert event_of(story, one) == event_of(story, other)
    decide(story, "correct", one, "place=Barrow", "counts=killed 12..14 soldiers", "act=harm.injure")
    assert event_of(story, one)["place"] == ["Barrow"]
    assert event_of(story, one)["act"] == "harm.injure"
    assert one not in event_of(story, other)["claim_ids"]
    (figure,) = [row for row in listed(story, "figures") if one in row["claim_ids"]]
    assert (figure["low"], figure["high"], figure["place"]) == (12, 14, "Barrow")
    brief = story("brief").stdout
    assert "Barrow" in brief
    assert "12–14 soldiers" in brief


def test_the_machines_own_reading_is_kept_and_shown_beside(story: Run) -> None:
    claim = claim_of(story, "a1")
    assert claim["corrected"] == []
    decide(story, "correct", claim["id"], "place=Barrow", "stance=denies")
    corrected = claim_of(story, "a1")
    assert (corrected["place"], corrected["stance"]) == ("Barrow", "denies")
    assert [line.partition(" corrected by Ana, ")[0] for line in corrected["corrected"]] == ["place", "stance"]
    assert all(line.endswith(": misread") for line in corrected["corrected"])
    read = claim_of(story, "a1", "--as-read")
    assert (read["place"], read["stance"]) == (claim["place"], "asserts")
    said = story("explain", claim["id"]).stdout
    assert "place corrected to Barrow, read as shelled; Harrow; by Ana" in said
    assert "undone by: tidings undo dec-" in said


def test_a_rejected_claim_is_listed_and_counts_for_nothing(story: Run) -> None:
    claim = claim_of(story, "a1")
    (decision,) = decide(story, "reject", claim["id"])
    rejected = claim_of(story, "a1")
    assert rejected["rejected"].startswith("by Ana, ")
    assert not [row for row in listed(story, "events") if claim["id"] in row["claim_ids"]]
    assert not [row for row in listed(story, "figures") if claim["id"] in row["claim_ids"]]
    (origin,) = [row for row in listed(story, "origins") if row["name"] == "paper a1"]
    assert origin["claims"] == 1
    said = story("explain", claim["id"]).stdout
    assert "rejected by Ana" in said
    assert f"undone by: tidings undo {decision}" in said
    story("undo", decision)
    assert claim_of(story, "a1")["rejected"] is None
    assert claim["id"] in event_of(story, claim["id"])["claim_ids"]


def test_of_two_corrections_of_a_field_the_later_holds_until_undone(story: Run) -> None:
    claim_id = claim_of(story, "a1")["id"]
    decide(story, "correct", claim_id, "place=Barrow", "hedged=true")
    (later,) = decide(story, "correct", claim_id, "place=Selby")
    assert claim_of(story, "a1")["place"] == "Selby"
    holds = {(row["field"], row["value"]): row["holds"] for row in listed(story, "decisions")}
    assert holds == {("place", '["Selby"]'): True, ("place", '["Barrow"]'): False, ("hedged", "true"): True}
    story("undo", later)
    assert claim_of(story, "a1")["place"] == "Barrow"


def test_a_later_correction_builds_on_an_earlier_one(story: Run) -> None:
    claim_id = claim_of(story, "a1")["id"]
    decide(story, "correct", claim_id, "act=territory.capture")
    decide(story, "correct", claim_id, "manner=force")
    claim = claim_of(story, "a1")
    assert (claim["act"], claim["manner"]) == ("territory.capture", "force")


def test_decisions_outlive_the_store_and_reading_by_other_rules(story: Run, folder: Path) -> None:
    one, other = (claim_of(story, doc) for doc in ("a1", "b1"))
    decide(story, "correct", one["id"], "target=the mill")
    decide(story, "reject", other["id"])
    decide(story, "judge", "different", one["id"], other["id"])
    (folder / "s.duckdb").unlink()
    story("doctor", "--rebuild")
    assert claim_of(story, "a1")["target"] == "the mill"
    use_reading(folder, "RenamingReading")
    story("read", "in")
    again = claim_of(story, "a1")
    assert again["id"] != one["id"]
    assert (again["target"], again["place"]) == ("the mill", one["place"][0])
    assert claim_of(story, "b1")["rejected"]
    assert all(row["holds"] and not row["waits"] for row in listed(story, "decisions"))
    # a later word on the same claim under its new id outranks that under the old
    decide(story, "correct", again["id"], "target=none")
    assert claim_of(story, "a1")["target"] is None


def test_decisions_travel_and_wait_for_what_they_name(story: Run, folder: Path) -> None:
    one, other = (claim_of(story, doc)["id"] for doc in ("a1", "b1"))
    decide(story, "correct", one, "place=Barrow", "figure=killed 3")
    decide(story, "judge", "different", one, other)
    assert story("decisions", "--export", "d.jsonl").exit_code == 0
    wanted, events = listed(story, "decisions"), listed(story, "events")
    for name in ("s.duckdb", "s.duckdb.shards/ledger.ndjson"):
        (folder / name).unlink()
    write_reports(folder, ("b1",))
    story("doctor", "--rebuild")
    story("forget", "a1")
    said = story("decisions", "--load", "d.jsonl")
    assert "loaded 3 decisions; 0 were here already" in said.stdout
    assert "3 name what is not here yet, and wait; each holds once it is:\n  dec-" in said.stdout
    assert f": no single claim here is {one} (" in said.stdout
    assert " in report a1 of Paper a1)" in said.stdout
    assert all(row["waits"] and not row["holds"] for row in listed(story, "decisions"))
    write_reports(folder)
    story("read", "in")
    assert listed(story, "decisions") == wanted
    assert listed(story, "events") == events
    said = story("decisions", "--load", "d.jsonl")
    assert "loaded 0 decisions; 3 were here already" in said.stdout
    assert "wait" not in said.stdout
    gone = wanted[0]["id"]
    story("undo", gone)
    said = story("decisions", "--load", "d.jsonl")
    assert "1 were taken back here before, and stay so" in said.stdout
    assert gone not in {row["id"] for row in listed(story, "decisions")}


def test_of_decisions_that_were_loaded_the_later_day_holds(story: Run, folder: Path) -> None:
    claim_id = claim_of(story, "a1")["id"]
    decide(story, "correct", claim_id, "place=Barrow")
    story("decisions", "--export", "d.jsonl")
    row = json.loads((folder / "d.jsonl").read_text(encoding="utf-8"))
    for day, place in (("1999-01-01", "Selby"), ("2999-01-01", "Arlen")):
        changed = {**row, "value": [place], "day": day, "author": "Ben"}
        (folder / "e.jsonl").write_text(json.dumps({k: v for k, v in changed.items() if k != "id"}), encoding="utf-8")
        assert "loaded 1" in story("decisions", "--load", "e.jsonl").stdout
        assert claim_of(story, "a1")["place"] == ("Barrow" if place == "Selby" else "Arlen")


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("place_ids", "zz:1", "place_ids: no place has the id 'zz:1'; to see ids, run: tidings places NAME"),
        ("actor_ids", "zz.zz", "actor_ids: no actor has the id 'zz.zz'; to see ids, run: tidings actors NAME"),
    ],
)
def test_a_correction_to_an_id_that_no_table_knows_waits_and_is_told(
    story: Run, folder: Path, field: str, value: str, told: str
) -> None:
    before = listed(story, "claims")
    claim_id = claim_of(story, "a1")["id"]
    row = {"about": "claims", "verdict": "correct", "one": claim_id, "field": field, "value": [value]}
    by = {"author": "Ben", "reason": "misread", "day": "2001-01-01"}
    (folder / "d.jsonl").write_text(json.dumps(row | by), encoding="utf-8")
    said = story("decisions", "--load", "d.jsonl")
    assert said.exit_code == 0, said.output
    (decision,) = listed(story, "decisions")
    assert (decision["waits"], decision["holds"], decision["waits_for"]) == (True, False, told)
    assert f"  waits: {told}" in story("explain", decision["id"]).stdout
    assert f"  {decision['id']}: {told}" in said.stdout
    assert "no single claim" not in said.stdout
    assert listed(story, "claims") == before


def test_a_decision_on_what_was_never_read_is_kept_and_told_beside_one_that_holds(story: Run, folder: Path) -> None:
    claim_id = claim_of(story, "a1")["id"]
    by = {"author": "Ben", "reason": "misread", "day": "2001-01-01"}
    rows = [
        {"about": "claims", "verdict": "reject", "one": claim_id},
        {"about": "claims", "verdict": "reject", "one": "clm-0"},
        {"about": "copies", "verdict": "same", "one": "doc-0", "other": "doc-1"},
    ]
    (folder / "d.jsonl").write_text("\n".join(json.dumps(row | by) for row in rows), encoding="utf-8")
    said = story("decisions", "--load", "d.jsonl")
    assert "2 name what is not here yet" in said.stdout
    assert ": no single claim here is clm-0\n" in said.stdout
    assert ": no report here is doc-0; no report here is doc-1\n" in said.stdout
    assert claim_of(story, "a1")["rejected"]
    assert len(listed(story, "decisions")) == 3


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "line 2: "),
        (
            '{"about": "claims", "verdict": "same", "one": "clm-c", "author": "A", "reason": "", "day": "2000-01-01"}',
            "line 2",
        ),
        (
            '{"about": "claims", "verdict": "correct", "one": "clm-c", "field": "stance", "value": "maybe", '
            '"author": "A", "reason": "", "day": "2000-01-01"}',
            "line 2: stance cannot be 'maybe'; it is one of asserts, denies, doubts",
        ),
        (
            '{"about": "events", "verdict": "same", "one": "clm-c", "author": "A", "reason": "", "day": "2000-01-01"}',
            "fill",
        ),
        (
            '{"about": "events", "verdict": "same", "one": "clm-c", "other": "evt-1", '
            '"author": "A", "reason": "", "day": "2000-01-01"}',
            "line 2: about events one names claims by their ids (clm-…), not 'evt-1'",
        ),
        (
            '{"about": "copies", "verdict": "same", "one": "a1", "other": "doc-1", '
            '"author": "A", "reason": "", "day": "2000-01-01"}',
            "line 2: about copies one names reports by their ids (doc-…), not 'a1'",
        ),
        (
            '{"about": "events", "verdict": "same", "one": "clm-c", "other": "clm-c", '
            '"author": "A", "reason": "", "day": "2000-01-01"}',
            "line 2: clm-c is named twice",
        ),
    ],
)
def test_a_file_with_a_bad_line_is_told_by_line_and_loaded_not_at_all(
    story: Run, folder: Path, line: str, words: str
) -> None:
    good = '{"about": "claims", "verdict": "reject", "one": "clm-c", "author": "A", "reason": "", "day": "2000-01-01"}'
    (folder / "d.jsonl").write_text(f"{good}\n{line}\n", encoding="utf-8")
    said = story("decisions", "--load", "d.jsonl")
    assert said.exit_code == 2
    assert words in said.stderr
    assert "nothing of it was" in said.stderr
    assert listed(story, "decisions") == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("correct", "clm-0", "place=Harrow", "--why", "x"), "no claim is called 'clm-0'"),
        (("correct", "CLAIM", "colour=red", "--why", "x"), "no field 'colour'"),
        (("correct", "CLAIM", "manner=force", "--why", "x"), "correct its act too"),
        (("correct", "CLAIM", "place_ids=zz:1", "--why", "x"), "no place has the id 'zz:1'"),
        (("correct", "CLAIM", "actor_ids=zz.zz", "--why", "x"), "no actor has the id 'zz.zz'"),
        (("correct", "CLAIM", "place=Harrow", "place=Selby", "--why", "x"), "place is given twice"),
        (("correct", "CLAIM", "place=Harrow"), "Missing option '--why'"),
        (("correct", "CLAIM", "--why", "x"), "Missing argument"),
        (("reject", "clm-0", "--why", "x"), "no claim is called 'clm-0'"),
        (("decisions", "--export", "no/d.jsonl"), "the folder no"),
        (("decisions", "--load", "none.jsonl"), "none.jsonl cannot be read"),
        (("decisions", "--load", "a", "--export", "b"), "ask for one of them"),
    ],
)
def test_what_cannot_be_decided_is_wrong_use(story: Run, arguments: tuple[str, ...], words: str) -> None:
    claim_id = claim_of(story, "a1")["id"]
    said = story(*(claim_id if argument == "CLAIM" else argument for argument in arguments))
    assert said.exit_code == 2
    assert words in said.stderr
    assert listed(story, "decisions") == []


def test_a_name_that_is_not_settled_is_told_with_what_to_do(story: Run) -> None:
    claim_id = claim_of(story, "a1")["id"]
    said = story("correct", claim_id, "place=Xyzzyville", "--why", "x", "--by", "Ana")
    assert f"tidings correct {claim_id} place_ids=ID" in said.stderr
    said = story("correct", claim_id, "place=Timbuktu", "--why", "x", "--by", "Ana")
    assert "place_ids" not in said.stderr
    (place_id,) = claim_of(story, "a1")["place_ids"]
    decide(story, "correct", claim_id, "place=Xyzzyville", f"place_ids={place_id}")
    assert claim_of(story, "a1")["place_ids"] == [place_id]


def test_explain_tells_of_figures_decisions_and_what_would_undo_them(story: Run) -> None:
    claim_id = claim_of(story, "a1")["id"]
    figure = next(row for row in listed(story, "figures") if claim_id in row["claim_ids"])
    said = story("explain", figure["id"]).stdout
    assert f"by the rule tidings: low {figure['low']:g}, best " in said
    assert f"{claim_id} in a1, 1994-04-06: League shelled Harrow heavily." in said
    assert f"tidings correct {claim_id} counts=FIGURES" in said
    (earlier,) = decide(story, "correct", claim_id, "place=Barrow")
    (later,) = decide(story, "correct", claim_id, "place=Selby")
    (rejecting,) = decide(story, "reject", claim_id)
    assert f"outranked by the later {later}" in story("explain", earlier).stdout
    said = story("explain", later).stdout
    assert "correct: place is Selby, about claims" in said
    assert "by Ana, " in said
    assert "\n  holds\n" in said
    assert "League shelled Harrow heavily." in said
    assert f"undone by: tidings undo {later}" in said
    assert "\n  holds\n" in story("explain", rejecting).stdout
