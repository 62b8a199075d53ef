"""`tidings events` and `tidings brief`, as a person calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.events.literal import claim, put, report
from tidings.cli.group import cli
from tidings.events import link_events
from tidings.settings import load_settings
from tidings.store import open_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "some.duckdb"
    claims = [
        claim(
            "herald-1", "territory.capture", "1999-05-09", said_by="residents", actor="Northern League", place="Harrow"
        ),
        claim("herald-1", "territory.capture", "1999-05-09", at=9, actor="Northern League", place="Harrow"),
        claim("herald-1", "talk.meet", "1999-05-10", at=20, actor="Northern League"),
    ]
    with open_store(path, load_settings(None)) as opened:
        put(opened.connection, [report("herald-1")], claims)
        link_events(opened.connection)
    return path


def call(*words: object) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words], env={"COLUMNS": "160"})


def test_events_are_listed_newest_first_with_their_claims(store: Path) -> None:
    result = call("events", "--store", store, "--format", "jsonl")
    assert result.exit_code == 0, result.output
    meeting, capture = [json.loads(line) for line in result.output.splitlines()]
    assert (meeting["act"], meeting["first"], meeting["claims"]) == ("talk.meet", "1999-05-10", 1)
    assert capture["act"] == "territory.capture"
    assert (capture["actor"], capture["place"], capture["standing"]) == (["Northern League"], ["Harrow"], "reported")
    assert len(capture["claim_ids"]) == capture["claims"] == 2


@pytest.mark.parametrize("format_", ["table", "csv"])
def test_events_are_listed_in_every_form(store: Path, format_: str) -> None:
    result = call("events", "--store", store, "--format", format_)
    assert result.exit_code == 0, result.output
    assert "territory.capture" in result.output
    assert "1999-05-09" in result.output


def test_a_brief_goes_to_the_screen_as_markdown(store: Path) -> None:
    result = call("brief", "--store", store)
    assert result.exit_code == 0, result.output
    assert result.output.startswith("# Situation brief\n")
    assert "residents said [c1]; herald reports this too [c2]" in result.output


@pytest.mark.parametrize(("name", "start"), [("b.md", "# Situation brief"), ("b.html", "<!DOCTYPE html>")])
def test_a_brief_goes_to_a_file_in_the_form_of_its_name(store: Path, tmp_path: Path, name: str, start: str) -> None:
    out = tmp_path / name
    result = call("brief", "--store", store, "--out", out)
    assert result.exit_code == 0, result.output
    assert out.read_text(encoding="utf-8").startswith(start)


def test_a_brief_keeps_to_the_days_asked_for(store: Path) -> None:
    result = call("brief", "--store", store, "--since", "1999-05-10", "--until", "1999-05-31")
    assert "Period told: 10 to 31 May 1999." in result.output
    assert "Harrow" not in result.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--out", "brief.docx"], "not as '.docx'"),
        (["--out", "no-such-folder/brief.md"], "make it first"),
        (["--since", "1999-06-01", "--until", "1999-05-01"], "give the earlier day first"),
        (["--since", "yesterday"], "yesterday"),
    ],
)
def test_a_brief_that_cannot_be_written_says_why(store: Path, words: list[str], told: str) -> None:
    result = call("brief", "--store", store, *words)
    assert result.exit_code == 2
    assert told in result.output


def test_a_brief_of_no_store_says_how_to_make_one(tmp_path: Path) -> None:
    result = call("brief", "--store", tmp_path / "none.duckdb")
    assert result.exit_code == 3
    assert "tidings read" in result.output
