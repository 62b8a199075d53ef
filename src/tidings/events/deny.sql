-- Denials and doubts go to the event they speak of, when it can be only one; else they make an event of their own.
--
-- What was said to have happened is looked for first, then what was planned, then what was feared;
-- for the denial of a plan or of a fear the other way round.

-- deniable: what can be denied and who denies, narrow, with the number of its block. A denial is of one act; what is
-- told as a taking and as a leaving can be denied as either, so it stands in both blocks.
CREATE OR REPLACE TEMP TABLE deniable AS
WITH told AS (
    SELECT
        proposition, kind, unnest(acts) AS act, place_name, part, is_dated, first, last, documents,
        coalesce(last, first, published) AS day
    FROM propositions
    WHERE place_name IS NOT NULL
)
SELECT *, kind IN ('denied', 'doubtful') AS is_denial, dense_rank() OVER (ORDER BY act, part, place_name) AS block
FROM told;

-- Each way in which a denial and what it denies can meet in time is a join of its own on equal values, as in `pair`:
-- by weeks that both touch, by an open end, by the report, and by days at most 31 apart (so in the same or the next
-- stretch of 32 days). `denials` weighs the days themselves.
CREATE OR REPLACE TEMP TABLE answers AS
WITH weeks AS (
    SELECT
        block, proposition, is_denial,
        unnest(generate_series(date_trunc('week', first), date_trunc('week', last), INTERVAL 7 DAY)) AS week
    FROM deniable
    WHERE first <= last
),
reports AS (
    SELECT block, proposition, is_denial, is_dated, unnest(documents) AS document_id FROM deniable
),
days AS (
    SELECT block, proposition, is_denial, is_dated, date_diff('day', DATE '1970-01-01', day) // 32 AS stretch
    FROM deniable
    WHERE day IS NOT NULL
),
reach AS (
    SELECT block, proposition, is_dated, stretch + unnest([-1, 0, 1]) AS stretch FROM days WHERE is_denial
)
SELECT denial.proposition AS denial, told.proposition AS told
FROM weeks AS denial JOIN weeks AS told USING (block, week)
WHERE denial.is_denial AND NOT told.is_denial
UNION
SELECT denial.proposition, told.proposition
FROM deniable AS denial JOIN deniable AS told USING (block)
WHERE denial.is_denial AND NOT told.is_denial AND denial.is_dated AND told.is_dated
    AND (denial.first IS NULL OR denial.last IS NULL OR told.first IS NULL OR told.last IS NULL)
UNION
SELECT denial.proposition, told.proposition
FROM reports AS denial JOIN reports AS told USING (block, document_id)
WHERE denial.is_denial AND NOT told.is_denial AND NOT (denial.is_dated AND told.is_dated)
UNION
SELECT denial.proposition, told.proposition
FROM reach AS denial JOIN days AS told USING (block, stretch)
WHERE NOT told.is_denial AND NOT (denial.is_dated AND told.is_dated);

-- nearest: the events that a denial can mean
CREATE OR REPLACE TEMP TABLE nearest AS
WITH meetings AS (
    SELECT DISTINCT
        denial.proposition,
        event.head,
        CASE
            WHEN denial.certainty = 'planned' THEN CASE told.kind WHEN 'planned' THEN 1 WHEN 'feared' THEN 2 ELSE 3 END
            WHEN denial.certainty = 'possible' THEN CASE told.kind WHEN 'feared' THEN 1 WHEN 'planned' THEN 2 ELSE 3 END
            ELSE CASE told.kind WHEN 'affirmed' THEN 1 WHEN 'planned' THEN 2 ELSE 3 END
        END AS choice
    FROM answers
    JOIN propositions AS denial ON denial.proposition = answers.denial
    JOIN propositions AS told ON told.proposition = answers.told
    JOIN event_of_proposition AS event ON event.proposition = answers.told
    WHERE (denial.place_of IS NULL OR told.place_of IS NULL OR denial.place_of = told.place_of)
        AND (len(denial.actors) = 0 OR len(told.actors) = 0 OR list_has_any(denial.actors, told.actors))
        AND (
            len(denial.targets) = 0 OR len(told.targets) = 0 OR list_has_any(denial.targets, told.targets)
            OR (denial.act_key = 'territory.change' AND len(denial.actors) > 0 AND len(told.actors) > 0)
        )
        AND (
            denial.part = ''
            OR (denial.first IS NOT DISTINCT FROM told.first AND denial.last IS NOT DISTINCT FROM told.last)
        )
        AND (
            (denial.is_dated AND told.is_dated
                AND (denial.first IS NULL OR told.last IS NULL OR denial.first <= told.last)
                AND (denial.last IS NULL OR told.first IS NULL OR told.first <= denial.last))
            OR (NOT (denial.is_dated AND told.is_dated)
                AND (list_has_any(denial.documents, told.documents)
                    OR abs(date_diff('day',
                        coalesce(denial.last, denial.first, denial.published),
                        coalesce(told.last, told.first, told.published))) <= 31))
        )
),
best AS (
    SELECT *, min(choice) OVER (PARTITION BY proposition) AS best FROM meetings
)
SELECT DISTINCT proposition, head FROM best WHERE choice = best;

CREATE OR REPLACE TEMP TABLE denials AS
WITH settled AS (
    SELECT proposition, min(head) AS head FROM nearest GROUP BY proposition HAVING count(DISTINCT head) = 1
)
SELECT
    propositions.proposition,
    coalesce(settled.head, propositions.proposition) AS head,
    CASE
        WHEN settled.head IS NULL THEN 'says the same'
        WHEN propositions.kind = 'denied' THEN 'denies it'
        ELSE 'doubts it'
    END AS reason
FROM propositions
LEFT JOIN settled ON settled.proposition = propositions.proposition
WHERE propositions.kind IN ('denied', 'doubtful');

DROP TABLE deniable;
DROP TABLE answers;
