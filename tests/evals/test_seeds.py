"""What three saved articles on one war must yield: facts alone, by named rows; the texts stand beside the project.

They are read where BENCH names the folder that holds them (`BENCH=FOLDER make test`); else this is skipped.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tidings.settings import Settings

BENCH = os.environ.get("BENCH", "")
SEEDS = Path(BENCH, "seeds")
pytestmark = pytest.mark.skipif(
    not BENCH or not SEEDS.is_dir(), reason="no saved articles: set BENCH to the folder that has them in seeds/"
)
Row = dict[str, Any]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from tidings.pipeline import read  # noqa: PLC0415 (loads the model: not where this is skipped)
    from tidings.store import open_store  # noqa: PLC0415 (as above)

    settings = Settings(store=tmp_path_factory.mktemp("seeds") / "seeds.duckdb", engine="inline")
    counts = read([SEEDS], settings)
    assert (counts.found, counts.dropped) == (3, 0)
    with open_store(settings.store, settings, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def figures(store: Any) -> list[Row]:
    from evals.figures import list_figures  # noqa: PLC0415 (as above)

    return [dict(row) for row in list_figures(store)]


def rows_of(store: Any, sql: str, *given: object) -> list[Row]:
    return [dict(row) for row in store.rows(sql, given)]


def test_one_district_changed_hands_and_how_is_contested(store: Any) -> None:
    from evals.control import list_changes  # noqa: PLC0415 (as above)

    changes = [dict(row) for row in list_changes(store)]
    assert [(row["place"], row["pcode"], row["day"]) for row in changes] == [("Khash", "AF1705", date(2021, 6, 23))]
    (row,) = changes
    assert (row["side"], row["state"], row["standing"]) == ("Taliban", "held", "confirmed")
    assert row["manner_standing"] == "contested"


# what, of, low, high, and a word of who says so in each figure
FIGURES = [
    ("district", "Taliban", 27, 30, "Taliban"),
    ("district", "Taliban", 71, None, "Mujahid"),
    ("casualties", "civilians", 251, None, "Interior Ministry"),
    ("casualties", None, 4940, 5460, "Nations"),
    ("killed", "civilians", 1659, 1659, None),
    ("fighters", None, 10001, None, "Isaczai"),
]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: f"{figure[0]} {figure[2]}")
def test_a_figure_keeps_its_range_and_its_speaker(store: Any, figures: list[Row], figure: tuple[Any, ...]) -> None:
    what, of, low, high, speaker = figure
    same = [row for row in figures if (row["what"], row["low"], row["high"]) == (what, low, high)]
    alike = [row for row in same if of in (None, row["of"])]
    assert len(alike) == 1
    said = rows_of(store, "SELECT said_by FROM claims WHERE id IN (SELECT unnest(?))", alike[0]["claim_ids"])
    if speaker:
        assert any(speaker in link for row in said for links in row["said_by"] for link in links)


def test_may_was_denied_by_the_side_that_is_blamed(store: Any) -> None:
    sql = "SELECT said_by, first FROM claims WHERE act = 'harm.casualties' AND stance = 'denies' AND actor[1] = ?"
    denials = rows_of(store, sql, "Taliban")
    assert [row["first"] for row in denials] == [date(2021, 5, 1)]
    assert denials[0]["said_by"][-1] == ["Taliban"]


@pytest.mark.parametrize(
    ("act", "place", "count"), [("displace.flee", None, 2), ("talk.meet", "Doha", 1), ("talk.break", None, 1)]
)
def test_flight_and_talks_are_told(store: Any, act: str, place: str | None, count: int) -> None:
    told = rows_of(store, "SELECT place FROM claims WHERE act = ? AND stance = 'asserts'", act)
    assert len([row for row in told if place in (None, *row["place"])]) >= count


def test_schools_hospitals_and_courts_were_closed(store: Any) -> None:
    closed = rows_of(store, "SELECT actor, target FROM claims WHERE act = 'govern.close' AND stance = 'asserts'")
    assert any(
        {"schools", "hospitals", "courts"} <= set(row["target"]) and row["actor"] == ["Taliban"] for row in closed
    )


def test_the_brief_tells_them_with_their_speakers(store: Any, tmp_path: Path) -> None:
    from click.testing import CliRunner  # noqa: PLC0415 (as above)

    from tidings.cli import cli  # noqa: PLC0415 (as above)

    out = tmp_path / "brief.md"
    result = CliRunner().invoke(cli, ["brief", "--store", str(store.path), "--out", str(out)])
    assert result.exit_code == 0, result.output
    text = out.read_text(encoding="utf-8")
    told = ("Khash", "27–30", "more than 70", "more than 250", "5,200", "1,659", "more than 10,000", "Doha", "schools")
    assert [word for word in told if word not in text] == []
    assert [who for who in ("Mujahid", "Interior Ministry", "United Nations", "Isaczai") if who not in text] == []
