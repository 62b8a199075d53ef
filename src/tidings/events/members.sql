-- Events by their members: event_ids, and event_claims, which claim belongs to which event and why it was put there.
--
-- The id comes from the earliest claim by (day published, document, start) and, where that claim names several
-- places, the place: so it does not depend on the order of reading.

INSERT INTO touched_events
SELECT event_id FROM linked_events WHERE proposition IN (
    SELECT proposition FROM linked_keys WHERE cell IN (SELECT cell FROM core)
)
UNION
-- of which nothing is kept: made by other rules
SELECT id FROM events WHERE id NOT IN (SELECT event_id FROM linked_events);

CREATE OR REPLACE TEMP TABLE former_events AS
SELECT id, claim_ids[1] AS claim_id, place FROM events WHERE id IN (SELECT event_id FROM touched_events);

DELETE FROM event_claims WHERE event_id IN (SELECT event_id FROM touched_events);
DELETE FROM events WHERE id IN (SELECT event_id FROM touched_events);

CREATE OR REPLACE TEMP TABLE members AS
SELECT
    told.head,
    told.told_by,
    told.reason,
    keys.claim_id, keys.proposition, keys.rank, keys.act, keys.kind, keys.place_key, keys.place_told,
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

DELETE FROM linked_events WHERE proposition IN (SELECT proposition FROM members);
INSERT INTO linked_events
SELECT members.claim_id, members.proposition, event_ids.id FROM members JOIN event_ids ON event_ids.head = members.head;
