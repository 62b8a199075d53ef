"""The publishers' table beside what is read, and the one that the user names."""

from __future__ import annotations

from pathlib import Path

from tidings.readers import Publisher, find_publishers, read_paths
from tidings.records import Document, Drop

TABLE = """id,name,kind,country,side
courier,The Harbour Courier,daily newspaper,XX,independent
hpo,Harbour Press Office,,,
"""
COURIER = Publisher(id="courier", name="The Harbour Courier", kind="daily newspaper", country="XX", side="independent")


def make_folder(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "publishers.csv").write_text(TABLE)
    (folder / "a.txt").write_text("All quiet on the river, the harbour master said on Tuesday.")
    return folder


def test_beside_a_file_in_a_folder_and_below_it(tmp_path: Path) -> None:
    deep = make_folder(tmp_path / "x" / "y")
    for path in (deep, deep / "a.txt", tmp_path):
        publishers, errors = find_publishers([path])
        assert publishers == (COURIER, Publisher(id="hpo", name="Harbour Press Office"))
        assert not errors
    assert find_publishers([tmp_path / "nowhere"]) == ((), ())


def test_the_table_is_never_a_report(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    found = list(read_paths([folder, folder / "publishers.csv"]))
    assert [one.own_id for one in found if isinstance(one, Document)] == ["a"]
    assert not [one for one in found if isinstance(one, Drop)]


def test_the_named_table_rules_alone(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "reports")
    other = tmp_path / "others.csv"
    other.write_text("id;name\nradio;Velm Radio\n")
    assert find_publishers([folder], other) == ((Publisher(id="radio", name="Velm Radio"),), ())


def test_a_bad_table_beside_reports_is_dropped_and_they_are_read(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    for table, reason in (
        ("name\nVelm Radio\n", "no publishers table: it has no id column (columns: name)"),
        (TABLE + "courier,Again,,,\n", "publisher 3 of publishers.csv has the id courier again"),
        ("id,name\n,Nobody\n", "publisher 1 of publishers.csv has no id"),
        ("", "no publishers table: it has no id column (columns: none)"),
    ):
        (folder / "publishers.csv").write_text(table)
        drop, document = read_paths([folder])
        assert isinstance(drop, Drop)
        assert (drop.what, drop.reason) == ("publishers.csv", reason)
        assert isinstance(document, Document)
