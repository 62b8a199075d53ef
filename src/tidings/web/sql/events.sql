-- Events, the newest first; every condition that is not asked is null. They stand in that order.
WITH found AS (
    SELECT rowid AS number
    FROM quick.events AS events
    WHERE
        ($act IS NULL OR act = $act OR starts_with(act, $act || '.'))
        AND ($standing IS NULL OR standing = $standing)
        AND ($actor IS NULL OR contains(lower(array_to_string(list_concat(actor, target), ' ')), lower($actor)))
        AND (
            $place IS NULL
            OR contains(lower(array_to_string(place, ' ')), lower($place))
            OR list_has_any(place_ids, (
                SELECT coalesce(list(id), []) FROM places WHERE id = $place OR list_contains(within, $place)
            ))
        )
        AND (CAST($first AS DATE) IS NULL OR shown >= CAST($first AS DATE))
        AND (CAST($last AS DATE) IS NULL OR coalesce(first, last, known) <= CAST($last AS DATE))
        AND (CAST($known_on AS DATE) IS NULL OR known <= CAST($known_on AS DATE))
        /* words */
),
page AS (
    SELECT number FROM found ORDER BY number LIMIT $limit OFFSET $start
)
SELECT
    id, act, actor, target, place, place_ids, first, last, known, standing, leans, why, manner_standing,
    coalesce(flags, []) AS flags, claim_ids, (SELECT count(*) FROM found) AS total
FROM quick.events AS events
WHERE rowid IN (SELECT number FROM page)
ORDER BY rowid
