-- Denials and doubts go to the event they speak of, when it can be only one; else they make an event of their own.
--
-- What was said to have happened is looked for first, then what was planned, then what was feared;
-- for the denial of a plan or of a fear the other way round.

CREATE OR REPLACE TEMP TABLE denials AS
WITH meetings AS (
    SELECT DISTINCT
        denial.proposition,
        event.head,
        CASE
            WHEN denial.certainty = 'planned' THEN CASE told.kind WHEN 'planned' THEN 1 WHEN 'feared' THEN 2 ELSE 3 END
            WHEN denial.certainty = 'possible' THEN CASE told.kind WHEN 'feared' THEN 1 WHEN 'planned' THEN 2 ELSE 3 END
            ELSE CASE told.kind WHEN 'affirmed' THEN 1 WHEN 'planned' THEN 2 ELSE 3 END
        END AS choice
    FROM propositions AS denial
    JOIN propositions AS told
        ON denial.act_key = told.act_key
        AND denial.part = told.part
        AND denial.place_name = told.place_name
    JOIN event_of_proposition AS event ON event.proposition = told.proposition
    WHERE denial.kind IN ('denied', 'doubtful')
        AND list_has_any(denial.acts, told.acts)
        AND (denial.place_of IS NULL OR told.place_of IS NULL OR denial.place_of = told.place_of)
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
nearest AS (
    SELECT proposition, head
    FROM (SELECT *, min(choice) OVER (PARTITION BY proposition) AS best FROM meetings)
    WHERE choice = best
),
settled AS (
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
