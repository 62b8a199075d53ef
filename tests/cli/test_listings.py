"""What `documents` and `claims` list, and in which formats."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.cli.conftest import Run
from tests.stand_ins import write_rows

DOCUMENT_KEYS = [
    "doc", "publisher", "publisher_basis", "author", "published", "published_basis", "title", "kind", "language",
    "dropped_because",
]  # fmt: skip
CLAIM_KEYS = {
    "doc", "act", "actor", "target", "place", "destination", "first", "last", "precision", "counts", "said_by",
    "stance", "certainty", "manner", "hedged", "start", "end", "quote", "id",
    "actor_ids", "target_ids", "place_ids", "destination_ids", "speaker_ids",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _read(tidings: Run, reports: Path) -> None:
    assert tidings("read", "in").exit_code == 0


def rows_of(tidings: Run, *arguments: str) -> list[dict[str, Any]]:
    said = tidings(*arguments)
    assert said.exit_code == 0, said.output
    return [json.loads(line) for line in said.stdout.splitlines()]


def test_documents_tell_what_was_read_and_what_was_dropped(tidings: Run) -> None:
    rows = rows_of(tidings, "documents", "--format", "jsonl")
    assert [list(row)[:10] for row in rows] == [DOCUMENT_KEYS] * 3
    dropped, first, _ = sorted(rows, key=lambda row: row["doc"])
    assert dropped["dropped_because"]
    assert (first["doc"], first["published"], first["dropped_because"]) == ("r00000", "1994-04-06", None)


def test_a_document_that_is_kept_unread_tells_why(tidings: Run, folder: Path) -> None:
    write_rows(folder / "in" / "b.jsonl", [{"id": "fr", "text": "C'est FOREIGN."}])
    tidings("read", "in")
    (row,) = [row for row in rows_of(tidings, "documents", "--format", "jsonl") if row["doc"] == "fr"]
    assert row["dropped_because"] == "written in fr: only English is read"


def test_claims_have_the_fields_of_the_claims_page(tidings: Run) -> None:
    rows = rows_of(tidings, "claims", "--format", "jsonl")
    assert len(rows) == 4
    assert all(set(row) >= CLAIM_KEYS and "made_by" not in row for row in rows)
    first = rows[0]
    assert first["doc"] == "r00000"
    assert first["actor"] == "Ruritania", "one name stands as itself"
    assert first["place"] == ["shelled", "Strelsau"], "several are a list"
    assert first["target"] is None, "none is null"
    assert first["said_by"] == ["Plain Agency", ["one", "two"]], "speakers side by side share a link"
    assert first["first"] == "1994-04-06"
    assert first["quote"] == "Ruritania shelled Strelsau 0 times today."
    assert first["counts"] == [
        {
            "what": "killed", "low": 6, "high": None, "of": None, "basis": None, "about": False, "out_of": None,
            "text": "6",
        }
    ]  # fmt: skip
    assert isinstance(first["counts"][0]["low"], int)


def test_explain_names_the_rows_and_rules(tidings: Run) -> None:
    rows = rows_of(tidings, "claims", "--explain", "--format", "jsonl")
    assert all(row["made_by"] == ["acts/plain", "rule/plain"] for row in rows)


def test_only_the_version_that_speaks_is_listed(tidings: Run, folder: Path) -> None:
    later = {"id": "r00000", "text": "Strelsau was spared.", "published": "1994-04-09", "publisher": "plain-paper"}
    write_rows(folder / "in" / "b.jsonl", [later])
    tidings("read", "in")
    spoken = [row["quote"] for row in rows_of(tidings, "claims", "--where", "doc = 'r00000'")]
    assert spoken == ["Strelsau was spared."]
    assert len(rows_of(tidings, "claims", "--every-version", "--where", "doc = 'r00000'")) == 3
    versions = [row["version"] for row in rows_of(tidings, "documents") if row["doc"] == "r00000"]
    assert versions == [1, 2]


def test_where_is_a_condition_in_sql(tidings: Run) -> None:
    rows = rows_of(tidings, "claims", "--where", "list_contains(actor, 'Nobody') -- people")
    assert [row["actor"] for row in rows] == ["Nobody", "Nobody"]


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ("colour = 'red'", "--where is not understood: Binder Error.*columns are: doc, act"),
        ("act =", "--where is not understood: Parser Error"),
        ("first = 'soon'", "--where is not understood: Conversion Error"),
        ("true); DROP TABLE claims; SELECT (true", "--where takes one condition"),
    ],
)
def test_a_wrong_condition_is_wrong_use(tidings: Run, where: str, message: str) -> None:
    said = tidings("claims", "--where", where)
    assert said.exit_code == 2
    assert re.search(message, said.stderr), said.stderr
    assert len(rows_of(tidings, "claims")) == 4


def test_csv_has_one_cell_a_value(tidings: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(tidings("claims", "--format", "csv").stdout)))
    assert len(rows) == 4
    assert rows[0]["place"] == "shelled; Strelsau"
    assert rows[0]["target"] == ""
    assert rows[0]["hedged"] == "false"
    assert json.loads(rows[0]["said_by"]) == ["Plain Agency", ["one", "two"]]


def test_parquet_goes_to_a_file_in_the_types_of_the_store(tidings: Run, folder: Path) -> None:
    assert tidings("claims", "--format", "parquet", "--out", "it's.parquet").exit_code == 0
    with duckdb.connect() as connection:
        found = connection.execute("SELECT actor, first, said_by FROM 'it''s.parquet'").fetchall()
    assert len(found) == 4
    assert found[0][0] == ["Ruritania"]
    assert found[0][2] == [["Plain Agency"], ["one", "two"]]


def test_parquet_on_a_screen_is_wrong_use(tidings: Run) -> None:
    said = tidings("claims", "--format", "parquet")
    assert said.exit_code == 2
    assert "name a file with --out FILE" in said.stderr


@pytest.mark.parametrize("format_", ["jsonl", "csv", "table"])
def test_a_file_holds_what_the_screen_would_show(tidings: Run, folder: Path, format_: str) -> None:
    assert tidings("documents", "--format", format_, "--out", "out.txt").stdout == ""
    written = Path("out.txt").read_text(encoding="utf-8")
    assert "r00000" in written
    if format_ != "table":
        assert written == tidings("documents", "--format", format_).stdout


def test_a_file_in_a_folder_that_is_not_there_is_wrong_use(tidings: Run) -> None:
    assert tidings("documents", "--out", "none/out.jsonl").exit_code == 2


def test_a_table_shows_the_columns_that_it_has_room_for(tidings: Run) -> None:
    shown = tidings("documents", "--format", "table").stdout
    assert "dropped_because" in shown.splitlines()[0]
    assert "r00000" in shown
