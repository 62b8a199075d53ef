"""A shard is whole or not there, and the same readings make the same bytes."""

from __future__ import annotations

import errno
import gzip
import json
from pathlib import Path

import pytest

from tests.stand_ins import PlainReading, make_document
from tidings.engines import shards
from tidings.engines.marks import make_mark
from tidings.engines.shards import Shard, find_note, read_note, write_shard
from tidings.errors import StoreError
from tidings.records import Drop


def some_shard() -> Shard:
    documents = [make_document("a", "One two three four five. Six."), make_document("b", "C'est FOREIGN.")]
    return Shard(
        id="shd-1",
        reading="plain-1",
        marks=[make_mark(document) for document in documents],
        readings=[PlainReading().read_document(document) for document in documents],
        drops=[Drop(stage="read", what="c", reason="there is no text", where="c.txt")],
    )


def test_the_note_tells_what_is_in_the_shard(tmp_path: Path) -> None:
    note = write_shard(tmp_path, some_shard())
    assert (note.counts.documents, note.counts.sentences, note.counts.claims, note.counts.drops) == (2, 2, 2, 2)
    assert note.dropped == (note.marks[1].id,)
    assert read_note(tmp_path, "shd-1") == note


def test_each_line_is_a_record_with_its_id(tmp_path: Path) -> None:
    write_shard(tmp_path, some_shard())
    with gzip.open(tmp_path / "shd-1" / "drops.ndjson.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    assert [row["document_id"] is None for row in rows] == [False, True]
    assert all(row["id"].startswith("drp-") for row in rows)


def test_the_same_readings_make_the_same_bytes(tmp_path: Path) -> None:
    for place in ("x", "y"):
        write_shard(tmp_path / place, some_shard())
    for file in sorted((tmp_path / "x" / "shd-1").iterdir()):
        assert file.read_bytes() == (tmp_path / "y" / "shd-1" / file.name).read_bytes()


def test_a_full_disk_leaves_no_half_shard_and_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write_nothing(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shards, "_write_file", write_nothing)
    with pytest.raises(StoreError, match="is full; what was read so far is safe"):
        write_shard(tmp_path, some_shard())
    assert list(tmp_path.iterdir()) == []
    assert find_note(tmp_path, "shd-1") is None
