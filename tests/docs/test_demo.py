"""What the README shows is what the demonstration writes."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from tidings.cli.group import cli

ROOT = Path(__file__).parents[2]
STEPS = (("read", "{examples}"), ("brief", "--out", "{brief}"))


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("demo")
    places = {"examples": str(ROOT / "examples"), "brief": str(folder / "brief.md")}
    for step in STEPS:
        words = [word.format(**places) for word in step]
        done = CliRunner().invoke(cli, [*words, "--store", str(folder / "demo.duckdb")])
        assert done.exit_code == 0, done.output
    return (folder / "brief.md").read_text(encoding="utf-8")


def test_the_readme_shows_a_real_piece_of_the_brief(brief: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"## What comes out.*?```\w*\n(.*?)```", readme, re.DOTALL)
    assert shown is not None
    lines = [line for line in shown[1].splitlines() if line.strip()]
    written = brief.splitlines()
    assert len(lines) >= 5
    assert [line for line in lines if line not in written] == []
