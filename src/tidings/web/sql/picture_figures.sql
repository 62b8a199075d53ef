-- What each claim says of each figure, with its own range: the ranges that the page draws over time.
SELECT
    figures.id AS figure, figures.what, figures."of", figures.place, figures."by", figures.basis, figures.low AS all_low,
    figures.best, figures.high AS all_high, claims.id AS claim, claims.document_id, claims.event_id, counted.low, counted.high,
    counted.text, coalesce(claims.last, claims.first) AS day, claims.published,
    coalesce(voices.name, claims.publisher) AS who, voices.origin, voices.placed, claims.publisher_side
FROM figures
JOIN figure_claims ON figure_claims.figure_id = figures.id
JOIN quick.claims AS claims ON claims.id = figure_claims.claim_id
JOIN (SELECT id AS claim_id, unnest(counts, max_depth := 2) FROM quick.claims) AS counted
    ON counted.claim_id = claims.id AND counted.what = figures.what
LEFT JOIN (
    SELECT claim_id, arg_min(name, rank) AS name, arg_min(origin, rank) AS origin, arg_min(placed, rank) AS placed
    FROM event_voices GROUP BY claim_id
) AS voices ON voices.claim_id = claims.id
WHERE figures.rule = 'tidings'
ORDER BY day NULLS LAST, figures.id, claims.id
