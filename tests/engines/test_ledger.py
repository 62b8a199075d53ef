"""What the ledger remembers, and what it makes of a ledger or a shard that a kill has torn."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest

from tests.stand_ins import dump, plain_settings, some_rows, write_rows
from tidings.engines.ledger import FILE, Ledger
from tidings.errors import StoreError
from tidings.pipeline import forget, read
from tidings.settings import Settings
from tidings.store import shards_folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return plain_settings(tmp_path)


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    return write_rows(tmp_path / "a.jsonl", [*some_rows(10), {"id": "empty"}])


def ledger_file(settings: Settings) -> Path:
    return shards_folder(settings.store) / FILE


@pytest.mark.parametrize("torn", [1, 20, 400])
def test_a_torn_last_line_costs_nothing(settings: Settings, rows: Path, torn: int) -> None:
    read([rows], settings)
    once, file = dump(settings), ledger_file(settings)
    file.write_bytes(file.read_bytes()[:-torn])
    counts = read([rows], settings)
    assert (counts.known, counts.new, counts.dropped) == (10, 0, 1)
    assert dump(settings) == once


def test_a_lost_ledger_is_made_again_from_the_shards(settings: Settings, rows: Path) -> None:
    read([rows], settings)
    once = dump(settings)
    ledger_file(settings).unlink()
    assert read([rows], settings).known == 10
    assert dump(settings) == once


def test_a_bad_line_before_the_last_is_told_with_its_number(settings: Settings, rows: Path) -> None:
    read([rows], settings)
    file = ledger_file(settings)
    file.write_bytes(b"{not json}\n" + file.read_bytes())
    with pytest.raises(StoreError, match=r"ledger\.ndjson, line 1,.*move it away"):
        read([rows], settings)


def test_a_shard_that_was_removed_is_read_anew(settings: Settings, rows: Path) -> None:
    read([rows], settings)
    once = dump(settings)
    shutil.rmtree(sorted(shards_folder(settings.store).glob("shd-*"))[0])
    counts = read([rows], settings)
    assert counts.known < 10
    assert counts.known + counts.new + counts.dropped == counts.found
    assert dump(settings) == once


def test_a_half_written_shard_is_cleared_away(settings: Settings, rows: Path) -> None:
    read([rows], settings)
    left = shards_folder(settings.store) / "unfinished-1-shd-0"
    left.mkdir()
    read([rows], settings)
    assert not left.exists()


def test_a_whole_shard_that_the_ledger_does_not_list_is_entered(settings: Settings, rows: Path) -> None:
    read([rows], settings)
    once, file = dump(settings), ledger_file(settings)
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:-3]))
    with Ledger(shards_folder(settings.store)) as ledger:
        assert len(ledger.standings) == 10
    assert read([rows], settings).known == 10
    assert dump(settings) == once


def test_two_runs_do_not_mix(settings: Settings, rows: Path) -> None:
    with (
        Ledger(shards_folder(settings.store)),
        pytest.raises(StoreError, match=r"written by another tidings \(process \d+\)"),
    ):
        read([rows], settings)
    assert read([rows], settings).new == 10


def test_a_shard_of_which_nothing_is_wanted_leaves_the_disk(settings: Settings, rows: Path, tmp_path: Path) -> None:
    read([rows], settings)
    before = {path.name for path in shards_folder(settings.store).glob("shd-*")}
    read([rows], plain_settings(tmp_path, reading="tests.stand_ins:OtherReading"))
    after = {path.name for path in shards_folder(settings.store).glob("shd-*")}
    assert len(before & after) == 1, "only the shard that holds the drop is still wanted"
    assert len(after) == len(before)


def test_no_text_of_what_is_forgotten_is_left_in_any_shard(settings: Settings, rows: Path) -> None:
    read([rows], settings)
    once, folder = dump(settings), shards_folder(settings.store)
    forget(["r00003", "r00004"], settings)
    texts = b"".join(gzip.decompress(file.read_bytes()) for file in folder.glob("shd-*/*.gz"))
    assert b"Strelsau 3 times" not in texts
    assert b"Strelsau 2 times" in texts
    settings.store.unlink()
    assert (read([rows], settings).new, dump(settings)) == (2, once)
