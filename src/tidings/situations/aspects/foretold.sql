-- What was planned, feared or foretold, held against what came to pass: a row a claim.
--
-- horizon: the last day that the claim gives for it; none where it gives none. What counts as the same, and as the same in another way, is in
-- outcomes.csv; it must lie in the place foretold or within it, by nobody who contradicts who was foretold, and after
-- it was foretold.
--   came · came otherwise: by others, to others, another act, or later than the horizon
--   did not by then: the horizon is past, and somebody says that it did not come, or later reports speak of that place and
--     of those sides or that kind of act, and tell of none
--   unknown: all else. Silence says nothing, and without a horizon nothing is ever late.
-- days: from the day it was foretold to the day it came; late: days after the horizon.

-- the bodies of a state are its side; a role in a country ("afg:locals") is none of them
CREATE OR REPLACE TEMP MACRO bodied(name) AS regexp_replace(regexp_replace(lower(name), '^(the|an|a) ', ''), '^([a-z]{3})[.].*$', '\1');

CREATE OR REPLACE TEMP TABLE sided AS
SELECT
    * EXCLUDE (names_of_actors, names_of_targets),
    list_distinct(list_transform(names_of_actors, lambda name: bodied(name))) AS actors,
    list_distinct(list_transform(names_of_targets, lambda name: bodied(name))) AS targets,
    CASE WHEN len(place_ids) > 0 THEN place_ids ELSE list_transform(place, lambda name: lower(name)) END AS spots,
    list_transform(place, lambda name: lower(name)) AS spelt,
    -- "rebels" may be any group that has a name, "the army" any body of a state
    regexp_matches(lower(array_to_string(actor, ';')), getvariable('rebel_role_words')) AS is_rebel_role,
    regexp_matches(lower(array_to_string(actor, ';')), getvariable('state_role_words')) AS is_state_role,
    len(list_filter(actor_ids, lambda id: NOT regexp_matches(id, '^[a-z]{3}([.:]|$)'))) > 0 AS is_group,
    len(list_filter(actor_ids, lambda id: regexp_matches(id, '^[a-z]{3}([.]|$)'))) > 0 AS is_state
FROM (
    SELECT
        *,
        -- by id and by name: a role such as "rebels" has another id in another report
        list_distinct(list_concat(actor_ids, actor)) AS names_of_actors,
        list_distinct(list_concat(target_ids, target)) AS names_of_targets
    FROM told
    WHERE getvariable('asked_day') IS NULL OR coalesce(published, day) <= getvariable('asked_day')
);

CREATE OR REPLACE TEMP TABLE foretellings AS
SELECT
    *, coalesce(last, first) AS horizon,
    least(published, coalesce(first, published)) AS window_start
FROM sided
WHERE certainty IN ('planned', 'possible') AND stance = 'asserts' AND published IS NOT NULL;

-- what is said to have come, or not to have come, under each place that it lies in; by its name too, for a place that was
-- foretold and could not be told
CREATE OR REPLACE TEMP TABLE comings AS
SELECT sided.*, coalesce(sided.first, sided.last, sided.published) AS came_on
FROM sided
WHERE certainty IN ('happened', 'ongoing') AND stance IN ('asserts', 'denies') AND published IS NOT NULL
    AND (stance = 'denies' OR standing IN ('confirmed', 'corroborated', 'reported', 'contested'));

CREATE OR REPLACE TEMP TABLE lies_in AS
SELECT DISTINCT claim_id, unnest(list_concat(spots, spelt, coalesce(holders, []))) AS place_id
FROM comings
LEFT JOIN (
    SELECT comings.claim_id AS of_claim, flatten(list(places.within)) AS holders
    FROM comings, unnest(comings.place_ids) AS ids(place_id) JOIN places ON places.id = ids.place_id
    GROUP BY comings.claim_id
) ON of_claim = claim_id;

-- lands, by id and by name: in a country or province as a whole, what others do is no fulfilment
CREATE OR REPLACE TEMP TABLE lands AS
SELECT mark, bool_or(kind = 'country') AS is_country
FROM (SELECT id AS mark, kind FROM places UNION ALL SELECT lower(name), kind FROM places)
WHERE kind IN ('country', 'province', 'region')
GROUP BY mark;

-- by what a coming may meet a foretelling: its act, with a place it lies in, or with a side where no place was foretold
CREATE OR REPLACE TEMP TABLE wanted AS
WITH kinds AS (
    SELECT foretold, told, outcome FROM aspect_outcomes
    UNION ALL
    SELECT DISTINCT act, act, 'came' FROM foretellings
)
SELECT
    foretellings.claim_id, kinds.told AS act, kinds.outcome, foretellings.window_start,
    coalesce(foretellings.horizon, foretellings.published) + 365 AS window_end,
    len(foretellings.spots) > 0 AS is_by_place,
    unnest(CASE WHEN len(foretellings.spots) > 0 THEN foretellings.spots ELSE foretellings.actors END) AS mark
FROM foretellings
JOIN kinds ON kinds.foretold = foretellings.act;

CREATE OR REPLACE TEMP TABLE marked AS
SELECT comings.claim_id, comings.act, comings.came_on, true AS is_by_place, lies_in.place_id AS mark, list_contains(list_concat(comings.spots, comings.spelt), lies_in.place_id) AS is_itself
FROM comings JOIN lies_in ON lies_in.claim_id = comings.claim_id
UNION ALL
SELECT claim_id, act, came_on, false, unnest(actors), false FROM comings;

-- laid down, so that the next join goes by the claims alone
CREATE OR REPLACE TEMP TABLE met AS
WITH pairs_met AS (
    SELECT
        wanted.claim_id, marked.claim_id AS came_id, wanted.outcome,
        -- in that very place, and it is no land
        bool_or(wanted.is_by_place AND marked.is_itself AND lands.mark IS NULL) AS is_there,
        bool_and(NOT wanted.is_by_place OR coalesce(lands.is_country, false)) AS is_country
    FROM wanted
    JOIN marked ON marked.mark = wanted.mark AND marked.act = wanted.act AND marked.is_by_place = wanted.is_by_place
        -- after a year it is another thing
        AND marked.came_on BETWEEN wanted.window_start AND wanted.window_end
    LEFT JOIN lands ON lands.mark = wanted.mark
    GROUP BY wanted.claim_id, marked.claim_id, wanted.outcome
)
SELECT
    pairs_met.*, foretellings.* EXCLUDE (claim_id),
    foretellings.act IN ('talk.meet', 'talk.agree', 'talk.ceasefire', 'talk.break', 'fight.clash') AS is_together
FROM pairs_met JOIN foretellings ON foretellings.claim_id = pairs_met.claim_id;

CREATE OR REPLACE TEMP TABLE meetings AS
WITH compared AS (
    SELECT
        met.claim_id, met.came_id, met.outcome AS by_act, comings.stance, comings.act, comings.came_on, comings.published, comings.standing,
        met.horizon, met.published AS foretold_on, met.is_there,
        len(met.actors) > 0 AND len(comings.actors) > 0
            AND NOT list_has_any(list_concat(met.actors, CASE WHEN met.is_together THEN met.targets ELSE [] END), comings.actors)
            AND NOT (met.is_rebel_role AND comings.is_group OR met.is_group AND comings.is_rebel_role)
            AND NOT (met.is_state_role AND comings.is_state OR met.is_state AND comings.is_state_role) AS is_by_others,
        len(met.targets) > 0 AND len(comings.targets) > 0
            AND NOT list_has_any(list_concat(met.targets, CASE WHEN met.is_together THEN met.actors ELSE [] END), comings.targets) AS is_to_others
    FROM met
    JOIN comings ON comings.claim_id = met.came_id
    WHERE comings.published >= met.window_start
        -- what the same report tells as done is another thing, unless it gives the day of both
        AND (comings.document_id <> met.document_id OR comings.stance = 'denies' AND met.horizon IS NOT NULL
            OR comings.is_dated AND met.horizon IS NOT NULL AND comings.came_on >= coalesce(met.first, met.last))
        -- an undated word of the same day tells of what was before
        AND (comings.is_dated OR comings.published > met.published OR comings.document_id = met.document_id)
        -- a whole country, or no place, is told by its sides alone
        AND (NOT met.is_country OR list_has_any(list_concat(met.actors, CASE WHEN met.is_together THEN met.targets ELSE [] END), comings.actors))
)
SELECT
    *,
    greatest(date_diff('day', horizon, came_on), 0) AS late,
    concat_ws(', ',
        CASE WHEN is_by_others THEN 'by others' END, CASE WHEN is_to_others THEN 'to others' END,
        CASE WHEN by_act = 'came otherwise' THEN 'as ' || act END,
        CASE WHEN came_on > horizon THEN 'later' END
    ) AS how
FROM compared;

CREATE OR REPLACE TEMP TABLE arrivals AS
SELECT
    claim_id, came_id, came_on, act, standing, how, late,
    CASE WHEN how = '' THEN 'came' ELSE 'came otherwise' END AS outcome
FROM meetings
WHERE stance = 'asserts'
    -- by others or to others is the same thing only in the very place; by others and to others, or by others in another way, is another
    AND (is_there OR NOT is_by_others AND NOT is_to_others)
    AND NOT (is_by_others AND (is_to_others OR by_act = 'came otherwise'))
QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY how <> '', came_on, published, len(how), came_id) = 1;

CREATE OR REPLACE TEMP TABLE refusals AS
SELECT claim_id, list_sort(list(came_id)) AS denied_by
FROM meetings
WHERE stance = 'denies' AND by_act = 'came' AND NOT is_by_others AND NOT is_to_others AND published >= horizon
GROUP BY claim_id;

-- reports that came out in the quarter after the horizon, speak of the place, and of the sides or the kind of act; of a whole
-- country, or where no place was foretold, of both. Joined by quarters, so that a long war does not meet itself whole.
CREATE OR REPLACE TEMP TABLE coverage AS
WITH asked AS (
    SELECT
        claim_id, horizon, act, actors, targets, len(spots) > 0 AS is_by_place,
        unnest(CASE WHEN len(spots) > 0 THEN spots ELSE actors END) AS mark
    FROM foretellings WHERE horizon IS NOT NULL
),
quarters AS (
    SELECT *, CAST(date_diff('day', DATE '1900-01-01', horizon) // 92 AS BIGINT) + unnest([0, 1]) AS quarter FROM asked
),
telling AS (
    SELECT
        comings.claim_id AS covering, comings.document_id, comings.published, comings.act, comings.actors, comings.targets,
        marks.is_by_place, marks.mark, CAST(date_diff('day', DATE '1900-01-01', comings.published) // 92 AS BIGINT) AS quarter
    FROM (SELECT DISTINCT claim_id, is_by_place, mark FROM marked) AS marks
    JOIN comings ON comings.claim_id = marks.claim_id
),
placed AS (
    SELECT
        quarters.claim_id, telling.document_id, telling.published, telling.covering,
        list_has_any(list_concat(telling.actors, telling.targets), list_concat(quarters.actors, quarters.targets)) AS is_of_sides,
        split_part(telling.act, '.', 1) = split_part(quarters.act, '.', 1) AS is_of_kind,
        coalesce(lands.is_country, NOT quarters.is_by_place) AS is_wide
    FROM quarters
    JOIN telling ON telling.mark = quarters.mark AND telling.is_by_place = quarters.is_by_place AND telling.quarter = quarters.quarter
        AND telling.published > quarters.horizon
    LEFT JOIN lands ON lands.mark = quarters.mark
    WHERE telling.published <= quarters.horizon + 92
)
SELECT claim_id, count(DISTINCT document_id) AS reports, arg_min(covering, (published, covering)) AS first_claim
FROM placed
WHERE CASE WHEN is_wide THEN is_of_sides AND is_of_kind ELSE is_of_sides OR is_of_kind END
GROUP BY claim_id;

CREATE OR REPLACE TEMP TABLE fates AS
SELECT
    foretellings.*,
    CASE
        WHEN arrivals.claim_id IS NOT NULL THEN arrivals.outcome
        -- a day that was past when it was told of may be that of the telling: only a word that it did not come counts
        WHEN today.day > horizon AND (refusals.claim_id IS NOT NULL OR coverage.reports > 0 AND horizon >= foretellings.published) THEN 'did not by then'
        WHEN today.day = horizon AND refusals.claim_id IS NOT NULL THEN 'did not by then'
        ELSE 'unknown'
    END AS outcome,
    NULLIF(arrivals.how, '') AS how, arrivals.came_on, arrivals.standing AS came_standing, arrivals.act AS came_as,
    date_diff('day', foretellings.published, arrivals.came_on) AS days,
    NULLIF(arrivals.late, 0) AS late,
    coalesce(coverage.reports, 0) AS coverage,
    -- of many reports that speak of the place and tell of none, the first stands for all
    CASE WHEN arrivals.came_id IS NOT NULL THEN [arrivals.came_id] WHEN refusals.claim_id IS NOT NULL THEN refusals.denied_by
        WHEN horizon >= foretellings.published AND today.day > horizon AND coverage.reports > 0 THEN [coverage.first_claim] ELSE [] END AS told_by
FROM foretellings
CROSS JOIN (SELECT coalesce(getvariable('asked_day'), max(published)) AS day FROM documents) AS today
LEFT JOIN arrivals ON arrivals.claim_id = foretellings.claim_id
LEFT JOIN refusals ON refusals.claim_id = foretellings.claim_id
LEFT JOIN coverage ON coverage.claim_id = foretellings.claim_id;
