"""Decisions over claims: what each names here now, which claims are corrected and how, and which are rejected.

Made anew whenever the store is linked, so that a decision outlives reading again, linking again, and the store itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from tidings.hand.fields import put_value
from tidings.hand.meaning import settle
from tidings.hand.waiting import Given, find_meant
from tidings.records import Claim, Document
from tidings.store import Store, fill_hand

HELD = """
SELECT id, one, verdict, field, value FROM holding_decisions
WHERE about = 'claims' AND one IN (SELECT id FROM claims) ORDER BY number
"""
OF_REPORTS = """
SELECT * FROM claims WHERE document_id IN (SELECT document_id FROM claims WHERE list_contains(?, id))
ORDER BY document_id, start, id
"""


def replay_decisions(store: Store, given: Given) -> None:
    """Fills `decision_names`, `corrected_claims` and `rejected_claims` anew."""
    decisions = list(store.rows("SELECT number, about, one, other, field, value, named FROM decisions ORDER BY number"))
    meant = list(find_meant(store, decisions, given))
    fill_hand(store, meant, [], [])  # which decisions hold is told by what they name
    held = list(store.rows(HELD))
    if not held:
        return
    rejected = [row["one"] for row in held if row["verdict"] == "reject"]
    corrections: dict[str, dict[str, Any]] = {}
    for row in held:
        if row["verdict"] == "correct":
            corrections.setdefault(row["one"], {})[row["field"]] = msgspec.json.decode(row["value"])
    fill_hand(store, meant, [_as_row(claim) for claim in _correct_all(store, corrections, given)], rejected)


def correct_claim(
    claim: Claim, values: Mapping[str, Any], document: Document, beside: Sequence[Claim], given: Given
) -> Claim:
    """The claim with these values in its fields, and with what follows from them."""
    for field, value in values.items():
        claim = put_value(claim, field, value)
    if not claim.act.startswith("territory."):
        claim = msgspec.structs.replace(claim, manner=None)
    return settle(claim, values.keys(), document, beside, given)


def load_claims(store: Store, claim_ids: Iterable[str]) -> dict[str, tuple[Document, list[Claim]]]:
    """The reports of these claims, as they were read, by document id, each with all of its claims."""
    claims: dict[str, list[Claim]] = {}
    for row in store.rows(OF_REPORTS, [list(claim_ids)]):
        row["said_by"] = [link[0] if len(link) == 1 else link for link in row["said_by"]]
        claims.setdefault(row["document_id"], []).append(msgspec.convert(row, Claim))
    documents = store.rows("SELECT * FROM documents WHERE list_contains(?, id)", [list(claims)])
    return {row["id"]: (msgspec.convert(row, Document), claims[row["id"]]) for row in documents}


def _correct_all(store: Store, corrections: Mapping[str, Mapping[str, Any]], given: Given) -> Iterable[Claim]:
    if not corrections:
        return
    for document, beside in load_claims(store, corrections).values():
        for claim in beside:
            if claim.id in corrections:
                yield correct_claim(claim, corrections[claim.id], document, beside, given)


def _as_row(claim: Claim) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(claim, builtin_types=(date,))
    row["said_by"] = [[link] if isinstance(link, str) else link for link in row["said_by"]]
    return row
