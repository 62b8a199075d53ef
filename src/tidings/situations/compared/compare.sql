-- Their rows beside our events: what they alone have, what we alone have, and where the figures of the dead differ.
--
-- ours: what happened at one place on some days, however many events tell it, of the acts that such a file has (kinds.csv), and
-- that stand. A row of theirs meets one of ours of a fitting kind, at most a day apart, in one place: by name and
-- district or province, within 15 km, or, where theirs is a district or province, within it. The nearest is taken; one of
-- ours may answer several of theirs. ours_low to ours_high are the killed by the house's own rule; of several groups of dead the
-- largest floor and the sum of the ceilings bound them, and none is best.
-- found: `theirs alone`, `ours alone` (in their countries and within their days), `figures differ`, `agree`.

CREATE OR REPLACE TEMP MACRO plain_name(name) AS NULLIF(trim(regexp_replace(regexp_replace(lower(strip_accents(name)),
    '\(.*?\)|\b(district|province|governorate|state|region|department|county|city|town|village|municipality)\b', ' ', 'g'), '[^\p{L}\p{N}]+', ' ', 'g')), '');

CREATE OR REPLACE TEMP TABLE our_events AS
SELECT
    events.id, events.act, events.first, events.last, events.standing, events.claim_ids, events.actor, events.place[1] AS place,
    places.id AS place_id, places.kind AS place_kind, places.name AS known_name, places.adm1, places.adm2, places.country, places.lat, places.lon
FROM events
LEFT JOIN (
    SELECT event_claims.event_id, min(claims.place_ids[1]) AS place_id
    FROM event_claims JOIN spoken_claims AS claims ON claims.id = event_claims.claim_id
    WHERE len(claims.place_ids) = 1 AND len(claims.place) = 1
    GROUP BY event_claims.event_id
    HAVING count(DISTINCT claims.place_ids[1]) = 1
) AS placed ON placed.event_id = events.id
LEFT JOIN places ON places.id = placed.place_id
WHERE len(events.place) = 1 AND events.first IS NOT NULL AND events.last IS NOT NULL AND events.last - events.first <= 6
    AND events.standing IN ('confirmed', 'corroborated', 'reported', 'contested')
    AND events.act IN (SELECT act FROM compared_kinds WHERE format = getvariable('their_format'));

CREATE OR REPLACE TEMP TABLE ours AS
SELECT
    coalesce(place_id, plain_name(place)) AS place_key, first, last,
    min(place) AS place, any_value(place_id) AS place_id, any_value(place_kind) AS place_kind,
    list_filter(list_distinct([plain_name(min(place)), plain_name(any_value(known_name))]), lambda name: name IS NOT NULL) AS names,
    any_value(adm1) AS adm1, any_value(adm2) AS adm2, any_value(country) AS country, any_value(lat) AS lat, any_value(lon) AS lon,
    list_sort(list_distinct(list(act))) AS acts,
    -- the dead of a fight are its figure: they tell of what kind it was only where nothing else does
    coalesce(list(DISTINCT act) FILTER (NOT starts_with(act, 'harm.')), list(DISTINCT act)) AS kind_acts,
    list_sort(list_distinct(list(standing))) AS standings,
    list_sort(list_distinct(flatten(list(actor)))) AS actors,
    list_sort(list_distinct(list(id))) AS event_ids, list_sort(list_distinct(flatten(list(claim_ids)))) AS claim_ids,
    row_number() OVER (ORDER BY first, last, coalesce(place_id, plain_name(place))) AS number
FROM our_events
GROUP BY coalesce(place_id, plain_name(place)), first, last;

CREATE OR REPLACE TEMP TABLE our_dead AS
WITH told AS (
    SELECT DISTINCT ours.number, figures.id, figures.low, figures.best, figures.high
    FROM (SELECT number, unnest(claim_ids) AS claim_id FROM ours) AS ours
    JOIN figure_claims ON figure_claims.claim_id = ours.claim_id
    JOIN figures ON figures.id = figure_claims.figure_id
    WHERE figures.what = 'killed' AND figures.rule = getvariable('their_format') AND figures.basis IS DISTINCT FROM 'cumulative'
)
SELECT
    number, max(low) AS low, CASE WHEN count(*) = 1 THEN any_value(best) END AS best,
    CASE WHEN bool_and(high IS NOT NULL) THEN sum(high) END AS high, list_sort(list(id)) AS figure_ids
FROM told GROUP BY number;

-- where each may be met, week by week: by name, by district, by province, by squares of a quarter of a degree
CREATE OR REPLACE TEMP TABLE their_marks AS
WITH weekly AS (
    SELECT *, unnest(range((date_diff('day', DATE '1900-01-01', first) - 1) // 7, (date_diff('day', DATE '1900-01-01', last) + 1) // 7 + 1)) AS week
    FROM theirs WHERE first IS NOT NULL AND last IS NOT NULL
)
SELECT line, week, 'name' AS by, plain_name(place) AS mark FROM weekly
UNION ALL
SELECT line, week, 'name', plain_name(adm2) FROM weekly WHERE NOT is_exact
UNION ALL
SELECT line, week, 'district', plain_name(adm2) FROM weekly WHERE NOT is_exact AND NOT is_wide
UNION ALL
SELECT line, week, 'province', plain_name(adm1) FROM weekly WHERE is_wide
UNION ALL
SELECT line, week, 'square', concat(floor(lat * 4) + unnest([-1, -1, -1, 0, 0, 0, 1, 1, 1]), ' ', floor(lon * 4) + unnest([-1, 0, 1, -1, 0, 1, -1, 0, 1]))
FROM weekly WHERE is_exact AND lat IS NOT NULL AND lon IS NOT NULL;

CREATE OR REPLACE TEMP TABLE our_marks AS
WITH weekly AS (
    SELECT *, unnest(range(date_diff('day', DATE '1900-01-01', first) // 7, date_diff('day', DATE '1900-01-01', last) // 7 + 1)) AS week FROM ours
)
SELECT number, week, 'name' AS by, unnest(names) AS mark FROM weekly
UNION ALL
SELECT number, week, 'district', plain_name(adm2) FROM weekly
UNION ALL
SELECT number, week, 'province', plain_name(adm1) FROM weekly
UNION ALL
SELECT number, week, 'square', concat(floor(lat * 4), ' ', floor(lon * 4)) FROM weekly
WHERE lat IS NOT NULL AND lon IS NOT NULL AND place_kind NOT IN ('country', 'province', 'region');

CREATE OR REPLACE TEMP TABLE candidates AS
SELECT DISTINCT their_marks.line, our_marks.number
FROM their_marks JOIN our_marks ON our_marks.mark = their_marks.mark AND our_marks.by = their_marks.by AND our_marks.week = their_marks.week;

CREATE OR REPLACE TEMP TABLE meetings AS
WITH compared AS (
    SELECT
        candidates.line, candidates.number,
        -- days between the two spans
        greatest(date_diff('day', theirs.last, ours.first), date_diff('day', ours.last, theirs.first), 0) AS days_apart,
        coalesce(list_contains(ours.names, plain_name(theirs.place)), false) AS is_same_name,
        CASE WHEN theirs.is_exact AND ours.place_kind NOT IN ('country', 'province', 'region') THEN
            111.2 * sqrt(power(theirs.lat - ours.lat, 2) + power((theirs.lon - ours.lon) * cos(radians(theirs.lat)), 2)) END AS km,
        plain_name(ours.adm1) <> plain_name(theirs.adm1) AS is_other_province,
        ours.country <> theirs_countries.code AS is_other_country,
        theirs.is_exact
    FROM candidates
    JOIN theirs ON theirs.line = candidates.line
    JOIN ours ON ours.number = candidates.number
    JOIN compared_kinds AS kinds ON kinds.format = getvariable('their_format') AND kinds.kind = theirs.kind AND list_contains(ours.kind_acts, kinds.act)
    LEFT JOIN their_countries AS theirs_countries ON theirs_countries.name = theirs.country
    GROUP BY ALL
)
SELECT line, number, days_apart, km
FROM compared
WHERE days_apart <= 1 AND NOT coalesce(is_other_country, false)
    -- spelt alike in another province is another place, unless the points lie together
    AND CASE WHEN km <= 15 THEN true WHEN is_same_name THEN NOT coalesce(is_other_province, false) AND NOT coalesce(km > 50, false) ELSE NOT is_exact END
QUALIFY row_number() OVER (PARTITION BY line ORDER BY days_apart, NOT is_same_name, km NULLS LAST, number) = 1;

CREATE OR REPLACE TEMP TABLE answer AS
WITH beside AS (
    SELECT
        theirs.*, ours.number, ours.acts, ours.standings, ours.event_ids, ours.claim_ids, ours.place AS our_place, dead.figure_ids,
        dead.low AS ours_low, dead.best AS ours_best, dead.high AS ours_high
    FROM theirs
    LEFT JOIN meetings ON meetings.line = theirs.line
    LEFT JOIN ours ON ours.number = meetings.number
    LEFT JOIN our_dead AS dead ON dead.number = ours.number
    WHERE theirs.first IS NOT NULL
),
found AS (
    SELECT
        CASE
            WHEN number IS NULL THEN 'theirs alone'
            -- they write 0 where nobody gives a number
            WHEN ours_low IS NULL AND ours_high IS NULL THEN CASE WHEN coalesce(high, 0) > 0 THEN 'figures differ' ELSE 'agree' END
            WHEN ours_best IS NOT NULL AND ours_best <> best THEN 'figures differ'
            WHEN low < ours_low OR high > ours_high OR low IS DISTINCT FROM ours_low AND format_is_ranged OR high IS DISTINCT FROM ours_high AND format_is_ranged THEN 'figures differ'
            ELSE 'agree'
        END AS found,
        beside.id AS their_id, line, first, last, place, adm1, told_kind AS their_kind, actors, low AS theirs_low, best AS theirs_best, high AS theirs_high,
        ours_low, ours_best, ours_high, acts, standings AS standing, coalesce(claim_ids, []) AS claim_ids, coalesce(event_ids, []) AS event_ids, coalesce(figure_ids, []) AS figure_ids
    FROM beside, (SELECT getvariable('their_format') = 'ucdp' AS format_is_ranged)
    UNION ALL BY NAME
    SELECT
        'ours alone' AS found, ours.first, ours.last, ours.place, ours.adm1, array_to_string(ours.actors, '; ') AS actors,
        dead.low AS ours_low, dead.best AS ours_best, dead.high AS ours_high,
        acts, standings AS standing, claim_ids, event_ids, coalesce(dead.figure_ids, []) AS figure_ids
    FROM ours
    LEFT JOIN our_dead AS dead ON dead.number = ours.number
    CROSS JOIN (SELECT min(first) AS first, max(last) AS last FROM theirs) AS span
    WHERE ours.number NOT IN (SELECT number FROM meetings) AND ours.first <= span.last AND ours.last >= span.first
        -- of a place in no known country one cannot say that they should have it
        AND ours.country IN (SELECT code FROM their_countries)
        -- a whole country or province is no incident of theirs
        AND coalesce(ours.place_kind NOT IN ('country', 'region'), true)
)
SELECT * FROM found
ORDER BY list_position(['theirs alone', 'ours alone', 'figures differ', 'agree'], found), first, last, place NULLS LAST, their_id NULLS LAST, event_ids
