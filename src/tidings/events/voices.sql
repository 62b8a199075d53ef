-- Who says what of each event, how well placed, and whose word counts as an independent voice.
--
-- event_voices: a row for each claim and origin of an event. How well placed an origin is, from best to least:
-- 1 a side against its own interest, 2 witnesses and third parties that are quoted, 3 a third party without access (an
-- outlet foreign to the conflict), 4 a side, 5 a named source of no known side, 6 an unnamed one, 7 an outlet's own voice.
-- * Bodies of one side that speak in its favour are one voice, whoever they are.
-- * An outlet's own voice beside the sources that it quotes is theirs: it adds none.
-- * An unknown origin has no voice: it may be any of the others.
-- * Of one origin the later word outranks the earlier. "We left" takes back no denial that the place was lost.
-- * What is reprinted was said when the original came out, and in an outlet's own voice by the original's: its day and
--   interest are those, not the reprint's.

CREATE OR REPLACE TEMP TABLE words AS
SELECT DISTINCT
    event_ids.id AS event_id, members.claim_id, members.kind AS word, members.act, members.manner, claims.document_id,
    coalesce(least(documents.published, originals.published, roots.published), documents.published) AS published,
    own_voice.name AS outlet, claims.against_interest, claims.interest,
    origins.basis = 'reprinted from the original' AS is_reprinted,
    origins.origin, coalesce(origins.name, 'an unknown source') AS name, origins.kind AS origin_kind,
    origins.kind IN ('publisher', 'agency', 'unknown') AS is_own_voice,
    origins.basis = 'unnamed, one voice for its body' AS is_body,
    copied_claims.claim_id IS NOT NULL AS is_copied
FROM members
JOIN event_ids ON event_ids.head = members.head
JOIN spoken_claims AS claims ON claims.id = members.claim_id
JOIN documents ON documents.id = claims.document_id
JOIN claim_origins AS origins ON origins.claim_id = members.claim_id
LEFT JOIN own_voice ON own_voice.document_id = claims.document_id
LEFT JOIN copied_claims ON copied_claims.claim_id = members.claim_id
LEFT JOIN documents AS originals ON originals.id = copied_claims.original_id
LEFT JOIN copy_groups ON copy_groups.document_id = copied_claims.original_id
LEFT JOIN documents AS roots ON roots.id = copy_groups.original_id;

CREATE OR REPLACE TEMP TABLE placed_words AS
WITH first_words AS (
    SELECT event_id, word, origin, min(interest) AS interest, bool_or(against_interest) AS against_interest
    FROM words
    WHERE is_own_voice AND NOT is_copied
    GROUP BY event_id, word, origin
),
interested AS (
    SELECT words.* EXCLUDE (is_reprinted) REPLACE (
        coalesce(CASE WHEN is_reprinted THEN first_words.interest ELSE words.interest END, 'unknown') AS interest,
        CASE WHEN is_reprinted THEN first_words.against_interest ELSE words.against_interest END AS against_interest
    )
    FROM words
    LEFT JOIN first_words ON first_words.event_id = words.event_id AND first_words.word = words.word AND first_words.origin = words.origin
),
told AS (
    SELECT
        *,
        interest IN ('party', 'ally') AS is_side,
        CASE WHEN is_own_voice AND interest NOT IN ('party', 'ally') THEN true ELSE false END AS is_outlet
    FROM interested
)
SELECT
    *,
    CASE
        WHEN is_side AND against_interest THEN 1
        WHEN interest = 'witness' THEN 2
        WHEN interest = 'third' AND NOT is_outlet THEN 2
        WHEN interest = 'third' THEN 3
        WHEN is_side THEN 4
        WHEN origin_kind = 'speaker' OR is_body THEN 5
        WHEN origin_kind = 'role' THEN 6
        ELSE 7
    END AS rank,
    CASE
        WHEN is_side AND against_interest THEN 'a side against its own interest'
        WHEN interest = 'witness' THEN 'a witness'
        WHEN interest = 'third' AND NOT is_outlet THEN 'a third party'
        WHEN interest = 'third' THEN 'an outlet foreign to the conflict'
        WHEN is_side AND against_interest IS NOT NULL THEN 'a side in its own favour'
        WHEN is_side THEN 'a side'
        WHEN origin_kind = 'speaker' OR is_body THEN 'a source of no known side'
        WHEN origin_kind = 'role' THEN 'an unnamed source'
        ELSE 'an outlet in its own voice'
    END AS placed,
    CASE
        WHEN origin IS NULL THEN NULL
        WHEN interest = 'party' AND NOT against_interest THEN 'side that it favours'
        -- "afg.police" and "afg.forces:commander" speak for one side
        WHEN interest = 'party' AND against_interest IS NULL AND regexp_matches(origin, '^[^ .:@]+[.:]')
            AND NOT starts_with(origin, 'new:')
            THEN regexp_extract(origin, '^([^ .:@]+)[.:]', 1)
        ELSE origin
    END AS voice
FROM told;

DELETE FROM event_voices WHERE event_id IN (SELECT event_id FROM touched_events);

INSERT INTO event_voices BY NAME
WITH quoted AS (
    SELECT event_id, word, outlet, document_id FROM placed_words WHERE NOT is_own_voice
),
beside_report AS (SELECT DISTINCT event_id, word, document_id FROM quoted),
beside_outlet AS (SELECT DISTINCT event_id, word, outlet FROM quoted WHERE outlet IS NOT NULL),
-- the last day on which each origin affirms the outcome and denies it
last_words AS (
    SELECT
        event_id, origin,
        max(published) FILTER (word = 'affirmed') AS affirmed,
        max(published) FILTER (word = 'affirmed' AND act <> 'territory.withdraw') AS affirmed_outcome,
        max(published) FILTER (word = 'affirmed' AND manner IS NOT NULL) AS affirmed_manner,
        max(published) FILTER (word = 'denied' AND manner IS NULL) AS denied
    FROM placed_words
    WHERE origin IS NOT NULL
    GROUP BY event_id, origin
)
SELECT
    words.event_id, words.claim_id, words.origin, words.voice, words.name, words.word, words.act, words.manner,
    words.placed, words.rank, words.published,
    words.origin_kind <> 'role' AS is_named,
    words.voice IS NOT NULL
        AND NOT (words.is_outlet AND (beside_report.event_id IS NOT NULL OR beside_outlet.event_id IS NOT NULL)) AS counts,
    CASE
        WHEN words.word = 'affirmed' AND last_words.denied > words.published
            AND NOT coalesce(last_words.affirmed >= last_words.denied, false) THEN 'taken back later'
        WHEN words.word = 'denied' AND CASE WHEN words.act = 'territory.withdraw' THEN last_words.affirmed
            ELSE last_words.affirmed_outcome END > words.published THEN 'taken back later'
        -- who says in what other way it came about denies only the way
        WHEN words.word = 'denied' AND words.manner IS NOT NULL
            AND last_words.affirmed_manner >= words.published THEN 'denies only the manner'
        WHEN words.is_copied THEN 'copied'
        WHEN words.voice IS NULL THEN 'of unknown origin'
        WHEN words.is_outlet AND (beside_report.event_id IS NOT NULL OR beside_outlet.event_id IS NOT NULL)
            THEN 'beside the sources that it quotes'
    END AS set_aside
FROM placed_words AS words
LEFT JOIN beside_report
    ON beside_report.event_id = words.event_id AND beside_report.word = words.word
    AND beside_report.document_id = words.document_id
LEFT JOIN beside_outlet
    ON beside_outlet.event_id = words.event_id AND beside_outlet.word = words.word
    AND beside_outlet.outlet = words.outlet
LEFT JOIN last_words ON last_words.event_id = words.event_id AND last_words.origin = words.origin
ORDER BY words.event_id, words.rank, words.published NULLS LAST, words.claim_id, words.origin;

DROP TABLE words;
DROP TABLE placed_words;
DROP TABLE own_voice;
DROP TABLE copy_groups;
