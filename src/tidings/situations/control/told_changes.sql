-- The changes of hands that stand, in the order of their days: of the temporary table `changes`; `asked` bounds the days.

WITH side_names AS (
    SELECT side, min(name) AS name FROM actor_sides GROUP BY side
)
SELECT
    units.place, units.unit, units.pcode, units.province,
    -- a span of more than a season gives no day
    CASE WHEN changes.last - changes.first <= 92 THEN changes.day END AS day,
    coalesce(side_names.name, changes.side) AS side,
    changes.state, changes.standing, changes.leans, changes.why, changes.manner, changes.manner_standing, changes.claim_ids,
    changes.id
FROM changes
JOIN control_units AS units ON units.id = changes.unit_id
LEFT JOIN side_names ON side_names.side = changes.side
WHERE changes.state IS NOT NULL
    AND (CAST($as_of AS DATE) IS NULL OR changes.day <= CAST($as_of AS DATE))
    AND (CAST($level AS VARCHAR) IS NULL OR units.unit = CAST($level AS VARCHAR))
ORDER BY changes.day, units.country, units.unit, units.province NULLS LAST, units.place, units.id, changes.number
