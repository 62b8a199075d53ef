-- Which services and what infrastructure are open, closed, destroyed or contested, by place.

WITH kinds AS (
    SELECT subject, any_value(service) AS service, min(place[1]) AS place, min(place_ids[1]) AS place_id FROM steps GROUP BY subject
)
SELECT
    kinds.service, coalesce(codes.name, kinds.place) AS place, codes.pcode, state, before, since, standing, last_heard, known_since, origins, claim_ids,
    concat('svc-', substr(sha256(stands.subject), 1, 16)) AS id
FROM stands
JOIN kinds ON kinds.subject = stands.subject
LEFT JOIN places AS codes ON codes.id = kinds.place_id
WHERE getvariable('asked_place') IS NULL OR kinds.place_id IN (SELECT id FROM asked_places) OR lower(kinds.place) = lower(getvariable('asked_place'))
ORDER BY kinds.service, place NULLS LAST, codes.pcode NULLS LAST, stands.subject
