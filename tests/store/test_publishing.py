"""The published copy: the same picture for all who read it, whatever is written meanwhile."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from tests.stand_ins import plain_settings, some_rows, write_rows
from tidings import publishing
from tidings.deciding import decide_correction, decide_rejection
from tidings.errors import StoreError, StoreHeld
from tidings.exporters import export
from tidings.pipeline import forget, read
from tidings.publishing import open_fresh, publish
from tidings.settings import Settings
from tidings.situations.control import MAP_SQL, know_by
from tidings.store import (
    Store,
    list_claims,
    list_copies,
    list_documents,
    list_events,
    list_origins,
    open_published,
    open_store,
    published_folder,
    read_current,
)
from tidings.store.explaining import explain

PAGE = Path(__file__).parents[2] / "docs/published.md"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a store that holds a few reports and has not been published."""
    settings = plain_settings(tmp_path)
    read([write_rows(tmp_path / "a.jsonl", some_rows(5))], settings)
    return settings


@contextmanager
def open_elsewhere(path: Path, *, read_only: bool) -> Iterator[None]:
    """Another process that has a database open."""
    script = (
        f"import duckdb; c = duckdb.connect({str(path)!r}, read_only={read_only}); print('open', flush=True); input()"
    )
    process = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    try:
        yield
    finally:
        process.communicate("\n")


def copies(settings: Settings) -> list[str]:
    return sorted(path.name for path in published_folder(settings.store).iterdir())


def count(store: Store, table: str) -> int:
    return int(next(store.rows(f"SELECT count(*) AS rows FROM {table}"))["rows"])


def test_the_copy_answers_as_the_store_does(settings: Settings) -> None:
    listings = (list_claims(explain=True), list_documents(), list_events(explain=True), list_copies(), list_origins())
    answers = []
    with open_store(settings.store, settings, read_only=True) as store:
        event = next(list_events().rows(store))["id"]
        answers.append([*(list(listing.rows(store)) for listing in listings), list(explain(store, event))])
    with open_fresh(settings) as copy:
        answers.append([*(list(listing.rows(copy)) for listing in listings), list(explain(copy, event))])
        know_by(copy.connection, None)
        assert list(copy.rows(MAP_SQL, {"as_of": None, "level": None})) == []
    assert answers[0] == answers[1]
    assert all(answers[0][:3])


def test_every_table_and_column_is_on_the_page_and_the_reverse(settings: Settings) -> None:
    rows = [line.split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    told = {row[0].strip("| `"): re.findall(r"`(\w+)`", re.split(r"(?<=`)\. | \|$", row[2])[0]) for row in rows}
    with open_fresh(settings) as copy:
        tables = [
            r["t"]
            for r in copy.rows("SELECT table_name AS t FROM information_schema.tables WHERE table_schema = 'picture'")
        ]
        found = {t: [r["column_name"] for r in copy.rows(f"DESCRIBE picture.{t}")] for t in tables}
    assert told == found


def test_a_claim_carries_its_words_its_origins_and_its_events(settings: Settings) -> None:
    with open_fresh(settings) as copy:
        for claim in list(copy.rows("SELECT * FROM picture.claims WHERE doc = 'r00003'")):
            assert claim["quote"] in ("Ruritania shelled Strelsau 3 times today.", " Nobody fled 3.")
            assert claim["publisher"] == "Plain Paper"
            assert claim["origins"] in (["one", "two"], ["plain paper"])
            events = list(copy.rows("SELECT id FROM picture.events WHERE list_contains(claim_ids, ?)", [claim["id"]]))
            assert [event["id"] for event in events] == claim["event_ids"]
            assert len(events) == 1


def test_a_claim_is_told_as_a_person_corrected_it_and_a_rejected_one_counts_for_nothing(
    settings: Settings, tmp_path: Path
) -> None:
    with open_store(settings.store, settings, read_only=True) as store:
        corrected, rejected, *_ = (row["id"] for row in store.rows("SELECT id FROM claims ORDER BY document_id, start"))
    decide_correction(corrected, {"place": ["Zenda"]}, "Ana", "misread", settings)
    decide_rejection(rejected, "Ana", "misread", settings)
    with open_fresh(settings) as copy:
        sql = "SELECT id, place, is_speaking, is_corrected, is_rejected FROM picture.claims WHERE id IN (?, ?)"
        told = {row.pop("id"): row for row in copy.rows(sql, [corrected, rejected])}
        assert told[corrected] == {"place": ["Zenda"], "is_speaking": True, "is_corrected": True, "is_rejected": False}
        assert not told[rejected]["is_speaking"]
        assert told[rejected]["is_rejected"]
        (about,) = copy.rows("FROM picture.about")
        assert about["claims"] == count(copy, "picture.claims") - 1
        assert "place corrected to Zenda, read as shelled; Strelsau" in "\n".join(explain(copy, corrected))
        done = export(copy.connection, "claim-jsonld", tmp_path / "claims.jsonld")
        assert rejected not in done.out.read_text(encoding="utf-8")
        assert rejected not in done.sidecar.read_text(encoding="utf-8")


def test_nothing_is_published_until_it_is_asked_for_and_then_after_every_run(
    settings: Settings, tmp_path: Path
) -> None:
    assert not published_folder(settings.store).exists()
    with pytest.raises(StoreError, match="nothing is published"):
        open_published(settings.store, settings)
    publish(settings)
    first = read_current(settings.store)
    read([write_rows(tmp_path / "b.jsonl", some_rows(2, start=5))], settings)
    with open_published(settings.store, settings) as copy:
        assert count(copy, "picture.documents") == 7
    assert read_current(settings.store) != first


def test_what_has_not_changed_is_not_published_again(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_fresh(settings) as copy:
        path = copy.path
    made = path.stat().st_mtime_ns
    monkeypatch.setattr(publishing, "publish", lambda settings: pytest.fail("published again"))
    with open_fresh(settings) as copy:
        assert (copy.path, path.stat().st_mtime_ns) == (path, made)


def test_a_reader_keeps_its_picture_and_holds_nobody_up(settings: Settings, tmp_path: Path) -> None:
    with open_fresh(settings) as copy, open_elsewhere(copy.path, read_only=True):
        before = list(copy.rows("SELECT * FROM picture.claims"))
        read([write_rows(tmp_path / "b.jsonl", some_rows(3, start=5))], settings)
        forget(["r00000"], settings)
        assert list(copy.rows("SELECT * FROM picture.claims")) == before
        assert count(copy, "picture.documents") == 5
        with open_fresh(settings) as later:
            assert count(later, "picture.documents") == 7
    assert len(copies(settings)) == 2, "the current copy and its name, and none that went before"


def test_while_the_store_is_written_the_last_copy_is_used_and_this_is_said(settings: Settings, tmp_path: Path) -> None:
    with open_elsewhere(settings.store, read_only=False), pytest.raises(StoreHeld, match="is held by process"):
        open_fresh(settings)
    publish(settings)
    with open_store(settings.store, settings) as store:
        store.connection.execute("UPDATE documents SET title = 'Changed'")
    notes: list[str] = []
    with open_elsewhere(settings.store, read_only=False), open_fresh(settings, notes.append) as copy:
        assert [row["title"] for row in copy.rows("SELECT DISTINCT title FROM picture.documents")] == [None]
    assert len(notes) == 1
    assert "published last is used" in notes[0]
    with open_fresh(settings, notes.append) as copy:
        assert [row["title"] for row in copy.rows("SELECT DISTINCT title FROM picture.documents")] == ["Changed"]
    assert len(notes) == 1


def test_a_publishing_that_fails_leaves_the_last_copy(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(settings)
    before = copies(settings)
    with open_store(settings.store, settings) as store:
        store.connection.execute("UPDATE documents SET title = 'Changed'")
    monkeypatch.setattr(publishing, "ABOUT", "SELECT no_such_column")
    with pytest.raises(duckdb.Error):
        publish(settings)
    assert copies(settings) == before
    with open_published(settings.store, settings) as copy:
        assert count(copy, "picture.claims") == 10


def test_what_a_killed_publishing_left_is_taken_away_and_what_another_makes_is_not(settings: Settings) -> None:
    folder = published_folder(settings.store)
    for name, age_days in {"making-old": 2, "making-now": 0}.items():
        (folder / name).mkdir(parents=True)
        then = time.time() - age_days * 24 * 3600
        os.utime(folder / name, (then, then))
    for name, age_days in {"pic-old.duckdb": 1, "pic-next.duckdb": -1}.items():
        (folder / name).touch()
        then = time.time() - age_days * 24 * 3600
        os.utime(folder / name, (then, then))
    publish(settings)
    current = read_current(settings.store)
    assert current is not None
    assert copies(settings) == sorted(["current", current.file, "making-now", "pic-next.duckdb"])


def test_a_copy_cannot_be_changed(settings: Settings) -> None:
    with open_fresh(settings) as copy, pytest.raises(duckdb.Error, match="read-only"):
        copy.connection.execute("DELETE FROM picture.events")


def test_the_same_store_gives_the_same_copy_in_whatever_order_it_was_read(settings: Settings, tmp_path: Path) -> None:
    other = plain_settings(tmp_path / "other")
    (tmp_path / "other").mkdir()
    for number in (4, 2, 0, 3, 1):
        read([write_rows(tmp_path / f"{number}.jsonl", some_rows(1, start=number))], other)
    tables = "claims events event_claims event_voices claim_origins figures figure_claims sentences publishers".split()
    pictures = []
    for one in (settings, other):
        with open_fresh(one) as copy:
            found = {"documents": list(copy.rows("SELECT * EXCLUDE (raw_path) FROM picture.documents"))}
            pictures.append(found | {table: list(copy.rows(f"FROM picture.{table}")) for table in tables})
    assert pictures[0] == pictures[1]
    assert all(pictures[0][table] for table in tables if table != "publishers")
