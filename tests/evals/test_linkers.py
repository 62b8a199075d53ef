"""Pairs of claims on one unit are right to join where a reader put their reports under one change."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from evals.linkers import load_claims, main, pair_up, score
from tests.events.literal import claim, insert, put, report
from tidings.events import link_events
from tidings.settings import Settings
from tidings.store import open_store

GOLD = "pcode,report_ids\nNL01,a-1;b-1\nNL01,c-1\nNL02,a-1\n"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "s.duckdb"
    taken: dict[str, Any] = {"actor": "League", "place": "Harrow", "place_ids": ("nl:1",)}
    days = {"a-1": "1999-05-09", "b-1": "1999-05-09", "c-1": "1999-08-01"}
    with open_store(path, Settings(store=path)) as opened:
        put(
            opened.connection,
            [report(name, day) for name, day in days.items()],
            [claim(name, "territory.capture", day, **taken) for name, day in days.items()],
        )
        place = {"id": "nl:1", "name": "Harrow", "kind": "district", "country": "NL", "pcode": "NL01", "point": "given"}
        insert(opened.connection, "places", {**place, "within": []})
        link_events(opened.connection)
    return path


def test_pairs_are_right_by_the_readers_table(store: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.csv"
    gold.write_text(GOLD)
    claims = load_claims(store)
    assert sorted(row["first"] for row in claims) == [date(1999, 5, 9), date(1999, 5, 9), date(1999, 8, 1)]
    pairs = pair_up(claims, gold)
    assert sorted((*sorted((a["doc"], b["doc"])), same) for (a, b), same in pairs) == [
        ("a-1", "b-1", True),
        ("a-1", "c-1", False),
        ("b-1", "c-1", False),
    ]
    assert score(pairs, lambda a, b: a["event"] == b["event"]) == (100.0, 100.0)
    recall, precision = score(pairs, lambda a, b: True)
    assert (recall, round(precision)) == (100.0, 33)


def test_it_says_where_splink_is_not_installed(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    gold = tmp_path / "gold.csv"
    gold.write_text(GOLD)
    monkeypatch.setattr("evals.linkers.importlib.util.find_spec", lambda name: None)
    main([str(store), str(gold)])
    said = capsys.readouterr().out
    assert "3 pairs, 1 of them of one change" in said
    assert "splink      not installed" in said
