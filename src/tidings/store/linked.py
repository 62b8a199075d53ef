"""What linking made, as the command line lists it: copies, origins and events."""

from __future__ import annotations

from tidings.store.listing import Listing, plain

COPIES = """
SELECT
    documents.own_id AS report, originals.own_id AS copy_of, copies.extent, copies.share,
    documents.publisher, originals.publisher AS original_publisher, documents.published,
    originals.published AS original_published, copies.shared, copies.grams, copies.original_grams, copies.basis,
    (
        SELECT count(*) FROM claims JOIN copied_claims ON copied_claims.claim_id = claims.id
        WHERE claims.document_id = copies.document_id
    ) AS copied_claims,
    (SELECT count(*) FROM claims WHERE claims.document_id = copies.document_id) AS claims,
    copies.document_id, copies.original_id
FROM copies
JOIN documents ON documents.id = copies.document_id
JOIN documents AS originals ON originals.id = copies.original_id
ORDER BY copy_of, copies.original_id, report, copies.document_id
"""

ORIGINS = """
WITH told AS (
    SELECT
        origins.origin, origins.name, origins.kind, origins.basis, claims.id AS claim_id, claims.document_id,
        documents.published, copied.claim_id IS NOT NULL AS is_copied,
        dense_rank() OVER (PARTITION BY events.id ORDER BY documents.published NULLS LAST) = 1 AS is_first,
        events.id AS event_id, events.standing
    FROM claim_origins AS origins
    JOIN claims ON claims.id = origins.claim_id
    JOIN documents ON documents.id = claims.document_id
    LEFT JOIN copied_claims AS copied ON copied.claim_id = claims.id
    LEFT JOIN event_claims ON event_claims.claim_id = claims.id
    LEFT JOIN events ON events.id = event_claims.event_id
),
turns AS (
    SELECT origin, list(concat(standing, ' ', events) ORDER BY standing) AS turned_out
    FROM (
        SELECT origin, standing, count(DISTINCT event_id) AS events
        FROM told WHERE standing IS NOT NULL GROUP BY origin, standing
    )
    GROUP BY origin
)
SELECT
    coalesce(min(told.name), 'unknown') AS name,
    list_sort(list_distinct(list(told.kind))) AS kind,
    list_sort(list_distinct(list(told.basis))) AS basis,
    count(DISTINCT told.claim_id) AS claims,
    count(DISTINCT told.claim_id) FILTER (told.is_copied) AS copied,
    count(DISTINCT told.document_id) AS reports,
    count(DISTINCT told.event_id) AS events,
    count(DISTINCT told.event_id) FILTER (told.is_first AND NOT told.is_copied) AS first_to_say,
    any_value(turns.turned_out) AS turned_out,
    min(told.published) AS first, max(told.published) AS last,
    told.origin
FROM told
LEFT JOIN turns ON turns.origin IS NOT DISTINCT FROM told.origin
GROUP BY told.origin
ORDER BY claims DESC, told.origin NULLS LAST
"""

# the newest first; events without a day last
EVENTS = """
SELECT
    events.id, act, actor, target, place, first, last, standing, manner_standing, standing_reasons, manner_reasons,
    flags, better_placed, leans, why, len(claim_ids) AS claims, claim_ids{}
FROM events
ORDER BY coalesce(last, first) DESC NULLS LAST, first DESC NULLS LAST, act, place, events.id
"""
# in the order of claim_ids
REASONS = """,
    (
        SELECT list(reason ORDER BY list_position(claim_ids, claim_id)) FROM event_claims WHERE event_id = events.id
    ) AS reasons"""


def list_copies() -> Listing:
    """Each report that reprints another, by original: how much of it, and how one knows."""
    return Listing(COPIES, plain, ("report", "copy_of", "extent", "share", "publisher", "original_publisher", "basis"))


def list_origins() -> Listing:
    """Who first says things: claims, reports and events of each origin, and how the events stand now."""
    return Listing(
        ORIGINS, plain, ("name", "kind", "claims", "copied", "reports", "events", "first_to_say", "turned_out")
    )


def list_events(*, explain: bool = False) -> Listing:
    """Events, the newest first; with `explain` also why each claim was put there."""
    columns = (
        "act",
        "actor",
        "target",
        "place",
        "first",
        "last",
        "standing",
        "leans",
        "manner_standing",
        "claims",
        "id",
    )
    return Listing(
        EVENTS.format(REASONS if explain else ""),
        plain,
        (*columns, "standing_reasons", "why", "reasons") if explain else columns,
    )
