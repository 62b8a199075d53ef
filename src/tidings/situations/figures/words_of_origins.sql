-- The last word of each origin on each figure, under each house rule.
--
-- A later word of one origin replaces its earlier one, but a vague word never replaces a precise one that it allows; of
-- two in one report the larger speaks, because the smaller is a part of it or what was said before. Rules that put numbers
-- on words ("dozens" as 12) do so here, and only here. A rule sees the measures and populations that it counts.

CREATE OR REPLACE TEMP TABLE words_of_origins AS
WITH ruled AS (
    SELECT
        rules.name AS rule,
        alike.figure, alike.reason,
        blocked.* EXCLUDE (low, high),
        CASE WHEN vague.means IS NULL THEN blocked.low ELSE vague.means END AS low,
        CASE WHEN vague.means IS NULL THEN blocked.high ELSE vague.means END AS high
    FROM alike
    JOIN blocked ON blocked.telling = alike.telling
    JOIN figure_rules AS rules
        ON (len(rules.measures) = 0 OR list_contains(rules.measures, blocked.what))
        AND (len(rules.populations) = 0 OR list_contains(rules.populations, blocked.population))
    -- A figure of nobody who is well placed, and that somebody denies, is no credible one.
    LEFT JOIN (SELECT DISTINCT what, place_key, low, high FROM refusals WHERE stance = 'denies') AS denied
        ON denied.what = blocked.what AND denied.place_key = blocked.place_key AND blocked.rank IN (3, 5)
        AND (denied.low, denied.high) IS NOT DISTINCT FROM (blocked.low, blocked.high)
    LEFT JOIN figure_vague AS vague
        ON vague.rule = rules.name AND vague.word = lower(blocked.told) AND blocked.high IS NULL
    WHERE denied.what IS NULL
),
ordered AS (
    SELECT
        *,
        coalesce(low = high, false) AS is_exact,
        low IS NOT NULL AND high IS NOT NULL AS is_closed,
        row_number() OVER (
            PARTITION BY rule, figure, origin
            ORDER BY low IS NOT NULL AND high IS NOT NULL DESC, published DESC NULLS LAST, document_id DESC,
                coalesce(high, low) DESC, telling
        ) AS place_in_line
    FROM ruled
)
SELECT * EXCLUDE (place_in_line), place_in_line = 1 AS is_last_word FROM ordered;
