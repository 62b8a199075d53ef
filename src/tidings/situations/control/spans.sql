-- Who holds each unit from each day on that something is told of it, of the temporary tables `changes` and `evidence`: the
-- maps of all days at once. Before its first row a unit is unknown.

WITH moments AS (
    SELECT DISTINCT unit_id, day AS as_of
    FROM (
        SELECT unit_id, day FROM changes WHERE state IS NOT NULL
        UNION ALL SELECT unit_id, coalesce(last, first, published) FROM evidence
    )
    WHERE day IS NOT NULL
),
/* states.sql */
SELECT
    states.id, states.as_of AS day, coalesce(side_names.name, states.side) AS holder,
    states.state, states.since, states.standing, states.last_heard, states.claim_ids,
    coalesce(taker_names.name, states.taker) AS taker, states.leans, coalesce(leaning_names.name, states.leans_to) AS leans_to,
    states.why
FROM states
LEFT JOIN side_names ON side_names.side = states.side
LEFT JOIN side_names AS taker_names ON taker_names.side = states.taker
LEFT JOIN side_names AS leaning_names ON leaning_names.side = states.leans_to
ORDER BY states.id, states.as_of
