-- Figures of a house rule, with who says so and the claims behind them, of the days and the claims asked for.
SELECT
    figures.what, figures."of", figures.place, figures.first, figures.last, figures.basis, figures.out_of, figures.low,
    figures.best, figures.high, coalesce(voices.names, []) AS who, figures.claim_ids
FROM figures
LEFT JOIN figure_voices AS voices ON voices.figure_id = figures.id
WHERE figures.rule = $rule
ORDER BY greatest(figures.low, figures.best, figures.high) DESC NULLS LAST, figures.last DESC NULLS LAST, figures.id
