-- Figures of a house rule, with who says so and the claims behind them, of the days and the claims asked for.
WITH named AS (
    SELECT
        figure_claims.figure_id,
        coalesce(publishers.name, claim_origins.name, figure_claims.origin) AS name
    FROM figure_claims
    LEFT JOIN claim_origins ON claim_origins.claim_id = figure_claims.claim_id AND claim_origins.origin = figure_claims.origin
    LEFT JOIN publishers ON figure_claims.origin = 'publisher ' || publishers.id
),
voices AS (
    SELECT figure_id, list_sort(list_distinct(list(name))) AS names FROM named GROUP BY figure_id
)
SELECT
    figures.what, figures."of", figures.place, figures.first, figures.last, figures.basis, figures.out_of, figures.low,
    figures.best, figures.high, coalesce(voices.names, []) AS who, figures.claim_ids
FROM figures
LEFT JOIN voices ON voices.figure_id = figures.id
WHERE figures.rule = $rule
ORDER BY greatest(figures.low, figures.best, figures.high) DESC NULLS LAST, figures.last DESC NULLS LAST, figures.id
