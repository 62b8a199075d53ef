-- Incidents: events that stand as having happened, each with the harm told with it, and the figures of that harm.
--
-- A report tells one incident in several claims: a bombing, those it killed, those it hurt. Harm joins the fight, capture
-- or protest that stands in the same sentence, or in the same report at the same place and day; what joins none is an
-- incident of its own. Events that are planned, feared, denied, doubtful or refuted make none.

CREATE OR REPLACE TEMP TABLE standing_events AS
SELECT * FROM picture.events WHERE standing IN ('confirmed', 'corroborated', 'reported', 'contested');

CREATE OR REPLACE TEMP TABLE incident_events AS
WITH telling AS (
    SELECT
        belongs.event_id, events.act, events.family, claims.document_id, claims.sentence_id, claims.start, claims.place,
        claims.first, claims.last, claims.actor, claims.target
    FROM standing_events AS events
    JOIN picture.event_claims AS belongs ON belongs.event_id = events.id
    JOIN picture.claims AS claims ON claims.id = belongs.claim_id
    WHERE claims.stance = 'asserts' AND claims.certainty IN ('happened', 'ongoing')
),
harm AS (
    SELECT * FROM telling WHERE act IN ('harm.kill', 'harm.injure', 'harm.casualties')
),
hosts AS (
    SELECT * FROM telling WHERE family IN ('fight', 'protest') OR act = 'territory.capture'
),
meetings AS (
    SELECT
        harm.event_id, hosts.event_id AS host_id,
        count(*) FILTER (harm.sentence_id = hosts.sentence_id) AS same_sentence,
        count(*) AS same_report,
        min(abs(harm.start - hosts.start)) AS distance
    FROM harm
    JOIN hosts ON hosts.document_id = harm.document_id
    WHERE (
            harm.sentence_id = hosts.sentence_id
            OR (len(harm.place) > 0 AND harm.place = hosts.place AND harm.first = hosts.first AND harm.last = hosts.last)
        )
        AND (len(harm.place) = 0 OR len(hosts.place) = 0 OR list_has_any(harm.place, hosts.place))
        AND (harm.first IS NULL OR hosts.first IS NULL OR harm.first = hosts.first)
        AND (harm.last IS NULL OR hosts.last IS NULL OR harm.last = hosts.last)
        AND (len(harm.actor) = 0 OR len(hosts.actor) = 0 OR list_has_any(harm.actor, list_concat(hosts.actor, hosts.target)))
    GROUP BY harm.event_id, hosts.event_id
),
chosen AS (
    SELECT DISTINCT ON (event_id) event_id, host_id
    FROM meetings ORDER BY event_id, same_sentence DESC, same_report DESC, distance, host_id
)
SELECT coalesce(chosen.host_id, events.id) AS incident_id, events.id AS event_id
FROM standing_events AS events
LEFT JOIN chosen ON chosen.event_id = events.id;

-- a figure belongs to the incident that most of its claims speak of
CREATE OR REPLACE TEMP TABLE incident_figures AS
WITH told AS (
    SELECT id AS figure_id, unnest(claim_ids) AS claim_id
    FROM picture.figures WHERE rule = getvariable('figure_rule') AND what IN ('killed', 'injured', 'casualties', 'detained')
),
shared AS (
    SELECT told.figure_id, incident_events.incident_id, count(*) AS claims
    FROM told
    JOIN picture.event_claims AS belongs ON belongs.claim_id = told.claim_id
    JOIN incident_events ON incident_events.event_id = belongs.event_id
    GROUP BY told.figure_id, incident_events.incident_id
)
SELECT DISTINCT ON (figure_id) figure_id, incident_id FROM shared ORDER BY figure_id, claims DESC, incident_id;
