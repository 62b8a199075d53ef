"""The generated claims are what the benchmark says, and the same each time."""

from pathlib import Path

import pytest

from benchmarks.linking import make_store, measure_adding, measure_growth


def test_the_same_number_gives_the_same_claims_of_every_kind(tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    stores = [make_store(folder, 2000, "1GB") for folder in (tmp_path, tmp_path / "again")]
    first, second = (store.execute("SELECT * FROM claims ORDER BY id").fetchall() for store in stores)
    assert first == second
    told = stores[0].execute(
        "SELECT count(*), count(first), count(last), count(*) FILTER (stance <> 'asserts'), count(DISTINCT act) "
        "FROM claims"
    )
    claims, firsts, lasts, denied, acts = told.fetchone() or ()
    assert claims == 2000
    assert 1200 < firsts < 1400
    assert firsts != lasts
    assert 300 < denied < 500
    assert acts == 8


def test_growth_is_measured_and_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert measure_growth(tmp_path, 200) > 0
    assert "2000 claims within 4GB" in capsys.readouterr().out


def test_reports_that_are_added_are_measured_and_link_as_all_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert measure_adding(tmp_path, 300) > 0
    assert "300 claims within 2GB, then 10 reports more, then all anew" in capsys.readouterr().out
