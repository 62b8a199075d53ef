"""ACLED, UCDP and PLOVER: every row is legal in the target schema, and says what the reports say."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tidings.exporters import export, read_sidecar
from tidings.exporters.acled import CONDITIONS as ACLED_CONDITIONS
from tidings.exporters.countries import load_countries
from tidings.exporters.mapping import load_mapping
from tidings.exporters.plover import CONDITIONS as PLOVER_CONDITIONS
from tidings.exporters.schemas import column_names, find_faults, load_schema
from tidings.lexicons.acts import load_act_lexicon
from tidings.store import Store

CASTS: dict[str, Callable[[str], Any]] = {"integer": int, "number": float, "boolean": int}


def read_typed(name: str, path: Path) -> list[dict[str, Any]]:
    """The rows of a CSV file in the types of its schema; blanks as blanks where they are allowed, else null."""
    columns = {column["name"]: column for column in load_schema(name)["columns"]}
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        {
            key: CASTS.get(columns[key]["type"], str)(value) if value else None if columns[key]["required"] else ""
            for key, value in row.items()
        }
        for row in rows
    ]


@pytest.fixture(scope="module")
def acled(copy: Store, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    return read_typed("acled", export(copy.connection, "acled", tmp_path_factory.mktemp("acled") / "events.csv").out)


@pytest.fixture(scope="module")
def ucdp(copy: Store, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    return read_typed("ucdp_ged", export(copy.connection, "ucdp", tmp_path_factory.mktemp("ucdp") / "ged.csv").out)


@pytest.fixture(scope="module")
def plover(copy: Store, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    done = export(copy.connection, "plover", tmp_path_factory.mktemp("plover") / "events.jsonl")
    return [json.loads(line) for line in done.out.read_text(encoding="utf-8").splitlines()]


def test_acled_has_its_31_columns_and_every_row_is_legal(acled: list[dict[str, Any]]) -> None:
    assert len(column_names("acled")) == 31
    assert len(acled) >= 8
    assert [fault for row in acled for fault in find_faults("acled", row)] == []
    types = {row["sub_event_type"]: row for row in load_schema("acled")["domains"]["sub_event_types"]}
    for row in acled:
        about = types[row["sub_event_type"]]
        assert (row["event_type"], row["disorder_type"]) == (about["event_type"], about["disorder_type"])
        assert row["year"] == int(row["event_date"][:4])
        if row["event_type"] in ("Battles", "Violence against civilians"):
            assert row["actor2"]
        assert bool(row["actor2"]) == bool(row["inter2"])
    assert len({row["event_id_cnty"] for row in acled}) == len(acled)
    assert not {row["event_id_cnty"][:3] for row in acled} & {c.iso3 for c in load_countries().values()}


def find(rows: list[dict[str, Any]], **asked: object) -> dict[str, Any]:
    (row,) = [row for row in rows if asked.items() <= row.items()]
    return row


def test_acled_rows_say_what_the_reports_say(acled: list[dict[str, Any]]) -> None:
    strike = find(acled, location="Sanaa", sub_event_type="Air/drone strike")
    assert (strike["event_date"], strike["time_precision"], strike["fatalities"]) == ("2016-10-08", 1, 141)
    assert strike["inter1"] == "External/Other forces", "Saudi forces in Yemen are not at home"
    assert strike["interaction"] == "External/Other forces-Civilians"
    assert strike["civilian_targeting"] == "Civilian targeting"
    fall = find(acled, location="Gwoza", event_type="Battles")
    assert fall["sub_event_type"] == "Non-state actor overtakes territory"
    assert (fall["actor1"], fall["inter2"], fall["region"]) == ("Boko Haram", "State forces", "Western Africa")
    shelling = find(acled, location="Luhansk")
    assert shelling["source"] == "Dnieper Post; Steppe Agency"
    assert shelling["fatalities"] == 2, "two reports of the same two dead"


def test_ucdp_has_its_49_columns_and_every_row_is_legal(ucdp: list[dict[str, Any]]) -> None:
    assert len(column_names("ucdp_ged")) == 49
    assert len(ucdp) >= 3
    assert [fault for row in ucdp for fault in find_faults("ucdp_ged", row)] == []
    days = {row["value"]: row["days"] for row in load_schema("ucdp_ged")["domains"]["date_prec"]}
    for row in ucdp:
        parts = [row[f"deaths_{side}"] for side in ("a", "b", "civilians", "unknown")]
        assert row["best"] == sum(parts)
        assert row["low"] <= row["best"] <= row["high"]
        assert row["high"] >= 1
        cell = (row["latitude"] + 90) // 0.5 * 720 + (row["longitude"] + 180) // 0.5 + 1
        assert row["priogrid_gid"] == cell
        assert row["dyad_name"] == f"{row['side_a']} - {row['side_b']}"
        first, last = row["date_start"][:10], row["date_end"][:10]
        if days[row["date_prec"]] == [1, 1]:
            assert first == last
        if row["type_of_violence"] == 1:
            assert row["gwnoa"]


def test_ucdp_rows_say_who_died(ucdp: list[dict[str, Any]]) -> None:
    battle = find(ucdp, where_coordinates="Maiduguri")
    assert (battle["type_of_violence"], battle["side_a"], battle["side_b"]) == (
        1,
        "Government of Nigeria",
        "Boko Haram",
    )
    assert (battle["deaths_a"], battle["deaths_b"], battle["gwnoa"]) == (0, 12, 475)
    killing = find(ucdp, where_coordinates="Gwoza")
    assert (killing["type_of_violence"], killing["side_b"], killing["deaths_civilians"]) == (3, "Civilians", 20)


def test_an_active_year_takes_25_deaths(ucdp: list[dict[str, Any]]) -> None:
    assert find(ucdp, country="Yemen")["active_year"] == 1, "141 deaths"
    assert {row["active_year"] for row in ucdp if row["country"] == "Nigeria"} == {0}, "20 and 12, of two dyads"


def test_plover_records_are_legal(plover: list[dict[str, Any]]) -> None:
    schema = load_schema("plover")
    columns = {column["name"]: column for column in schema["columns"]}
    events = {row["event"]: row for row in schema["domains"]["event"]}
    sectors = {row["code"] for row in schema["domains"]["sector"]}
    keys = {name: {field["name"] for field in fields} for name, fields in schema["objects"].items()}
    assert len(plover) >= 8
    for record in plover:
        assert {name for name, column in columns.items() if column["required"]} <= set(record)
        assert set(record) <= {*columns, "size"}
        for event in record["event"]:
            assert record["quad_code"] == events[event]["quad_code"]
            assert set(record.get("mode", ())) <= {mode["mode"] for mode in events[event]["modes"]}
            assert record.get("recipient") or not events[event]["recipient_required"]
        assert set(record.get("context", ())) <= set(schema["domains"]["context"])
        for entity in [*record["actor"], *record.get("recipient", ())]:
            assert set(entity) <= keys["entity"]
            assert entity["sector"] in sectors
        for name in ("event_loc", "cite_info", "size"):
            assert set(record.get(name, ())) <= keys["location" if name == "event_loc" else name]
        assert record.get("event_loc", {}).get("resolution", 1) in range(1, 6)
    assert len({record["id"] for record in plover}) == len(plover)


def test_plover_holds_speech_and_sizes(plover: list[dict[str, Any]]) -> None:
    strike = next(record for record in plover if record.get("mode") == ["aerial"])
    assert (strike["event"], strike["size"]) == (["ASSAULT"], {"dead": 141, "injured": 500})
    assert strike["event_loc"]["country_code"] == "YEM"
    assert not [record for record in plover if record["event"] == ["THREATEN"]], "the threat gives no day"


def test_a_threat_without_a_day_is_left_out_and_told(copy: Store, out: Path) -> None:
    lines = list(read_sidecar(export(copy.connection, "plover", out / "x").sidecar))
    (claim,) = copy.rows("SELECT id FROM picture.claims WHERE act = 'say.threaten'")
    assert [line["reason"] for line in lines if line.get("left_out") == claim["id"]] == ["no first day is told"]


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"event_type": "Wars"}, "event_type: 'Wars' is not in the domain event_type"),
        ({"latitude": 91.0}, "latitude: 91.0 is out of bounds"),
        ({"event_id_cnty": "AFG-1"}, "is not written as"),
        ({"fatalities": "two"}, "fatalities: 'two' is no integer"),
        ({"fatalities": None}, "fatalities is blank"),
        ({"region": "South Asia and beyond"}, "is not in the domain region"),
        ({"interaction": "Rebel group-State forces"}, "is not in the domain interaction"),
        ({"source_scale": "Galactic"}, "is not in the domain source_scale"),
        ({"time_precision": 4}, "is not in the domain time_precision"),
        ({"extra": 1}, "columns are"),
    ],
)
def test_a_row_that_is_not_legal_would_be_found(
    acled: list[dict[str, Any]], changed: dict[str, Any], fault: str
) -> None:
    (found,) = find_faults("acled", acled[0] | changed)
    assert fault in found


@pytest.mark.parametrize(("name", "conditions"), [("acled", ACLED_CONDITIONS), ("plover", PLOVER_CONDITIONS)])
def test_every_act_is_mapped_by_conditions_that_there_are(name: str, conditions: dict[str, Any]) -> None:
    mapping = load_mapping(name)
    acts = set(load_act_lexicon().meanings)
    if name == "acled":
        acts = {act for act in acts if not act.startswith("say.")}  # no event is made of speech
    assert set(mapping) == acts
    for rules in mapping.values():
        assert [rule.when == "" for rule in rules] == [False] * (len(rules) - 1) + [True], "the last always holds"
        assert {rule.when for rule in rules} - {""} <= set(conditions)
        assert all(set(rule.values) == set(rules[0].values) and None not in rule.values for rule in rules)


def test_every_type_of_the_mappings_is_one_of_the_schema() -> None:
    types = {(r["event_type"], r["sub_event_type"]) for r in load_schema("acled")["domains"]["sub_event_types"]}
    for rules in load_mapping("acled").values():
        for rule in rules:
            told = rule.values["event_type"], rule.values["sub_event_type"]
            assert told in types or told == ("", "")
    events = {row["event"]: row for row in load_schema("plover")["domains"]["event"]}
    for rules in load_mapping("plover").values():
        for rule in rules:
            assert not rule.values["event"] or rule.values["event"] in events
            modes = {mode["mode"] for mode in events.get(rule.values["event"], {"modes": ()})["modes"]}
            assert rule.values["mode"] in {"", *modes}
            assert rule.values["context"] in {"", *load_schema("plover")["domains"]["context"]}
