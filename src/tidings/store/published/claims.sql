-- Every claim as it is held to be (as a person corrected it, else as read), with its words, its report, who first said it,
-- whether it is copied, and the events that it belongs to.

CREATE TABLE picture.claims AS
WITH held AS (
    SELECT *, false AS is_corrected FROM store.claims WHERE id NOT IN (SELECT id FROM store.corrected_claims)
    UNION ALL BY NAME
    SELECT *, true AS is_corrected FROM store.corrected_claims
),
rejected AS (
    SELECT DISTINCT claim_id FROM store.rejected_claims
),
origins AS (
    SELECT claim_id, list(DISTINCT coalesce(name, 'unknown') ORDER BY coalesce(name, 'unknown')) AS origins
    FROM store.claim_origins GROUP BY claim_id
),
copied AS (
    SELECT claim_id, min(original_id) AS copied_from FROM store.copied_claims GROUP BY claim_id
),
belonging AS (
    SELECT claim_id, list(event_id ORDER BY event_id) AS event_ids FROM store.event_claims GROUP BY claim_id
)
SELECT
    claims.id, documents.own_id AS doc, claims.document_id, claims.sentence_id, documents.publisher, documents.published,
    documents.is_speaking AND rejected.claim_id IS NULL AS is_speaking, claims.is_corrected,
    rejected.claim_id IS NOT NULL AS is_rejected,
    claims.act, split_part(claims.act, '.', 1) AS family, claims.actor, claims.target, claims.place, claims.destination,
    claims.first, claims.last, claims.precision, claims.counts, claims.said_by, claims.stance, claims.certainty,
    claims.manner, claims.hedged, claims.start, claims."end",
    substring(documents.text, claims.start + 1, claims."end" - claims.start) AS quote,
    claims.actor_ids, claims.target_ids, claims.place_ids, claims.place_precision, claims.destination_ids,
    claims.speaker_ids, claims.interest, claims.against_interest, claims.interest_reason,
    coalesce(origins.origins, []) AS origins, copied.copied_from, coalesce(belonging.event_ids, []) AS event_ids,
    claims.made_by
FROM held AS claims
JOIN picture.documents AS documents ON documents.id = claims.document_id
LEFT JOIN rejected ON rejected.claim_id = claims.id
LEFT JOIN origins ON origins.claim_id = claims.id
LEFT JOIN copied ON copied.claim_id = claims.id
LEFT JOIN belonging ON belonging.claim_id = claims.id
ORDER BY doc, claims.document_id, claims.start, claims."end", claims.id;
