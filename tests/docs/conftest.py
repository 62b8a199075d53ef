"""The demonstration's store, read once for all pages that speak of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tidings.cli.group import cli

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with out/demo.duckdb in it, as `make demo` leaves the project's."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / "out").mkdir()
    words = ["read", str(ROOT / "examples" / "reports.jsonl"), "--store", str(folder / "out" / "demo.duckdb")]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, done.output
    return folder
