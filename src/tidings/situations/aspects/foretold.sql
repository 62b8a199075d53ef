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

CREATE OR REPLACE TEMP MACRO side_of(name) AS regexp_replace(name, '^([a-z]{3})[.:].*$', '\1');

CREATE OR REPLACE TEMP TABLE sided AS
SELECT
    * EXCLUDE (names_of_actors, names_of_targets),
    list_transform(names_of_actors, lambda name: side_of(regexp_replace(lower(name), '^(the|an|a) ', ''))) AS actors,
    list_transform(names_of_targets, lambda name: side_of(regexp_replace(lower(name), '^(the|an|a) ', ''))) AS targets,
    CASE WHEN len(place_ids) > 0 THEN place_ids ELSE list_transform(place, lambda name: lower(name)) END AS spots
FROM (
    SELECT
        *,
        CASE WHEN len(actor_ids) = len(actor) THEN actor_ids ELSE actor END AS names_of_actors,
        CASE WHEN len(target_ids) = len(target) THEN target_ids ELSE target END AS names_of_targets
    FROM told
    WHERE getvariable('asked_day') IS NULL OR coalesce(published, day) <= getvariable('asked_day')
);

CREATE OR REPLACE TEMP TABLE foretellings AS
SELECT
    *, coalesce(last, first) AS horizon,
    least(published, coalesce(first, published)) AS window_start
FROM sided
WHERE certainty IN ('planned', 'possible') AND stance = 'asserts' AND published IS NOT NULL;

-- what is said to have come, or not to have come, under each place that it lies in
CREATE OR REPLACE TEMP TABLE comings AS
SELECT sided.*, coalesce(sided.first, sided.last, sided.published) AS came_on
FROM sided
WHERE certainty IN ('happened', 'ongoing') AND stance IN ('asserts', 'denies') AND published IS NOT NULL
    AND (stance = 'denies' OR standing IN ('confirmed', 'corroborated', 'reported', 'contested'));

CREATE OR REPLACE TEMP TABLE lies_in AS
SELECT DISTINCT claim_id, unnest(list_concat(spots, coalesce(holders, []))) AS place_id
FROM comings
LEFT JOIN (
    SELECT comings.claim_id AS of_claim, flatten(list(places.within)) AS holders
    FROM comings, unnest(comings.place_ids) AS ids(place_id) JOIN places ON places.id = ids.place_id
    GROUP BY comings.claim_id
) ON of_claim = claim_id;

CREATE OR REPLACE TEMP TABLE meetings AS
WITH kinds AS (
    SELECT foretold, told, outcome FROM aspect_outcomes
    UNION ALL
    SELECT DISTINCT act, act, 'came' FROM foretellings
),
by_place AS (
    SELECT
        foretellings.claim_id, comings.claim_id AS came_id, kinds.outcome,
        -- in that very place, and it is no country
        bool_or(list_contains(comings.spots, asked.place_id) AND coalesce(places.kind <> 'country', true)) AS is_there,
        bool_and(coalesce(places.kind = 'country', false)) AS is_country
    FROM foretellings
    JOIN kinds ON kinds.foretold = foretellings.act,
    unnest(foretellings.spots) AS asked(place_id)
    JOIN lies_in ON lies_in.place_id = asked.place_id
    JOIN comings ON comings.claim_id = lies_in.claim_id AND comings.act = kinds.told
    LEFT JOIN places ON places.id = asked.place_id
    GROUP BY ALL
),
by_side AS (
    SELECT DISTINCT foretellings.claim_id, comings.claim_id, kinds.outcome, false, true
    FROM foretellings
    JOIN kinds ON kinds.foretold = foretellings.act
    JOIN comings ON comings.act = kinds.told AND list_has_any(comings.actors, foretellings.actors)
    WHERE len(foretellings.spots) = 0 AND len(foretellings.actors) > 0
),
compared AS (
    SELECT
        met.claim_id, met.came_id, met.outcome AS by_act, comings.stance, comings.act, comings.came_on, comings.published, comings.standing,
        foretellings.horizon, foretellings.published AS foretold_on, met.is_there,
        foretellings.act IN ('talk.meet', 'talk.agree', 'talk.ceasefire', 'talk.break', 'fight.clash') AS is_together,
        len(foretellings.actors) > 0 AND len(comings.actors) > 0
            AND NOT list_has_any(list_concat(foretellings.actors, CASE WHEN is_together THEN foretellings.targets ELSE [] END), comings.actors) AS is_by_others,
        len(foretellings.targets) > 0 AND len(comings.targets) > 0
            AND NOT list_has_any(list_concat(foretellings.targets, CASE WHEN is_together THEN foretellings.actors ELSE [] END), comings.targets) AS is_to_others
    FROM (SELECT * FROM by_place UNION SELECT * FROM by_side) AS met
    JOIN foretellings ON foretellings.claim_id = met.claim_id
    JOIN comings ON comings.claim_id = met.came_id
    WHERE comings.came_on >= foretellings.window_start AND comings.published >= foretellings.window_start
        -- what the same report tells as done is another thing, unless it gives the day of both
        AND (comings.document_id <> foretellings.document_id OR comings.stance = 'denies' AND foretellings.horizon IS NOT NULL
            OR comings.is_dated AND foretellings.horizon IS NOT NULL AND comings.came_on >= coalesce(foretellings.first, foretellings.last))
        -- an undated word of the same day tells of what was before
        AND (comings.is_dated OR comings.published > foretellings.published OR comings.document_id = foretellings.document_id)
        -- a whole country, or no place, is told by its sides alone
        AND (NOT met.is_country OR list_has_any(list_concat(foretellings.actors, CASE WHEN is_together THEN foretellings.targets ELSE [] END), comings.actors))
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
    -- after a year it is another thing
    AND date_diff('day', coalesce(horizon, foretold_on), came_on) <= 365
QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY how <> '', came_on, published, len(how), came_id) = 1;

CREATE OR REPLACE TEMP TABLE refusals AS
SELECT claim_id, list_sort(list(came_id)) AS denied_by
FROM meetings
WHERE stance = 'denies' AND by_act = 'came' AND NOT is_by_others AND NOT is_to_others AND published >= horizon
GROUP BY claim_id;

-- reports that came out after the horizon, speak of the place, and of the sides or the kind of act
CREATE OR REPLACE TEMP TABLE coverage AS
WITH placed AS (
    SELECT
        foretellings.claim_id, comings.document_id, comings.published, comings.claim_id AS covering,
        list_has_any(list_concat(comings.actors, comings.targets), list_concat(foretellings.actors, foretellings.targets)) AS is_of_sides,
        split_part(comings.act, '.', 1) = split_part(foretellings.act, '.', 1) AS is_of_kind
    FROM foretellings, unnest(foretellings.spots) AS asked(place_id)
    JOIN lies_in ON lies_in.place_id = asked.place_id
    JOIN comings ON comings.claim_id = lies_in.claim_id AND comings.published > foretellings.horizon
    LEFT JOIN places ON places.id = asked.place_id
    WHERE CASE WHEN places.kind = 'country' THEN is_of_sides AND is_of_kind ELSE is_of_sides OR is_of_kind END
    UNION
    SELECT foretellings.claim_id, comings.document_id, comings.published, comings.claim_id, true, true
    FROM foretellings
    JOIN comings ON comings.published > foretellings.horizon AND split_part(comings.act, '.', 1) = split_part(foretellings.act, '.', 1)
        AND list_has_any(list_concat(comings.actors, comings.targets), foretellings.actors)
    WHERE len(foretellings.spots) = 0
)
SELECT claim_id, count(DISTINCT document_id) AS reports, arg_min(covering, (published, covering)) AS first_claim FROM placed GROUP BY claim_id;

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
