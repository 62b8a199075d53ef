"""`tidings read`: its counts, its exit codes, and what it says when something is wrong."""

from __future__ import annotations

import errno
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.stand_ins import write_rows
from tidings.engines import shards
from tidings.settings import Settings
from tidings.store import open_store


def test_it_tells_what_became_of_everything_it_found(tidings: Run, reports: Path) -> None:
    first = tidings("read", "in")
    assert first.exit_code == 0
    assert "found 3: 2 new, 0 read again, 0 known already, 1 dropped" in first.stdout
    assert "made 4 claims from 4 sentences; the store is s.duckdb" in first.stdout
    assert "dropped at read: 1" in first.stderr
    assert "in/a.jsonl" in first.stderr
    second = tidings("read", "in")
    assert "found 3: 0 new, 0 read again, 2 known already, 1 dropped" in second.stdout


def test_only_what_this_run_dropped_is_told(tidings: Run, reports: Path, folder: Path) -> None:
    tidings("read", "in")
    good = write_rows(folder / "more" / "b.jsonl", [{"id": "b", "text": "All is well."}])
    assert tidings("read", "more").stderr == ""
    write_rows(good, [{"id": "b", "text": "All is well."}, {"id": "c", "text": "C'est FOREIGN."}])
    said = tidings("read", "more").stderr
    assert said.splitlines()[0] == "dropped at language: 1"
    assert len(said.splitlines()) == 2


def test_many_drops_are_told_by_the_first_few(tidings: Run, folder: Path) -> None:
    write_rows(folder / "in" / "a.jsonl", [{"id": f"e{at}", "text": ""} for at in range(9)])
    said = tidings("read", "in").stderr
    assert "dropped at read: 9" in said
    assert said.count("a.jsonl") == 3
    assert "to see all: tidings documents --store s.duckdb" in said


def test_the_publisher_table_beside_the_reports_is_kept(tidings: Run, reports: Path) -> None:
    tidings("read", "in/a.jsonl")
    settings = Settings(store=Path("s.duckdb"))
    with open_store(settings.store, settings, read_only=True) as store:
        assert [row["name"] for row in store.rows("SELECT * FROM publishers")] == ["The Plain Paper"]


def test_nothing_is_drawn_where_there_is_no_terminal(tidings: Run, reports: Path) -> None:
    said = tidings("read", "in")
    assert "\x1b" not in said.output
    assert len(said.stdout.splitlines()) == 2


def test_a_terminal_shows_how_far_it_is_on_stderr_and_only_there(reports: Path) -> None:
    screen, terminal = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-c", "from tidings.cli import main; main()", "read", "in"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "TERM": "xterm"},
        stdout=subprocess.PIPE,
        stderr=terminal,
    )
    said, _ = run.communicate(timeout=60)
    os.close(terminal)
    drawn = os.read(screen, 100_000).decode()
    os.close(screen)
    assert run.returncode == 0
    assert b"\x1b" not in said
    assert "2 read, 0 known already, 1 dropped, 4 claims" in drawn


@pytest.mark.parametrize("path", ["none.txt", "none"])
def test_a_path_that_is_not_there_is_one_only_when_nothing_else_could_be_read(
    tidings: Run, reports: Path, path: str
) -> None:
    alone = tidings("read", path)
    assert alone.exit_code == 1
    assert path in alone.stderr
    assert "tidings: nothing could be read" in alone.stderr
    assert tidings("read", path, "in").exit_code == 0


def test_an_empty_folder_is_nothing_that_could_be_read(tidings: Run, folder: Path) -> None:
    (folder / "bare").mkdir()
    assert tidings("read", "bare").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Missing argument 'PATH...'"),
        (("in", "--engine", "spark"), "there is no 'spark'; known are inline, processes"),
        (("in", "--jobs", "0"), "0 is not in the range"),
        (("in", "--publishers", "none.csv"), "none.csv"),
        (("in", "--colour"), "No such option"),
    ],
)
def test_wrong_use_is_two(tidings: Run, reports: Path, arguments: tuple[str, ...], message: str) -> None:
    said = tidings("read", *arguments)
    assert said.exit_code == 2
    assert message in said.stderr


def test_more_than_one_job_means_processes(tidings: Run, reports: Path) -> None:
    said = tidings("read", "in", "--jobs", "2")
    assert said.exit_code == 0
    assert "2 new" in said.stdout


def test_a_full_disk_is_three_and_what_was_read_is_kept(
    tidings: Run, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_nothing(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(shards, "_write_file", write_nothing)
        said = tidings("read", "in")
    assert said.exit_code == 3
    assert said.stderr.startswith("tidings: the disk that holds s.duckdb.shards is full")
    assert tidings("read", "in").exit_code == 0


def test_trouble_with_the_store_is_told_before_anything_is_read(tidings: Run, reports: Path) -> None:
    Path("s.duckdb").write_text("no store", encoding="utf-8")
    said = tidings("read", "in")
    assert said.exit_code == 3
    assert "s.duckdb is damaged or is no store" in said.stderr
    assert not Path("s.duckdb.shards").exists()


def test_a_newer_store_is_three(tidings: Run, reports: Path) -> None:
    tidings("read", "in")
    settings = Settings(store=Path("s.duckdb"))
    with open_store(settings.store, settings) as store:
        store.connection.execute("INSERT INTO schema_steps VALUES (99)")
    for verb in (("read", "in"), ("documents",), ("claims",)):
        said = tidings(*verb)
        assert said.exit_code == 3
        assert "has schema 99" in said.stderr


def test_bad_settings_are_two_and_every_problem_is_told(tidings: Run, reports: Path) -> None:
    Path("tidings.toml").write_text("jobs = 0\nthread = 1\n", encoding="utf-8")
    said = tidings("read", "in")
    assert said.exit_code == 2
    assert "jobs: " in said.stderr
    assert "did you mean threads?" in said.stderr
