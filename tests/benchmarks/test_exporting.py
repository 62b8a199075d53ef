"""The benchmark of exports measures the same rows, and holds both of its ratios."""

from pathlib import Path

import duckdb
import pytest

from benchmarks.exporting import main, make_store, measure_export
from evals.floors import read_floors


def test_both_write_the_same_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert measure_export(make_store(tmp_path, 500), tmp_path) > 0
    assert "published in" in capsys.readouterr().out
    with duckdb.connect() as connection:
        for table in ("claims", "documents", "places"):
            ours, bare = (f"FROM '{tmp_path}/{way}-0/{table}.parquet'" for way in ("export", "copy"))
            assert connection.execute(f"({ours}) EXCEPT ALL ({bare})").fetchall() == []
            counts = [connection.execute(f"SELECT count(*) {rows}").fetchone() for rows in (ours, bare)]
            assert counts[0] == counts[1]
            assert counts[0] != (0,)


def test_ratios_are_held(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert {"export_growth", "export_memory_growth"} <= set(read_floors()["ratios"])
    floors = {"ratios": {"export_growth": 1000.0, "export_memory_growth": 0.001}}
    monkeypatch.setattr("benchmarks.exporting.read_floors", lambda: floors)
    with pytest.raises(SystemExit) as ended:
        main(["--claims", "100"])
    assert ended.value.code == 1
    told = capsys.readouterr().out
    assert "export_growth" in told
    assert "at most 0.001: BROKEN" in told
