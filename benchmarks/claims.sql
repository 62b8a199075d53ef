-- So many claims, ten a report, as a long war makes them: a few places and sides fill most of the news, a third of the
-- claims name no day, a tenth deny or doubt, some tell a span or only one end of it. Half of the places are settled, twenty
-- to a region; half of the claims quote one of many speakers. The same number gives the same claims.

CREATE OR REPLACE MACRO chance(number, salt) AS hash(number * 16 + salt) % 1000000 / 1000000.0;

INSERT INTO documents BY NAME
SELECT
    'doc-' || number AS id, 'report-' || number AS own_id, 'wrk-' || number AS work,
    DATE '2015-01-01' + CAST(number % 1500 AS INTEGER) AS published, '' AS text, MAP {} AS extra
FROM range($claims // 10) AS numbers(number);

INSERT INTO claims BY NAME
WITH drawn AS (
    SELECT
        number,
        'doc-' || (number // 10) AS document_id,
        ['territory.capture', 'territory.withdraw', 'fight.clash', 'harm.kill', 'harm.injure', 'fight.attack', 'talk.meet',
         'force.deploy'][1 + CAST(floor(chance(number, 1) * 8) AS INTEGER)] AS act,
        CASE WHEN chance(number, 2) < 0.3 THEN []
            ELSE ['Side ' || CAST(floor(chance(number, 3) * chance(number, 4) * 20) AS INTEGER)] END AS actor,
        CASE WHEN chance(number, 5) < 0.5 THEN []
            ELSE ['Side ' || CAST(floor(chance(number, 6) * chance(number, 7) * 20) AS INTEGER)] END AS target,
        CASE WHEN chance(number, 8) < 0.2 THEN []
            ELSE ['Place ' || CAST(floor(chance(number, 9) * chance(number, 10) * 400) AS INTEGER)] END AS place,
        DATE '2015-01-01' + CAST((number // 10) % 1500 AS INTEGER) - CAST(floor(chance(number, 11) * 4) AS INTEGER) AS day,
        chance(number, 12) AS telling,
        ['asserts', 'asserts', 'asserts', 'asserts', 'asserts', 'asserts', 'asserts', 'asserts', 'denies', 'doubts'][
            1 + CAST(floor(chance(number, 13) * 10) AS INTEGER)] AS stance,
        ['happened', 'happened', 'happened', 'happened', 'planned', 'possible'][
            1 + CAST(floor(chance(number, 14) * 6) AS INTEGER)] AS certainty
    FROM range($claims) AS numbers(number)
)
SELECT
    'clm-' || number AS id, document_id, 'snt-' || number AS sentence_id, act, actor, target, place, stance, certainty,
    -- 0.35 name no day, 0.02 only one end of a span, 0.03 a month, 0.05 a few days
    CASE WHEN telling < 0.36 THEN NULL WHEN telling < 0.40 THEN day - 30 ELSE day END AS first,
    CASE WHEN telling < 0.35 OR telling BETWEEN 0.36 AND 0.37 THEN NULL WHEN telling > 0.95 THEN day + 3 ELSE day END AS last,
    CAST(number % 10 AS INTEGER) * 100 AS start, CAST(number % 10 AS INTEGER) * 100 + 50 AS "end",
    [] AS destination, [] AS counts, false AS hedged, [] AS actor_ids, [] AS target_ids,
    CASE WHEN chance(number, 15) < 0.5 THEN [['Speaker ' || CAST(floor(chance(number, 13) * 500) AS INTEGER)]] ELSE [] END AS said_by,
    CASE WHEN chance(number, 14) < 0.5 THEN list_transform(place, lambda name: 'id:' || name) ELSE [] END AS place_ids,
    [] AS destination_ids, [] AS speaker_ids, [] AS made_by
FROM drawn;

INSERT INTO places BY NAME
SELECT
    'id:Place ' || number AS id, 'Place ' || number AS name, 'district' AS kind, 'XX' AS country,
    10 + number / 100.0 AS lat, 20.0 AS lon,
    'given' AS point, ['id:Region ' || (number // 20), 'iso:XX'] AS within
FROM range(400) AS numbers(number);
