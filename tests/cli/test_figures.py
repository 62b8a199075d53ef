"""`tidings figures` lists figures by whose rule, and what does not come out."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.events.literal import put
from tests.situations.folding import REPORTS, killed, total
from tidings.settings import Settings
from tidings.situations.figures import fold_figures
from tidings.situations.figures.fold import RULES
from tidings.store import open_store

KEYS = ["what", "of", "place", "pcode", "first", "last", "basis", "by", "out_of", "low", "best", "high", "rule"]


@pytest.fixture(autouse=True)
def _store(folder: Path) -> None:
    settings = Settings(store=folder / "s.duckdb")
    claims = [
        killed("alpha-1", 9, of="civilians", said_by="doctor", place=("Harrow", "Selby")),
        killed("beta-1", 12, of="civilians", said_by="elder", place=("Selby", "Harrow")),
        *(total("alpha-1", n, what=what, at=at) for n, what, at in ((1659, "killed", 19), (3254, "injured", 29))),
        total("alpha-1", 5183, what="casualties", at=39),
    ]
    with open_store(settings.store, settings) as store:
        put(store.connection, REPORTS, claims)
        fold_figures(store.connection)


def rows_of(tidings: Run, *arguments: str) -> list[dict[str, Any]]:
    said = tidings("figures", "--format", "jsonl", *arguments)
    assert said.exit_code == 0, said.output
    return [json.loads(line) for line in said.output.splitlines()]


def test_the_plain_rule_is_listed_unless_another_is_asked_for(tidings: Run) -> None:
    rows = rows_of(tidings)
    assert len(rows) == 4
    assert [*rows[0]][: len(KEYS)] == KEYS
    assert {row["rule"] for row in rows} == {"tidings"}
    first = rows[0]
    assert (first["low"], first["best"], first["high"], first["place"]) == (9, 12, 12, "Harrow; Selby")
    assert first["first"] == "1999-05-09"
    assert len(first["claim_ids"]) == 2


def test_houses_stand_side_by_side(tidings: Run) -> None:
    assert [row["rule"] for row in rows_of(tidings, "--rule", "ibc", "--rule", "acled")][:2] == ["ibc", "acled"]
    assert [row["rule"] for row in rows_of(tidings, "--rule", "all")][: len(RULES)] == list(RULES)


def test_an_unknown_house_is_refused_with_those_there_are(tidings: Run) -> None:
    said = tidings("figures", "--rule", "uppsala")
    assert said.exit_code == 2
    assert all(rule in said.output for rule in RULES)


def test_checks_are_listed_instead(tidings: Run) -> None:
    (row,) = rows_of(tidings, "--checks")
    assert row["kind"] == "sum"
    assert row["cause"] == "transposed digits: 3,254 for 3,524"
    assert len(row["claim_ids"]) == 3


def test_figures_go_into_tables_too(tidings: Run, folder: Path) -> None:
    table = list(csv.DictReader(io.StringIO(tidings("figures", "--format", "csv").output)))
    assert (table[0]["low"], table[0]["best"], table[0]["place"]) == ("9", "12", "Harrow; Selby")
    assert tidings("figures", "--format", "parquet", "--out", "f.parquet").exit_code == 0
    assert (folder / "f.parquet").stat().st_size > 0
