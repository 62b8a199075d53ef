"""Persons' decisions: from the ledger into the store, and as the command line lists them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from tidings.store.listing import Listing, plain
from tidings.store.opening import Store, told, transaction

FIELDS = ("id", "about", "verdict", "one", "other", "author", "reason", "day")
DECISIONS = """
SELECT
    decisions.id, about, verdict, coalesce(ones.own_id, one) AS one, coalesce(others.own_id, other) AS other,
    decisions.author, reason, day, decisions.id IN (SELECT id FROM holding_decisions) AS holds
FROM decisions
LEFT JOIN documents AS ones ON ones.id = decisions.one
LEFT JOIN documents AS others ON others.id = decisions.other
ORDER BY number DESC
"""
COLUMNS = ("id", "verdict", "one", "other", "author", "day", "reason", "holds")


def load_decisions(store: Store, decisions: Sequence[msgspec.Struct]) -> None:
    """Makes the table hold exactly these, numbered in the order in which they were taken."""
    rows: list[list[Any]] = [
        [number, *(getattr(decision, field) for field in FIELDS)] for number, decision in enumerate(decisions)
    ]
    with told(store.path), transaction(store.connection) as connection:
        connection.execute("DELETE FROM decisions")
        if rows:
            marks = ", ".join("?" for _ in rows[0])
            connection.executemany(f"INSERT INTO decisions VALUES ({marks})", rows)


def list_decisions() -> Listing:
    """Every decision, the last first; `holds` is false where a later one on the same pair outranks it."""
    return Listing(DECISIONS, plain, COLUMNS)
