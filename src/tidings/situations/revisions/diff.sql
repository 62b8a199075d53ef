-- What differs between the tables `earlier.picture` and `later.picture`, and the claims that made the difference.
--
-- A row goes on as the row of its id, else as the one of its kind, subject and first claim. change: `new`; `changed`, where what
-- is told of it is another; `joined`, where it is told with another now; `gone`, where nothing tells it any more. claim_ids: those that
-- stand behind it on one day alone; where there are none, other reports changed it, and all that tell it are named.

WITH goes_on AS (
    SELECT earlier.aspect, earlier.id, coalesce(same.id, moved.id) AS later_id, same.id IS NOT NULL AS is_same
    FROM earlier.picture AS earlier
    LEFT JOIN later.picture AS same ON same.aspect = earlier.aspect AND same.id = earlier.id
    LEFT JOIN (
        SELECT aspect, id, subject, unnest(claim_ids) AS claim_id FROM later.picture
    ) AS moved ON same.id IS NULL AND moved.aspect = earlier.aspect AND moved.subject IS NOT DISTINCT FROM earlier.subject
        AND moved.claim_id = earlier.claim_ids[1]
    QUALIFY row_number() OVER (PARTITION BY earlier.aspect, earlier.id ORDER BY moved.id) = 1
),
led AS (
    SELECT *, row_number() OVER (PARTITION BY aspect, later_id ORDER BY is_same DESC, id) = 1 AS is_led FROM goes_on
),
both_days AS (
    SELECT
        coalesce(later.aspect, earlier.aspect) AS aspect, coalesce(later.what, earlier.what) AS what, coalesce(later.place, earlier.place) AS place,
        CASE
            WHEN earlier.id IS NULL THEN 'new'
            WHEN later.id IS NULL THEN 'gone'
            WHEN NOT led.is_led THEN 'joined'
            WHEN earlier.told IS DISTINCT FROM later.told THEN 'changed'
        END AS change,
        earlier.told AS before, later.told AS after,
        coalesce(earlier.claim_ids, []) AS claims_before, coalesce(later.claim_ids, []) AS claims_after,
        coalesce(later.id, earlier.id) AS id
    FROM earlier.picture AS earlier
    JOIN led ON led.aspect = earlier.aspect AND led.id = earlier.id
    FULL JOIN later.picture AS later ON later.aspect = led.aspect AND later.id = led.later_id
)
SELECT
    aspect, what, place, change, before, after,
    list_sort(CASE WHEN len(changing) > 0 THEN changing ELSE list_distinct(list_concat(claims_before, claims_after)) END) AS claim_ids, id
FROM (
    SELECT *, list_distinct(list_concat(
        list_filter(claims_after, lambda one: NOT list_contains(claims_before, one)),
        list_filter(claims_before, lambda one: NOT list_contains(claims_after, one))
    )) AS changing
    FROM both_days
)
WHERE change IS NOT NULL AND list_contains($aspects, aspect)
ORDER BY list_position($aspects, aspect), place NULLS LAST, what NULLS LAST, change, id
