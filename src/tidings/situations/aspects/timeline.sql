-- How each subject of `steps` stands: `stands`, a row a subject, by the last word on it that nobody contests.
--
-- A day on which origins tell different states is contested, and so is one whose state another origin denies of that day or, without a
-- day, within the three days after. Of one origin the later word of a day speaks. While contested, the last state that was not
-- is kept beside it. since: the first day of the last run of days
-- that tell this state, where any of them gives a day; a day of publication is none.

CREATE OR REPLACE TEMP TABLE stands AS
WITH asked AS (
    SELECT * FROM steps WHERE getvariable('asked_day') IS NULL OR day <= getvariable('asked_day')
),
last_words AS (
    SELECT * FROM (SELECT asked.* EXCLUDE (origins), unnest(origins) AS origin FROM asked)
    QUALIFY dense_rank() OVER (PARTITION BY subject, day, origin ORDER BY published DESC NULLS LAST, document_id DESC, start DESC) = 1
),
affirmed AS (SELECT * FROM last_words WHERE NOT starts_with(state, 'not ') AND NOT (is_denial AND state = 'open' AND NOT is_dated)),
-- "denied that it was shut" without a day tells how things are only where nothing else does
denied AS (SELECT * FROM last_words WHERE is_denial),
disputes AS (
    SELECT DISTINCT affirmed.subject, affirmed.day, denied.claim_id
    FROM affirmed
    JOIN denied ON denied.subject = affirmed.subject AND denied.origin <> affirmed.origin
        AND CASE denied.state WHEN 'open' THEN affirmed.state = 'closed' ELSE affirmed.state = substr(denied.state, 5) END
        AND CASE WHEN denied.is_dated THEN denied.day = affirmed.day ELSE denied.day BETWEEN affirmed.day AND affirmed.day + 3 END
    UNION
    SELECT one.subject, one.day, other.claim_id
    FROM affirmed AS one
    JOIN affirmed AS other ON other.subject = one.subject AND other.day = one.day AND other.state <> one.state AND other.origin <> one.origin
    WHERE NOT one.is_opening AND NOT other.is_opening
),
days AS (
    SELECT
        affirmed.subject, affirmed.day,
        -- what is said to be open again that day was shut before
        arg_max(affirmed.state, (affirmed.is_opening, affirmed.published, affirmed.document_id, affirmed.start)) AS state,
        bool_or(disputes.subject IS NOT NULL) AS is_contested,
        bool_or(affirmed.is_dated) AS is_dated
    FROM affirmed
    LEFT JOIN disputes ON disputes.subject = affirmed.subject AND disputes.day = affirmed.day
    GROUP BY affirmed.subject, affirmed.day
),
runs AS (
    SELECT *, sum(CASE WHEN is_new THEN 1 ELSE 0 END) OVER line AS run
    FROM (SELECT *, coalesce(lag(state) OVER line <> state, true) AS is_new FROM days WHERE NOT is_contested WINDOW line AS (PARTITION BY subject ORDER BY day))
    WINDOW line AS (PARTITION BY subject ORDER BY day)
),
last_runs AS (
    SELECT subject, run, any_value(state) AS state, min(day) AS first_day, max(day) AS last_day, min(day) FILTER (is_dated) AS since
    FROM runs GROUP BY subject, run
    QUALIFY row_number() OVER (PARTITION BY subject ORDER BY run DESC) = 1
),
before AS (
    SELECT runs.subject, arg_max(runs.state, runs.day) AS state
    FROM runs JOIN last_runs ON last_runs.subject = runs.subject AND runs.run < last_runs.run
    GROUP BY runs.subject
),
contested AS (
    SELECT days.subject, max(days.day) AS day, min(days.day) AS first_day, min(days.day) FILTER (days.is_dated) AS since FROM days LEFT JOIN last_runs ON last_runs.subject = days.subject
    WHERE days.is_contested AND (last_runs.last_day IS NULL OR days.day > last_runs.last_day)
    GROUP BY days.subject
),
-- subjects of which it is only denied that they are shut are open, by that word
only_denied AS (
    SELECT subject, min(day) FILTER (is_dated) AS since FROM last_words
    WHERE is_denial AND state = 'open' AND subject NOT IN (SELECT subject FROM days) GROUP BY subject
),
behind AS (
    SELECT DISTINCT asked.subject, asked.claim_id, asked.origins, asked.rank, asked.published
    FROM asked
    LEFT JOIN last_runs ON last_runs.subject = asked.subject
    LEFT JOIN contested ON contested.subject = asked.subject
    LEFT JOIN only_denied ON only_denied.subject = asked.subject
    LEFT JOIN (SELECT DISTINCT * FROM disputes) AS objections
        ON objections.subject = contested.subject AND objections.day BETWEEN contested.first_day AND contested.day AND objections.claim_id = asked.claim_id
    WHERE asked.state = last_runs.state AND asked.day BETWEEN last_runs.first_day AND last_runs.last_day AND contested.subject IS NULL
        OR contested.subject IS NOT NULL AND asked.day BETWEEN contested.first_day AND contested.day
        OR only_denied.subject IS NOT NULL
        OR objections.claim_id IS NOT NULL
),
voices AS (
    SELECT
        subject, len(list_distinct(flatten(list(origins)))) AS origins, min(rank) AS rank, min(published) AS known_since,
        list_sort(list_distinct(list(claim_id))) AS claim_ids
    FROM behind GROUP BY subject
),
heard AS (
    SELECT subject, max(day) AS last_heard, list_distinct(flatten(list(place))) AS places, flatten(list(place_ids)) AS place_ids FROM asked GROUP BY subject
)
SELECT
    voices.subject,
    CASE WHEN contested.subject IS NOT NULL THEN 'contested' ELSE coalesce(last_runs.state, 'open') END AS state,
    CASE WHEN contested.subject IS NOT NULL THEN last_runs.state ELSE before.state END AS before,
    CASE WHEN contested.subject IS NOT NULL THEN contested.since ELSE coalesce(last_runs.since, only_denied.since) END AS since,
    CASE
        WHEN contested.subject IS NOT NULL THEN 'contested'
        WHEN voices.origins > 1 AND voices.rank <= 2 THEN 'confirmed'
        WHEN voices.origins > 1 THEN 'corroborated'
        ELSE 'reported'
    END AS standing,
    heard.last_heard, voices.known_since, voices.origins, voices.claim_ids, heard.places, heard.place_ids
FROM voices
JOIN heard ON heard.subject = voices.subject
LEFT JOIN last_runs ON last_runs.subject = voices.subject
LEFT JOIN before ON before.subject = voices.subject
LEFT JOIN contested ON contested.subject = voices.subject
LEFT JOIN only_denied ON only_denied.subject = voices.subject;
