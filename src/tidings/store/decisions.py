"""Persons' decisions: from the ledger into the store, and as the command line lists them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from tidings.store.listing import Listing, plain
from tidings.store.opening import Store, told, transaction

FIELDS = ("id", "about", "verdict", "one", "other", "author", "reason", "day", "field")
DECISIONS = """
SELECT
    decisions.id, about, verdict, coalesce(ones.own_id, names.one, decisions.one) AS one,
    coalesce(others.own_id, names.other, decisions.other) AS other,
    field, value, decisions.author, reason, day, decisions.id IN (SELECT id FROM holding_decisions) AS holds,
    names.number IS NOT NULL AND (names.one IS NULL OR names.other IS NULL) AS waits, waits_for
FROM decisions
LEFT JOIN decision_names AS names ON names.number = decisions.number
LEFT JOIN documents AS ones ON ones.id = decisions.one
LEFT JOIN documents AS others ON others.id = decisions.other
ORDER BY decisions.number DESC
"""
COLUMNS = ("id", "verdict", "one", "other", "field", "value", "author", "day", "reason", "holds", "waits", "waits_for")


class MeantRow(NamedTuple):
    """What the names in a decision mean here; where one means nothing it is null, and `waits_for` says so in words."""

    number: int
    one: str | None
    other: str | None
    waits_for: str | None


def load_decisions(store: Store, decisions: Sequence[msgspec.Struct]) -> None:
    """Makes the table hold exactly these, numbered in the order in which they were taken."""
    rows: list[list[Any]] = [
        [number, *(getattr(decision, field) for field in FIELDS), *_as_json(decision)]
        for number, decision in enumerate(decisions)
    ]
    with told(store.path), transaction(store.connection) as connection:
        connection.execute("DELETE FROM decisions")
        if rows:
            columns, marks = ", ".join(("number", *FIELDS, "value", "named")), ", ".join("?" for _ in rows[0])
            connection.executemany(f"INSERT INTO decisions ({columns}) VALUES ({marks})", rows)


def fill_hand(
    store: Store,
    names: Sequence[MeantRow],
    corrected: Sequence[Mapping[str, Any]],
    rejected: Sequence[str],
) -> None:
    """Makes the tables hold exactly these: what decisions name, claims as corrected, and claims rejected."""
    with told(store.path), transaction(store.connection) as connection:
        for table in ("decision_names", "corrected_claims", "rejected_claims"):
            connection.execute(f"DELETE FROM {table}")
        if names:
            connection.executemany(
                f"INSERT INTO decision_names ({', '.join(MeantRow._fields)}) VALUES (?, ?, ?, ?)", names
            )
        for row in corrected:
            columns = ", ".join(f'"{name}"' for name in row)
            marks = ", ".join("?" for _ in row)
            connection.execute(f"INSERT INTO corrected_claims ({columns}) VALUES ({marks})", list(row.values()))
        if rejected:
            connection.executemany("INSERT INTO rejected_claims VALUES (?)", [[claim_id] for claim_id in rejected])


def _as_json(decision: msgspec.Struct) -> list[str | None]:
    """Value and names, as text; no value where nothing is corrected."""
    value, named, field = (getattr(decision, name) for name in ("value", "named", "field"))
    return [None if field is None else _encode(value), _encode(named)]


def _encode(value: object) -> str:
    return msgspec.json.encode(value).decode()


def list_decisions() -> Listing:
    """Every decision, the last first.

    `holds` is false where a later one on the same pair or field outranks it, and where it `waits`: it names what
    is not here, and `waits_for` tells what.
    """
    return Listing(DECISIONS, plain, COLUMNS)
