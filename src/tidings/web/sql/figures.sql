-- Figures by one rule; every condition that is not asked is null.
SELECT
    id, what, "of", place, pcode, first, last, basis, "by", out_of, low, best, high, rule, grade, origins, claim_ids,
    count(*) OVER () AS total
FROM figures
WHERE rule = $rule
    AND ($what IS NULL OR what = $what)
    AND ($place IS NULL OR contains(lower(place), lower($place)))
ORDER BY coalesce(last, first) DESC NULLS LAST, what, place NULLS LAST, id
LIMIT $limit OFFSET $start
