"""Which of several tellings of one document is kept, what becomes of drops, and how documents are put into tasks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stand_ins import dump, make_document, plain_settings, write_rows
from tidings.engines.runs import lies_under, make_tasks
from tidings.pipeline import read
from tidings.settings import Settings

EARLY: dict[str, object] = {"id": "r1", "text": "Ruritania shelled Strelsau again today.", "published": "1994-04-06"}
LATE = EARLY | {"published": "1994-05-06"}
UNDATED = EARLY | {"published": None}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return plain_settings(tmp_path)


def days(settings: Settings) -> list[str]:
    """The day of each document, and of each claim made of it."""
    stored = dump(settings)
    return [str(row[13]) for row in stored["documents"]] + [str(row[8]) for row in stored["claims"]]


@pytest.mark.parametrize("rows", [[EARLY, LATE, UNDATED], [UNDATED, LATE, EARLY], [LATE, EARLY, UNDATED]])
def test_tellings_that_differ_make_one_document_whatever_their_order(
    settings: Settings, tmp_path: Path, rows: list[dict[str, object]]
) -> None:
    files = [write_rows(tmp_path / f"{number}.jsonl", [row]) for number, row in enumerate(rows)]
    counts = read(files, settings)
    assert counts.found == 3 == counts.new + counts.again + counts.known
    assert days(settings) == ["1994-04-06", "1994-04-06"]
    assert read(files, settings).known == 3


@pytest.mark.parametrize("rows", [[EARLY, LATE], [LATE, EARLY]])
def test_the_same_holds_in_one_file_and_over_several_runs(
    settings: Settings, tmp_path: Path, rows: list[dict[str, object]]
) -> None:
    file = write_rows(tmp_path / "a.jsonl", rows)
    for _ in range(3):
        read([file], settings)
        assert days(settings) == ["1994-04-06", "1994-04-06"]
    assert read([file], settings).known == 2


def test_a_file_that_was_corrected_is_read_again_and_its_later_word_stands(settings: Settings, tmp_path: Path) -> None:
    for row in (EARLY, LATE, EARLY, UNDATED):
        counts = read([write_rows(tmp_path / "a.jsonl", [row])], settings)
        assert days(settings) == [str(row["published"])] * 2
    assert counts.again == 1


def test_a_document_found_in_two_places_shows_the_first_of_them(settings: Settings, tmp_path: Path) -> None:
    later, earlier = (write_rows(tmp_path / name, [EARLY]) for name in ("b.jsonl", "a.jsonl"))
    read([later], settings)
    counts = read([earlier], settings)
    assert (counts.new, counts.again, counts.known) == (0, 0, 1)
    assert [row[15] for row in dump(settings)["documents"]] == [str(earlier)]


def test_a_drop_goes_when_its_file_is_mended_and_others_stay(settings: Settings, tmp_path: Path) -> None:
    good = {"id": "g", "text": "All is well."}
    one = write_rows(tmp_path / "one.jsonl", [good, {"id": "bad"}])
    two = write_rows(tmp_path / "two.jsonl", [{"id": "worse"}])
    read([one, two], settings)
    write_rows(one, [good, {"id": "bad", "text": "Now it has a text."}])
    read([one], settings)
    assert [row[3] for row in dump(settings)["drops"]] == ["worse"]
    read([tmp_path], settings)
    assert [row[3] for row in dump(settings)["drops"]] == ["worse"]


@pytest.mark.parametrize(
    ("where", "lies"),
    [
        ("in/a.csv", True),
        ("in/a.csv, row 3", True),
        ("in/a.csv:3", True),
        ("in/a.csv.txt", False),
        ("in/a", False),
    ],
)
def test_where_a_drop_lies(where: str, lies: bool) -> None:
    assert lies_under(where, [Path("in/a.csv")]) is lies


def test_tasks_are_small_at_first_and_never_much_larger_than_asked() -> None:
    documents = [make_document(str(number), "x" * 2000) for number in range(2000)]
    tasks = list(make_tasks(documents, "plain-1", 100_000))
    sizes = [sum(len(document.text) for document in task.documents) for task in tasks]
    assert sum(len(task.documents) for task in tasks) == 2000
    assert len({task.shard for task in tasks}) == len(tasks)
    assert sizes[0] == 10_000
    assert max(sizes) <= 102_000
    assert all(size <= max(12_000, sum(sizes[:at]) / 10 + 2000) for at, size in enumerate(sizes))
