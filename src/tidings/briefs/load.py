"""What a brief is made from: events, claims with their evidence, reports and drops, out of the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import duckdb
import msgspec

from tidings.briefs.cited import CitedClaim, Report
from tidings.briefs.parts import CopyRow, DropGroup, DropRow, OriginRow
from tidings.records import Claim, Event

Connection = duckdb.DuckDBPyConnection

REPORTS = """
SELECT
    documents.id AS document_id, documents.own_id, coalesce(publishers.name, documents.publisher) AS publisher,
    documents.title, documents.url, documents.published, documents.kind, coalesce(counted.claims, 0) AS claim_count
FROM speaking_documents AS documents
LEFT JOIN publishers ON publishers.id = documents.publisher
LEFT JOIN (SELECT document_id, count(*) AS claims FROM spoken_claims GROUP BY document_id) AS counted
    ON counted.document_id = documents.id
WHERE documents.id NOT IN (SELECT what FROM drops WHERE stage <> 'note')
ORDER BY documents.published DESC NULLS LAST, documents.own_id, documents.id
"""

CLAIMS = """
SELECT
    claims.id, claims.document_id, claims.sentence_id, claims.act, claims.actor, claims.target, claims.place,
    claims.destination, claims.first, claims.last, claims.precision, claims.counts, claims.said_by, claims.stance,
    claims.certainty, claims.manner, claims.hedged, claims.start, claims."end", claims.made_by,
    substring(documents.text, claims.start + 1, claims."end" - claims.start) AS quote,
    substring(documents.text, sentences.start + 1, greatest(claims.start - sentences.start, 0)) AS before,
    substring(documents.text, claims."end" + 1, greatest(sentences."end" - claims."end", 0)) AS after,
    claims.id IN (SELECT claim_id FROM copied_claims) AS is_copied,
    array_to_string(coalesce(hands.corrected, []), '; ') AS hand
FROM spoken_claims AS claims
JOIN documents ON documents.id = claims.document_id
LEFT JOIN sentences ON sentences.id = claims.sentence_id AND sentences.document_id = claims.document_id
LEFT JOIN claim_hands AS hands ON hands.claim_id = claims.id
ORDER BY documents.published NULLS LAST, claims.document_id, claims.start, claims.id
"""


ORIGINS = """
SELECT
    coalesce(min(publishers.name), min(origins.name)) AS name, origins.kind,
    count(DISTINCT origins.claim_id) AS claims
FROM claim_origins AS origins
JOIN spoken_claims ON spoken_claims.id = origins.claim_id
LEFT JOIN publishers
    ON origins.kind = 'publisher' AND regexp_replace(lower(publishers.name), '^the ', '') = origins.origin
WHERE origins.origin IS NOT NULL
GROUP BY origins.origin, origins.kind
ORDER BY claims DESC, name, origins.kind, origins.origin
"""
DROPS = 'SELECT reason, "where", what FROM drops'


def load_reports(connection: Connection) -> dict[str, Report]:
    """The reports that speak, newest first, by document id; a report that was dropped is not among them."""
    return {row["document_id"]: msgspec.convert(row, Report) for row in _rows(connection, REPORTS)}


def load_claims(connection: Connection, reports: dict[str, Report]) -> dict[str, CitedClaim]:
    """The claims that speak, with their evidence, by claim id, in the order of their days and of the text."""
    return {row["id"]: _make_cited(row, reports) for row in _rows(connection, CLAIMS)}


def load_events(connection: Connection) -> list[Event]:
    """The events as they were linked last."""
    return [msgspec.convert(row, Event) for row in _rows(connection, "SELECT * FROM events ORDER BY id")]


def count_unsure(connection: Connection, event_ids: Iterable[str]) -> int:
    """How many pairs of these events may be one, though they were not joined."""
    ids = list(event_ids)
    found = connection.execute(
        "SELECT count(*) FROM event_links WHERE forbidden IS NULL AND score >= 0.5 "
        "AND list_contains($1, one) AND list_contains($1, other)",
        [ids],
    ).fetchone()
    return int(found[0]) if ids and found else 0


def load_origins(connection: Connection) -> list[OriginRow]:
    """Who first says things, those with most claims first; outlets by their whole name."""
    return [msgspec.convert(row, OriginRow) for row in _rows(connection, ORIGINS)]


def load_copies(connection: Connection, reports: dict[str, Report]) -> list[CopyRow]:
    """Which reports reprint others, in the order of their days."""
    rows = _rows(connection, "SELECT document_id, original_id, extent FROM copies ORDER BY ALL")
    pairs = [(reports.get(row["document_id"]), reports.get(row["original_id"]), row["extent"]) for row in rows]
    found = [CopyRow(report, original, extent) for report, original, extent in pairs if report and original]
    return sorted(found, key=lambda row: (row.report.published or date.max, row.report.own_id))


def load_drops(connection: Connection) -> list[DropGroup]:
    """What was left out, by reason, the commonest reason first."""
    return _group_drops(_rows(connection, f"{DROPS} WHERE stage <> 'note' ORDER BY ALL"))


def load_notes(connection: Connection) -> list[DropGroup]:
    """What was not believed of reports that were read, by reason."""
    return _group_drops(_rows(connection, f"{DROPS} WHERE stage = 'note' ORDER BY ALL"))


def _group_drops(rows: Iterable[dict[str, Any]]) -> list[DropGroup]:
    groups: dict[str, list[DropRow]] = {}
    for row in rows:
        groups.setdefault(row["reason"], []).append(DropRow(row["what"], row["where"]))
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return [DropGroup(reason, tuple(rows)) for reason, rows in ordered]


def count_rejected(connection: Connection) -> int:
    """How many claims of the reports that speak a person rejected."""
    found = connection.execute(
        "SELECT count(DISTINCT id) FROM claims JOIN rejected_claims ON claim_id = id "
        "WHERE document_id IN (SELECT id FROM speaking_documents)"
    ).fetchone()
    return int(found[0]) if found else 0


def is_synthetic(connection: Connection) -> bool:
    """Whether a report says of itself that it was made up."""
    marked = connection.execute(
        "SELECT count(*) FROM documents WHERE lower(coalesce(extra['synthetic'], '')) IN ('true', 'yes', '1')"
    ).fetchone()
    return bool(marked and marked[0])


def _make_cited(row: dict[str, Any], reports: dict[str, Report]) -> CitedClaim:
    evidence: dict[str, Any] = {name: row.pop(name) or "" for name in ("before", "quote", "after")}
    marks: dict[str, Any] = {name: row.pop(name) for name in ("is_copied", "hand")}
    row["said_by"] = [link[0] if len(link) == 1 else link for link in row["said_by"]]
    return CitedClaim(claim=msgspec.convert(row, Claim), report=reports[row["document_id"]], **marks, **evidence)


def _rows(connection: Connection, sql: str) -> Iterator[dict[str, Any]]:
    answer = connection.execute(sql)
    names = [column[0] for column in answer.description or ()]
    while some := answer.fetchmany(1000):
        yield from (dict(zip(names, row, strict=True)) for row in some)


def days_of(claims: Iterable[CitedClaim]) -> list[date]:
    """The days on which the claims were published."""
    return [cited.report.published for cited in claims if cited.report.published is not None]
