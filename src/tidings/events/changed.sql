-- Which claims have changed since they were linked last: read anew, forgotten, corrected, rejected, judged, or said on
-- another origin's word since. All that linking reads of a claim goes into its print.
--
-- prints: a row a claim that speaks. changed_claims: those with another print than before, and those that are gone.
-- own_voice and copy_groups are of all reports: they are few, and cheap to make.

CREATE OR REPLACE TEMP TABLE copy_groups AS
WITH RECURSIVE above(document_id, original_id, depth) AS (
    SELECT document_id, original_id, 1 FROM copies
    UNION ALL
    SELECT above.document_id, copies.original_id, above.depth + 1
    FROM above JOIN copies ON copies.document_id = above.original_id
    WHERE above.depth < 20
)
SELECT document_id, arg_max(original_id, depth) AS original_id FROM above GROUP BY document_id;

-- own_voice: what a report's own words rest on
CREATE OR REPLACE TEMP TABLE own_voice AS
WITH agencies AS (
    SELECT
        *,
        list_has_any(credited, ['agencies', 'news agencies', 'agency', 'wires', 'wire services', 'news services']) AS is_shared,
        list_filter(credited, lambda credit: NOT contains(publisher_name, credit)) AS others
    FROM credited
)
SELECT
    id AS document_id,
    CASE WHEN is_shared THEN NULL WHEN len(others) > 0 THEN others[1] ELSE publisher_name END AS name,
    CASE WHEN is_shared OR (len(others) = 0 AND publisher_name IS NULL) THEN 'unknown'
        WHEN len(others) > 0 THEN 'agency' ELSE 'publisher' END AS kind,
    CASE WHEN is_shared THEN 'agencies credited without a name' WHEN len(others) > 0 THEN 'credited in the dateline'
        WHEN publisher_name IS NULL THEN 'no publisher known' ELSE 'the report itself' END AS basis
FROM agencies;

CREATE OR REPLACE TEMP TABLE prints AS
WITH judgements AS (
    SELECT claim_id, list_sort(list(told)) AS told
    FROM (
        SELECT one AS claim_id, concat(verdict, ' ', other, ' ', author, ' ', day, ' ', reason) AS told
        FROM holding_decisions WHERE about = 'events'
        UNION ALL
        SELECT other, concat(verdict, ' ', one, ' ', author, ' ', day, ' ', reason)
        FROM holding_decisions WHERE about = 'events'
    )
    GROUP BY claim_id
),
-- of a report: what its own words rest on, and what those of the report that it copies do
voices AS (
    SELECT
        documents.id AS document_id,
        hash(CAST(row(
            documents.published, own.name, own.kind, own.basis, groups.original_id, original.name, original.kind,
            original.basis
        ) AS VARCHAR)) AS voice
    FROM speaking_documents AS documents
    LEFT JOIN own_voice AS own ON own.document_id = documents.id
    LEFT JOIN copy_groups AS groups ON groups.document_id = documents.id
    LEFT JOIN own_voice AS original ON original.document_id = groups.original_id
)
SELECT
    claims.id AS claim_id,
    -- Each field for itself: a hash over several fields at once takes no notice of empty lists.
    hash([
        hash(claims.document_id), hash(claims.act), hash(claims.actor), hash(claims.target), hash(claims.place),
        hash(claims.first), hash(claims.last), hash(CAST(claims.counts AS VARCHAR)), hash(claims.said_by),
        hash(claims.stance), hash(claims.certainty), hash(claims.manner), hash(claims.start), hash(claims."end"),
        hash(claims.actor_ids), hash(claims.target_ids), hash(claims.place_ids), hash(claims.speaker_ids),
        hash(claims.interest), hash(claims.against_interest), voices.voice, hash(copied.original_id),
        hash(CAST(judgements.told AS VARCHAR))
    ]) AS print
FROM spoken_claims AS claims
JOIN voices ON voices.document_id = claims.document_id
LEFT JOIN copied_claims AS copied ON copied.claim_id = claims.id
LEFT JOIN judgements ON judgements.claim_id = claims.id;

CREATE OR REPLACE TEMP TABLE changed_claims AS
SELECT claim_id FROM prints ANTI JOIN linked_claims AS linked USING (claim_id, print)
UNION
SELECT claim_id FROM linked_claims ANTI JOIN prints USING (claim_id, print);

DELETE FROM linked_claims WHERE claim_id IN (SELECT claim_id FROM changed_claims);
INSERT INTO linked_claims SELECT claim_id, print FROM prints WHERE claim_id IN (SELECT claim_id FROM changed_claims);

-- what is linked now, laid down once
CREATE OR REPLACE TEMP TABLE fresh_claims AS
SELECT * FROM spoken_claims WHERE id IN (SELECT claim_id FROM changed_claims);
