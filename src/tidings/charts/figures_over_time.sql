-- Figures of one kind that speak of days, by one rule, with who says so: at most two names, outlets by their whole name.
WITH named AS (
    SELECT figure_claims.figure_id, coalesce(publishers.name, claim_origins.name, figure_claims.origin) AS name
    FROM figure_claims
    LEFT JOIN claim_origins ON claim_origins.claim_id = figure_claims.claim_id AND claim_origins.origin = figure_claims.origin
    LEFT JOIN publishers ON figure_claims.origin = 'publisher ' || publishers.id
),
origins AS (
    SELECT figure_id, list_sort(list_distinct(list(name))) AS names FROM named GROUP BY figure_id
)
SELECT
    figures.first, figures.last, figures.low, figures.best, figures.high,
    coalesce(array_to_string(list_slice(origins.names, 1, 2), ', '), 'not known') AS who,
    concat_ws(', ', figures.what, figures."of", figures.place) AS told
FROM figures
LEFT JOIN origins ON origins.figure_id = figures.id
WHERE figures.what = $what AND figures.rule = $rule AND figures.first IS NOT NULL AND figures.last IS NOT NULL
    AND (CAST($since AS DATE) IS NULL OR figures.last >= CAST($since AS DATE))
    AND (CAST($until AS DATE) IS NULL OR figures.first <= CAST($until AS DATE))
ORDER BY figures.first, figures.last, told, figures.id
