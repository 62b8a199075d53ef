-- What each origin says of each unit, and on whose side it speaks. It rests on one report and those it reprints alone,
-- so what was published later changes none of it.
--
-- told: `gain` a side took it · `no gain` it did not · `doubt` whether it did · `hold` a side has it · `no hold` · `left` a side left it (which
-- does not say who has it now). leaning: the origin's own side against the side told of: `gainer`, `loser`, or neither:
-- `witness`, `third`, `outlet` (a report's own voice), `hearsay` (that voice at a distance), `abroad` (that of an outlet foreign
-- to the conflict), `unknown`.

DELETE FROM control_evidence;

CREATE OR REPLACE TEMP TABLE sides_of_claims AS
WITH named AS (
    SELECT id AS claim_id, published, unnest(actor_ids) AS actor_id, true AS is_actor FROM told_places
    UNION ALL
    SELECT id, published, unnest(target_ids), false FROM told_places
)
SELECT
    named.claim_id,
    list_sort(list(DISTINCT sides.side) FILTER (is_actor)) AS actor_sides,
    list_sort(list(DISTINCT sides.side) FILTER (NOT is_actor)) AS target_sides,
    bool_or(sides.is_state) FILTER (is_actor) AS is_state
FROM named
JOIN actor_sides AS sides ON sides.actor_id = named.actor_id AND sides.day IS NOT DISTINCT FROM named.published
GROUP BY named.claim_id;

INSERT INTO control_evidence BY NAME
WITH outlets AS (
    SELECT name, min(side) AS side, min(country) AS country
    FROM (
        SELECT lower(id) AS name, side, country FROM publishers
        UNION ALL
        SELECT regexp_replace(lower(name), '^the ', ''), side, country FROM publishers WHERE name IS NOT NULL
    )
    GROUP BY name
),
sided AS (
    SELECT
        units.*,
        len(coalesce(sides.actor_sides, [])) AS doers,
        CASE WHEN len(sides.actor_sides) = 1 THEN sides.actor_sides[1] END AS side,
        CASE WHEN len(sides.target_sides) = 1 THEN sides.target_sides[1] END AS loser,
        CASE
            WHEN len(actor) = 0 THEN CASE WHEN is_in_words THEN 'nobody named' ELSE 'nobody, nowhere' END
            WHEN is_by_rebels THEN 'rebels'
            WHEN is_by_state THEN 'state'
            ELSE 'others'
        END AS doers_words,
        sides.is_state
    FROM told_units AS units
    LEFT JOIN sides_of_claims AS sides ON sides.claim_id = units.id
),
spoken AS (
    SELECT
        -- what an outlet reprints in its own voice has the interest of the original's outlet, not its own
        sided.* REPLACE (CASE WHEN coalesce(origins.basis, '') <> 'reprinted from the original' THEN sided.interest END AS interest),
        origins.origin, origins.name AS origin_name, origins.kind AS origin_kind,
        -- an outlet of a side that speaks, or is quoted, speaks for that side
        outlets.side AS outlet_side,
        outlets.country <> sided.country AS is_foreign,
        regexp_replace(array_to_string(said_by[-1], ' '), ' (in|at|of|from|near) (the )?([a-z]+ )?[A-Z].*$', '') AS speaker_words
    FROM sided
    LEFT JOIN claim_origins AS origins ON origins.claim_id = sided.id
    LEFT JOIN outlets ON outlets.name = regexp_replace(lower(coalesce(origins.name, '')), '^the ', '') AND origins.kind IN ('speaker', 'publisher')
    WHERE doers < 2
)
SELECT
    id AS claim_id, document_id, published, unit_id,
    CASE act
        WHEN 'territory.capture' THEN CASE stance WHEN 'denies' THEN 'no gain' WHEN 'doubts' THEN 'doubt' ELSE 'gain' END
        WHEN 'territory.hold' THEN CASE stance WHEN 'denies' THEN 'no hold' ELSE 'hold' END
        ELSE 'left'
    END AS told,
    side,
    CASE WHEN side IS NULL THEN doers_words END AS "by",
    CASE WHEN loser IS DISTINCT FROM side THEN loser END AS loser,
    first, last, manner,
    -- an outlet by name and by id is one origin
    regexp_replace(lower(origin), '[^\p{L}\p{N}:.@|]+', '', 'g') AS origin,
    coalesce(origin_kind = 'speaker', false) AS is_named,
    len(said_by) > 0 AS is_quoted,
    CASE
        WHEN interest IN ('party', 'ally') AND against_interest IS NOT NULL
            THEN CASE WHEN against_interest = (stance = 'denies') AND act <> 'territory.withdraw'
                OR against_interest AND act = 'territory.withdraw' THEN 'gainer' ELSE 'loser' END
        WHEN interest = 'witness' THEN 'witness'
        -- what an outlet tells and keeps its distance from, it does not vouch for
        WHEN len(said_by) = 0 AND hedged THEN 'hearsay'
        WHEN outlet_side IN ('government', 'insurgent') AND is_state IS NOT NULL
            THEN CASE WHEN is_state = (outlet_side = 'government') THEN 'gainer' ELSE 'loser' END
        WHEN outlet_side IN ('un', 'aid', 'foreign-state') THEN 'third'
        WHEN outlet_side IN ('government', 'insurgent') AND doers_words <> 'others' THEN CASE outlet_side WHEN 'government' THEN 'state' ELSE 'rebels' END
        WHEN len(said_by) = 0 AND (interest = 'third' OR is_foreign) THEN 'abroad'
        WHEN interest = 'third' THEN 'third'
        WHEN len(said_by) = 0 THEN 'outlet'
        -- "the governor's spokesman" of a report that names no country still speaks for a state
        WHEN NOT regexp_matches(speaker_words, '[A-Z]') AND regexp_matches(speaker_words, getvariable('rebels_words')) THEN 'rebels'
        WHEN NOT regexp_matches(speaker_words, '[A-Z]') AND regexp_matches(speaker_words, getvariable('state_words')) THEN 'state'
        ELSE 'unknown'
    END AS leaning
FROM spoken
WHERE act = 'territory.capture' OR stance = 'asserts' OR act = 'territory.hold' AND stance = 'denies'
ORDER BY claim_id, unit_id, origin;

DROP TABLE told_places;
DROP TABLE told_units;
DROP TABLE sides_of_claims;
DROP TABLE unit_of_place;
