"""The benchmark sees growth, and holds ratios to their floors."""

import itertools
from pathlib import Path

import pytest

from benchmarks.corpus import make_reports, write_reports
from benchmarks.reading import growth, hold
from evals.sets import read_rows


def test_growth_is_seen_and_flat_is_flat() -> None:
    flat = [500.0 + wave for _, wave in zip(range(100), itertools.cycle((0.0, 4.0, -4.0)), strict=False)]
    assert abs(growth(flat)) < 0.01
    rising = [500.0 + 2 * step for step in range(100)]
    assert growth(rising) > 0.2
    filling = [100.0 * min(step, 5) for step in range(30)] + [500.0] * 70
    assert abs(growth(filling)) < 0.01


@pytest.mark.parametrize(
    ("name", "ratio", "holds"),
    [
        ("share_of_parser", 0.61, True),
        ("share_of_parser", 0.59, False),
        ("memory_growth", 0.04, True),
        ("memory_growth", 0.06, False),
        ("unheld", 0.0, True),
    ],
)
def test_a_ratio_is_held_to_its_bound(name: str, ratio: float, holds: bool, capsys: pytest.CaptureFixture[str]) -> None:
    assert hold(name, ratio, {"ratios": {"share_of_parser": 0.6, "memory_growth": 0.05}}) == holds
    assert ("BROKEN" in capsys.readouterr().out) != holds


def test_reports_are_all_different(tmp_path: Path) -> None:
    reports = list(make_reports(400))
    assert len({report["text"] for report in reports}) == len({report["id"] for report in reports}) == 400
    assert read_rows(write_reports(tmp_path / "reports", 3) / "reports.jsonl") == reports[:3]
