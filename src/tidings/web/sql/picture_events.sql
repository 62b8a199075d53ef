-- All events as the page draws them, the newest first.
SELECT
    id, act, actor, target, place, first, last, known, last_known, standing, coalesce(flags, []) AS flags, claims,
    place_ids, coalesce((SELECT bool_and(is_near) FROM quick.event_places AS p WHERE p.event_id = events.id), false) AS is_near
FROM quick.events AS events
ORDER BY shown DESC NULLS LAST, act, id
