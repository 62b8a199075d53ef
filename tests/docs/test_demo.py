"""What the README shows is what the demonstration writes."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from docs.write_readme import BEGIN, END, cut_piece, read_piece, replace_piece
from tidings.cli.group import cli

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def brief(demo: Path) -> str:
    out = demo / "out" / "brief.md"
    done = CliRunner().invoke(cli, ["brief", "--out", str(out), "--store", str(demo / "out" / "demo.duckdb")])
    assert done.exit_code == 0, done.output
    return out.read_text(encoding="utf-8")


def test_the_readme_shows_a_real_piece_of_the_brief(brief: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert read_piece(readme) == cut_piece(brief), "run: make docs"
    assert len(read_piece(readme).splitlines()) > 5


def test_every_citation_of_the_brief_leads_to_its_evidence(brief: str) -> None:
    cited, shown = set(re.findall(r"\[(c\d+)\]", brief)), set(re.findall(r'<a id="(c\d+)"></a>', brief))
    assert cited == shown
    assert cited


def test_a_changed_piece_would_be_seen(brief: str) -> None:
    readme = f"# x\n{BEGIN}> old\n{END}\n"
    assert read_piece(readme) != cut_piece(brief)
    assert read_piece(replace_piece(readme, cut_piece(brief))) == cut_piece(brief)
