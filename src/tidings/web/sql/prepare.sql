-- What is asked again and again, laid down in memory beside a published copy when it is opened.

CREATE TABLE quick.claims AS
SELECT
    claims.*,
    documents.own_id AS doc, documents.publisher, documents.published,
    substring(documents.text, claims.start + 1, claims."end" - claims.start) AS quote,
    lower(concat_ws(
        ' ', substring(documents.text, claims.start + 1, claims."end" - claims.start),
        array_to_string(claims.actor, ' '), array_to_string(claims.target, ' '), array_to_string(claims.place, ' ')
    )) AS words,
    belongs.event_id,
    publishers.side AS publisher_side
FROM spoken_claims AS claims
JOIN documents ON documents.id = claims.document_id
LEFT JOIN publishers ON publishers.id = documents.publisher
LEFT JOIN (SELECT claim_id, min(event_id) AS event_id FROM event_claims GROUP BY claim_id) AS belongs
    ON belongs.claim_id = claims.id
ORDER BY documents.published NULLS LAST, claims.document_id, claims.start, claims.id;

CREATE TABLE quick.documents AS
SELECT
    documents.id, documents.own_id AS doc, documents.publisher, publishers.name AS publisher_name,
    publishers.kind AS publisher_kind, publishers.side AS publisher_side, author, url, title, published, published_basis,
    language, documents.kind, coalesce(counted.claims, 0) AS claims
FROM speaking_documents AS documents
LEFT JOIN publishers ON publishers.id = documents.publisher
LEFT JOIN (SELECT document_id, count(*) AS claims FROM quick.claims GROUP BY document_id) AS counted
    ON counted.document_id = documents.id
ORDER BY published DESC NULLS LAST, documents.own_id, documents.id;

-- the places of an event: those of its claims, without what only holds another of them
CREATE TABLE quick.event_places AS
WITH told AS (
    SELECT event_claims.event_id, unnest(claims.place_ids) AS place_id, claims.place_precision
    FROM event_claims JOIN held_claims AS claims ON claims.id = event_claims.claim_id
),
each AS (
    SELECT event_id, place_id, min(place_precision) = 2 AS is_near FROM told GROUP BY event_id, place_id
),
holders AS (
    SELECT DISTINCT each.event_id, unnest(places.within) AS place_id FROM each JOIN places ON places.id = each.place_id
)
SELECT each.event_id, each.place_id, coalesce(each.is_near, false) AS is_near
FROM each
JOIN places ON places.id = each.place_id
ANTI JOIN holders ON holders.event_id = each.event_id AND holders.place_id = each.place_id;

CREATE TABLE quick.events AS
SELECT
    events.*,
    coalesce(
        (SELECT list(place_id ORDER BY place_id) FROM quick.event_places AS found WHERE found.event_id = events.id), []
    ) AS place_ids,
    told.known, told.last_known,
    coalesce(told.claims, 0) AS claims,
    coalesce(events.last, events.first, told.known) AS shown
FROM events
LEFT JOIN (
    SELECT event_id, min(published) AS known, max(published) AS last_known, count(*) AS claims
    FROM event_claims JOIN claims ON claims.id = claim_id JOIN documents ON documents.id = document_id
    GROUP BY event_id
) AS told ON told.event_id = events.id
ORDER BY shown DESC NULLS LAST, act, events.id;

-- what each claim says of each event that it belongs to, whose word it is, and why it was put there
CREATE TABLE quick.told AS
WITH voices AS (
    SELECT
        event_id, claim_id,
        arg_min(word, rank) AS word, arg_min(voice, rank) AS voice, arg_min(name, rank) AS name,
        arg_min(origin, rank) AS origin, arg_min(placed, rank) AS placed,
        CASE WHEN bool_or(counts) THEN NULL ELSE min(set_aside) END AS set_aside
    FROM event_voices
    GROUP BY event_id, claim_id
),
copied AS (
    SELECT claim_id, min(originals.own_id) AS copy_of
    FROM copied_claims JOIN documents AS originals ON originals.id = original_id
    GROUP BY claim_id
)
SELECT
    belongs.event_id, belongs.claim_id, belongs.reason, voices.word, coalesce(voices.name, voices.voice) AS voice,
    voices.placed, voices.set_aside, voices.origin, copied.copy_of
FROM event_claims AS belongs
LEFT JOIN voices ON voices.event_id = belongs.event_id AND voices.claim_id = belongs.claim_id
LEFT JOIN copied ON copied.claim_id = belongs.claim_id;

-- events that may be one with each event, unsure and so not merged
CREATE TABLE quick.links AS
WITH sides AS (
    SELECT one AS id, other, score, comparisons, forbidden FROM event_links
    UNION ALL SELECT other, one, score, comparisons, forbidden FROM event_links
)
SELECT
    sides.id AS event_id, events.id AS other, sides.score, sides.comparisons, sides.forbidden, events.act, events.place,
    coalesce(events.first, events.last) AS first, events.claim_ids[1] AS claim_id
FROM sides
JOIN events ON events.id = sides.other
ORDER BY sides.id, sides.score DESC, events.id;

-- what persons decided of the claims of each event, and holds
CREATE TABLE quick.decisions AS
WITH named AS (
    SELECT one AS claim_id, * FROM holding_decisions
    UNION SELECT other AS claim_id, * FROM holding_decisions
)
SELECT DISTINCT
    event_claims.event_id, named.number, named.id, named.about, named.verdict, named.one, named.other, named.author,
    named.reason, named.day
FROM event_claims
JOIN named ON named.claim_id = event_claims.claim_id
ORDER BY event_claims.event_id, named.number;

CREATE INDEX links_by_event ON quick.links (event_id);
CREATE INDEX told_by_event ON quick.told (event_id);
CREATE INDEX claims_by_id ON quick.claims (id);
CREATE INDEX claims_by_document ON quick.claims (document_id);
CREATE INDEX events_by_id ON quick.events (id);
CREATE INDEX documents_by_id ON quick.documents (id);
