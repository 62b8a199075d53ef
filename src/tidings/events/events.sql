-- Events from their members: what the event is, where, when, and how it stands. The columns are those of records.Event.

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
        arg_min(place_told, CASE WHEN ends_with(place_told, ')') THEN rank ELSE rank + 1000000000 END) AS place_told,
        arg_min(place, rank) AS places,
        bool_or(kind = 'affirmed') AS is_affirmed,
        bool_or(kind = 'planned') AS is_planned,
        bool_or(kind = 'feared') AS is_feared,
        bool_or(kind = 'denied') AS is_denied
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
        WHEN is_affirmed THEN coalesce(standings.standing, 'reported')
        WHEN is_planned THEN 'planned'
        WHEN is_feared THEN 'feared'
        WHEN is_denied THEN 'denied'
        ELSE 'doubtful'
    END AS standing,
    CASE WHEN standings.standing <> 'refuted' THEN manner_standings.standing END AS manner_standing,
    coalesce(standings.reasons, []) AS standing_reasons,
    CASE WHEN standings.standing <> 'refuted' THEN coalesce(manner_standings.reasons, []) ELSE [] END AS manner_reasons,
    coalesce(standings.flags, []) AS flags,
    coalesce(better_placed.better_placed, []) AS better_placed,
    CASE WHEN standings.standing = 'contested' THEN leanings.leans END AS leans,
    CASE WHEN standings.standing = 'contested' THEN leanings.why END AS why
FROM folded
JOIN named ON named.head = folded.head
JOIN event_ids ON event_ids.head = folded.head
JOIN propositions AS heads ON heads.proposition = folded.told_by
LEFT JOIN standings ON standings.event_id = event_ids.id
LEFT JOIN manner_standings ON manner_standings.event_id = event_ids.id
LEFT JOIN leanings ON leanings.event_id = event_ids.id
LEFT JOIN better_placed ON better_placed.event_id = event_ids.id
ORDER BY event_ids.id;

-- Ids that are gone stay good: they lead to the event that holds their earliest claim now.
DELETE FROM event_aliases WHERE alias IN (SELECT id FROM event_ids);

CREATE OR REPLACE TEMP TABLE moved_events AS
WITH gone AS (
    SELECT * FROM former_events WHERE id NOT IN (SELECT id FROM event_ids)
)
SELECT gone.id AS alias, arg_max(events.id, (events.place = gone.place, events.id)) AS event_id
FROM gone
JOIN event_claims ON event_claims.claim_id = gone.claim_id
JOIN events ON events.id = event_claims.event_id
GROUP BY gone.id;

INSERT INTO event_aliases
SELECT aliases.alias, moved.event_id FROM event_aliases AS aliases JOIN moved_events AS moved ON moved.alias = aliases.event_id
UNION ALL
SELECT alias, event_id FROM moved_events;
DELETE FROM event_aliases WHERE event_id IN (SELECT event_id FROM touched_events) AND event_id NOT IN (SELECT id FROM events);

DROP TABLE moved_events;
DROP TABLE former_events;
DROP TABLE claim_heads;
DROP TABLE changed_claims;
DROP TABLE prints;
DROP TABLE touched_cells;
DROP TABLE touched_events;
DROP TABLE core;
DROP TABLE scope;
DROP TABLE proposition_of_claim;
DROP TABLE propositions;
DROP TABLE fits;
DROP TABLE wider;
DROP TABLE event_of_proposition;
DROP TABLE denials;
DROP TABLE members;
DROP TABLE event_ids;
DROP TABLE standings;
DROP TABLE manner_standings;
DROP TABLE better_placed;
DROP TABLE leanings;
