"""Copies, origins and what a person decides about them, on the command line; decisions outlive the store."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.events.test_copies import STORY
from tests.stand_ins import write_rows


@pytest.fixture
def story(tidings: Run, folder: Path) -> Run:
    """A store with a story, its reprint a day later, and a report of its own; its claims are the light reading's."""
    texts = {"a1": f"{STORY} One shelled two.", "b1": f"{STORY} One shelled two.", "c1": "Three shelled four."}
    rows = [
        {"id": name, "publisher": f"Paper {name}", "published": f"1994-04-0{day}", "text": text}
        for day, (name, text) in enumerate(texts.items(), 1)
    ]
    write_rows(folder / "in" / "a.jsonl", rows)
    assert tidings("read", "in").exit_code == 0
    return tidings


def listed(tidings: Run, *arguments: str) -> list[dict[str, Any]]:
    said = tidings(*arguments)
    assert said.exit_code == 0, said.output
    return [json.loads(line) for line in said.stdout.splitlines()]


def pairs(tidings: Run) -> list[tuple[str, str]]:
    return [(row["report"], row["copy_of"]) for row in listed(tidings, "copies")]


def test_copies_are_listed_by_the_reports_own_ids(story: Run) -> None:
    (copy,) = listed(story, "copies", "--format", "jsonl")
    assert (copy["report"], copy["copy_of"], copy["extent"], copy["share"]) == ("b1", "a1", "full", 1.0)
    assert copy["basis"] == "shared text"
    assert copy["claims"] == copy["copied_claims"] > 0


def test_origins_count_a_reprint_for_the_original(story: Run) -> None:
    origins = {row["name"]: row for row in listed(story, "origins")}
    assert "paper b1" not in origins
    assert origins["paper a1"]["copied"] * 2 == origins["paper a1"]["claims"]
    assert origins["paper a1"]["reports"] == 2


def test_a_decision_holds_until_it_is_undone_and_outlives_the_store(story: Run, folder: Path) -> None:
    said = story("unlink", "b1", "a1", "--why", "both had it from the ministry", "--by", "Ana")
    decision = said.stdout.split()[0]
    assert pairs(story) == []
    story("link", "c1", "a1", "--why", "rewritten", "--by", "Ana")
    assert pairs(story) == [("c1", "a1")]
    (folder / "s.duckdb").unlink()
    story("doctor", "--rebuild")
    story("read", "in")
    assert pairs(story) == [("c1", "a1")]
    row = next(row for row in listed(story, "decisions") if row["id"] == decision)
    assert (row["one"], row["other"], row["author"], row["reason"]) == (
        "b1",
        "a1",
        "Ana",
        "both had it from the ministry",
    )
    assert row["holds"]
    assert story("undo", decision).exit_code == 0
    assert pairs(story) == [("b1", "a1"), ("c1", "a1")]
    assert story("undo", decision).exit_code == 2


def test_a_judgement_holds_over_reading_again(story: Run, folder: Path) -> None:
    events = listed(story, "events", "--explain")
    one, other = events[0]["claim_ids"][0], events[-1]["claim_ids"][0]
    assert one != other
    assert story("judge", "same", one, other, "--why", "one salvo", "--by", "Ana").exit_code == 0
    together = listed(story, "events", "--explain")
    assert len(together) == len(events) - 1
    write_rows(folder / "in" / "b.jsonl", [{"id": "d1", "text": "Five shelled six."}])
    story("read", "in")
    (event,) = [event for event in listed(story, "events", "--explain") if one in event["claim_ids"]]
    assert other in event["claim_ids"]
    assert any(reason.startswith("judged same by Ana") for reason in event["reasons"])
    gone = next(row["id"] for row in events if row["id"] not in {e["id"] for e in together})
    said = story("explain", gone).stdout
    assert f"{gone} is now part of {event['id']}" in said
    assert "undone by: tidings undo" in said


def test_explain_tells_of_events_claims_and_reports(story: Run) -> None:
    event = listed(story, "events")[0]
    assert event["claim_ids"][0] in story("explain", event["id"]).stdout
    assert event["id"] in story("explain", event["claim_ids"][0]).stdout
    said = story("explain", event["id"]).stdout
    assert f"{event['standing']}: {event['standing_reasons'][0]}" in said
    assert re.search(r"paper \w1, an outlet in its own voice: affirmed, 1994-04-0\d", said)
    said = story("explain", "b1").stdout
    assert "b1 copies a1, full: shared text" in said
    assert "tidings unlink b1 a1" in said
    assert "copies no report" in story("explain", "c1").stdout
    assert story("explain", "nothing").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("link", "a1", "zz", "--why", "x"), "no document is called 'zz'"),
        (("link", "a1", "a1", "--why", "x"), "are one report; name two"),
        (("judge", "same", "evt-0", "evt-1", "--why", "x"), "no claim or event is called 'evt-0'"),
        (("unlink", "a1", "b1"), "Missing option '--why'"),
    ],
)
def test_what_cannot_be_decided_is_wrong_use(story: Run, arguments: tuple[str, ...], words: str) -> None:
    said = story(*arguments)
    assert said.exit_code == 2
    assert words in said.stderr
    assert listed(story, "decisions") == []
