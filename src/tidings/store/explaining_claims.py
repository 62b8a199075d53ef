"""The end of every explanation: claims with their sentences, who first says them, and what a person made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from tidings.store.opening import Store

Row = dict[str, Any]

CLAIMS = """
SELECT
    claims.id, claims.act, claims.stance, claims.certainty, documents.own_id, documents.published,
    copied.original_id IS NOT NULL AS is_copied, hands.corrected, hands.rejected,
    trim(substring(
        documents.text, coalesce(sentences.start, claims.start) + 1,
        coalesce(sentences."end", claims."end") - coalesce(sentences.start, claims.start)
    )) AS sentence,
    (
        SELECT string_agg(coalesce(name, 'unknown') || ' (' || basis || ')', '; ' ORDER BY name)
        FROM claim_origins WHERE claim_id = claims.id
    ) AS origin
FROM held_claims AS claims
JOIN documents ON documents.id = claims.document_id
LEFT JOIN sentences ON sentences.id = claims.sentence_id AND sentences.document_id = claims.document_id
LEFT JOIN copied_claims AS copied ON copied.claim_id = claims.id
LEFT JOIN claim_hands AS hands ON hands.claim_id = claims.id
WHERE list_contains(?, claims.id)
ORDER BY documents.published NULLS LAST, claims.document_id, claims.start, claims.id
"""
RESTS = """
SELECT
    (SELECT list(event_id || ': ' || reason ORDER BY event_id) FROM event_claims WHERE claim_id = $1) AS events,
    (
        SELECT list(coalesce(name, 'unknown') || ' (' || kind || ': ' || basis || ')' ORDER BY name)
        FROM claim_origins WHERE claim_id = $1
    ) AS origins,
    (
        SELECT max(originals.own_id) FROM copied_claims JOIN documents AS originals ON originals.id = original_id
        WHERE claim_id = $1
    ) AS copied_from,
    (SELECT list(DISTINCT figure_id ORDER BY figure_id) FROM figure_claims WHERE claim_id = $1) AS figures,
    (SELECT list(id ORDER BY id) FROM control_changes WHERE list_contains(claim_ids, $1)) AS changes
"""
HANDS = """
SELECT id, verdict, field, value, author, day, reason FROM holding_decisions
WHERE about = 'claims' AND one = ? ORDER BY number
"""
READ = "SELECT * FROM claims WHERE id = ?"


def tell_claims(store: Store, claim_ids: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Each claim with its lines: its sentence, how it is told, who first says so, and whether a person touched it."""
    for claim in store.rows(CLAIMS, [list(claim_ids)]):
        hands = "".join(f"; {line}" for line in claim["corrected"] or ())
        hands += f"; rejected {claim['rejected']}" if claim["rejected"] else ""
        yield (
            claim["id"],
            [
                f"  {claim['id']} in {claim['own_id']}, {claim['published']}: {' '.join(claim['sentence'].split())}",
                f"    {claim['stance']}, {claim['certainty']}; origin: {claim['origin'] or 'none'}"
                + "; copied" * claim["is_copied"]
                + hands,
            ],
        )


def explain_claim(store: Store, claim: Row, name: str) -> Iterator[str]:
    """A claim: its words, what read it, what a person made of it, and what rests on it."""
    ((_, (line, told)),) = tell_claims(store, [name])
    yield line.strip()
    yield f"  {claim['act']}, {sides(claim)}; {told.strip()}"
    yield f"  read by: {', '.join(claim['made_by'])}"
    (rests,) = store.rows(RESTS, [name])
    yield f"  origin: {'; '.join(rests['origins'] or ['none'])}"
    if rests["copied_from"]:
        yield f"  copied from {rests['copied_from']}: adds no voice"
    (read,) = store.rows(READ, [name])
    hands = list(store.rows(HANDS, [name]))
    yield from (line for hand in hands for line in _tell_hand(hand, read))
    is_rejected = any(hand["verdict"] == "reject" for hand in hands)
    for event in rests["events"] or ["none: it is rejected" if is_rejected else "none: speech alone makes no event"]:
        yield f"  event {event}"
    for kind in ("figures", "changes"):
        if rests[kind]:
            yield f"  {kind} that rest on it: {', '.join(rests[kind])}"
    if not is_rejected:
        yield f"  undone by: tidings reject {name}, or tidings correct {name} FIELD=VALUE"


def sides(row: Row) -> str:
    """Who does it to whom, and where."""
    return f"{_names(row['actor'])} -> {_names(row['target'])}, {_names(row['place'])}"


def because(reason: str) -> str:
    """A reason as it stands behind "because it"."""
    return f"was {reason}" if reason.startswith("judged") else reason


def tell_value(value: object) -> str:
    """A value in words."""
    match value:
        case None:
            return "none"
        case list() | tuple() if all(isinstance(part, str) for part in value):
            return "; ".join(value) or "none"
        case dict() if value.keys() == {"first", "last"}:
            return " to ".join(dict.fromkeys(str(value[end] or "?") for end in ("first", "last")))
        case str():
            return value
        case _:
            return msgspec.json.encode(value).decode()


def _tell_hand(hand: Row, read: Row) -> Iterator[str]:
    who = f"by {hand['author']}, {hand['day']}: {hand['reason']}"
    if hand["verdict"] == "reject":
        yield f"  rejected {who}"
    else:
        was = {"first": read["first"], "last": read["last"]} if hand["field"] == "period" else read[hand["field"]]
        value = tell_value(msgspec.json.decode(hand["value"]))
        yield f"  {hand['field']} corrected to {value}, read as {tell_value(was)}; {who}"
    yield f"    undone by: tidings undo {hand['id']}"


def _names(names: list[str]) -> str:
    return ", ".join(names) or "?"
