"""Every trouble that a store can be in is told with what to do about it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import msgspec
import pytest

from tests.stand_ins import dump, plain_settings, some_rows, write_rows
from tidings.errors import StoreError
from tidings.pipeline import read, rebuild
from tidings.records import Claim, Count, Document, Drop, Event, Record, Sentence
from tidings.settings import Settings
from tidings.store import open_store
from tidings.store.opening import migrations, schema_version, told


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a store that holds a few reports."""
    settings = plain_settings(tmp_path)
    read([write_rows(tmp_path / "a.jsonl", [*some_rows(5), {"id": "empty"}])], settings)
    return settings


@contextmanager
def held_elsewhere(path: Path) -> Iterator[int]:
    """Another process that has the store open."""
    script = f"import duckdb; c = duckdb.connect({str(path)!r}); print('open', flush=True); input()"
    process = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    try:
        yield process.pid
    finally:
        process.communicate("\n")


@pytest.mark.parametrize("read_only", [True, False])
def test_a_locked_store_names_who_holds_it(settings: Settings, read_only: bool) -> None:
    with held_elsewhere(settings.store) as pid, pytest.raises(StoreError, match=f"held by process {pid} .*wait until"):
        open_store(settings.store, settings, read_only=read_only)


def test_a_newer_schema_is_left_alone(settings: Settings) -> None:
    newest = max(migrations())
    with open_store(settings.store, settings) as store:
        store.connection.execute("INSERT INTO schema_steps VALUES (99)")
    with pytest.raises(StoreError, match=f"has schema 99, this tidings knows {newest} at most; install the newer"):
        open_store(settings.store, settings)


@pytest.mark.parametrize("damage", ["header", "text", "cut"])
def test_a_damaged_store_is_built_again_from_its_shards(settings: Settings, damage: str) -> None:
    once, content = dump(settings), settings.store.read_bytes()
    damaged = {"header": b"\0" * 4096 + content[4096:], "text": b"no store at all", "cut": content[: len(content) // 3]}
    settings.store.write_bytes(damaged[damage])
    with pytest.raises(StoreError, match=r"doctor --rebuild --store .*s\.duckdb"):
        dump(settings)
    aside = rebuild(settings)
    assert aside is not None
    assert aside.read_bytes() == damaged[damage]
    assert dump(settings) == once


def test_a_lost_store_is_built_again_by_the_next_read(settings: Settings, tmp_path: Path) -> None:
    once = dump(settings)
    settings.store.unlink()
    with pytest.raises(StoreError, match="it can be built again from"):
        open_store(settings.store, settings, read_only=True)
    assert read([tmp_path / "a.jsonl"], settings).known == 5
    assert dump(settings) == once


def test_no_store_yet_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="run: tidings read FOLDER"):
        open_store(tmp_path / "none.duckdb", Settings(), read_only=True)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"the folder .*none for the store s\.duckdb is not there"):
        open_store(tmp_path / "none" / "s.duckdb", Settings())


def test_a_file_of_another_making_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE sales (day DATE)")
    with pytest.raises(StoreError, match="no store of tidings; name another file"):
        open_store(path, Settings())


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (duckdb.IOException("Could not write file: No space left on device"), "is full; nothing that was read is lost"),
        (OSError(28, "No space left on device"), "is full; nothing that was read is lost"),
        (duckdb.OutOfMemoryException("Out of Memory Error: failed to allocate"), "set a larger memory_limit"),
        (duckdb.IOException("Something else"), "cannot be used: Something else"),
    ],
)
def test_what_duckdb_says_is_told_in_words(error: Exception, message: str) -> None:
    with pytest.raises(StoreError, match=message), told(Path("s.duckdb")):
        raise error


def test_nothing_may_be_fetched_and_memory_is_bounded(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.duckdb", Settings(memory_limit="512MB", threads=1)) as store:
        said = {row["name"]: row["value"] for row in store.rows("SELECT name, value FROM duckdb_settings()")}
    assert said["autoinstall_known_extensions"] == said["autoload_known_extensions"] == "false"
    assert (said["memory_limit"], said["threads"]) == ("488.2 MiB", "1")


def test_a_store_of_each_older_schema_is_brought_up_to_date(tmp_path: Path) -> None:
    for oldest in migrations():
        path = tmp_path / f"{oldest}.duckdb"
        with duckdb.connect(str(path)) as connection:
            connection.execute("CREATE TABLE schema_steps (step INTEGER NOT NULL)")
            for step in (step for step in migrations() if step <= oldest):
                connection.execute(migrations()[step])
                connection.execute("INSERT INTO schema_steps VALUES (?)", [step])
        with open_store(path, Settings()) as store:
            assert schema_version(store) == max(migrations())


@pytest.mark.parametrize(
    ("table", "record", "more"),
    [
        ("documents", Document, set()),
        ("sentences", Sentence, {"id"}),
        ("claims", Claim, set()),
        ("drops", Drop, {"id", "document_id"}),
        ("events", Event, set()),
    ],
)
def test_columns_are_the_fields_of_the_record(tmp_path: Path, table: str, record: type[Record], more: set[str]) -> None:
    with open_store(tmp_path / "s.duckdb", Settings()) as store:
        columns = {row["column_name"] for row in store.rows(f"DESCRIBE {table}")}
        counts = next(store.rows("SELECT data_type FROM duckdb_columns() WHERE column_name = 'counts'"))["data_type"]
    assert columns == {field.name for field in msgspec.structs.fields(record)} | more
    assert all(field.name in counts for field in msgspec.structs.fields(Count))
