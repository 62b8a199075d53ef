"""Runs `tidings` in a folder of its own, with real readers and a reading half that needs no model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.stand_ins import READING, some_rows, write_rows
from tidings.cli import cli

Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with settings that name the light reading half."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tidings.toml").write_text(f'reading = "{READING}"\nstore = "s.duckdb"\n', encoding="utf-8")
    return tmp_path


@pytest.fixture
def tidings(folder: Path) -> Run:
    """Runs one command line."""

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(cli, list(arguments), prog_name="tidings")

    return run


@pytest.fixture
def reports(folder: Path) -> Path:
    """A folder with three reports, one of them to be dropped."""
    rows = [*some_rows(2), {"id": "empty", "text": ""}]
    dated = [{**row, "published": "1994-04-06", "publisher": "plain-paper"} for row in rows]
    write_rows(folder / "in" / "a.jsonl", dated)
    (folder / "in" / "publishers.csv").write_text(
        "id,name,kind,country,side\nplain-paper,The Plain Paper,daily newspaper,RU,independent\n", encoding="utf-8"
    )
    return folder / "in"
