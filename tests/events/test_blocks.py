"""Searching by blocks finds every pair that weighing all pairs against each other finds."""

from __future__ import annotations

from importlib.resources import files

import duckdb
import pytest

from benchmarks.linking import make_store
from tidings.events.link import STEPS, run_step

EVERY_PAIR = {
    "pair": "CREATE OR REPLACE TEMP TABLE meetings AS SELECT vague.proposition AS vague, exact.proposition AS exact "
    "FROM told_apart AS vague JOIN told_apart AS exact USING (block)",
    "deny": "CREATE OR REPLACE TEMP TABLE answers AS SELECT DISTINCT denial.proposition AS denial, "
    "told.proposition AS told FROM deniable AS denial JOIN deniable AS told USING (block) "
    "WHERE denial.is_denial AND NOT told.is_denial",
}
SEARCHES = {"pair": "TABLE meetings AS", "deny": "TABLE answers AS"}
FINDS = {"pair": "fits", "deny": "denials"}


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    store = make_store(tmp_path_factory.mktemp("store"), 4000, "1GB")
    # few places and days, so that many meet
    store.execute("UPDATE claims SET place = list_transform(place, lambda name: left(name, 7))")
    store.execute("UPDATE claims SET first = DATE '2015-01-01' + CAST((first - DATE '2015-01-01') % 90 AS INTEGER)")
    store.execute(
        "UPDATE claims SET last = greatest(DATE '2015-01-01' + CAST((last - DATE '2015-01-01') % 90 AS INTEGER), first)"
    )
    store.execute(
        "UPDATE documents SET published = DATE '2015-01-01' + CAST((published - DATE '2015-01-01') % 90 AS INTEGER)"
    )
    for step in STEPS[: STEPS.index("merge")]:
        run_step(store, step)
    return store


@pytest.mark.parametrize("step", ["pair", "deny"])
def test_blocks_lose_no_pair(linked: duckdb.DuckDBPyConnection, step: str) -> None:
    run_step(linked, step)
    found = linked.execute(f"SELECT * FROM {FINDS[step]} ORDER BY ALL").fetchall()
    sql = files("tidings.events").joinpath(f"{step}.sql").read_text(encoding="utf-8")
    for statement in duckdb.extract_statements(sql):
        linked.execute(EVERY_PAIR[step] if SEARCHES[step] in statement.query else statement.query)
    assert linked.execute(f"SELECT * FROM {FINDS[step]} ORDER BY ALL").fetchall() == found
    assert len(found) > 100
