-- Who was killed, injured, detained, taken or abused, by place and period, with ranges; parts are never added up.
--
-- A row a figure, and one without a number for each event of harm that nobody counts. `standing` is the best that an event
-- behind it has. Harm that was only planned, feared, denied or refuted is none. By a day: what had begun by then.

WITH harms AS (
    SELECT * FROM told
    WHERE starts_with(act, 'harm.') AND stance = 'asserts' AND certainty IN ('happened', 'ongoing')
        AND standing IN ('confirmed', 'corroborated', 'reported', 'contested')
),
counted AS (
    SELECT figures.id AS figure_id, harms.*
    FROM figures
    JOIN figure_claims ON figure_claims.figure_id = figures.id
    JOIN harms ON harms.claim_id = figure_claims.claim_id
    WHERE figures.rule = 'tidings' AND figures.what IN ('killed', 'injured', 'casualties', 'detained', 'abducted', 'missing')
),
grouped AS (
    SELECT figure_id, * EXCLUDE (figure_id) FROM counted
    UNION ALL BY NAME
    SELECT NULL AS figure_id, harms.* FROM harms WHERE event_id NOT IN (SELECT event_id FROM counted)
),
gathered AS (
    SELECT
        figure_id, CASE WHEN figure_id IS NULL THEN event_id END AS of_event,
        arg_min(event_id, (list_position(['confirmed', 'corroborated', 'reported', 'contested'], standing), event_id)) AS event_id,
        arg_min(standing, (list_position(['confirmed', 'corroborated', 'reported', 'contested'], standing), event_id)) AS standing,
        arg_min(act, (published, claim_id)) AS act,
        arg_min(target, (published, claim_id)) FILTER (len(target) > 0) AS target,
        arg_min(actor, (published, claim_id)) FILTER (len(actor) > 0) AS actor,
        arg_min(place, (published, claim_id)) FILTER (len(place) > 0) AS places,
        arg_min(place_ids, (published, claim_id)) FILTER (len(place) > 0) AS place_ids,
        flatten(list(place_ids)) AS all_ids, flatten(list(place)) AS all_places,
        min(published) AS known_since, min(day) AS day,
        min(coalesce(first, last)) AS first, max(coalesce(last, first)) AS last,
        len(list_distinct(flatten(list(origins)))) AS origins,
        list_sort(list_distinct(list(claim_id))) AS claim_ids
    FROM grouped
    GROUP BY figure_id, of_event
),
shaped AS (
    SELECT
        gathered.*,
        coalesce(figures.what, CASE gathered.act WHEN 'harm.kill' THEN 'killed' WHEN 'harm.injure' THEN 'injured' WHEN 'harm.detain' THEN 'detained'
            WHEN 'harm.abduct' THEN 'abducted' WHEN 'harm.abuse' THEN 'abused' WHEN 'harm.trap' THEN 'trapped' ELSE substr(gathered.act, 6) END) AS what,
        coalesce(figures."of", array_to_string(target, '; ')) AS of_whom,
        coalesce(figures.place, array_to_string(places, '; ')) AS place,
        coalesce(figures.pcode, CASE WHEN len(place_ids) = len(places) THEN (
            SELECT NULLIF(string_agg(DISTINCT codes.pcode, ';' ORDER BY codes.pcode), '') FROM places AS codes WHERE codes.id IN (SELECT unnest(gathered.place_ids))
        ) END) AS pcode,
        CASE WHEN figures.id IS NULL THEN gathered.first ELSE figures.first END AS from_day,
        CASE WHEN figures.id IS NULL THEN gathered.last ELSE figures.last END AS to_day,
        figures.basis, figures.low, figures.best, figures.high,
        coalesce(figures."by", array_to_string(actor, '; ')) AS "by"
    FROM gathered
    LEFT JOIN figures ON figures.id = gathered.figure_id
)
SELECT
    what, of_whom AS "of", place, pcode, from_day AS first, to_day AS last, basis, "by", low, best, high,
    standing, known_since, origins, claim_ids, event_id, coalesce(figure_id, event_id) AS id
FROM shaped
WHERE (getvariable('asked_day') IS NULL OR coalesce(from_day, to_day, day) <= getvariable('asked_day'))
    AND (getvariable('asked_place') IS NULL OR list_has_any(all_ids, (SELECT list(id) FROM asked_places))
        OR list_contains(list_transform(all_places, lambda name: lower(name)), lower(getvariable('asked_place'))))
ORDER BY place NULLS LAST, coalesce(from_day, to_day) NULLS LAST, what, of_whom NULLS LAST, id
