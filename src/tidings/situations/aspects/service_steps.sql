-- What each telling says of a service at a place: `steps`, a row a claim, kind of service and place.
--
-- state: closed; open, where a closing is denied or something is said to be open; destroyed. The kind is told by what is named as
-- shut or destroyed, with all that stands in one list with it ("schools, hospitals and courts"), else by the place's own
-- name ("the crossing of Rafah"), else by the words of the claim.

CREATE OR REPLACE TEMP TABLE served AS
WITH spoken AS (
    SELECT
        *,
        lower(array_to_string(target, ' ; ')) AS named,
        lower(array_to_string(place, ' ; ')) AS place_named,
        -- "schools, hospitals, and courts", "the road and the bridge"
        array_to_string(regexp_extract_all(words, '(?:[\w’''-]+(?: [\w’''-]+){0,2}, )*[\w’''-]+(?: [\w’''-]+){0,2},? (?:and|or|nor) [\w’''-]+(?: [\w’''-]+){0,2}'), ' ; ') AS listed
    FROM told
    WHERE act IN ('govern.close', 'destroy.infrastructure', 'destroy.property') AND certainty IN ('happened', 'ongoing')
        AND stance IN ('asserts', 'denies')
),
-- which words for services stand where: one constant pattern finds them all, the longest name first
words_found AS (
    SELECT claim_id, 'named' AS stands, unnest(regexp_extract_all(named, getvariable('service_words'), 1)) AS word FROM spoken
    UNION ALL
    SELECT claim_id, 'listed', unnest(regexp_extract_all(listed, getvariable('service_words'), 1)) FROM spoken
    UNION ALL
    SELECT claim_id, 'place', unnest(regexp_extract_all(place_named, getvariable('service_words'), 1)) FROM spoken
    UNION ALL
    SELECT claim_id, 'told', unnest(regexp_extract_all(words, getvariable('service_words'), 1)) FROM spoken
),
marks AS (
    SELECT
        words_found.claim_id, services.name AS service,
        bool_or(stands = 'named') AS is_named, bool_or(stands = 'listed') AS is_listed,
        bool_or(stands = 'place') AS is_place, bool_or(stands = 'told') AS is_told
    FROM words_found
    JOIN aspect_services AS services ON services.word = words_found.word
    GROUP BY words_found.claim_id, services.name
),
kinds AS (SELECT spoken.*, marks.* EXCLUDE (claim_id) FROM spoken JOIN marks ON marks.claim_id = spoken.claim_id),
chosen AS (
    SELECT
        *,
        bool_or(is_named) OVER (PARTITION BY claim_id) AS any_named,
        bool_or(is_named AND is_listed) OVER (PARTITION BY claim_id) AS lists_named,
        bool_or(is_place) OVER (PARTITION BY claim_id) AS any_place
    FROM kinds
)
SELECT *
FROM chosen
WHERE CASE
        WHEN any_named THEN is_named OR lists_named AND is_listed
        -- what is destroyed is told by what is named alone: "homes near the school"
        WHEN act = 'destroy.property' THEN false
        WHEN any_place THEN is_place
        ELSE is_told
    END;

CREATE OR REPLACE TEMP TABLE steps AS
WITH placed AS (
    SELECT
        served.* EXCLUDE (place, place_ids),
        CASE WHEN len(place) = len(place_ids) THEN place_ids[nth_place] END AS place_id,
        place[nth_place] AS place_name
    FROM served, unnest(CASE WHEN len(served.place) = 0 THEN [CAST(NULL AS BIGINT)] ELSE range(1, len(served.place) + 1) END) AS places(nth_place)
)
SELECT
    concat_ws(' | ', service, coalesce(place_id, lower(place_name), '')) AS subject,
    CASE WHEN act = 'govern.close' THEN CASE stance WHEN 'asserts' THEN CASE WHEN is_open THEN 'open' ELSE 'closed' END ELSE 'open' END
        ELSE CASE stance WHEN 'asserts' THEN 'destroyed' ELSE 'not destroyed' END END AS state,
    day, is_dated, published, stance = 'denies' AND NOT is_open AS is_denial, is_open AS is_opening, origins, rank, is_own_voice, start, document_id, claim_id,
    CASE WHEN place_name IS NULL THEN [] ELSE [place_name] END AS place, CASE WHEN place_id IS NULL THEN [] ELSE [place_id] END AS place_ids,
    service
FROM (SELECT *, regexp_matches(words, getvariable('opening_words')) AS is_open FROM placed)
WHERE day IS NOT NULL;
