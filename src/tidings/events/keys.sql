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
    FROM fresh_claims AS claims
    JOIN documents ON documents.id = claims.document_id
    WHERE NOT starts_with(claims.act, 'say.')
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
SELECT DISTINCT event_id FROM linked_events WHERE claim_id IN (SELECT claim_id FROM changed_claims);

CREATE OR REPLACE TEMP TABLE touched_cells AS
SELECT DISTINCT cell FROM linked_keys WHERE claim_id IN (SELECT claim_id FROM changed_claims);

DELETE FROM linked_keys WHERE claim_id IN (SELECT claim_id FROM changed_claims);
DELETE FROM linked_events WHERE claim_id IN (SELECT claim_id FROM changed_claims);

-- Each settled place under one of the names by which it is told, and each name that is not settled under the same. A new
-- claim can give a place another name, so the names of all rows are looked through.
CREATE OR REPLACE TEMP TABLE place_names AS
WITH told AS (
    SELECT DISTINCT place_id, bare_name
    FROM (SELECT place_id, bare_name FROM linked_keys UNION ALL SELECT place_id, bare_name FROM fresh_keys)
    WHERE bare_name IS NOT NULL
),
names_of_ids AS (
    SELECT place_id, min(bare_name) AS name FROM told WHERE place_id IS NOT NULL GROUP BY place_id
),
names_of_names AS (
    SELECT told.bare_name, min(names_of_ids.name) AS name
    FROM told JOIN names_of_ids USING (place_id)
    GROUP BY told.bare_name
    HAVING count(DISTINCT names_of_ids.name) = 1
)
SELECT told.place_id, told.bare_name, coalesce(names_of_ids.name, names_of_names.name, told.bare_name) AS name
FROM told
LEFT JOIN names_of_ids ON names_of_ids.place_id = told.place_id
LEFT JOIN names_of_names ON told.place_id IS NULL AND names_of_names.bare_name = told.bare_name;

-- new rows, and rows whose place goes by another name now
CREATE OR REPLACE TEMP TABLE named_keys AS
WITH renamed AS (
    SELECT fresh_keys.*, NULL AS cell, names.name AS place_name
    FROM fresh_keys
    LEFT JOIN place_names AS names
        ON names.bare_name = fresh_keys.bare_name AND names.place_id IS NOT DISTINCT FROM fresh_keys.place_id
    UNION ALL BY NAME
    SELECT keys.* REPLACE (names.name AS place_name)
    FROM linked_keys AS keys
    JOIN place_names AS names ON names.bare_name = keys.bare_name AND names.place_id IS NOT DISTINCT FROM keys.place_id
    WHERE names.name <> keys.place_name
)
SELECT
    * EXCLUDE (cell), cell AS former_cell,
    -- What names no place is compared with nothing.
    coalesce(act_key || ' | ' || part || ' | ' || place_name, CAST(proposition AS VARCHAR)) AS cell
FROM renamed;

DELETE FROM linked_keys
WHERE proposition IN (SELECT proposition FROM named_keys WHERE former_cell IS NOT NULL);
INSERT INTO linked_keys BY NAME SELECT * EXCLUDE (former_cell) FROM named_keys;

INSERT INTO touched_cells
SELECT cell FROM named_keys
UNION
SELECT former_cell FROM named_keys WHERE former_cell IS NOT NULL
UNION
-- what persons judged joins events of any two cells: all of these are looked at each time
SELECT cell FROM linked_keys WHERE claim_id IN (
    SELECT one FROM holding_decisions WHERE about = 'events' UNION SELECT other FROM holding_decisions WHERE about = 'events'
);

CREATE OR REPLACE TEMP TABLE scope AS SELECT DISTINCT cell FROM touched_cells;

DROP TABLE fresh_claims;
DROP TABLE fresh_keys;
DROP TABLE place_names;
DROP TABLE named_keys;
