"""What every engine must do. A new engine is added to ENGINES, and nothing else is written for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stand_ins import READING, dump, plain_settings, some_rows, write_rows
from tidings.errors import MissingResource
from tidings.pipeline import read
from tidings.settings import Settings

ENGINES = [("inline", 1), ("processes", 1), ("processes", 3)]
BAD = [
    {"id": "x1", "text": "This FAILS."},
    {"id": "x2", "text": "This REFUSES."},
    {"id": "x3", "text": "C'est FOREIGN."},
]


@pytest.fixture(params=ENGINES, ids=lambda engine: f"{engine[0]}-{engine[1]}")
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    name, jobs = request.param
    return plain_settings(tmp_path, engine=name, jobs=jobs)


@pytest.fixture
def undisturbed(tmp_path: Path) -> Settings:
    """A store beside the one under test, read inline."""
    return plain_settings(tmp_path, store=tmp_path / "inline.duckdb")


def test_the_store_is_the_same_as_inline(settings: Settings, undisturbed: Settings, tmp_path: Path) -> None:
    file = write_rows(tmp_path / "a.jsonl", some_rows(25))
    read([file], settings)
    read([file], undisturbed)
    assert len(dump(settings)["claims"]) == 50
    assert dump(settings) == dump(undisturbed)


def test_twice_is_once(settings: Settings, tmp_path: Path) -> None:
    file = write_rows(tmp_path / "a.jsonl", some_rows(12))
    first, once = read([file], settings), dump(settings)
    second = read([file], settings)
    assert (first.new, second.new, second.known) == (12, 0, 12)
    assert dump(settings) == once


def test_order_does_not_matter(settings: Settings, undisturbed: Settings, tmp_path: Path) -> None:
    files = [write_rows(tmp_path / f"{name}.jsonl", some_rows(7, start=start)) for name, start in (("a", 0), ("b", 5))]
    read(files, settings)
    read(files[::-1], undisturbed)
    assert len(dump(settings)["documents"]) == 12
    assert dump(settings) == dump(undisturbed)


def test_a_bad_document_stops_nothing_and_is_kept_with_its_reason(settings: Settings, tmp_path: Path) -> None:
    rows = [*some_rows(6), *BAD, *some_rows(6, start=6), {"id": "x4", "text": ""}]
    counts = read([write_rows(tmp_path / "a.jsonl", rows)], settings)
    assert (counts.found, counts.new, counts.dropped, counts.claims) == (16, 12, 4, 24)
    assert len(counts.left_out) == 4
    stored = dump(settings)
    assert len(stored["documents"]) == 15
    reasons = {(row[2], row[4]) for row in stored["drops"]}
    assert reasons == {
        ("reading", "reading failed with ValueError: this one cannot be read"),
        ("language", "no such tongue"),
        ("language", "written in fr: only English is read"),
        ("read", "there is no text"),
    }


def test_a_missing_model_stops_the_run_and_what_was_read_is_kept(settings: Settings, tmp_path: Path) -> None:
    file = write_rows(tmp_path / "a.jsonl", [*some_rows(30), {"id": "x", "text": "NOMODEL."}])
    with pytest.raises(MissingResource, match="run: pip install it"):
        read([file], settings)
    file = write_rows(tmp_path / "a.jsonl", some_rows(30))
    counts = read([file], settings)
    assert counts.known > 0
    assert counts.known + counts.new == 30
    assert len(dump(settings)["documents"]) == 30


def test_a_reading_half_that_cannot_be_made_stops_the_run(settings: Settings, tmp_path: Path) -> None:
    broken = plain_settings(tmp_path, engine=settings.engine, reading="tests.stand_ins:BrokenReading")
    with pytest.raises(MissingResource):
        read([write_rows(tmp_path / "a.jsonl", some_rows(1))], broken)


def test_another_fingerprint_reads_again_and_replaces(settings: Settings, tmp_path: Path) -> None:
    file = write_rows(tmp_path / "a.jsonl", [*some_rows(5), *BAD])
    read([file], settings)
    once = dump(settings)
    other = plain_settings(
        tmp_path, engine=settings.engine, jobs=settings.jobs, reading=READING.replace("Plain", "Other")
    )
    counts = read([file], other)
    assert (counts.new, counts.again, counts.dropped, counts.known) == (0, 5, 3, 0)
    assert dump(settings) == once
