"""The pages on exports say what the exporters do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tidings.exporters import export, read_sidecar
from tidings.exporters.mapping import load_mapping
from tidings.plugins import BUILT_IN
from tidings.publishing import open_fresh
from tidings.settings import Settings

DOCS = Path(__file__).parents[2] / "docs"


def test_every_exporter_is_on_the_page_and_the_reverse() -> None:
    page = (DOCS / "exports.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w-]+)` \| a ", page, flags=re.MULTILINE)
    assert sorted(rows) == sorted(BUILT_IN["exporter"])


@pytest.mark.parametrize("name", ["acled", "parquet"])
def test_every_key_of_a_sidecar_is_on_the_page(name: str, demo: Path, tmp_path: Path) -> None:
    page = set(re.findall(r"`(\w+)`", (DOCS / "exports.md").read_text(encoding="utf-8")))
    with open_fresh(Settings(store=demo / "out" / "demo.duckdb")) as copy:
        lines = list(read_sidecar(export(copy.connection, name, tmp_path / "out").sidecar))
    keys = {key for line in lines for key in line}
    keys |= {key for line in lines for part in ("about", "untold", "tally") for key in line.get(part, ())}
    assert keys <= page


def test_every_row_of_the_mappings_that_makes_none_says_why_or_is_plain() -> None:
    for name in ("acled", "plover"):
        for act, rules in load_mapping(name).items():
            for rule in rules:
                if not any(rule.values.values()) and act.split(".")[0] in ("fight", "territory", "harm", "force"):
                    assert rule.why or act == "force.escape"
