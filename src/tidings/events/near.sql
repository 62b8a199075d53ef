-- Events that may be one: compared field by field, with the weights of weights.csv, and merged only where it is plain.
--
-- near: pairs of heads of one family of acts, in one place or one within the other, at most two days apart, of actors
-- and targets that do not exclude each other; with a score and what forbids them to be one.
-- The score of a pair is 1 / (1 + 2 ^ (6 - sum of weights)). Two are merged at 0.95 or more, when each is the only one that
-- the other comes near: so nothing is chained. All else is linked (`event_links`), and a person may judge.

-- Kept are linked_heads, linked_near and linked_merges. Heads of touched cells are compared with those kept; where they
-- changed, what came near them, or lies in a day of one place that they filled or left, is compared anew.

CREATE OR REPLACE TEMP TABLE near_heads AS
WITH described AS (
    SELECT keys.proposition, arg_min(keys.claim_id, keys.rank) AS claim_id
    FROM proposition_of_claim AS keys
    GROUP BY keys.proposition
)
SELECT
    told.proposition, told.cell, told.kind, told.act_key, told.place_key, told.place_id, told.place_name, told.is_total,
    told.first, told.last, told.actors, told.targets, told.key_targets, described.claim_id, linked_claims.print,
    CASE WHEN starts_with(told.act_key, 'fight.') THEN 'fight' ELSE told.act_key END AS family,
    places.kind AS place_kind, places.within, places.lat, places.lon
FROM propositions AS told
JOIN described ON described.proposition = told.proposition
JOIN linked_claims ON linked_claims.claim_id = described.claim_id
LEFT JOIN places ON places.id = told.place_id
WHERE told.kind IN ('affirmed', 'planned', 'feared') AND told.place_name IS NOT NULL AND told.part = ''
    AND told.first <= told.last AND date_diff('day', told.first, told.last) < 4
    AND told.proposition IN (SELECT head FROM event_of_proposition);

CREATE OR REPLACE TEMP TABLE changed_heads AS
WITH before AS (SELECT * FROM linked_heads WHERE cell IN (SELECT cell FROM scope))
(SELECT * FROM near_heads EXCEPT SELECT * FROM before)
UNION ALL
(SELECT * FROM before EXCEPT SELECT * FROM near_heads);

DELETE FROM linked_heads WHERE proposition IN (SELECT proposition FROM changed_heads);
INSERT INTO linked_heads SELECT * FROM near_heads WHERE proposition IN (SELECT proposition FROM changed_heads);

CREATE OR REPLACE TEMP MACRO places_of(place_name, place_id, place_kind, within) AS
    list_distinct(list_concat([place_name], CASE WHEN place_id IS NOT NULL AND place_kind <> 'country' THEN list_concat([place_id], within[:2]) ELSE [] END));

CREATE OR REPLACE TEMP TABLE whereabouts AS
SELECT proposition, kind, family, is_total, first, unnest(places_of(place_name, place_id, place_kind, within)) AS place
FROM linked_heads;

CREATE OR REPLACE TEMP TABLE moved_heads AS
WITH days AS (
    SELECT DISTINCT kind, family, is_total, first, unnest(places_of(place_name, place_id, place_kind, within)) AS place
    FROM changed_heads
)
SELECT proposition FROM whereabouts SEMI JOIN days USING (kind, family, is_total, first, place)
UNION
SELECT proposition FROM changed_heads;

-- Where a day of one place holds more than twenty events of one family, one more is no sign of anything.
CREATE OR REPLACE TEMP TABLE near_pairs AS
WITH few AS (
    SELECT * FROM whereabouts
    QUALIFY count(*) OVER (PARTITION BY kind, family, is_total, place, first) <= 20
),
reach AS (
    SELECT * EXCLUDE (first), first + unnest([-2, -1, 0, 1, 2]) AS first
    FROM few
    WHERE proposition IN (SELECT proposition FROM moved_heads)
)
SELECT DISTINCT least(one.proposition, other.proposition) AS one, greatest(one.proposition, other.proposition) AS other
FROM reach AS one
JOIN few AS other USING (kind, family, is_total, place, first)
WHERE one.proposition <> other.proposition;

CREATE OR REPLACE TEMP TABLE compared AS
WITH met AS (
    SELECT
        pairs.one, pairs.other,
        one.act_key AS one_act, other.act_key AS other_act, one.actors AS one_actors, other.actors AS other_actors,
        one.targets AS one_targets, other.targets AS other_targets, one.place_name AS one_name, other.place_name AS other_name,
        one.place_id AS one_place, other.place_id AS other_place, one.place_kind AS one_kind, other.place_kind AS other_kind,
        coalesce(one.within, []) AS one_within, coalesce(other.within, []) AS other_within,
        one.lat AS one_lat, one.lon AS one_lon, other.lat AS other_lat, other.lon AS other_lon,
        one.first AS one_first, one.last AS one_last, other.first AS other_first, other.last AS other_last,
        one.claim_id AS one_claim, other.claim_id AS other_claim
    FROM near_pairs AS pairs
    JOIN linked_heads AS one ON one.proposition = pairs.one
    JOIN linked_heads AS other ON other.proposition = pairs.other
),
told AS (
    SELECT
        *,
        CASE WHEN one_act = other_act THEN 'same' ELSE 'same family' END AS act,
        CASE
            WHEN one_place = other_place OR (one_place IS NULL AND other_place IS NULL AND one_name = other_name) THEN 'same'
            WHEN list_contains(one_within, other_place) OR list_contains(other_within, one_place) THEN 'one within the other'
            WHEN one_name = other_name AND (one_place IS NULL OR other_place IS NULL) THEN 'one of them not settled'
            -- a degree is 111 km, of longitude less by its latitude
            WHEN 111 * sqrt(pow(one_lat - other_lat, 2) + pow((one_lon - other_lon) * cos(radians(one_lat)), 2)) <= 10
                THEN 'at most 10 km apart'
            ELSE 'different'
        END AS place,
        CASE
            WHEN one_first = other_first AND one_last = other_last THEN 'same'
            WHEN one_first <= other_last AND other_first <= one_last THEN 'one within the other'
            WHEN date_diff('day', least(one_last, other_last), greatest(one_first, other_first)) = 1 THEN 'one day apart'
            WHEN date_diff('day', least(one_last, other_last), greatest(one_first, other_first)) = 2 THEN 'two days apart'
            ELSE 'different'
        END AS period,
        CASE WHEN len(one_actors) = 0 OR len(other_actors) = 0 THEN 'one of them not told' WHEN one_actors = other_actors THEN 'same'
            WHEN list_has_any(one_actors, other_actors) THEN 'some the same' ELSE 'different' END AS actors,
        CASE WHEN len(one_targets) = 0 OR len(other_targets) = 0 THEN 'one of them not told' WHEN one_targets = other_targets THEN 'same'
            WHEN list_has_any(one_targets, other_targets) THEN 'some the same' ELSE 'different' END AS targets
    FROM met
),
-- what cannot be one is left out, but for two places of one name: those a reader would confuse
kept AS (
    SELECT
        *,
        CASE
            WHEN place = 'different' AND one_kind = other_kind AND one_name = other_name
                THEN 'two places of one name'
            WHEN place = 'at most 10 km apart' AND one_kind = 'district' AND other_kind = 'district' THEN 'two districts'
            WHEN place = 'at most 10 km apart' AND one_kind = other_kind AND one_kind IN ('city', 'town', 'village') THEN 'two towns'
            WHEN one_act = 'territory.change' AND list_has_any(one_actors, other_targets) THEN 'who took it in one lost it in the other'
            WHEN one_act = 'territory.change' AND list_has_any(other_actors, one_targets) THEN 'who took it in one lost it in the other'
        END AS forbidden
    FROM told
    WHERE actors <> 'different' AND targets <> 'different' AND period <> 'different'
        AND (place <> 'different' OR (one_kind = other_kind AND one_name = other_name))
),
worded AS (
    SELECT
        kept.*,
        list_filter(one_claims.counts, lambda count: count.low IS NOT NULL) AS one_counts,
        list_filter(other_claims.counts, lambda count: count.low IS NOT NULL) AS other_counts,
        list_distinct(regexp_extract_all(lower(substring(one_texts.text, one_claims.start + 1, one_claims."end" - one_claims.start)), '\p{L}{4,}')) AS one_words,
        list_distinct(regexp_extract_all(lower(substring(other_texts.text, other_claims.start + 1, other_claims."end" - other_claims.start)), '\p{L}{4,}')) AS other_words
    FROM kept
    JOIN held_claims AS one_claims ON one_claims.id = kept.one_claim
    JOIN held_claims AS other_claims ON other_claims.id = kept.other_claim
    JOIN documents AS one_texts ON one_texts.id = one_claims.document_id
    JOIN documents AS other_texts ON other_texts.id = other_claims.document_id
),
alike AS (
    SELECT *, len(list_intersect(one_words, other_words)) / greatest(least(len(one_words), len(other_words)), 4) AS share
    FROM worded
),
counted AS (
    SELECT
        *,
        CASE
            WHEN len(one_counts) = 0 OR len(other_counts) = 0 OR one_counts[1].what <> other_counts[1].what THEN 'one of them not told'
            WHEN one_counts[1]."of" <> other_counts[1]."of" THEN 'different'
            WHEN one_counts[1].low = other_counts[1].low AND one_counts[1].high IS NOT DISTINCT FROM other_counts[1].high THEN 'same'
            WHEN one_counts[1].low <= coalesce(other_counts[1].high, one_counts[1].low)
                AND other_counts[1].low <= coalesce(one_counts[1].high, other_counts[1].low) THEN 'one within the other'
            ELSE 'different'
        END AS counts,
        CASE WHEN share >= 0.5 THEN 'half the same' WHEN share >= 0.25 THEN 'a quarter the same' ELSE 'few the same' END AS words
    FROM alike
)
SELECT one, other, forbidden, act, place, period, actors, targets, counts, words, one_within, other_place FROM counted;

DELETE FROM linked_near WHERE one IN (SELECT proposition FROM moved_heads) OR other IN (SELECT proposition FROM moved_heads);

INSERT INTO linked_near BY NAME
WITH levels AS (
    UNPIVOT (SELECT one, other, act, place, period, actors, targets, counts, words FROM compared)
    ON act, place, period, actors, targets, counts, words INTO NAME comparison VALUE level
)
SELECT
    levels.one, levels.other, any_value(compared.forbidden) AS forbidden,
    round(1 / (1 + pow(2, 6 - sum(coalesce(weights.weight, -3)))), 3) AS score,
    list(concat(levels.comparison, ': ', levels.level) ORDER BY levels.comparison) AS comparisons
FROM levels
JOIN compared ON compared.one = levels.one AND compared.other = levels.other
LEFT JOIN weights ON weights.comparison = levels.comparison AND weights.level = levels.level
GROUP BY levels.one, levels.other;

-- merged: the head that goes and the one that leads, where each comes near no other. Of two the second by its
-- keys leads, but where the first lies within it.
CREATE OR REPLACE TEMP TABLE merged AS
WITH likely AS (
    SELECT * FROM linked_near WHERE score >= 0.5
),
times AS (
    SELECT head, count(*) AS times FROM (SELECT one AS head FROM likely UNION ALL SELECT other FROM likely) GROUP BY head
),
plain AS (
    SELECT
        likely.*,
        (ones.act_key, ones.place_key, ones.actors, ones.key_targets, ones.first, ones.last)
            <= (others.act_key, others.place_key, others.actors, others.key_targets, others.first, others.last) AS is_one_first,
        list_contains(coalesce(ones.within, []), others.place_id) AS is_one_inner,
        list_contains(coalesce(others.within, []), ones.place_id) AS is_other_inner
    FROM likely
    JOIN times AS one_times ON one_times.head = likely.one AND one_times.times = 1
    JOIN times AS other_times ON other_times.head = likely.other AND other_times.times = 1
    JOIN linked_heads AS ones ON ones.proposition = likely.one
    JOIN linked_heads AS others ON others.proposition = likely.other
    WHERE score >= 0.95 AND forbidden IS NULL
),
led AS (
    SELECT *, is_one_first = coalesce(CASE WHEN is_one_first THEN is_one_inner ELSE is_other_inner END, false) AS is_led_by_one
    FROM plain
)
SELECT
    CASE WHEN is_led_by_one THEN other ELSE one END AS head, CASE WHEN is_led_by_one THEN one ELSE other END AS lead, score
FROM led;

DROP TABLE near_heads;
DROP TABLE changed_heads;
DROP TABLE whereabouts;
DROP TABLE moved_heads;
DROP TABLE near_pairs;
DROP TABLE compared;
