"""What a decision decides, on what, whether it holds, and what would undo it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from tidings.store.explaining_claims import tell_claims, tell_value
from tidings.store.opening import Store

Row = dict[str, Any]

MEANT = """
SELECT
    coalesce(names.one, decisions.one) AS one, coalesce(names.other, decisions.other) AS other,
    names.number IS NOT NULL AND (names.one IS NULL OR names.other IS NULL) AS waits, waits_for
FROM decisions LEFT JOIN decision_names AS names ON names.number = decisions.number
WHERE decisions.id = ?
"""
LATER = """
SELECT later.id FROM holding_decisions AS later
WHERE later.about = ? AND later.field IS NOT DISTINCT FROM ?
    AND list_sort([later.one, later.other]) = list_sort([CAST(? AS VARCHAR), CAST(? AS VARCHAR)])
"""
REPORTS = "SELECT id, own_id, title, published FROM documents WHERE list_contains(?, id) ORDER BY own_id, id"


def explain_decision(store: Store, decision: Row, name: str) -> Iterator[str]:
    """A decision: who decided what and why, on which sentences, and whether it holds."""
    (meant,) = store.rows(MEANT, [name])
    value = (
        f": {decision['field']} is {tell_value(msgspec.json.decode(decision['value']))}" if decision["field"] else ""
    )
    yield f"{name}: {decision['verdict']}{value}, about {decision['about']}"
    yield f"  by {decision['author']}, {decision['day']}: {decision['reason']}"
    (later,) = list(store.rows(LATER, [decision["about"], decision["field"], meant["one"], meant["other"]])) or [{}]
    if meant["waits"]:
        yield f"  waits: {meant['waits_for'] or 'what it names is not here yet'}"
    elif later.get("id") == name:
        yield "  holds"
    else:
        yield f"  outranked by the later {later.get('id')}"
    names = [part for part in (meant["one"], meant["other"]) if part]
    for _, lines in tell_claims(store, names):
        yield from lines
    for report in store.rows(REPORTS, [names]):
        yield f"  {report['own_id']}, {report['published']}: {report['title'] or 'without a title'}"
    yield f"  undone by: tidings undo {name}"
