-- The changes of hands: `changes`, with state, standing, manner, and the claims behind each.
--
-- state: `claimed` where the gaining side alone says so, `contested` where its standing is, else `held`; null for what does
-- not stand. The second of two changes to one side is contested when what lies between them does not stand; a first one
-- that is itself contested says nothing against the second. It is refuted where no witness, third party or losing side
-- bears it out and the second is confirmed: who takes a place, and was not told to lose it, had not taken it before. The manner
-- stands apart: it is contested where origins tell it differently.

CREATE OR REPLACE TEMP TABLE manners AS
WITH told AS (
    SELECT unit_id, episode, manner, coalesce(origin, '') AS voice FROM tellings WHERE manner IS NOT NULL
    UNION
    SELECT episodes.unit_id, episodes.episode, evidence.manner, coalesce(evidence.origin, '')
    FROM episodes
    JOIN evidence ON evidence.unit_id = episodes.unit_id AND evidence.told = 'left' AND evidence.manner IS NOT NULL
        AND evidence.side IS DISTINCT FROM episodes.side
        AND coalesce(evidence.last, evidence.first, evidence.published) BETWEEN episodes.first - 3 AND episodes.last + 14
),
counted AS (
    SELECT unit_id, episode, manner, count(DISTINCT voice) AS voices FROM told GROUP BY ALL
)
SELECT
    unit_id, episode,
    CASE WHEN count(*) = 1 OR max(voices) > 1 THEN arg_max(manner, (voices, manner)) END AS manner,
    CASE WHEN count(*) > 1 THEN 'contested' WHEN max(voices) > 1 THEN 'corroborated' ELSE 'reported' END AS manner_standing
FROM counted
GROUP BY unit_id, episode;

CREATE OR REPLACE TEMP TABLE changes AS
WITH claims_of AS (
    SELECT unit_id, episode, list_sort(list_distinct(list(claim_id))) AS claim_ids
    FROM (
        SELECT unit_id, episode, claim_id FROM tellings
        UNION ALL
        SELECT unit_id, episode, claim_id FROM objections
    )
    GROUP BY unit_id, episode
),
stood AS (
    SELECT
        episodes.*, standings.standing AS alone, standings.is_own_alone, standings.is_borne_out,
        lead(episodes.side) OVER line AS side_after,
        lead(episodes.day) OVER line AS day_after,
        lead(standings.standing) OVER line AS after,
        lag(episodes.side) OVER stands AS side_before,
        lag(episodes.day) OVER stands AS day_before,
        lag(standings.standing) OVER stands AS before
    FROM episodes
    JOIN standings ON standings.unit_id = episodes.unit_id AND standings.episode = episodes.episode
    WINDOW
        line AS (PARTITION BY episodes.unit_id ORDER BY episodes.episode),
        stands AS (PARTITION BY episodes.unit_id, standings.standing NOT IN ('refuted', 'doubtful') ORDER BY episodes.episode)
),
weighed AS (
    SELECT
        *,
        CASE
            WHEN alone NOT IN ('refuted', 'doubtful') AND side_before = side AND before <> 'contested' AND day - day_before <= 60 THEN 'contested'
            WHEN alone = 'contested' AND NOT is_borne_out AND after = 'confirmed' AND side_after = side AND day_after - day <= 60
                THEN 'refuted'
            ELSE alone
        END AS standing
    FROM stood
)
SELECT
    concat('chg-', substr(sha256(concat(weighed.unit_id, ' ', weighed.side, ' ', claims_of.claim_ids[1])), 1, 16)) AS id,
    weighed.unit_id, CAST(weighed.episode AS INTEGER) AS number, weighed.side, weighed.day, weighed.first, weighed.last,
    CASE
        WHEN standing IN ('refuted', 'doubtful') THEN NULL
        WHEN standing = 'contested' THEN 'contested'
        WHEN is_own_alone THEN 'claimed'
        ELSE 'held'
    END AS state,
    standing, manners.manner, manners.manner_standing, claims_of.claim_ids,
    CASE WHEN standing = 'contested' THEN leanings.leans END AS leans,
    CASE WHEN standing = 'contested' THEN leanings.why END AS why
FROM weighed
LEFT JOIN leanings ON leanings.unit_id = weighed.unit_id AND leanings.episode = weighed.episode
JOIN claims_of ON claims_of.unit_id = weighed.unit_id AND claims_of.episode = weighed.episode
LEFT JOIN manners ON manners.unit_id = weighed.unit_id AND manners.episode = weighed.episode
ORDER BY weighed.unit_id, weighed.episode;

DROP TABLE kinds_of_sides;
DROP TABLE named_gains;
DROP TABLE inferred;
DROP TABLE sided;
DROP TABLE reprinted;
DROP TABLE gains;
DROP TABLE anchored;
DROP TABLE joined;
DROP TABLE loose;
DROP TABLE tellings_by_rule;
DROP TABLE tellings;
DROP TABLE judged_claims;
DROP TABLE judged_objections;
DROP TABLE episodes;
DROP TABLE voices;
DROP TABLE kept;
DROP TABLE leanings;
DROP TABLE objections;
DROP TABLE standings;
DROP TABLE manners;
