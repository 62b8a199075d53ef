"""What a person rejects or corrects holds in every situation, and on every day of knowledge."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.stand_ins import write_rows

DAYS = {"a1": ("1994-04-06", "League shelled Harrow heavily."), "b1": ("1994-04-09", "Front burned Selby.")}
LATE = ("--known-on", "1994-04-30")


@pytest.fixture
def story(tidings: Run, folder: Path) -> Run:
    rows = [{"id": name, "publisher": name, "published": day, "text": text} for name, (day, text) in DAYS.items()]
    write_rows(folder / "in" / "a.jsonl", rows)
    assert tidings("read", "in").exit_code == 0
    return tidings


def harms(tidings: Run, *arguments: str) -> list[dict[str, Any]]:
    said = tidings("situations", "--aspect", "harm", *arguments)
    assert said.exit_code == 0, said.output
    return [json.loads(line) for line in said.stdout.splitlines()]


def test_a_claim_that_is_rejected_or_corrected_is_so_on_every_day(story: Run) -> None:
    (harrow, selby) = harms(story)
    assert [row["claim_ids"] for row in harms(story, "--known-on", "1994-04-07")] == [harrow["claim_ids"]]
    story("reject", harrow["claim_ids"][0], "--why", "misread", "--by", "Ana")
    story("correct", selby["claim_ids"][0], "place=Barrow", "--why", "misread", "--by", "Ana")
    for arguments in ((), LATE):
        assert [(row["place"], row["claim_ids"]) for row in harms(story, *arguments)] == [
            ("Barrow", selby["claim_ids"])
        ]
    assert harms(story, "--known-on", "1994-04-07") == []


def test_diff_goes_by_what_a_person_said(story: Run) -> None:
    def changes() -> list[str]:
        said = story("diff", "1994-04-07", "1994-04-10", "--aspect", "event")
        assert said.exit_code == 0, said.output
        return [json.loads(line)["change"] for line in said.stdout.splitlines()]

    assert changes() == ["new"]
    story("reject", harms(story)[1]["claim_ids"][0], "--why", "misread", "--by", "Ana")
    assert changes() == []
