-- Which proposition can be a vaguer telling of which other: everything that `vague` says, `exact` says too, and more.
--
-- An unknown actor or day is no disagreement. A missing day joins within the same report, and for a change of hands also
-- what happened in the 31 days before the report came out. A span of up to four days, and any span for a change of hands,
-- can mean a day inside it; a total over a span never means one day of it. Counts of units meet only on the same days.

-- told_apart: what was told, narrow, with the number of its block: only within a block can two tell of the same thing.
CREATE OR REPLACE TEMP TABLE told_apart AS
SELECT
    proposition, act_key, place_of, place_id, part, is_total, is_dated, first, last, actors, targets, documents, published,
    act_key IN ('fight.clash', 'fight.riot', 'talk.meet', 'talk.agree', 'talk.ceasefire', 'talk.break') AS is_mutual,
    dense_rank() OVER (ORDER BY act_key, kind, place_name, part, is_total) AS block
FROM propositions
WHERE kind IN ('affirmed', 'planned', 'feared') AND place_name IS NOT NULL;

CREATE OR REPLACE TEMP TABLE wider AS
SELECT DISTINCT unnest(within) AS id, id AS inner_id FROM places;

-- Each way in which the days of two can meet is a join of its own on equal values: so the work grows with the pairs that
-- meet, and not with the square of the block. Months and weeks only narrow the search; `fits` weighs the days themselves.
CREATE OR REPLACE TEMP TABLE meetings AS
WITH spans AS (
    SELECT block, proposition, unnest(generate_series(date_trunc('week', first), date_trunc('week', last), INTERVAL 7 DAY)) AS week
    FROM told_apart
    WHERE NOT is_total AND part = '' AND first <= last
        AND (act_key = 'territory.change' OR date_diff('day', first, last) < 4)
),
weeks AS (
    SELECT block, proposition, CAST(date_trunc('week', first) AS TIMESTAMP) AS week FROM told_apart WHERE first <= last
),
undated AS (
    SELECT block, proposition, unnest(documents) AS document_id FROM told_apart WHERE NOT is_dated AND part = ''
),
dated AS (
    SELECT block, proposition, unnest(documents) AS document_id FROM told_apart WHERE is_dated
),
undated_changes AS (
    SELECT
        block, proposition,
        unnest(generate_series(date_trunc('month', published - 31), date_trunc('month', published), INTERVAL 1 MONTH)) AS month
    FROM told_apart
    WHERE NOT is_dated AND part = '' AND act_key = 'territory.change' AND published IS NOT NULL
),
dated_changes AS (
    SELECT block, proposition, CAST(date_trunc('month', last) AS TIMESTAMP) AS month
    FROM told_apart
    WHERE act_key = 'territory.change' AND last IS NOT NULL
)
SELECT vague.proposition AS vague, exact.proposition AS exact
FROM told_apart AS vague
JOIN told_apart AS exact
    ON vague.block = exact.block
    AND vague.first IS NOT DISTINCT FROM exact.first
    AND vague.last IS NOT DISTINCT FROM exact.last
WHERE vague.is_dated
UNION
SELECT vague.proposition, exact.proposition FROM spans AS vague JOIN weeks AS exact USING (block, week)
UNION
SELECT vague.proposition, exact.proposition FROM undated AS vague JOIN dated AS exact USING (block, document_id)
UNION
SELECT vague.proposition, exact.proposition FROM undated_changes AS vague JOIN dated_changes AS exact USING (block, month);

CREATE OR REPLACE TEMP TABLE fits AS
SELECT meetings.vague, meetings.exact
FROM meetings
JOIN told_apart AS vague ON vague.proposition = meetings.vague
JOIN told_apart AS exact ON exact.proposition = meetings.exact
-- "Herat" that was taken for the province, where another report's is the city
LEFT JOIN wider ON wider.id = vague.place_id AND wider.inner_id = exact.place_id
WHERE meetings.vague <> meetings.exact
    AND (vague.place_of IS NULL OR vague.place_of = exact.place_of OR wider.id IS NOT NULL)
    AND (
        len(vague.actors) = 0
        OR vague.actors = exact.actors
        OR (vague.is_mutual AND vague.part = '' AND list_has_all(exact.actors, vague.actors))
    )
    AND (
        len(vague.targets) = 0
        OR list_has_any(vague.targets, exact.targets)
        OR (vague.act_key = 'territory.change' AND (len(vague.actors) > 0 OR len(exact.targets) = 0))
    )
    -- Who left a place is not who took it.
    AND NOT (vague.act_key = 'territory.change' AND list_has_any(vague.targets, exact.actors))
    AND (
        (vague.first IS NOT DISTINCT FROM exact.first AND vague.last IS NOT DISTINCT FROM exact.last AND vague.is_dated)
        OR (
            vague.first <= exact.first AND exact.last <= vague.last AND NOT vague.is_total AND vague.part = ''
            AND (vague.act_key = 'territory.change' OR date_diff('day', vague.first, vague.last) < 4)
        )
        OR (
            NOT vague.is_dated AND exact.is_dated AND vague.part = ''
            AND (
                list_has_any(vague.documents, exact.documents)
                OR (vague.act_key = 'territory.change' AND exact.last <= vague.published
                    AND date_diff('day', exact.last, vague.published) <= 31)
            )
        )
    );

DROP TABLE told_apart;
DROP TABLE meetings;
