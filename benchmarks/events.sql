-- So many events, five claims each and two claims a report, with all that linking lays down, spread over a hundred days and as
-- many places as events: nothing is drawn together. The same number gives the same rows; `$mark` stands in every row.

INSERT INTO documents BY NAME
SELECT
    'doc-' || number AS id, 'report-' || number AS own_id, 'wrk-' || number AS work, 'outlet-' || (number % 40) AS publisher,
    $mark AS author, 'Report ' || number AS title, DATE '2020-01-01' + CAST(number * 2 // 5 % 100 AS INTEGER) AS published,
    repeat('Somebody said that something happened near a bridge. ', 12) || 'word' || (number % 1000) || ' was told here.' AS text,
    MAP {} AS extra
FROM range($events * 5 // 2) AS numbers(number);

INSERT INTO claims BY NAME
SELECT
    'clm-' || number AS id, 'doc-' || (number // 2) AS document_id, 'snt-' || number AS sentence_id,
    ['territory.capture', 'fight.clash', 'harm.kill', 'force.deploy', 'talk.meet'][1 + CAST(number // 5 % 5 AS INTEGER)] AS act,
    [$mark] AS actor, ['Side ' || (number // 5 % 7)] AS target, ['Place ' || (number // 5)] AS place,
    ['id:' || (number // 5)] AS place_ids, DATE '2020-01-01' + CAST(number // 5 % 100 AS INTEGER) AS first,
    DATE '2020-01-01' + CAST(number // 5 % 100 AS INTEGER) AS last, 'day' AS precision, [] AS counts, [[$mark]] AS said_by,
    CASE WHEN number % 10 = 0 THEN 'denies' ELSE 'asserts' END AS stance, 'happened' AS certainty, false AS hedged,
    CAST(number % 2 * 600 AS INTEGER) AS start, CAST(number % 2 * 600 + 40 AS INTEGER) AS "end", [] AS destination,
    [] AS destination_ids, [] AS actor_ids, [] AS target_ids, [] AS speaker_ids, [] AS made_by
FROM range($events * 5) AS numbers(number);

INSERT INTO events BY NAME
SELECT
    'evt-' || printf('%016x', number) AS id,
    ['territory.capture', 'fight.clash', 'harm.kill', 'force.deploy', 'talk.meet'][1 + CAST(number % 5 AS INTEGER)] AS act,
    [$mark] AS actor, ['Side ' || (number % 7)] AS target, ['Place ' || number] AS place,
    DATE '2020-01-01' + CAST(number % 100 AS INTEGER) AS first, DATE '2020-01-01' + CAST(number % 100 AS INTEGER) AS last,
    list_transform(range(5), lambda i: 'clm-' || (number * 5 + i)) AS claim_ids,
    ['reported', 'confirmed', 'contested', 'planned'][1 + CAST(number % 4 AS INTEGER)] AS standing,
    [] AS standing_reasons, [] AS manner_reasons, [] AS flags, [] AS better_placed
FROM range($events) AS numbers(number);

INSERT INTO event_claims BY NAME
SELECT 'evt-' || printf('%016x', number // 5) AS event_id, 'clm-' || number AS claim_id, 'says the same' AS reason
FROM range($events * 5) AS numbers(number);

INSERT INTO event_voices BY NAME
SELECT
    'evt-' || printf('%016x', number // 5) AS event_id, 'clm-' || number AS claim_id, 'speaker ' || (number % 500) AS origin,
    'speaker ' || (number % 500) AS voice, 'Speaker ' || (number % 500) AS name, 'affirmed' AS word, 'fight.clash' AS act,
    ['a witness', 'a third party', 'an outlet in its own voice'][1 + CAST(number % 3 AS INTEGER)] AS placed, 2 AS rank,
    DATE '2020-01-01' + CAST(number // 5 % 100 AS INTEGER) AS published, true AS is_named, true AS counts
FROM range($events * 5) AS numbers(number);

INSERT INTO claim_origins BY NAME
SELECT 'clm-' || number AS claim_id, 'speaker ' || (number % 500) AS origin, 'Speaker ' || (number % 500) AS name,
    'speaker' AS kind, 'quoted' AS basis
FROM range($events * 5) AS numbers(number);

-- a grid over half the world
INSERT INTO places BY NAME
SELECT
    'id:' || number AS id, 'Place ' || number AS name, 'city' AS kind, 'ML' AS country, -30 + (number % 160) * 0.5 AS lat,
    -15 + (number // 160) * 0.5 AS lon, 'given' AS point, ['iso:ML'] AS within
FROM range($events) AS numbers(number);

INSERT INTO linked VALUES ($mark);
