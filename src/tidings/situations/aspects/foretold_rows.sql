-- The fates of what was foretold, the first foretold first.

SELECT
    fates.published AS foretold_on, certainty, act, array_to_string(actor, '; ') AS actor, array_to_string(target, '; ') AS target,
    array_to_string(place, '; ') AS place, first, last, outcome, how, came_on, came_as, days, late, coverage, came_standing AS standing,
    (SELECT string_agg(DISTINCT coalesce(name, 'unknown'), '; ' ORDER BY coalesce(name, 'unknown')) FROM claim_origins WHERE claim_origins.claim_id = fates.claim_id) AS origin,
    list_filter(list_distinct(list_concat([fates.claim_id], told_by)), lambda id: id IS NOT NULL) AS claim_ids, fates.claim_id AS id
FROM fates
WHERE getvariable('asked_place') IS NULL OR list_has_any(place_ids, (SELECT list(id) FROM asked_places))
    OR list_contains(list_transform(place, lambda name: lower(name)), lower(getvariable('asked_place')))
ORDER BY fates.published, coalesce(last, first) NULLS LAST, act, fates.claim_id
