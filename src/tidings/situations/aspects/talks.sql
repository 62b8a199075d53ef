-- How the talks of each pair of parties stand: open, agreed, stalled, broken, or contested.

WITH named AS (
    SELECT party, min(name) AS name FROM parties GROUP BY party
),
sides_of AS (
    SELECT subject, any_value(sides) AS sides FROM steps GROUP BY subject
)
SELECT
    coalesce((SELECT list(coalesce(named.name, sides.side) ORDER BY coalesce(named.name, sides.side)) FROM unnest(sides_of.sides) AS sides(side) LEFT JOIN named ON named.party = sides.side), []) AS parties,
    state, before, since, array_to_string(list_sort(places), '; ') AS place, standing, last_heard, known_since, origins, claim_ids,
    concat('tlk-', substr(sha256(stands.subject), 1, 16)) AS id
FROM stands
JOIN sides_of ON sides_of.subject = stands.subject
WHERE getvariable('asked_place') IS NULL OR list_has_any(place_ids, (SELECT list(id) FROM asked_places))
    OR list_contains(list_transform(places, lambda name: lower(name)), lower(getvariable('asked_place')))
ORDER BY last_heard DESC, parties, place, id
