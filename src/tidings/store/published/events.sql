-- Every event with the ids of its sides and places, how exactly its place is known, and how many reports tell it.

CREATE TEMP TABLE members AS
SELECT
    numbered.event_id, numbered.number,
    claims.id AS claim_id, claims.document_id, claims.publisher, claims.published, claims.act, claims.actor,
    claims.target, claims.place, claims.actor_ids, claims.target_ids, claims.place_ids, claims.place_precision,
    claims.precision, claims.first, claims.last, claims.stance
FROM (
    SELECT id AS event_id, unnest(claim_ids) AS claim_id, generate_subscripts(claim_ids, 1) AS number FROM events
) AS numbered
JOIN picture.claims AS claims ON claims.id = numbered.claim_id;

-- one row an event and a place it names; without a place id where none could be told
CREATE TABLE picture.event_places AS
WITH named AS (
    SELECT id AS event_id, unnest(place) AS name, generate_subscripts(place, 1) AS number FROM events
),
meant AS (
    SELECT event_id, number, place_precision, unnest(place) AS name, unnest(place_ids) AS place_id
    FROM members WHERE len(place) = len(place_ids)
),
-- the place that most claims of that name mean; of two as many, what the earlier claim means
weighed AS (
    SELECT named.event_id, named.number, meant.place_id, count(*) AS claims, min(meant.number) AS earliest,
        min(meant.place_precision) AS precision
    FROM named
    JOIN meant ON meant.event_id = named.event_id
        AND (meant.name = named.name OR split_part(meant.name, ' (', 1) = split_part(named.name, ' (', 1))
    GROUP BY named.event_id, named.number, meant.place_id
),
chosen AS (
    SELECT DISTINCT ON (event_id, number) * FROM weighed ORDER BY event_id, number, claims DESC, earliest, place_id
)
SELECT
    named.event_id, named.number, named.name, chosen.place_id, places.name AS place, places.kind, places.country,
    places.adm1, places.adm2, places.pcode, places.lat, places.lon, places.point, chosen.precision
FROM named
LEFT JOIN chosen ON chosen.event_id = named.event_id AND chosen.number = named.number
LEFT JOIN places ON places.id = chosen.place_id
ORDER BY named.event_id, named.number;

CREATE TABLE picture.events AS
WITH counted AS (
    SELECT
        event_id, count(DISTINCT document_id) AS reports,
        list(DISTINCT publisher ORDER BY publisher) FILTER (publisher IS NOT NULL) AS publishers,
        min(published) AS first_published, max(published) AS last_published
    FROM members GROUP BY event_id
),
-- ids come from the claim that gave the event its names
sides AS (
    SELECT
        members.event_id,
        arg_min(actor_ids, number) FILTER (members.actor = events.actor AND len(actor_ids) > 0) AS actor_ids,
        arg_min(target_ids, number) FILTER (members.target = events.target AND len(target_ids) > 0) AS target_ids,
        arg_min(precision, number) FILTER ((members.first, members.last) IS NOT DISTINCT FROM (events.first, events.last))
            AS precision
    FROM members JOIN events ON events.id = members.event_id
    GROUP BY members.event_id
),
placed AS (
    SELECT event_id, list(place_id ORDER BY number) FILTER (place_id IS NOT NULL) AS place_ids
    FROM picture.event_places GROUP BY event_id
)
SELECT
    events.id, events.act, split_part(events.act, '.', 1) AS family, events.actor, events.target, events.place,
    events.first, events.last, sides.precision, events.standing, events.manner_standing, events.standing_reasons,
    events.manner_reasons, events.flags, events.better_placed, events.leans, events.why,
    coalesce(sides.actor_ids, []) AS actor_ids, coalesce(sides.target_ids, []) AS target_ids,
    coalesce(placed.place_ids, []) AS place_ids,
    len(events.claim_ids) AS claims, counted.reports, coalesce(counted.publishers, []) AS publishers,
    counted.first_published, counted.last_published, events.claim_ids
FROM events
JOIN counted ON counted.event_id = events.id
LEFT JOIN sides ON sides.event_id = events.id
LEFT JOIN placed ON placed.event_id = events.id
ORDER BY events.id;

-- which claim belongs to which event, in the order of the event's claims, and why it was put there
CREATE TABLE picture.event_claims AS
SELECT members.event_id, members.number, members.claim_id, event_claims.reason
FROM members
JOIN event_claims ON event_claims.event_id = members.event_id AND event_claims.claim_id = members.claim_id
ORDER BY members.event_id, members.number;

DROP TABLE members;
