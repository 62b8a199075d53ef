-- Figures of one kind that speak of days, by one rule, with who says so: at most two names.
SELECT
    figures.first, figures.last, figures.low, figures.best, figures.high,
    coalesce(array_to_string(list_slice(voices.names, 1, 2), ', '), 'not known') AS who,
    concat_ws(', ', figures.what, figures."of", figures.place) AS told
FROM figures
LEFT JOIN figure_voices AS voices ON voices.figure_id = figures.id
WHERE figures.what = $what AND figures.rule = $rule AND figures.first IS NOT NULL AND figures.last IS NOT NULL
    AND (CAST($since AS DATE) IS NULL OR figures.last >= CAST($since AS DATE))
    AND (CAST($until AS DATE) IS NULL OR figures.first <= CAST($until AS DATE))
ORDER BY figures.first, figures.last, told, figures.id
