-- Claims in the order of their reports' days; every condition that is not asked is null. They stand in that order.
WITH found AS (
    SELECT rowid AS number
    FROM quick.claims AS claims
    WHERE
        ($document IS NULL OR document_id = $document)
        AND ($act IS NULL OR act = $act OR starts_with(act, $act || '.'))
        AND ($stance IS NULL OR stance = $stance)
        AND ($actor IS NULL OR contains(lower(array_to_string(list_concat(actor, target), ' ')), lower($actor)))
        AND ($said_by IS NULL OR contains(lower(array_to_string(flatten(said_by), ' ')), lower($said_by)))
        AND (
            $place IS NULL
            OR contains(lower(array_to_string(place, ' ')), lower($place))
            OR list_has_any(place_ids, (
                SELECT coalesce(list(id), []) FROM places WHERE id = $place OR list_contains(within, $place)
            ))
        )
        AND (CAST($first AS DATE) IS NULL OR coalesce(last, first, published) >= CAST($first AS DATE))
        AND (CAST($last AS DATE) IS NULL OR coalesce(first, last, published) <= CAST($last AS DATE))
        AND (CAST($known_on AS DATE) IS NULL OR published <= CAST($known_on AS DATE))
        /* words */
),
page AS (
    SELECT number FROM found ORDER BY number LIMIT $limit OFFSET $start
)
SELECT
    id, document_id, doc, publisher, published, act, actor, target, place, destination, place_ids, first, last, precision,
    counts, said_by, stance, certainty, manner, hedged, interest, against_interest, interest_reason, start, "end", quote,
    event_id, made_by, (SELECT count(*) FROM found) AS total
FROM quick.claims AS claims
WHERE rowid IN (SELECT number FROM page)
ORDER BY rowid
