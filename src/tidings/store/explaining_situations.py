"""Why a figure, a check of its arithmetic, a change of hands or the holder of a unit is as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tidings.store.explaining_claims import tell_claims
from tidings.store.opening import Store

Row = dict[str, Any]

FIGURES = "SELECT * FROM figures WHERE id = ? ORDER BY rule <> 'tidings', rule"
FIGURE_CLAIMS = """
SELECT claim_id, string_agg(DISTINCT origin || ': ' || reason, '; ' ORDER BY origin || ': ' || reason) AS reasons
FROM figure_claims WHERE figure_id = ? GROUP BY claim_id
"""
CHANGE_UNIT = "SELECT * FROM control_units WHERE id = ?"
EVIDENCE = """
SELECT
    claim_id,
    string_agg(DISTINCT concat(told, ', by ', coalesce(origin, 'an unknown source'), ' (', leaning, ')'), '; ') AS told
FROM control_evidence WHERE unit_id = ? AND list_contains(?, claim_id) GROUP BY claim_id
"""
CHANGES = "SELECT * FROM control_changes WHERE unit_id = ? ORDER BY number"
HOLDS = """
SELECT list(DISTINCT claim_id ORDER BY claim_id) AS claim_ids FROM control_evidence
WHERE unit_id = ? AND told IN ('hold', 'no hold') AND claim_id NOT IN (
    SELECT unnest(claim_ids) FROM control_changes WHERE unit_id = ?
)
"""
UNDO = "    undone by: tidings reject {0}, or tidings correct {0} {1}"


def explain_figure(store: Store, figure: Row, name: str) -> Iterator[str]:
    """A figure by each house rule, and what each claim did there."""
    days = " to ".join(dict.fromkeys(str(figure[end] or "?") for end in ("first", "last")))
    of = f" {figure['of']}" if figure["of"] else ""
    yield f"{name}: {figure['what']}{of}, {figure['place'] or '?'}, {days}, {figure['basis'] or 'no basis told'}"
    for row in store.rows(FIGURES, [name]):
        low, best, high = (_number(row[part]) for part in ("low", "best", "high"))
        graded = f", {row['grade']}" if row["grade"] else ""
        yield f"  by the rule {row['rule']}: low {low}, best {best}, high {high}; origins: {row['origins']}{graded}"
    reasons = {row["claim_id"]: row["reasons"] for row in store.rows(FIGURE_CLAIMS, [name])}
    for claim_id, lines in tell_claims(store, reasons):
        yield from lines
        yield f"    in it because {reasons[claim_id]}"
        yield UNDO.format(claim_id, "counts=FIGURES")


def explain_check(store: Store, check: Row, name: str) -> Iterator[str]:
    """Arithmetic that does not come out, and the claims that hold its numbers."""
    yield f"{name}: {check['kind']} of {check['what']}: {check['found']}; likely cause: {check['cause'] or 'not known'}"
    for claim_id, lines in tell_claims(store, check["claim_ids"]):
        yield from lines
        yield UNDO.format(claim_id, "counts=FIGURES")


def explain_change(store: Store, change: Row, name: str) -> Iterator[str]:
    """A change of hands: where, who gains, how it stands, and what each claim says of it."""
    (unit,) = store.rows(CHANGE_UNIT, [change["unit_id"]])
    yield f"{name}: {_place(unit)} to {change['side']}, {change['first']} to {change['last']}, on {change['day']}"
    yield f"  {change['state'] or 'does not stand'}; standing: {change['standing']}"
    if change["leans"]:
        yield f"  leans {change['leans']}: {change['why']}"
    if change["manner_standing"]:
        yield f"  manner {change['manner'] or 'told in several ways'}: {change['manner_standing']}"
    yield from _tell_evidence(store, change["unit_id"], change["claim_ids"])


def explain_unit(store: Store, unit: Row, name: str) -> Iterator[str]:
    """A unit: its changes of hands, and who else is said to have it."""
    yield f"{name}: {_place(unit)}"
    changes = list(store.rows(CHANGES, [unit["seat"] or name]))
    for change in changes:
        leans = f", leans {change['leans']}: {change['why']}" if change["leans"] else ""
        yield f"  {change['id']}: to {change['side']}, {change['day']}, {change['state'] or 'does not stand'}{leans}"
    (held,) = store.rows(HOLDS, [unit["seat"] or name] * 2)
    if not changes and not held["claim_ids"]:
        yield "  nobody speaks of it"
    yield from _tell_evidence(store, unit["seat"] or name, held["claim_ids"] or [])


def _tell_evidence(store: Store, unit_id: str, claim_ids: list[str]) -> Iterator[str]:
    told = {row["claim_id"]: row["told"] for row in store.rows(EVIDENCE, [unit_id, claim_ids])}
    for claim_id, lines in tell_claims(store, claim_ids):
        yield from lines
        yield f"    says: {told.get(claim_id, 'nothing of this unit')}"
        others = [other for other in claim_ids if other != claim_id]
        judged = f", or tidings judge different {others[0]} {claim_id}" if others else ""
        yield UNDO.format(claim_id, "FIELD=VALUE") + judged


def _place(unit: Row) -> str:
    codes = ", ".join(str(unit[part]) for part in ("unit", "pcode", "province") if unit[part])
    return f"{unit['place']} ({codes})"


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:g}"
