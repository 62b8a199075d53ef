-- Who left, came back, was driven out or brought away, and how many: a flow, over a time, apart from a stock, at a moment.
--
-- A flow is an event, a row for each figure told of it, or one without any; a stock is a figure. A figure is a stock where
-- those who count give it no basis. Flows that were only planned, feared, denied or refuted are none. By a day: flows
-- up to it, and of each stock the last one at or before it.

WITH moves AS (
    SELECT *, split_part(act, '.', 2) AS movement
    FROM told
    WHERE starts_with(act, 'displace.') AND stance = 'asserts' AND certainty IN ('happened', 'ongoing')
        AND standing IN ('confirmed', 'corroborated', 'reported', 'contested')
),
counted AS (
    SELECT
        figures.id AS figure_id, figures.first, figures.last, figures.basis, figures.low, figures.best, figures.high,
        figures."of", figures.place, figures.pcode, figures.origins,
        moves.claim_id, moves.event_id,
        len(list_filter(moves.counts, lambda count: count.basis IS NULL
            AND (count.low IS NOT DISTINCT FROM figures.low OR count.high IS NOT DISTINCT FROM figures.high))) > 0 AS is_stock
    FROM figures
    JOIN figure_claims ON figure_claims.figure_id = figures.id
    JOIN moves ON moves.claim_id = figure_claims.claim_id
    WHERE figures.rule = 'tidings' AND figures.what IN ('displaced', 'returned', 'evacuated', 'people')
),
stocks AS (
    SELECT figure_id, any_value(event_id) AS event_id FROM counted GROUP BY figure_id HAVING bool_or(is_stock)
),
flows AS (
    SELECT figure_id, min(event_id) AS event_id FROM counted WHERE figure_id NOT IN (SELECT figure_id FROM stocks) GROUP BY figure_id
),
-- what only counts a stock tells of no movement of its own
moving AS (
    SELECT * FROM moves
    WHERE len(counts) = 0 OR claim_id NOT IN (SELECT claim_id FROM counted WHERE is_stock)
        OR claim_id IN (SELECT counted.claim_id FROM counted JOIN flows ON flows.figure_id = counted.figure_id)
),
rows_told AS (
    SELECT 'stock' AS kind, figure_id, event_id FROM stocks
    UNION ALL
    SELECT 'flow', figure_id, event_id FROM flows
    UNION ALL
    SELECT DISTINCT 'flow', NULL, event_id FROM moving WHERE event_id NOT IN (SELECT event_id FROM flows)
),
-- who moves, from where and to where, by the claims of the row
whose AS (
    SELECT
        rows_told.kind, rows_told.figure_id, rows_told.event_id,
        arg_min(moves.movement, (moves.published, moves.claim_id)) AS movement,
        arg_min(CASE WHEN moves.movement IN ('expel', 'evacuate') THEN moves.target ELSE moves.actor END, (moves.published, moves.claim_id))
            FILTER (len(CASE WHEN moves.movement IN ('expel', 'evacuate') THEN moves.target ELSE moves.actor END) > 0) AS who,
        arg_min(moves.actor, (moves.published, moves.claim_id)) FILTER (len(moves.actor) > 0 AND moves.movement IN ('expel', 'evacuate')) AS moved_by,
        arg_min(moves.place, (moves.published, moves.claim_id)) FILTER (len(moves.place) > 0) AS places,
        arg_min(moves.place_ids, (moves.published, moves.claim_id)) FILTER (len(moves.place) > 0) AS place_ids,
        arg_min(moves.destination, (moves.published, moves.claim_id)) FILTER (len(moves.destination) > 0) AS destinations,
        flatten(list(list_concat(moves.place_ids, moves.destination_ids))) AS all_ids,
        min(moves.published) AS known_since,
        min(coalesce(moves.first, moves.last)) AS first, max(coalesce(moves.last, moves.first)) AS last,
        min(moves.day) AS day,
        len(list_distinct(flatten(list(moves.origins)))) AS origins,
        list_sort(list_distinct(list(moves.claim_id))) AS claim_ids
    FROM rows_told
    JOIN moves ON CASE WHEN rows_told.figure_id IS NULL THEN moves.event_id = rows_told.event_id
        ELSE moves.claim_id IN (SELECT claim_id FROM figure_claims WHERE figure_claims.figure_id = rows_told.figure_id) END
    GROUP BY ALL
),
placed AS (
    SELECT
        whose.*,
        CASE WHEN len(place_ids) = len(places) THEN (
            SELECT NULLIF(string_agg(DISTINCT codes.pcode, ';' ORDER BY codes.pcode), '') FROM places AS codes WHERE codes.id IN (SELECT unnest(whose.place_ids))
        ) END AS pcode,
        CASE WHEN figures.id IS NULL THEN whose.first ELSE figures.first END AS from_day,
        CASE WHEN figures.id IS NULL THEN whose.last ELSE figures.last END AS to_day,
        figures."of", figures.basis, figures.low, figures.best, figures.high
    FROM whose
    LEFT JOIN figures ON figures.id = whose.figure_id
)
SELECT
    kind, movement,
    coalesce(placed."of", array_to_string(who, '; ')) AS "of",
    array_to_string(places, '; ') AS place, pcode, array_to_string(destinations, '; ') AS destination,
    array_to_string(moved_by, '; ') AS "by",
    from_day AS first, to_day AS last, basis, low, best, high,
    events.standing, known_since, placed.origins, placed.claim_ids, event_id, coalesce(figure_id, event_id) AS id
FROM placed
LEFT JOIN events ON events.id = placed.event_id
WHERE (getvariable('asked_day') IS NULL OR coalesce(from_day, to_day, day) <= getvariable('asked_day'))
    AND (getvariable('asked_place') IS NULL OR list_has_any(all_ids, (SELECT list(id) FROM asked_places))
        OR list_contains(list_transform(list_concat(coalesce(places, []), coalesce(destinations, [])), lambda name: lower(name)), lower(getvariable('asked_place'))))
QUALIFY kind = 'flow' OR getvariable('asked_day') IS NULL
    OR row_number() OVER (PARTITION BY kind, movement, "of", place, destination ORDER BY coalesce(to_day, from_day, day) DESC, placed.claim_ids DESC) = 1
ORDER BY kind, coalesce(from_day, to_day) NULLS LAST, place NULLS LAST, destination NULLS LAST, movement, "of" NULLS LAST, id
