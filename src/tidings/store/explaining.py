"""Why a row is as it is: the claims behind it, the rule that put them there, and what would undo it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tidings.errors import TidingsError
from tidings.store.explaining_claims import because, explain_claim, sides, tell_claims
from tidings.store.explaining_decisions import explain_decision
from tidings.store.explaining_situations import explain_change, explain_check, explain_figure, explain_unit
from tidings.store.opening import Store

Row = dict[str, Any]

EVENT = "SELECT * FROM events WHERE id = coalesce((SELECT max(event_id) FROM event_aliases WHERE alias = ?), ?)"
EVENT_CLAIMS = "SELECT claim_id, reason FROM event_claims WHERE event_id = ?"
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
    """Lines about a row by its id, a report also by its own id; a TidingsError for what is no row."""
    for find, tell in KINDS:
        found = list(store.rows(find, [name] * find.count("?")))
        if found and found[0].get("reports") != 0:
            yield from tell(store, found[0], name)
            return
    raise TidingsError(
        f"nothing is called {name!r}; explained are claims, events, figures, their checks, changes of hands, units, "
        "reports and decisions, by their ids in tidings claims, events, figures, control, documents and decisions"
    )


def _explain_event(store: Store, event: Row, name: str) -> Iterator[str]:
    if event["id"] != name:
        yield f"{name} is now part of {event['id']}"
    days = " to ".join(dict.fromkeys(str(event[end] or "?") for end in ("first", "last")))
    yield f"{event['id']}: {event['act']}, {sides(event)}"
    yield f"  {days}, {_standing(event['standing'], event['standing_reasons'])}"
    if event["leans"]:
        yield f"  leans {event['leans']}: {event['why']}"
    if event["manner_standing"]:
        yield f"  manner {_standing(event['manner_standing'], event['manner_reasons'])}"
    if event["flags"]:
        yield f"  said {' and '.join(event['flags'])}"
    yield from _explain_voices(store, event["id"])
    reasons = {row["claim_id"]: row["reason"] for row in store.rows(EVENT_CLAIMS, [event["id"]])}
    first = event["claim_ids"][0]
    for claim_id, lines in tell_claims(store, event["claim_ids"]):
        yield from lines
        if claim_id != first:
            reason = reasons[claim_id]
            undoes = UNDOES.get(reason.split(",")[0], "tidings undo, with the id in tidings decisions")
            yield f"    joined because it {because(reason)}"
            yield f"    undone by: {undoes.format(first, claim_id)}"
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


def _explain_report(store: Store, _: Row, name: str) -> Iterator[str]:
    found = list(store.rows(COPY, [name]))
    if not found:
        yield f"{name} copies no report and is copied by none"
    for copy in found:
        yield f"{copy['report']} copies {copy['original']}, {copy['extent']}: {copy['basis']}"
        sizes = f"{copy['grams']} in it and {copy['original_grams']} there"
        yield f"  shared {copy['shared']} runs of five words, of {sizes}"
        yield f"  undone by: tidings unlink {copy['report']} {copy['original']}"


KINDS: tuple[tuple[str, Callable[[Store, Row, str], Iterator[str]]], ...] = (
    (EVENT, _explain_event),
    ("SELECT * FROM held_claims WHERE id = ?", explain_claim),
    ("SELECT * FROM figures WHERE id = ? ORDER BY rule", explain_figure),
    ("SELECT * FROM figure_checks WHERE id = ?", explain_check),
    ("SELECT * FROM control_changes WHERE id = ?", explain_change),
    ("SELECT * FROM control_units WHERE id = ?", explain_unit),
    ("SELECT * FROM decisions WHERE id = ?", explain_decision),
    (REPORT, _explain_report),
)
