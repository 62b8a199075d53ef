-- Each change of hands that anybody told, with the names of its unit and side; `state` is null where it was refuted.

CREATE TABLE picture.control_changes AS
WITH side_names AS (
    SELECT side, min(name) AS name FROM actor_sides GROUP BY side
)
SELECT
    changes.id, changes.unit_id, units.unit, units.place, units.pcode, units.province, units.country, changes.number,
    changes.side AS side_id, coalesce(side_names.name, changes.side) AS side,
    -- a span of more than a season gives no day
    CASE WHEN changes.last - changes.first <= 92 THEN changes.day END AS day, changes.first, changes.last,
    changes.state, changes.standing, changes.leans, changes.why, changes.manner, changes.manner_standing, changes.claim_ids
FROM control_changes AS changes
JOIN control_units AS units ON units.id = changes.unit_id
LEFT JOIN side_names ON side_names.side = changes.side
ORDER BY changes.day, units.country, units.unit, units.province NULLS LAST, units.place, units.id, changes.number;
