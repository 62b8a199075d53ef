"""The benchmark of briefs makes briefs of as many events as it says."""

from pathlib import Path

import pytest

from benchmarks.briefs import measure_growth


def test_growth_is_measured_by_event_and_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert measure_growth(tmp_path, 40) > 0
    made = [int(line.split()[0]) for line in capsys.readouterr().out.splitlines() if " events: " in line]
    assert 20 < made[0] < 80
    assert made[1] > 5 * made[0]
