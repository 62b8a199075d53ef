"""`tidings export`: the file, its sidecar, and every wrong use in one line."""

from __future__ import annotations

from pathlib import Path

import duckdb

from tests.cli.conftest import Run
from tests.store.test_publishing import open_elsewhere


def test_tables_are_written_with_their_sidecar(tidings: Run, reports: Path, folder: Path) -> None:
    assert tidings("read", str(reports)).exit_code == 0
    done = tidings("export", "--to", "parquet", "tables")
    assert done.exit_code == 0, done.output
    assert "wrote tables: " in done.output
    assert (folder / "tables" / "sidecar.jsonl").exists()
    with duckdb.connect() as connection:
        rows = connection.execute(f"SELECT count(*) FROM '{folder}/tables/claims.parquet'").fetchone()
    assert rows == (4,)


def test_what_has_no_day_and_place_is_left_out_and_told(tidings: Run, reports: Path, folder: Path) -> None:
    tidings("read", str(reports))
    done = tidings("export", "--to", "acled", "events.csv")
    assert done.exit_code == 0, done.output
    assert "0 rows; 3 left out" in done.output
    assert (folder / "events.csv").read_text(encoding="utf-8").startswith("event_id_cnty,event_date,")


def test_doctor_tells_what_is_published(tidings: Run, reports: Path) -> None:
    tidings("read", str(reports))
    assert "published          not yet" in tidings("doctor").stdout
    tidings("export", "--to", "csv", "tables")
    assert "published          pic-" in tidings("doctor").stdout


def test_wrong_use_is_told(tidings: Run, reports: Path, folder: Path) -> None:
    missing = tidings("export", "--to", "csv", "tables")
    assert missing.exit_code == 3
    assert "there is no store at s.duckdb" in missing.output
    tidings("read", str(reports))
    unknown = tidings("export", "--to", "gdelt", "x")
    assert unknown.exit_code == 2
    assert "known are acled, claim-jsonld, csv" in unknown.output
    nowhere = tidings("export", "--to", "csv", "no/where")
    assert nowhere.exit_code == 2
    assert "the folder no for the export is not there" in nowhere.output


def test_a_place_that_cannot_be_written_to_is_told_in_one_line(tidings: Run, reports: Path, folder: Path) -> None:
    tidings("read", str(reports))
    (folder / "events.csv.sidecar.jsonl").mkdir()
    done = tidings("export", "--to", "acled", "events.csv")
    assert done.exit_code == 3
    assert "events.csv.sidecar.jsonl" in done.output
    assert "cannot be used" in done.output
    assert not (folder / "events.csv").exists()


def test_while_the_store_is_written_the_last_picture_is_exported(tidings: Run, reports: Path, folder: Path) -> None:
    tidings("read", str(reports))
    tidings("export", "--to", "csv", "tables")
    with duckdb.connect(str(folder / "s.duckdb")) as connection:
        connection.execute("UPDATE documents SET title = 'Changed'")
    with open_elsewhere(folder / "s.duckdb", read_only=False):
        done = tidings("export", "--to", "csv", "tables")
    assert done.exit_code == 0, done.output
    assert "until then, what was published last is used" in done.output
