"""`tidings actors`."""

import json
from pathlib import Path

from tests.cli.conftest import Run

KEYS = "id name kind inter sector country of allies enemies aliases since until on score reasons source".split()


def test_an_actor_is_shown_with_the_ties_of_the_day(tidings: Run) -> None:
    result = tidings("actors", "Zabihullah Mujahid", "--on", "2021-06-24", "--format", "jsonl")
    assert result.exit_code == 0
    row = json.loads(result.stdout.splitlines()[0])
    assert list(row) == KEYS
    assert row["of"] == ["taliban (spokesman) 2007-01-01.."]
    assert "FARC" in json.loads(tidings("actors", "FARC", "--format", "jsonl").stdout)["aliases"]


def test_the_country_settles_a_name_of_several(tidings: Run) -> None:
    ids = [json.loads(line)["id"] for line in tidings("actors", "ELN", "--country", "Bolivia").stdout.splitlines()]
    assert ids == ["eln.bolivia", "eln"]


def test_formats(tidings: Run, folder: Path) -> None:
    assert tidings("actors", "LTTE", "--format", "table").stdout.startswith("name")
    assert "id,name,kind" in tidings("actors", "LTTE", "--format", "csv").stdout
    assert tidings("actors", "LTTE", "--format", "parquet", "--out", "a.parquet").exit_code == 0
    assert (folder / "a.parquet").stat().st_size > 0
    assert tidings("actors", "LTTE", "--format", "parquet").exit_code == 2


def test_nobody_of_that_name(tidings: Run) -> None:
    result = tidings("actors", "Hill Weavers League")
    assert result.exit_code == 2
    assert "nobody is called 'Hill Weavers League'" in result.stderr


def test_a_table_of_ones_own_and_a_bad_one(tidings: Run, folder: Path) -> None:
    head = "id,name,aliases,kind,country,of,allies,enemies,since,until\n"
    settings = (folder / "tidings.toml").read_text(encoding="utf-8")
    (folder / "tidings.toml").write_text(settings + 'actors = "own.csv"\n', encoding="utf-8")
    (folder / "own.csv").write_text(head + "hwl,Hill Weavers League,,party,Nepal,,,,,\n", encoding="utf-8")
    assert json.loads(tidings("actors", "Hill Weavers League").stdout)["id"] == "hwl"
    (folder / "own.csv").write_text(head + "hwl,Hill Weavers League,,party,Nepal,,,,1990-02-31,\n", encoding="utf-8")
    result = tidings("actors", "LTTE")
    assert result.exit_code == 2
    assert "line 2: '1990-02-31' is no day" in result.stderr
