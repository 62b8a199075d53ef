"""One suite for all exporters: out and back reaches every claim, and nothing that did not happen is a row."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tidings.errors import SettingsError, TidingsError
from tidings.exporters import export, read_sidecar
from tidings.exporters.sidecar import NOT_TOLD
from tidings.plugins import BUILT_IN, Sidecar, load_plugin
from tidings.store import Store

NAMES = sorted(BUILT_IN["exporter"])
# whose rows are events: the others hold claims as they are
OF_EVENTS = ("acled", "ucdp", "plover", "geojson", "geopackage")


def by_column(column: str) -> Callable[[Path], list[str]]:
    def read(path: Path) -> list[str]:
        with path.open(encoding="utf-8", newline="") as file:
            return [row[column] for row in csv.DictReader(file)]

    return read


def read_layer(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as package:
        return [row[0] for row in package.execute("SELECT feature_id FROM events")]


# how the rows of each file are told apart
KEYS: dict[str, Callable[[Path], list[str]]] = {
    "acled": by_column("event_id_cnty"),
    "ucdp": by_column("id"),
    "plover": lambda path: [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()],
    "geojson": lambda path: [feature["id"] for feature in json.loads(path.read_text(encoding="utf-8"))["features"]],
    "geopackage": read_layer,
    "claim-jsonld": lambda path: [claim["@id"] for claim in json.loads(path.read_text(encoding="utf-8"))["@graph"]],
}


def values(copy: Store, sql: str) -> set[Any]:
    return {next(iter(row.values())) for row in copy.rows(sql)}


def claims_of_table(path: Path, column: str) -> set[str]:
    """The claims that a table names, read by DuckDB from the file itself."""
    with duckdb.connect() as connection:
        reader = f"read_parquet('{path}')" if path.suffix == ".parquet" else f"read_csv('{path}', all_varchar = true)"
        rows = connection.execute(f'SELECT "{column}" FROM {reader}').fetchall()
    found: set[str] = set()
    for (value,) in rows:
        found |= set(json.loads(value) if isinstance(value, str) and value.startswith("[") else
                     value if isinstance(value, list) else [value])  # fmt: skip
    return found


def reached(lines: Iterable[dict[str, Any]], folder: Path) -> set[str]:
    found: set[str] = set()
    for line in lines:
        found |= set(line.get("claim_ids", ()))
        if line.get("claim_ids_in") and (folder / line["table"]).exists():
            found |= claims_of_table(folder / line["table"], line["claim_ids_in"])
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_claim_is_reached_and_every_row_leads_to_claims(name: str, copy: Store, out: Path) -> None:
    done = export(copy.connection, name, out / name)
    lines = list(read_sidecar(done.sidecar))
    speaking = values(copy, "SELECT id FROM picture.claims WHERE is_speaking")
    assert len(speaking) > 15
    assert reached(lines, done.out) == speaking
    rows = [line for line in lines if "row" in line]
    if name in KEYS:
        assert sorted(KEYS[name](done.out)) == sorted(line["row"] for line in rows)
        assert rows
    assert all(line["claim_ids"] for line in rows)
    assert not [line for line in lines if line.get("reason") == NOT_TOLD]
    told = {line["left_out"] for line in lines if "left_out" in line}
    assert len(told) == done.left_out == lines[-1]["tally"]["left_out"]


@pytest.mark.parametrize("name", OF_EVENTS)
def test_what_is_planned_feared_or_denied_is_no_row_and_is_told(name: str, copy: Store, out: Path) -> None:
    done = export(copy.connection, name, out / name)
    lines = list(read_sidecar(done.sidecar))
    rows = {event_id for line in lines if "row" in line for event_id in line["event_ids"]}
    left_out = {line["left_out"]: line["reason"] for line in lines if "left_out" in line}
    others = {
        row["id"]: row["standing"]
        for row in copy.rows(
            "SELECT id, standing FROM picture.events WHERE standing IN ('planned', 'feared', 'denied')"
        )
    }
    assert {"planned", "feared"} <= set(others.values())
    assert not rows & set(others)
    assert {left_out[event_id] for event_id in others} == {f"the event is {standing}" for standing in others.values()}


@pytest.mark.parametrize("name", NAMES)
def test_the_sidecar_says_what_it_belongs_to(name: str, copy: Store, out: Path) -> None:
    done = export(copy.connection, name, out / name)
    about = next(iter(read_sidecar(done.sidecar)))["about"]
    picture = next(copy.rows("SELECT * FROM picture.about"))
    assert about["export"] == name
    assert about["rule"] == {"acled": "acled", "ucdp": "ucdp", "plover": "tidings"}.get(name)
    for key in ("picture", "rules", "settings", "tidings", "schema"):
        assert about[key] == picture[key]
    assert about["coverage"]["documents"] == 10
    assert about["coverage"]["first_published"] == "1999-05-16"
    assert about["coverage"]["claims"] == picture["claims"]


def contents(path: Path) -> dict[str, bytes]:
    files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
    return {file.name: file.read_bytes() for file in files}


@pytest.mark.parametrize("name", NAMES)
def test_the_same_picture_gives_the_same_bytes(name: str, copy: Store, out: Path) -> None:
    first = export(copy.connection, name, out / name)
    before = contents(first.out), first.sidecar.read_bytes()
    second = export(copy.connection, name, out / name)  # over the first one
    assert (contents(second.out), second.sidecar.read_bytes()) == before
    assert not [path for path in out.iterdir() if path.name.startswith(".")]


def test_denials_ranges_and_speakers_are_told_where_the_schema_cannot_hold_them(copy: Store, out: Path) -> None:
    done = export(copy.connection, "acled", out / "events.csv")
    lines = list(read_sidecar(done.sidecar))
    deniers = [name for line in lines if "row" in line for names in _denied(line).values() for name in names]
    assert {"nigerian army", "saudi arabia"} & {name.lower() for name in deniers}
    figures = [figure for line in lines if "row" in line for figure in line["untold"].get("figures", ())]
    assert any(figure["low"] == 141 and figure["high"] is None for figure in figures), "more than 140"


def _denied(line: dict[str, Any]) -> dict[str, list[str]]:
    denied: dict[str, list[str]] = line["untold"].get("denied_by", {})
    return denied


class Breaks:
    """An exporter that ends in the middle."""

    writes = "nothing"
    is_folder = False
    rule = None

    def write(self, connection: duckdb.DuckDBPyConnection, out: Path, sidecar: Sidecar) -> None:
        out.write_text("half", encoding="utf-8")
        raise TidingsError("no more room")


class Forgets(Breaks):
    """An exporter that tells its sidecar nothing."""

    def write(self, connection: duckdb.DuckDBPyConnection, out: Path, sidecar: Sidecar) -> None:
        out.write_text("all", encoding="utf-8")


def test_an_export_that_breaks_leaves_what_was_there(copy: Store, out: Path) -> None:
    (out / "x").write_text("earlier", encoding="utf-8")
    with pytest.raises(TidingsError, match="no more room"):
        export(copy.connection, f"{__name__}:Breaks", out / "x")
    assert [path.name for path in out.iterdir()] == ["x"]
    assert (out / "x").read_text(encoding="utf-8") == "earlier"


def test_claims_that_an_exporter_forgets_are_named(copy: Store, out: Path) -> None:
    done = export(copy.connection, f"{__name__}:Forgets", out / "x")
    lines = list(read_sidecar(done.sidecar))
    assert reached(lines, out) == values(copy, "SELECT id FROM picture.claims WHERE is_speaking")
    assert {line["reason"] for line in lines if "left_out" in line} == {NOT_TOLD}


def test_a_folder_of_an_earlier_export_is_replaced_as_a_whole(copy: Store, out: Path) -> None:
    export(copy.connection, "frictionless", out / "x")
    export(copy.connection, "csv", out / "x")
    assert not (out / "x" / "datapackage.json").exists()
    assert (out / "x" / "schema.json").exists()
    assert [path.name for path in out.iterdir()] == ["x"]


def test_where_an_export_cannot_go_is_told_before_it_is_made(copy: Store, out: Path) -> None:
    (out / "mine").mkdir()
    (out / "mine" / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(TidingsError, match="is there already and is no earlier export"):
        export(copy.connection, "csv", out / "mine")
    with pytest.raises(TidingsError, match="is a folder, and this export is one file"):
        export(copy.connection, "acled", out / "mine")
    with pytest.raises(TidingsError, match="is not there; make it first"):
        export(copy.connection, "acled", out / "no" / "x.csv")
    with pytest.raises(SettingsError, match="there is no 'gdelt'; known are acled, claim-jsonld"):
        export(copy.connection, "gdelt", out / "x")
    assert (out / "mine" / "letter.txt").exists()


def test_nothing_is_left_behind_in_the_connection(copy: Store, out: Path) -> None:
    export(copy.connection, "acled", out / "x")
    assert values(copy, "SELECT table_name FROM duckdb_tables() WHERE temporary") == set()


def test_every_exporter_says_what_it_writes() -> None:
    for name in NAMES:
        exporter = load_plugin("exporter", name)()
        assert exporter.writes
        assert isinstance(exporter.is_folder, bool)
