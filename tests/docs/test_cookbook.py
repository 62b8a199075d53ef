"""The recipes run as they stand on the page, and find something in the demonstration's store."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

DOCS = Path(__file__).parents[2] / "docs"
# what each recipe ends with: a table that must not be empty
FINDS = {
    1: "killed",
    2: "denials",
    3: "exact",
    4: "changed",
    5: "side_by_side",
    6: "sentences",
}


def read_recipes() -> dict[int, str]:
    page = (DOCS / "cookbook.md").read_text(encoding="utf-8")
    found = re.findall(r"^## (\d)\. .+?```python\n(.+?)```", page, flags=re.MULTILINE | re.DOTALL)
    return {int(number): code for number, code in found}


def test_there_are_six_recipes() -> None:
    assert list(read_recipes()) == list(FINDS)


@pytest.mark.parametrize("number", FINDS)
def test_a_recipe_runs_and_finds_something(number: int, demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(demo)
    names: dict[str, Any] = {}
    exec(compile(read_recipes()[number], f"recipe {number}", "exec"), names)
    assert len(names[FINDS[number]]) > 0
    if number == 3:
        assert names["exact"].geometry.notna().all()
        assert len(names["exact"]) < len(names["events"])
    if number == 6:
        assert len(names["sentences"]) == len(names["busiest"]["claim_ids"]) > 1


def test_the_notebook_runs_cell_by_cell(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(demo)
    notebook = json.loads((DOCS / "sources.ipynb").read_text(encoding="utf-8"))
    assert notebook["nbformat"] == 4
    names: dict[str, Any] = {}
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert all(cell["outputs"] == [] for cell in cells), "kept without outputs, which would go stale"
    for cell in cells:
        exec(compile("".join(cell["source"]), cell["id"], "exec"), names)
    assert len(names["copies"]) > 3
    assert len(names["louder"]) > 0
    assert (names["louder"]["reports"] > names["louder"]["voices"]).all()
