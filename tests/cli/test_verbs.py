"""The frame of the command line: what it knows, what it imports, and the verbs that change or look after a store."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.stand_ins import write_rows
from tidings.cli.group import VERBS

HEAVY = ("spacy", "numpy", "duckdb", "trafilatura", "feedparser", "lxml", "jinja2", "rich.progress")


def documents(tidings: Run) -> list[str]:
    return [json.loads(line)["doc"] for line in tidings("documents").stdout.splitlines()]


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], *([verb, "--help"] for verb in VERBS)])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    script = (
        "import sys; from tidings.cli import cli\n"
        f"try: cli.main({arguments!r}, prog_name='tidings')\n"
        f"except SystemExit as end: print('HEAVY', end.code, [name for name in {HEAVY!r} if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-1] == "HEAVY 0 []"


def test_every_verb_says_in_a_line_what_it_does(tidings: Run) -> None:
    shown = tidings("--help").stdout
    for verb in VERBS:
        (line,) = [line for line in shown.splitlines() if line.split()[:1] == [verb]]
        assert len(line.split()) > 3


def test_a_verb_that_is_not_known_is_wrong_use(tidings: Run) -> None:
    said = tidings("red")
    assert said.exit_code == 2
    assert "No such command 'red'" in said.stderr


def test_a_store_that_is_not_there_is_three_and_says_how_to_make_one(tidings: Run) -> None:
    for verb in ("documents", "claims"):
        said = tidings(verb)
        assert said.exit_code == 3
        assert said.stderr == (
            "tidings: there is no store at s.duckdb; to make one, run: tidings read FOLDER --store s.duckdb\n"
        )


def test_forget_takes_a_report_out_by_its_own_name(tidings: Run, reports: Path) -> None:
    tidings("read", "in")
    said = tidings("forget", "r00000")
    assert said.exit_code == 0
    assert said.stdout.startswith("forgot 1: doc-")
    assert "r00000" not in documents(tidings)
    assert len(tidings("claims").stdout.splitlines()) == 2
    tidings("read", "in")
    assert "r00000" in documents(tidings)


def test_forget_does_not_guess(tidings: Run, reports: Path, folder: Path) -> None:
    other = {"id": "r00000", "text": "Nobody fled.", "publisher": "Other Paper"}
    write_rows(folder / "in" / "b.jsonl", [other])
    tidings("read", "in")
    said = tidings("forget", "r00000")
    assert said.exit_code == 2
    assert "several reports are called 'r00000'; say which by id: doc-" in said.stderr
    unknown = tidings("forget", "r99999")
    assert unknown.exit_code == 2
    assert "no document is called 'r99999'" in unknown.stderr
    assert documents(tidings).count("r00000") == 2


def test_doctor_tells_what_is_installed_set_and_stored(tidings: Run, reports: Path) -> None:
    assert "there is no store at" in tidings("doctor").stdout
    tidings("read", "in")
    said = tidings("doctor")
    assert said.exit_code == 0
    facts = dict(line.split(maxsplit=1) for line in said.stdout.splitlines() if line.startswith("  "))
    assert facts["documents"] == "2"
    assert facts["claims"] == "4"
    assert facts["spacy"]
    assert "GiB" in facts["free"]
    assert "MIT" in said.stdout


def test_doctor_builds_a_store_again(tidings: Run, reports: Path) -> None:
    tidings("read", "in")
    before = tidings("claims").stdout
    Path("s.duckdb").write_text("damaged", encoding="utf-8")
    assert tidings("claims").exit_code == 3
    said = tidings("doctor", "--rebuild")
    assert said.exit_code == 0
    assert "built s.duckdb again; the old file is s.duckdb.old" in said.stdout
    assert tidings("claims").stdout == before


def test_doctor_cannot_build_from_nothing(tidings: Run) -> None:
    said = tidings("doctor", "--rebuild")
    assert said.exit_code == 3
    assert "there are no shards" in said.stderr
