-- Every claim but speech itself, put into a form in which two claims can be compared.
--
-- linked_keys: one row a claim, and for acts of territory one row for each place the claim names: a list of places taken
-- is as many changes of hands. Rows of claims that have changed are made anew; touched_cells are the cells that they
-- leave or enter, and touched_events the events that they leave.
--
-- Taking and leaving a place meet in one act_key, told by who gains it (actors) and who loses it (targets).
-- Acts that are done together (a clash, a meeting) have all their sides as actors, so that it does not matter who is
-- named first. A count of units inside a place ("two districts in Ghazni") is never the place itself: `part` keeps
-- the two apart. A qualifier in brackets, "Khash (Badakhshan)", is kept beside the bare name.
--
-- A place that the gazetteer settled is known by its id, however it is spelt; two of one name stay two. One that is not
-- settled keeps its name: it can mean any place that is told by it, and joins only where that is one.

-- A place changes hands between sides, not between their bodies: "afg.forces" takes it for "afg".
CREATE OR REPLACE TEMP MACRO side_of(name) AS regexp_replace(name, '^([a-z]{3})[.:].*$', '\1');

CREATE OR REPLACE TEMP TABLE fresh_keys AS
WITH told AS (
    SELECT
        claims.*,
        documents.published,
        CASE
            WHEN claims.stance = 'denies' THEN 'denied'
            WHEN claims.stance = 'doubts' THEN 'doubtful'
            WHEN claims.certainty = 'planned' THEN 'planned'
            WHEN claims.certainty = 'possible' THEN 'feared'
            ELSE 'affirmed'
        END AS kind,
        CASE WHEN len(claims.actor_ids) = len(claims.actor) THEN claims.actor_ids ELSE claims.actor END AS actor_names,
        CASE WHEN len(claims.target_ids) = len(claims.target) THEN claims.target_ids ELSE claims.target END AS target_names,
        list_filter(claims.counts, lambda count: count.what IN (
            'district', 'city', 'province', 'village', 'border_crossing', 'base', 'checkpoint', 'quarter', 'square_mile'
        )) AS units
    FROM spoken_claims AS claims
    JOIN documents ON documents.id = claims.document_id
    WHERE NOT starts_with(claims.act, 'say.') AND claims.id IN (SELECT claim_id FROM changed_claims)
),
sided AS (
    SELECT
        *,
        CASE
            WHEN act = 'territory.withdraw' THEN []
            WHEN starts_with(act, 'territory.') THEN list_transform(actor_names, lambda name: side_of(name))
            WHEN act IN ('fight.clash', 'fight.riot', 'talk.meet', 'talk.agree', 'talk.ceasefire', 'talk.break')
                THEN list_concat(actor_names, target_names)
            ELSE actor_names
        END AS gaining,
        CASE
            WHEN act = 'territory.withdraw' THEN list_transform(actor_names, lambda name: side_of(name))
            WHEN starts_with(act, 'territory.') THEN list_transform(target_names, lambda name: side_of(name))
            WHEN act IN ('fight.clash', 'fight.riot', 'talk.meet', 'talk.agree', 'talk.ceasefire', 'talk.break')
                THEN []
            ELSE target_names
        END AS losing,
        -- As many places named as units counted: the count is of these places, not of others inside them.
        CASE WHEN len(units) > 0 AND NOT (len(place) > 1 AND units[1].low = len(place)) THEN units[1].what ELSE '' END AS part,
        len(list_filter(counts, lambda count: count.basis = 'cumulative')) > 0 AS is_total
    FROM told
),
placed AS (
    SELECT
        *,
        CASE
            WHEN len(place) = 0 THEN [NULL]
            WHEN act IN ('territory.capture', 'territory.withdraw', 'territory.besiege', 'territory.hold') AND part = ''
                THEN list_distinct(place)
            ELSE [array_to_string(list_sort(place), '; ')]
        END AS told_places
    FROM sided
),
apart AS (
    SELECT
        *,
        CASE WHEN len(place_ids) = len(place) THEN place_ids[list_position(place, place_told)] END AS place_id
    FROM (SELECT * EXCLUDE (told_places), unnest(told_places) AS place_told FROM placed)
),
named AS (
    SELECT
        *,
        list_sort(list_distinct(list_transform(gaining, lambda name: regexp_replace(lower(trim(name)), '^(the|an|a) ', '')))) AS actors,
        list_sort(list_distinct(list_transform(losing, lambda name: regexp_replace(lower(trim(name)), '^(the|an|a) ', '')))) AS targets,
        lower(trim(place_told)) AS place_key,
        -- "(city)" tells a unit apart from the province of the same name: part of the name, not a qualifier.
        regexp_matches(lower(trim(place_told)), '^[^(;]+ \([^()]+\)$')
            AND NOT regexp_matches(lower(trim(place_told)), '\((city|town|village|district|province)\)$') AS has_qualifier
    FROM apart
),
keyed AS (
    SELECT
        *,
        CASE WHEN has_qualifier THEN trim(regexp_extract(place_key, '^([^(]+) \(', 1)) ELSE place_key END AS bare_name
    FROM named
),
bucketed AS (
    SELECT
        *,
        CASE WHEN act IN ('territory.capture', 'territory.withdraw') THEN 'territory.change' ELSE act END AS act_key,
        first IS NOT NULL OR last IS NOT NULL AS is_dated,
        -- A denial is of one act: who denies a retreat does not deny the capture.
        CASE WHEN kind IN ('denied', 'doubtful') THEN act || ' ' || certainty ELSE '' END AS denied_act,
        coalesce(place_id, place_key) AS settled_key
    FROM keyed
),
targeted AS (
    SELECT
        *,
        -- The loser tells two captures apart only where the gainer is unknown.
        CASE WHEN act_key = 'territory.change' AND len(actors) > 0 THEN [] ELSE targets END AS key_targets,
        -- Where too little is said to know another report's event again, a claim meets only claims of its own report,
        -- or, where only the day is missing, claims published on the same day.
        CASE
            WHEN is_dated AND (settled_key IS NOT NULL OR len(actors) + len(targets) > 1) THEN ''
            WHEN NOT is_dated AND settled_key IS NOT NULL AND len(actors) > 0 AND published IS NOT NULL
                THEN CAST(published AS VARCHAR)
            ELSE document_id
        END AS bucket
    FROM bucketed
)
SELECT
    id AS claim_id, document_id, start, published, act, kind, certainty, actors, targets, key_targets, denied_act, part,
    is_total, first, last, is_dated, place_told, place_id, settled_key AS place_key, bare_name,
    CASE
        WHEN place_id IS NOT NULL THEN place_id
        WHEN has_qualifier THEN regexp_extract(place_key, '\(([^()]+)\)$', 1)
        -- A common noun ("police headquarters") without its town is no shorter name of one with it.
        WHEN substr(trim(place_told), 1, 1) = lower(substr(trim(place_told), 1, 1)) THEN ''
    END AS place_of,
    act_key,
    CAST(md5_number_lower(CAST(
        row(kind, denied_act, act_key, settled_key, actors, key_targets, part, is_total, first, last, bucket) AS VARCHAR
    )) // 2 AS BIGINT) AS proposition
FROM targeted;

CREATE OR REPLACE TEMP TABLE touched_events AS
SELECT DISTINCT event_id FROM linked_keys WHERE claim_id IN (SELECT claim_id FROM changed_claims);

CREATE OR REPLACE TEMP TABLE touched_cells AS
SELECT DISTINCT cell FROM linked_keys WHERE claim_id IN (SELECT claim_id FROM changed_claims);

DELETE FROM linked_keys WHERE claim_id IN (SELECT claim_id FROM changed_claims);
INSERT INTO linked_keys BY NAME SELECT * FROM fresh_keys;

-- Each settled place under one of the names by which it is told, and each name that is not settled under the same. A new
-- claim can give a place another name, so all rows are looked through.
CREATE OR REPLACE TEMP TABLE renamed AS
WITH names_of_ids AS (
    SELECT place_id, min(bare_name) AS name FROM linked_keys WHERE place_id IS NOT NULL GROUP BY place_id
),
names_of_names AS (
    SELECT keyed.bare_name, min(names_of_ids.name) AS name
    FROM (SELECT DISTINCT bare_name, place_id FROM linked_keys WHERE place_id IS NOT NULL) AS keyed
    JOIN names_of_ids USING (place_id)
    GROUP BY keyed.bare_name
    HAVING count(DISTINCT names_of_ids.name) = 1
),
named AS (
    SELECT DISTINCT
        keyed.place_id, keyed.bare_name, keyed.place_name AS was,
        coalesce(names_of_ids.name, names_of_names.name, keyed.bare_name) AS name
    FROM (SELECT DISTINCT place_id, bare_name, place_name FROM linked_keys WHERE bare_name IS NOT NULL) AS keyed
    LEFT JOIN names_of_ids ON names_of_ids.place_id = keyed.place_id
    LEFT JOIN names_of_names ON keyed.place_id IS NULL AND names_of_names.bare_name = keyed.bare_name
)
SELECT * FROM named WHERE was IS DISTINCT FROM name;

INSERT INTO touched_cells
SELECT DISTINCT keys.cell
FROM linked_keys AS keys
JOIN renamed ON renamed.place_id IS NOT DISTINCT FROM keys.place_id AND renamed.bare_name = keys.bare_name AND renamed.was = keys.place_name
WHERE keys.cell IS NOT NULL;

INSERT INTO touched_events
SELECT DISTINCT keys.event_id
FROM linked_keys AS keys
JOIN renamed ON renamed.place_id IS NOT DISTINCT FROM keys.place_id AND renamed.bare_name = keys.bare_name AND renamed.was = keys.place_name
WHERE keys.event_id IS NOT NULL;

UPDATE linked_keys SET place_name = renamed.name, cell = NULL
FROM renamed
WHERE renamed.place_id IS NOT DISTINCT FROM linked_keys.place_id AND renamed.bare_name = linked_keys.bare_name
    AND renamed.was IS NOT DISTINCT FROM linked_keys.place_name;

-- What names no place is compared with nothing.
UPDATE linked_keys SET cell = coalesce(act_key || ' | ' || part || ' | ' || place_name, CAST(proposition AS VARCHAR))
WHERE cell IS NULL;

INSERT INTO touched_cells
SELECT cell FROM linked_keys WHERE event_id IS NULL
UNION
SELECT keys.cell
FROM linked_keys AS keys
JOIN renamed ON renamed.place_id IS NOT DISTINCT FROM keys.place_id AND renamed.bare_name = keys.bare_name AND renamed.name = keys.place_name
UNION
-- what persons judged joins events of any two cells: all of these are looked at each time
SELECT cell FROM linked_keys WHERE claim_id IN (
    SELECT one FROM holding_decisions WHERE about = 'events' UNION SELECT other FROM holding_decisions WHERE about = 'events'
);

CREATE OR REPLACE TEMP TABLE scope AS SELECT DISTINCT cell FROM touched_cells;

DROP TABLE fresh_keys;
DROP TABLE renamed;
