"""Shards into tables: exactly what is wanted, as it was, and twice is once."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.stand_ins import PlainReading, dump_store, make_document
from tidings.engines.marks import make_mark
from tidings.engines.shards import Shard, write_shard
from tidings.errors import StoreError
from tidings.records import Claim, Document, DocumentReading
from tidings.settings import Settings
from tidings.store import Loaded, Store, Wanted, load_shards, open_store

ODD = "Ünï \u0000 “quoted” 日本 \U0001f54a\ufe0f e\u0301\r\n\tsoft\u00adhyphen \\ \" ' $1 ."


def write(folder: Path, shard: str, *documents: Document) -> None:
    readings = [PlainReading().read_document(document) for document in documents]
    marks = [make_mark(document) for document in documents]
    write_shard(folder, Shard(id=shard, reading="plain-1", marks=marks, readings=readings))


def load(store: Store, folder: Path, wanted: list[Wanted], longest: int = 0) -> Loaded:
    return load_shards(store, folder, wanted, dict.fromkeys([one.shard for one in wanted], longest))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "s.duckdb", Settings())


def test_a_record_comes_back_as_it_was(store: Store, tmp_path: Path) -> None:
    document = make_document("odd", ODD, title="a 'title'", extra={"k": "v;", "": "x"}, author="Ann O'Nym")
    write(tmp_path, "shd-1", document)
    load(store, tmp_path, [Wanted(document.id, "shd-1")])
    (row,) = store.rows("SELECT * FROM documents")
    assert msgspec.convert(row, Document) == document
    (claim,) = PlainReading().read_document(document).claims
    (row,) = store.rows("SELECT * FROM claims")
    row["said_by"] = [link[0] if len(link) == 1 else link for link in row["said_by"]]
    assert msgspec.convert(row, Claim) == claim
    assert claim.said_by == ("Plain Agency", ("one", "two"))


def test_evidence_is_cut_at_the_same_characters(store: Store, tmp_path: Path) -> None:
    document = make_document("odd", ODD + ODD)
    write(tmp_path, "shd-1", document)
    load(store, tmp_path, [Wanted(document.id, "shd-1")])
    rows = list(store.rows('SELECT quote, start, "end" FROM listed_claims'))
    assert len(rows) == 2
    assert all(row["quote"] == document.text[row["start"] : row["end"]] for row in rows)


def test_only_what_is_wanted_of_a_shard_comes_in(store: Store, tmp_path: Path) -> None:
    documents = [make_document(name, f"{name} shelled Strelsau.") for name in "abc"]
    write(tmp_path, "shd-1", *documents)
    assert load(store, tmp_path, [Wanted(documents[1].id, "shd-1")]) == Loaded(1, 0)
    assert [row["own_id"] for row in store.rows("SELECT own_id FROM documents")] == ["b"]
    assert load(store, tmp_path, [Wanted(documents[2].id, "shd-1")]) == Loaded(1, 1)
    assert [row["actor"] for row in store.rows("SELECT actor FROM claims")] == [["c"]]


def test_a_document_is_replaced_by_its_later_shard(store: Store, tmp_path: Path) -> None:
    document = make_document("a", "One. Two.")
    write(tmp_path, "shd-1", document)
    load(store, tmp_path, [Wanted(document.id, "shd-1")])
    reading = DocumentReading(document=document)
    write_shard(tmp_path, Shard(id="shd-2", reading="plain-2", readings=[reading]))
    assert load(store, tmp_path, [Wanted(document.id, "shd-2")]) == Loaded(1, 1)
    assert [len(rows) for rows in dump_store(store).values()][:1] == [0]
    assert len(dump_store(store)["documents"]) == 1


def test_loading_twice_is_loading_once(store: Store, tmp_path: Path) -> None:
    document = make_document("a", "One. Two.")
    write(tmp_path, "shd-1", document)
    wanted = [Wanted(document.id, "shd-1", "a.txt", "ff")]
    load(store, tmp_path, wanted)
    once = dump_store(store)
    assert load(store, tmp_path, wanted) == Loaded(0, 0)
    assert dump_store(store) == once
    assert once["documents"][0][15:17] == ("a.txt", "ff")


def test_a_load_that_fails_changes_nothing(store: Store, tmp_path: Path) -> None:
    document = make_document("a", "One. Two.")
    write(tmp_path, "shd-1", document)
    load(store, tmp_path, [Wanted(document.id, "shd-1")])
    once = dump_store(store)
    write(tmp_path, "shd-2", make_document("b", "Three."))
    (tmp_path / "shd-2" / "claims.ndjson.gz").write_bytes(b"torn")
    with pytest.raises(StoreError, match=r"claims\.ndjson\.gz"):
        load(store, tmp_path, [Wanted(make_document("b", "Three.").id, "shd-2")])
    assert dump_store(store) == once


def test_a_very_long_line_is_loaded(store: Store, tmp_path: Path) -> None:
    reading = DocumentReading(document=make_document("long", "x" * 20_000_000))
    note = write_shard(tmp_path, Shard(id="shd-1", reading="plain-1", readings=[reading]))
    load(store, tmp_path, [Wanted(reading.document.id, "shd-1")], longest=note.longest_bytes)
    assert [row["n"] for row in store.rows("SELECT length(text) AS n FROM documents")] == [20_000_000]


def test_the_latest_version_of_a_work_speaks(store: Store, tmp_path: Path) -> None:
    days = {"One.": None, "Two.": "1994-04-08", "Three.": "1994-04-07"}
    documents = [make_document("a", text, published=day) for text, day in days.items()]
    write(tmp_path, "shd-1", *documents)
    load(store, tmp_path, [Wanted(document.id, "shd-1") for document in documents])
    assert [(row["text"], row["version"]) for row in store.rows("SELECT * FROM versions ORDER BY version")] == [
        ("One.", 1),
        ("Three.", 2),
        ("Two.", 3),
    ]
    assert [row["text"] for row in store.rows("SELECT * FROM speaking_documents")] == ["Two."]
    assert [row["actor"] for row in store.rows("SELECT * FROM spoken_claims")] == [["Two"]]
