"""Figures folded from the few claims of one test."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.events.literal import claim, figure, fill, insert, report
from tidings.records import Claim, Document
from tidings.situations.figures import fold_figures

REPORTS = [
    report("alpha-1", "1999-05-10"),
    report("beta-1", "1999-05-11"),
    report("gamma-1", "1999-05-12"),
    report("alpha-2", "1999-05-13"),
    report("delta-1", "1999-06-20"),
    report("front-1", "1999-05-11"),
    report("omega-1", None),
]
DAY = "1999-05-09"
Row = dict[str, Any]


def fold(*claims: Claim, reports: list[Document] | None = None) -> dict[str, list[Row]]:
    """The tables that are made: figures, figure_claims, figure_checks."""
    connection = fill(REPORTS if reports is None else reports, claims)
    insert(connection, "publishers", {"id": "front", "name": "Voice of the Front", "side": "insurgent"})
    fold_figures(connection)
    tables = {}
    for table in ("figures", "figure_claims", "figure_checks"):
        answer = connection.execute(f"SELECT * FROM {table} ORDER BY ALL")
        names = [column[0] for column in answer.description or ()]
        tables[table] = [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
    return tables


def figures(*claims: Claim, rule: str = "tidings") -> list[Row]:
    """The figures of one house rule, the smallest low first."""
    rows = [row for row in fold(*claims)["figures"] if row["rule"] == rule]
    return sorted(rows, key=lambda row: (row["low"] is None, row["low"], row["high"] or 0))


def ranges(*claims: Claim, rule: str = "tidings") -> list[tuple[float | None, ...]]:
    """Low, best and high of each figure."""
    return [(row["low"], row["best"], row["high"]) for row in figures(*claims, rule=rule)]


def killed(own_id: str, low: float | None, high: float | None = -1, **fields: Any) -> Claim:
    """A claim that so many soldiers were killed at Harrow on one day; `high` is `low` unless it is given."""
    given = {"day": DAY, "of": "soldiers", "place": "Harrow", "basis": "incremental", "what": "killed", **fields}
    counted = {key: given.pop(key) for key in ("what", "of", "basis", "out_of", "text") if key in given}
    what = counted.pop("what")
    count = figure(what, low, low if high == -1 else high, **counted)
    act = given.pop("act", {"injured": "harm.injure", "casualties": "harm.casualties"}.get(what, "harm.kill"))
    return claim(own_id, act, given.pop("day"), counts=(count,), **given)


def total(own_id: str, low: float | None, high: float | None = -1, **fields: Any) -> Claim:
    """A claim of a total of civilians since the first of January, at no day of its own."""
    since = {"first": date(1999, 1, 1), "last": date(1999, 4, 30), "basis": "cumulative", "of": "civilians"}
    return killed(own_id, low, high, **{**since, "day": None, "place": "Norland", **fields})
