"""The count grammar's own exam, on excerpts of our own wording."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals.counts import is_english_enough, main, score_excerpts
from tidings.language.parser import SpacyParser

FLOOD = (
    "In the valley of the Orle the river killed 12 people and drove 3,400 residents from their homes; more than 90 "
    "houses were destroyed and the army had to evacuate close to 800 people."
)


def row(text: str, figure: int, term: str, unit: str = "People") -> dict[str, Any]:
    return {"Excerpt": text, "Displacement figure": figure, "Reporting term": term, "Reporting unit": unit}


@pytest.mark.parametrize(
    ("figure", "term", "unit"),
    [(800, "Evacuated", "People"), (90, "Destroyed Housing", "Households"), (91, "Destroyed Housing", "Households")],
)
def test_the_figure_is_picked_by_term_and_unit(figure: int, term: str, unit: str, parser: SpacyParser) -> None:
    (answer,) = score_excerpts([row(FLOOD, figure, term, unit)], parser)
    assert answer.is_right
    assert not answer.baseline_is_right


def test_a_wrong_figure_is_wrong(parser: SpacyParser) -> None:
    (answer,) = score_excerpts([row(FLOOD, 12, "Evacuated")], parser)
    assert not answer.is_right


def test_excerpts_in_other_languages_are_left_out(parser: SpacyParser) -> None:
    assert not is_english_enough("Las lluvias dejaron 300 familias sin techo en la provincia.")
    assert score_excerpts([row("Las lluvias dejaron 300 familias sin techo.", 300, "Homeless")], parser) == []


def test_the_command_prints_the_share(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "excerpts.jsonl"
    path.write_text(json.dumps(row(FLOOD, 800, "Evacuated")) + "\n", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["counts", str(path), "--json"])
    main()
    assert json.loads(capsys.readouterr().out) == {"right": 100.0, "n": 1, "largest_number": 0.0}
