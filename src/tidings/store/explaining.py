"""Why a row is as it is: the claims behind it, the rule that put them there, and what would undo it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tidings.errors import TidingsError
from tidings.store.opening import Store

Row = dict[str, Any]

EVENT = "SELECT * FROM events WHERE id = coalesce((SELECT max(event_id) FROM event_aliases WHERE alias = ?), ?)"
EVENT_CLAIMS = """
SELECT
    claims.id, claims.act, claims.stance, claims.certainty, claims.said_by, event_claims.reason, documents.own_id,
    documents.published, copied.original_id IS NOT NULL AS is_copied,
    substring(documents.text, claims.start + 1, claims."end" - claims.start) AS quote,
    (
        SELECT string_agg(coalesce(name, 'unknown') || ' (' || basis || ')', '; ' ORDER BY name)
        FROM claim_origins WHERE claim_id = claims.id
    ) AS origin
FROM event_claims
JOIN claims ON claims.id = event_claims.claim_id
JOIN documents ON documents.id = claims.document_id
LEFT JOIN copied_claims AS copied ON copied.claim_id = claims.id
WHERE event_claims.event_id = ?
ORDER BY documents.published NULLS LAST, claims.document_id, claims.start, claims.id
"""
EVENT_VOICES = """
SELECT
    name, placed, word, max(manner) AS manner, min(published) AS published, bool_or(counts) AS counts,
    list_sort(list_distinct(list(set_aside) FILTER (set_aside IS NOT NULL))) AS set_aside
FROM event_voices WHERE event_id = ? GROUP BY name, placed, rank, word ORDER BY rank, published NULLS LAST, name, word
"""
EVENT_LINKS = """
SELECT CASE WHEN one = $1 THEN other ELSE one END AS other, score, comparisons, forbidden
FROM event_links WHERE $1 IN (one, other) ORDER BY score DESC, other
"""
CLAIM = """
SELECT
    claims.*, documents.own_id,
    substring(documents.text, claims.start + 1, claims."end" - claims.start) AS quote,
    (SELECT list(event_id || ': ' || reason ORDER BY event_id) FROM event_claims WHERE claim_id = claims.id) AS events,
    (
        SELECT list(coalesce(name, 'unknown') || ' (' || kind || ': ' || basis || ')' ORDER BY name)
        FROM claim_origins WHERE claim_id = claims.id
    ) AS origins,
    (
        SELECT max(originals.own_id) FROM copied_claims JOIN documents AS originals ON originals.id = original_id
        WHERE claim_id = claims.id
    ) AS copied_from
FROM claims JOIN documents ON documents.id = claims.document_id WHERE claims.id = ?
"""
COPY = """
SELECT reports.own_id AS report, originals.own_id AS original, copies.*
FROM copies
JOIN documents AS reports ON reports.id = copies.document_id
JOIN documents AS originals ON originals.id = copies.original_id
WHERE ? IN (copies.document_id, copies.original_id, reports.own_id, originals.own_id)
ORDER BY original, report
"""
REPORT = "SELECT count(*) AS reports FROM documents WHERE ? IN (id, own_id)"
# what would undo each reason; a person's reason names a decision
UNDOES = {
    "says the same": "tidings judge different {} {}",
    "can mean no other": "tidings judge different {} {}, or a report that tells of a second event it could mean",
    "is near in every way": "tidings judge different {} {}",
    "denies it": "tidings judge different {} {}, or a report of a second event that the denial could mean",
    "doubts it": "tidings judge different {} {}, or a report of a second event that the doubt could mean",
}


def explain(store: Store, name: str) -> Iterator[str]:
    """Lines about an event, a claim or a report, by id (a report also by its own id); a TidingsError for any other."""
    for find, tell in ((EVENT, _explain_event), (CLAIM, _explain_claim), (REPORT, _explain_report)):
        found = list(store.rows(find, [name] * find.count("?")))
        if found and found[0].get("reports") != 0:
            yield from tell(store, found[0], name)
            return
    raise TidingsError(
        f"nothing is called {name!r}; explained are events, claims and reports, by their ids in "
        "tidings events, claims and documents"
    )


def _explain_event(store: Store, event: Row, name: str) -> Iterator[str]:
    if event["id"] != name:
        yield f"{name} is now part of {event['id']}"
    days = " to ".join(dict.fromkeys(str(event[end] or "?") for end in ("first", "last")))
    yield f"{event['id']}: {event['act']}, {_sides(event)}"
    yield f"  {days}, {_standing(event['standing'], event['standing_reasons'])}"
    if event["manner_standing"]:
        yield f"  manner {_standing(event['manner_standing'], event['manner_reasons'])}"
    if event["flags"]:
        yield f"  said {' and '.join(event['flags'])}"
    yield from _explain_voices(store, event["id"])
    claims = list(store.rows(EVENT_CLAIMS, [event["id"]]))
    for claim in claims:
        yield f"  {claim['id']} in {claim['own_id']}, {claim['published']}: {' '.join(claim['quote'].split())}"
        yield (
            f"    {claim['stance']}, {claim['certainty']}; origin: {claim['origin']}" + "; copied" * claim["is_copied"]
        )
        if claim is not claims[0]:
            undoes = UNDOES.get(claim["reason"].split(",")[0], "tidings undo, with the id in tidings decisions")
            yield f"    joined because it {_because(claim['reason'])}"
            yield f"    undone by: {undoes.format(claims[0]['id'], claim['id'])}"
    for link in store.rows(EVENT_LINKS, [event["id"]]):
        yield f"  may be one with {link['other']}, score {link['score']}: {', '.join(link['comparisons'])}"
        if link["forbidden"]:
            yield f"    never joined by rule: {link['forbidden']}"


def _standing(standing: str, reasons: list[str]) -> str:
    return f"{standing}: {'; '.join(reasons)}" if reasons else standing


def _explain_voices(store: Store, event_id: str) -> Iterator[str]:
    """Who says what, the best placed first, and why a word does not count."""
    for voice in store.rows(EVENT_VOICES, [event_id]):
        manner = f" ({voice['manner']})" if voice["manner"] else ""
        aside = (
            "" if voice["counts"] and not voice["set_aside"] else "; " + (", ".join(voice["set_aside"]) or "no voice")
        )
        yield f"  {voice['name']}, {voice['placed']}: {voice['word']}{manner}, {voice['published']}{aside}"


def _explain_claim(store: Store, claim: Row, name: str) -> Iterator[str]:
    yield f"{name} in {claim['own_id']}: {' '.join(claim['quote'].split())}"
    yield f"  {claim['act']}, {_sides(claim)}"
    yield f"  read by: {', '.join(claim['made_by'])}"
    yield f"  origin: {'; '.join(claim['origins'] or ['none'])}"
    if claim["copied_from"]:
        yield f"  copied from {claim['copied_from']}: adds no voice"
    for event in claim["events"] or ["none: speech alone makes no event"]:
        yield f"  event {event}"


def _explain_report(store: Store, _: Row, name: str) -> Iterator[str]:
    found = list(store.rows(COPY, [name]))
    if not found:
        yield f"{name} copies no report and is copied by none"
    for copy in found:
        yield f"{copy['report']} copies {copy['original']}, {copy['extent']}: {copy['basis']}"
        sizes = f"{copy['grams']} in it and {copy['original_grams']} there"
        yield f"  shared {copy['shared']} runs of five words, of {sizes}"
        yield f"  undone by: tidings unlink {copy['report']} {copy['original']}"


def _sides(row: Row) -> str:
    return f"{_names(row['actor'])} -> {_names(row['target'])}, {_names(row['place'])}"


def _names(names: list[str]) -> str:
    return ", ".join(names) or "?"


def _because(reason: str) -> str:
    return f"was {reason}" if reason.startswith("judged") else reason
