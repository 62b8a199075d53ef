-- What of a place each claim speaks of: the whole, its seat, or no more than a part. Variables give the words, a pattern a kind.
--
-- told_units: a row for each claim and unit that it takes as a whole. A place that is only named as where something lies
-- ("the governor's house in Arlen" aside) is no more than a part, and so is a place that holds the units counted ("two
-- districts in Norland"). A place without a unit, or that could not be told, stands in control_unresolved.

CREATE OR REPLACE TEMP TABLE told_places AS
WITH claimed AS (
    SELECT
        claims.*,
        documents.published,
        documents.publisher,
        -- "the centres of Arlen and Brack" are one each
        CASE
            WHEN len(claims.place) > 1 THEN regexp_replace(quoted, '\b(centre|center|compound|seat)s of\b', '\1 of')
            ELSE quoted
        END AS words,
        len(list_filter(counts, lambda c: c.what IN ('district', 'city', 'province', 'village', 'border_crossing', 'base', 'checkpoint',
            'quarter', 'area', 'square_mile', 'building', 'bridge', 'change_percent', 'percent'))) > 0 AS is_counted,
        list_filter(counts, lambda c: c.what IN ('district', 'city', 'province', 'border_crossing')
            AND coalesce(c.low = len(place), false)) AS counts_these
    FROM spoken_claims AS claims
    JOIN documents ON documents.id = claims.document_id,
    LATERAL (SELECT lower(substring(documents.text, claims.start + 1, claims."end" - claims.start)) AS quoted)
    WHERE claims.act IN ('territory.capture', 'territory.withdraw', 'territory.hold')
        AND claims.certainty IN ('happened', 'ongoing')
)
SELECT
    claimed.* EXCLUDE (counts, words, counts_these, is_counted),
    claimed.is_counted AND len(counts_these) = 0 AS is_counted,
    len(place) > 1 AND len(counts_these) > 0 AS is_counted_out,
    words,
    unnest(range(1, len(claimed.place_ids) + 1)) AS nth
FROM claimed;

CREATE OR REPLACE TEMP TABLE told_units AS
WITH named AS (
    SELECT
        told_places.*,
        place_ids[nth] AS place_id,
        CASE WHEN len(place) = len(place_ids) THEN lower(place[nth]) END AS name
    FROM told_places
),
bare AS (
    SELECT
        *,
        trim(regexp_replace(name, '\(.*\)|\b(district|city|province|town)\b', '', 'g')) AS bare_name,
        regexp_extract(name, '^(.*)\(', 1) AS before_bracket
    FROM named
),
-- The name gives way to a sign: so each pattern is one for all rows.
placed AS (
    SELECT
        bare.*,
        unit_of_place.unit_id,
        units.unit, units.country,
        CASE WHEN bare_name <> '' THEN replace(words, bare_name, '§') ELSE words END AS signed,
        -- of several places, some without an id, one does not know which name is whose
        coalesce(bare_name = '', true) OR contains(words, bare_name) AS is_in_words
    FROM bare
    JOIN unit_of_place ON unit_of_place.place_id = bare.place_id
    JOIN control_units AS units ON units.id = unit_of_place.unit_id
),
judged AS (
    SELECT
        *,
        -- of a district and of a city, never of a province
        unit <> 'province' AND (
            regexp_matches(words, getvariable('seat_words')) OR regexp_matches(coalesce(name, ''), getvariable('seat_words'))
        ) AS is_seat,
        regexp_matches(coalesce(name, ''), getvariable('part_words') || '.* (of|in|at|to) |' || getvariable('part_words') || '.*\(')
            AS is_named_part,
        regexp_matches(signed, getvariable('part_words') || '[^.,;]{0,24}? (of|in|at|near|around|outside)( the)?( [a-z''’-]+){0,2}? §') AS is_part,
        regexp_matches(signed, getvariable('part_words') || ' (of|in|at|near|around|outside)( the)? ' || getvariable('seat_words')) AS is_part_of_seat,
        regexp_matches(signed, getvariable('part_words')) AS is_any_part,
        regexp_matches(signed, getvariable('inside_words') || '( the)?( provinces?( of)?| provincial capital)?,? §') AS is_inside,
        regexp_matches(signed, '(^|(fall|capture|loss|seizure|takeover|control) of |[^f] |[^o]f )(the )?§ province|province of §') AS is_province,
        regexp_matches(lower(array_to_string(actor, '; ')), getvariable('rebels_words')) AS is_by_rebels,
        regexp_matches(lower(array_to_string(actor, '; ')), getvariable('state_words')) AS is_by_state
    FROM placed
)
SELECT *
FROM judged
-- who denies so much as a part of it denies the whole
WHERE stance <> 'asserts' AND NOT is_named_part
    OR is_seat AND NOT is_named_part AND NOT is_part_of_seat
    OR (
        NOT is_named_part AND NOT is_part AND NOT is_part_of_seat
        AND NOT (is_any_part AND NOT is_in_words AND NOT is_counted_out)
        AND NOT (is_counted AND unit IN ('province', 'city'))
        AND NOT (is_in_words AND is_inside)
        -- a province is only told as a whole where it is named as one
        AND (unit <> 'province' OR is_province)
    );

DELETE FROM control_unresolved;
INSERT INTO control_unresolved
SELECT claims.id, documents.published, unnest(list_distinct(claims.place))
FROM spoken_claims AS claims
JOIN documents ON documents.id = claims.document_id
WHERE claims.act IN ('territory.capture', 'territory.withdraw') AND claims.stance = 'asserts' AND claims.certainty IN ('happened', 'ongoing')
    AND len(claims.place_ids) = 0
ORDER BY ALL;
