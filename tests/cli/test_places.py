"""`tidings places`: look-ups and added districts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.gazetteers.test_added import write_file
from tidings.gazetteers import load_gazetteer


@pytest.fixture(autouse=True)
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for what is added."""
    monkeypatch.setenv("TIDINGS_PLACES", str(tmp_path / "added"))
    load_gazetteer.cache_clear()
    return tmp_path / "added"


def rows(said: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in said.splitlines()]


def test_a_bare_name_is_looked_up(tidings: Run) -> None:
    said = tidings("places", "Dawlat Abad", "--context", "Faryab", "--format", "jsonl")
    assert said.exit_code == 0
    first, *others = rows(said.stdout)
    assert (first["pcode"], first["chosen"], first["precision"]) == ("AF2909", True, 3)
    assert not any(row["chosen"] for row in others)
    assert any(str(reason).startswith("near or within") for reason in first["reasons"])  # type: ignore[attr-defined]


def test_find_is_the_same(tidings: Run) -> None:
    assert tidings("places", "find", "Gao").stdout == tidings("places", "Gao").stdout != ""


def test_an_ambiguous_name_has_no_chosen_place(tidings: Run) -> None:
    found = rows(tidings("places", "Arghandab", "--format", "jsonl").stdout)
    assert {row["pcode"] for row in found} >= {"AF2605", "AF2702"}
    assert not any(row["chosen"] for row in found)


@pytest.mark.parametrize("format_", ["table", "csv", "parquet"])
def test_other_formats(tidings: Run, folder: Path, format_: str) -> None:
    out = folder / f"x.{format_}"
    assert tidings("places", "Gao", "--format", format_, "--out", str(out)).exit_code == 0
    assert b"Gao" in out.read_bytes()


@pytest.mark.parametrize(
    "arguments, says",
    [
        (("Qwxtrazzle",), "no place is called 'Qwxtrazzle' here"),
        (("Gao", "--country", "Atlantis"), "no country is called 'Atlantis'"),
        (("add", "--country", "QQ", "--adm2", "x.geojson"), "no country has the code 'QQ'"),
        (("add", "--country", "ML", "--adm2", "none.geojson"), "none.geojson cannot be read"),
    ],
)
def test_wrong_use_is_told_in_a_line(tidings: Run, arguments: tuple[str, ...], says: str) -> None:
    said = tidings("places", *arguments)
    assert said.exit_code == 2
    assert says in said.stderr and len(said.stderr.splitlines()) == 1


def test_added_districts_are_used_and_told_by_doctor(tidings: Run, folder: Path, added: Path) -> None:
    said = tidings("places", "add", "--country", "ML", "--adm2", str(write_file(folder)))
    assert said.stdout == f"added 2 districts of ML; they are kept in {added / 'ML'}\n"
    load_gazetteer.cache_clear()
    assert "adm:ML0702" in {row["id"] for row in rows(tidings("places", "Ansongo").stdout)}
    assert "districts of ML" in tidings("doctor").stdout


def test_doctor_names_whose_data_they_are(tidings: Run) -> None:
    said = tidings("doctor").stdout
    for source in load_gazetteer().sources:
        assert source.attribution in said
