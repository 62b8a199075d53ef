-- Every claim but speech, with what the aspects need beside it: its day, its places, who says it, and the event it tells.
--
-- day: the last day it speaks of, else the day it came out. origins: who first says it; an outlet's own voice is
-- `is_own_voice`. rank: how well placed they are, 1 against interest, 2 witness or third party, 3 unknown, 4 a side or its ally.

CREATE OR REPLACE TEMP TABLE told AS
WITH origins AS (
    SELECT claim_id, list_sort(list_distinct(list(coalesce(origin, '')))) AS origins
    FROM claim_origins GROUP BY claim_id
),
events_of AS (
    SELECT event_claims.claim_id, min(event_claims.event_id) AS event_id, arg_min(events.standing, event_claims.event_id) AS standing
    FROM event_claims JOIN events ON events.id = event_claims.event_id
    GROUP BY event_claims.claim_id
)
SELECT
    claims.id AS claim_id, claims.document_id, claims.act, claims.actor, claims.target, claims.actor_ids, claims.target_ids,
    claims.place, claims.place_ids, claims.destination, claims.destination_ids, claims.counts,
    claims.first, claims.last, claims.precision, claims.stance, claims.certainty, claims.start, claims.hedged,
    documents.published,
    coalesce(claims.last, claims.first, documents.published) AS day,
    claims.first IS NOT NULL OR claims.last IS NOT NULL AS is_dated,
    len(claims.said_by) = 0 AS is_own_voice,
    coalesce(origins.origins, ['']) AS origins,
    CASE
        WHEN claims.against_interest THEN 1
        WHEN claims.interest IN ('witness', 'third') THEN 2
        WHEN claims.interest IN ('party', 'ally') THEN 4
        ELSE 3
    END AS rank,
    events_of.event_id, events_of.standing,
    lower(substring(documents.text, claims.start + 1, claims."end" - claims.start)) AS words,
    claims.sentence_id
FROM spoken_claims AS claims
JOIN documents ON documents.id = claims.document_id
LEFT JOIN origins ON origins.claim_id = claims.id
LEFT JOIN events_of ON events_of.claim_id = claims.id
WHERE NOT starts_with(claims.act, 'say.');
