-- Who holds each unit on a day, of the temporary tables `changes` and `evidence`; `asked` gives the day and the level.

WITH asked AS (
    SELECT CAST($as_of AS DATE) AS as_of, CAST($level AS VARCHAR) AS level
),
moments AS (
    SELECT control_units.id AS unit_id, asked.as_of FROM control_units CROSS JOIN asked
),
/* states.sql */
SELECT
    units.place, units.unit, units.pcode, units.province,
    coalesce(side_names.name, states.side) AS holder,
    states.state, states.since, states.standing,
    coalesce(leaning_names.name, states.leans_to) AS leans_to, states.why, states.last_heard, states.claim_ids, units.id
FROM control_units AS units
CROSS JOIN asked
-- a district is held by who holds its seat
JOIN states ON states.id = CASE WHEN asked.level = 'district' THEN coalesce(units.seat, units.id) ELSE units.id END
LEFT JOIN side_names ON side_names.side = states.side
LEFT JOIN side_names AS leaning_names ON leaning_names.side = states.leans_to
WHERE CASE
    WHEN asked.level IS NULL THEN states.last_heard IS NOT NULL
    ELSE units.unit = asked.level AND (units.in_frame OR states.last_heard IS NOT NULL)
END
ORDER BY units.country, units.unit, units.province NULLS LAST, units.place, units.id
