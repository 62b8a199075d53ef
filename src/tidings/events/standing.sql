-- Events from their claims: what the event is, where, when, and how it stands.
--
-- event_claims: which claim belongs to which event, and why it was put there. events: the columns of records.Event.
-- The id comes from the earliest claim by (day published, document, start) and, where that claim names several
-- places, the place: so it does not depend on the order of reading.

CREATE OR REPLACE TEMP TABLE former_events AS
SELECT id, claim_ids[1] AS claim_id, place FROM events;

DELETE FROM event_claims;
DELETE FROM events;

CREATE OR REPLACE TEMP TABLE members AS
SELECT
    told.head,
    told.told_by,
    told.reason,
    keys.claim_id, keys.rank, keys.act, keys.kind, keys.place_key, keys.place_of, keys.place_told,
    claims.actor, claims.target, claims.place, claims.manner,
    keys.kind NOT IN ('denied', 'doubtful') AS is_told
FROM claim_heads AS told
JOIN proposition_of_claim AS keys
    ON keys.proposition = told.proposition AND keys.claim_id = told.claim_id
    AND keys.place_key IS NOT DISTINCT FROM told.place_key
JOIN spoken_claims AS claims ON claims.id = keys.claim_id;

CREATE OR REPLACE TEMP TABLE event_ids AS
SELECT
    head,
    concat('evt-', substr(sha256(concat(arg_min(claim_id, rank), ' ', coalesce(arg_min(place_key, rank), ''))), 1, 16)) AS id
FROM members
GROUP BY head;

INSERT INTO event_claims BY NAME
SELECT event_ids.id AS event_id, members.claim_id, members.reason
FROM members JOIN event_ids ON event_ids.head = members.head
ORDER BY event_id, members.rank;

INSERT INTO events BY NAME
WITH folded AS (
    SELECT
        head,
        any_value(told_by) AS told_by,
        -- A place that was taken and left was taken: who left it says less.
        arg_min(act, CASE WHEN act = 'territory.capture' THEN rank ELSE rank + 1000000000 END) FILTER (is_told) AS told_act,
        arg_min(act, rank) AS first_act,
        list(claim_id ORDER BY rank) AS claim_ids,
        -- The place with its qualifier, where one claim of the event gives it.
        arg_min(place_told, CASE WHEN place_of <> '' THEN rank ELSE rank + 1000000000 END) AS place_told,
        arg_min(place, rank) AS places,
        bool_or(kind = 'affirmed') AS is_affirmed,
        bool_or(kind = 'planned') AS is_planned,
        bool_or(kind = 'feared') AS is_feared,
        bool_or(kind = 'denied') AS is_denied,
        bool_or(kind = 'affirmed' AND manner IS NOT NULL) AS has_manner
    FROM members
    GROUP BY head
),
named AS (
    SELECT
        folded.head,
        coalesce(told_act, first_act) AS act,
        arg_min(members.actor, members.rank) FILTER (len(members.actor) > 0) AS actor,
        arg_min(members.target, members.rank) FILTER (len(members.target) > 0) AS target
    FROM folded
    JOIN members ON members.head = folded.head AND members.act = coalesce(told_act, first_act)
        AND (members.is_told OR told_act IS NULL)
    GROUP BY folded.head, told_act, first_act
)
SELECT
    event_ids.id,
    named.act,
    coalesce(named.actor, []) AS actor,
    coalesce(named.target, []) AS target,
    CASE
        WHEN folded.place_told IS NULL THEN []
        WHEN contains(folded.place_told, '; ') THEN folded.places
        ELSE [folded.place_told]
    END AS place,
    heads.first,
    heads.last,
    folded.claim_ids,
    CASE
        WHEN is_affirmed THEN 'reported'
        WHEN is_planned THEN 'planned'
        WHEN is_feared THEN 'feared'
        WHEN is_denied THEN 'denied'
        ELSE 'doubtful'
    END AS standing,
    CASE WHEN has_manner THEN 'reported' END AS manner_standing
FROM folded
JOIN named ON named.head = folded.head
JOIN event_ids ON event_ids.head = folded.head
JOIN propositions AS heads ON heads.proposition = folded.told_by
ORDER BY event_ids.id;

-- Ids that are gone stay good: they lead to the event that holds their earliest claim now.
DELETE FROM event_aliases WHERE alias IN (SELECT id FROM events);
INSERT INTO event_aliases
WITH moved AS (
    SELECT former_events.id AS alias, arg_max(events.id, (events.place = former_events.place, events.id)) AS event_id
    FROM former_events
    JOIN event_claims ON event_claims.claim_id = former_events.claim_id
    JOIN events ON events.id = event_claims.event_id
    WHERE former_events.id NOT IN (SELECT id FROM events)
    GROUP BY former_events.id
)
SELECT aliases.alias, moved.event_id FROM event_aliases AS aliases JOIN moved ON moved.alias = aliases.event_id
UNION ALL
SELECT alias, event_id FROM moved;
DELETE FROM event_aliases WHERE event_id NOT IN (SELECT id FROM events);

DROP TABLE former_events;
DROP TABLE claim_heads;
DROP TABLE claim_keys;
DROP TABLE proposition_of_claim;
DROP TABLE propositions;
DROP TABLE fits;
DROP TABLE event_of_proposition;
DROP TABLE denials;
DROP TABLE members;
DROP TABLE event_ids;
