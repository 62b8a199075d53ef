"""Files that are missing, cut short, damaged or of another version are told so, and nothing is read from them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tidings.errors import MissingResource
from tidings.gazetteers import Gazetteer
from tidings.gazetteers.tables import MAGIC, Table, write_table


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "t.gaz"
    write_table(path, 3, {"number:i4": [1, -2, 3], "word:text": ["one", "", "drei"], "big:u8": [2**63, 0, 5]}, note="x")
    return path


def test_what_is_written_is_read(path: Path) -> None:
    table = Table(path)
    assert len(table) == 3
    assert list(table.column("number")) == [1, -2, 3]
    assert [table.text("word", row) for row in range(3)] == ["one", "", "drei"]
    assert table.column("big")[0] == 2**63
    assert table.about["note"] == "x"


def test_the_same_content_gives_the_same_bytes(path: Path, tmp_path: Path) -> None:
    write_table(tmp_path / "u.gaz", 1, {"a:u1": [1]})
    write_table(tmp_path / "v.gaz", 1, {"a:u1": [1]})
    assert (tmp_path / "u.gaz").read_bytes() == (tmp_path / "v.gaz").read_bytes()


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingResource, match=r"none\.gaz is not there; .*make geodata"):
        Table(tmp_path / "none.gaz")


@pytest.mark.parametrize("kept", [0, 5, 11, 40, -1])
def test_a_file_that_is_cut_short(path: Path, kept: int) -> None:
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(MissingResource, match=r"cut short|empty"):
        Table(path)


def test_a_file_of_another_version(path: Path) -> None:
    path.write_bytes(b"tdgaz009" + path.read_bytes()[len(MAGIC) :])
    with pytest.raises(MissingResource, match="of version 009; this tidings reads version 001"):
        Table(path)


def test_a_file_of_another_kind(path: Path) -> None:
    path.write_bytes(b"PK\3\4" * 20)
    with pytest.raises(MissingResource, match="is not a gazetteer file"):
        Table(path)


def test_a_gazetteer_without_its_files(tmp_path: Path) -> None:
    with pytest.raises(MissingResource, match=r"manifest\.json is not there"):
        Gazetteer(tmp_path)
