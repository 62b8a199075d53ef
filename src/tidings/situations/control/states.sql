-- The rule by which a unit is held, as part of a query: `moments` says of which units and on which days it is asked.
--
-- The last change that is not contested names the holder; a contested one after it marks the unit and moves nothing. Where
-- there is none before it, who was last said to have the unit stays its holder. A unit of which no change is told is held
-- by who is last said to have it. What nobody speaks of is unknown.

past AS (
    SELECT changes.*, moments.as_of
    FROM changes JOIN moments ON moments.unit_id = changes.unit_id AND (as_of IS NULL OR day <= as_of)
    WHERE state IS NOT NULL
),
heard AS (
    SELECT
        evidence.unit_id, moments.as_of, told, side, leaning, claim_id, is_quoted, coalesce(last, first, published) AS day
    FROM evidence
    JOIN moments ON moments.unit_id = evidence.unit_id AND (as_of IS NULL OR coalesce(last, first, published) <= as_of)
),
last_words AS (
    SELECT unit_id, as_of, max(day) AS last_heard FROM heard GROUP BY ALL
),
taken AS (
    SELECT
        unit_id,
        as_of,
        arg_max(side, number) FILTER (state <> 'contested') AS side,
        arg_max(state, number) FILTER (state <> 'contested') AS state,
        arg_max(day, number) FILTER (state <> 'contested') AS since,
        arg_max(standing, number) FILTER (state <> 'contested') AS standing,
        arg_max(claim_ids, number) FILTER (state <> 'contested') AS claim_ids,
        coalesce(max(number) FILTER (state = 'contested') > max(number) FILTER (state <> 'contested'), bool_and(state = 'contested')) AS is_contested,
        arg_max(claim_ids, number) FILTER (state = 'contested') AS contested_by,
        arg_max(side, number) FILTER (state <> 'contested' OR leans = 'likely') AS leans_to,
        arg_max(side, number) FILTER (state = 'contested') AS taker,
        arg_max(leans, number) FILTER (state = 'contested') AS leans,
        arg_max(why, number) FILTER (state = 'contested') AS why,
        min(day) AS first_change,
        max(day) AS last_change
    FROM past
    GROUP BY unit_id, as_of
),
-- of whom it is said that they have it, after the last change and its week
holding AS (
    SELECT
        heard.unit_id,
        heard.as_of,
        arg_max(heard.side, heard.day) AS side,
        min(heard.day) AS since,
        list_sort(list_distinct(list(heard.claim_id))) AS claim_ids,
        bool_and(heard.leaning = 'gainer') AS is_own_alone,
        count(DISTINCT heard.side) > 1 AS is_disputed
    FROM heard
    LEFT JOIN taken ON taken.unit_id = heard.unit_id AND taken.as_of IS NOT DISTINCT FROM heard.as_of
    WHERE heard.told = 'hold' AND heard.side IS NOT NULL AND (taken.last_change IS NULL OR heard.day > taken.last_change + 7)
    GROUP BY heard.unit_id, heard.as_of
),
-- of whom it was said before the first change, where all changes are contested
had AS (
    SELECT
        heard.unit_id,
        heard.as_of,
        arg_max(heard.side, heard.day) AS side,
        min(heard.day) AS since,
        list_sort(list_distinct(list(heard.claim_id))) AS claim_ids
    FROM heard
    JOIN taken ON taken.unit_id = heard.unit_id AND taken.as_of IS NOT DISTINCT FROM heard.as_of
    WHERE heard.told = 'hold' AND heard.side IS NOT NULL AND taken.side IS NULL AND heard.day < taken.first_change
    GROUP BY heard.unit_id, heard.as_of
),
states AS (
    SELECT
        moments.unit_id AS id,
        moments.as_of,
        CASE WHEN taken.last_change IS NULL THEN holding.side ELSE coalesce(taken.side, had.side) END AS side,
        CASE
            WHEN taken.is_contested THEN 'contested'
            WHEN taken.since IS NOT NULL THEN
                CASE WHEN holding.side <> taken.side THEN 'contested' ELSE taken.state END
            WHEN holding.is_disputed THEN 'contested'
            WHEN holding.is_own_alone THEN 'claimed'
            WHEN holding.side IS NOT NULL THEN 'held'
            ELSE 'unknown'
        END AS state,
        CASE WHEN taken.last_change IS NULL THEN holding.since ELSE coalesce(taken.since, had.since) END AS since,
        CASE
            WHEN taken.is_contested THEN 'contested'
            WHEN taken.since IS NOT NULL THEN taken.standing
            WHEN holding.side IS NOT NULL THEN 'reported'
        END AS standing,
        CASE WHEN taken.is_contested THEN coalesce(taken.leans_to, had.side) END AS leans_to,
        -- who is said to have taken it last, and which way the evidence on that leans
        CASE WHEN taken.is_contested THEN taken.taker END AS taker,
        CASE WHEN taken.is_contested THEN taken.leans END AS leans,
        CASE WHEN taken.is_contested THEN taken.why END AS why,
        last_words.last_heard,
        list_distinct(list_concat(
            coalesce(CASE WHEN taken.last_change IS NULL THEN NULL ELSE taken.claim_ids END, []),
            coalesce(CASE WHEN taken.is_contested THEN taken.contested_by END, []),
            coalesce(had.claim_ids, []),
            coalesce(CASE WHEN taken.last_change IS NULL OR holding.side <> taken.side THEN holding.claim_ids END, [])
        )) AS claim_ids
    FROM moments
    LEFT JOIN taken ON taken.unit_id = moments.unit_id AND taken.as_of IS NOT DISTINCT FROM moments.as_of
    LEFT JOIN holding ON holding.unit_id = moments.unit_id AND holding.as_of IS NOT DISTINCT FROM moments.as_of
    LEFT JOIN had ON had.unit_id = moments.unit_id AND had.as_of IS NOT DISTINCT FROM moments.as_of
    LEFT JOIN last_words ON last_words.unit_id = moments.unit_id AND last_words.as_of IS NOT DISTINCT FROM moments.as_of
),
side_names AS (
    SELECT side, min(name) AS name FROM actor_sides GROUP BY side
)
