"""The library: tables as Arrow that others take as they are, and every trouble in words."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import geopandas
import polars as pl
import pytest

import tidings
from tests.stand_ins import plain_settings, some_rows, write_rows
from tidings.errors import MissingResource, StoreError, TidingsError
from tidings.library import OpenStore
from tidings.pipeline import read


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenStore]:
    folder = tmp_path_factory.mktemp("library")
    settings = plain_settings(folder)
    read([write_rows(folder / "a.jsonl", some_rows(3))], settings)
    with tidings.open(settings.store) as store:
        yield store


def test_every_table_is_taken_by_polars_and_pandas(store: OpenStore) -> None:
    assert {"claims", "events", "figures", "control", "documents"} <= set(store.tables)
    for name in store.tables:
        table = store.table(name)
        assert pl.from_arrow(table).shape == table.to_pandas().shape == table.shape


def test_geopandas_takes_events_with_their_places(store: OpenStore) -> None:
    frame = geopandas.GeoDataFrame.from_arrow(store.event_places())
    assert frame.crs == "EPSG:4326"
    assert len(frame) > 0
    assert frame.geometry.isna().all(), "Strelsau is on no map"


def test_points_are_where_the_gazetteer_has_them(store: OpenStore) -> None:
    import pyarrow as pa  # noqa: PLC0415  # as the library does

    from tidings.library import _with_geometry  # noqa: PLC0415

    table = _with_geometry(pa.table({"lon": [13.7, None], "lat": [11.08, 2.0]}))
    points = geopandas.GeoDataFrame.from_arrow(table).geometry
    assert (points[0].x, points[0].y, points[1]) == (13.7, 11.08, None)


def test_claims_are_asked_for_by_condition_and_column(store: OpenStore) -> None:
    assert store.claims().num_rows == 6
    found = store.claims("doc = ? OR doc = ?", ["r00000", "r00002"], columns=["doc", "quote"])
    assert found.column_names == ["doc", "quote"]
    assert found.num_rows == 4


def test_only_versions_that_speak_are_given_unless_all_are_asked_for(tmp_path: Path) -> None:
    settings = plain_settings(tmp_path)
    rows = [
        {"id": "r", "text": text, "published": day} for text, day in (("A b.", "1994-04-06"), ("A c.", "1994-04-07"))
    ]
    read([write_rows(tmp_path / "a.jsonl", rows)], settings)
    with tidings.open(str(settings.store)) as store:
        assert store.claims()["quote"].to_pylist() == ["A c."]
        assert store.claims(every_version=True).num_rows == 2
        assert sorted(store.documents()["is_speaking"].to_pylist()) == [False, True]


def test_figures_are_by_one_house_rule(store: OpenStore) -> None:
    assert store.figures().num_rows > 0
    assert set(store.figures(rule="ucdp")["rule"].to_pylist()) == {"ucdp"}
    assert store.figures(rule="' OR '1' = '1").num_rows == 0


def test_control_is_asked_for_by_day(store: OpenStore) -> None:
    assert store.control(date(1994, 4, 7), date(1994, 4, 7), level="district").num_rows == 0
    assert {"place", "holder", "state", "since"} <= set(store.control().column_names)


def test_why_is_told(store: OpenStore) -> None:
    event = store.events(columns=["id"])["id"][0].as_py()
    assert event in store.explain(event)


def test_wrong_questions_are_told(store: OpenStore) -> None:
    with pytest.raises(TidingsError, match=r"not understood: .*nonsense"):
        store.claims("nonsense = 1")
    with pytest.raises(TidingsError, match="has no table 'wars'; it has about, actors"):
        store.table("wars")
    with pytest.raises(TidingsError, match="read-only"):
        store.sql("DELETE FROM picture.events")
    with pytest.raises(TidingsError, match="answers nothing"):
        store.sql("-- nothing is asked")
    with pytest.raises(StoreError, match="there is no store at"):
        tidings.open("no-such.duckdb")


def test_without_arrow_it_says_what_to_install(store: OpenStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingResource, match=r"pip install tidings\[arrow\]"):
        store.claims()


def test_naming_the_package_loads_nothing_heavy() -> None:
    script = "import sys, tidings; print(sorted({'duckdb', 'pyarrow', 'spacy', 'msgspec'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"
