-- How what each origin said turned out: a row an origin and kind of claim. Nothing else here rests on it.
--
-- Counted are events that it affirmed, each once: confirmed (another voice affirms it on that day or later; `by_side_hurt`
-- of these by the side that it hurts), repeated (others had said it before), contested, refuted, doubted (others only
-- doubt or deny, without contesting it), alone (nobody else ever speaks of it). They add up to `events`. Forecasts are what it planned, feared or foretold
-- for others to see: how they fared. Of fewer than 20 a share is never given as a rate.

WITH said AS (
    SELECT
        origin, split_part(voices.act, '.', 1) AS about, voices.event_id, any_value(voices.voice) AS voice, min(voices.name) AS name,
        min(voices.published) AS first_said, list(DISTINCT voices.claim_id) AS claim_ids, any_value(events.standing) AS standing
    FROM event_voices AS voices
    JOIN events ON events.id = voices.event_id
    WHERE voices.word = 'affirmed' AND voices.origin IS NOT NULL
        AND coalesce(voices.set_aside, '') NOT IN ('copied', 'beside the sources that it quotes')
    GROUP BY origin, about, voices.event_id
),
others AS (
    SELECT
        said.origin, said.about, said.event_id,
        bool_or(other.word = 'affirmed' AND coalesce(other.published >= said.first_said, true) AND other.counts) AS is_confirmed,
        bool_or(other.word = 'affirmed' AND other.rank = 1) AS is_by_side_hurt,
        bool_or(other.word = 'affirmed' AND other.counts) AS is_told_by_others
    FROM said
    JOIN event_voices AS other ON other.event_id = said.event_id AND other.origin IS NOT NULL
        AND other.origin <> said.origin AND other.voice IS DISTINCT FROM said.voice
        AND other.word IN ('affirmed', 'denied', 'doubtful') AND other.set_aside IS DISTINCT FROM 'copied'
    GROUP BY ALL
),
turned AS (
    SELECT
        said.*,
        CASE
            WHEN said.standing IN ('refuted', 'contested') THEN said.standing
            WHEN others.is_confirmed THEN 'confirmed'
            WHEN others.is_told_by_others THEN 'repeated'
            WHEN others.event_id IS NOT NULL THEN 'doubted'
            ELSE 'alone'
        END AS turn,
        coalesce(others.is_by_side_hurt, false) AS is_by_side_hurt
    FROM said
    LEFT JOIN others ON others.origin = said.origin AND others.about = said.about AND others.event_id = said.event_id
),
told_rows AS (
    SELECT
        origin, about, min(name) AS name, count(*) AS events,
        count(*) FILTER (turn = 'confirmed') AS confirmed,
        count(*) FILTER (turn = 'confirmed' AND is_by_side_hurt) AS by_side_hurt,
        count(*) FILTER (turn = 'repeated') AS repeated,
        count(*) FILTER (turn = 'contested') AS contested,
        count(*) FILTER (turn = 'refuted') AS refuted,
        count(*) FILTER (turn = 'doubted') AS doubted,
        count(*) FILTER (turn = 'alone') AS alone,
        flatten(list(claim_ids)) AS claim_ids
    FROM turned GROUP BY origin, about
),
-- a forecast told again is one, at its first telling
forecasts AS (
    SELECT origins.origin, origins.name, split_part(fates.act, '.', 1) AS about, fates.outcome, fates.claim_id
    FROM fates
    JOIN claim_origins AS origins ON origins.claim_id = fates.claim_id
    LEFT JOIN copied_claims ON copied_claims.claim_id = fates.claim_id
    WHERE origins.origin IS NOT NULL AND copied_claims.claim_id IS NULL
    QUALIFY row_number() OVER (PARTITION BY origins.origin, coalesce(fates.event_id, fates.claim_id) ORDER BY fates.published, fates.claim_id) = 1
),
forecast_rows AS (
    SELECT
        origin, about, min(name) AS name, count(*) AS forecasts,
        count(*) FILTER (outcome = 'came') AS came,
        count(*) FILTER (outcome = 'came otherwise') AS came_otherwise,
        count(*) FILTER (outcome = 'did not by then') AS did_not,
        count(*) FILTER (outcome = 'unknown') AS unknown,
        list(claim_id) AS claim_ids
    FROM forecasts
    GROUP BY origin, about
),
both_rows AS (
    SELECT
        coalesce(told_rows.origin, forecast_rows.origin) AS origin, coalesce(told_rows.about, forecast_rows.about) AS about,
        coalesce(told_rows.name, forecast_rows.name) AS name,
        coalesce(events, 0) AS events, coalesce(confirmed, 0) AS confirmed, coalesce(by_side_hurt, 0) AS by_side_hurt,
        coalesce(repeated, 0) AS repeated, coalesce(contested, 0) AS contested, coalesce(refuted, 0) AS refuted,
        coalesce(doubted, 0) AS doubted, coalesce(alone, 0) AS alone,
        coalesce(forecasts, 0) AS forecasts, coalesce(came, 0) AS came, coalesce(came_otherwise, 0) AS came_otherwise,
        coalesce(did_not, 0) AS did_not, coalesce(unknown, 0) AS unknown,
        list_concat(coalesce(told_rows.claim_ids, []), coalesce(forecast_rows.claim_ids, [])) AS claim_ids
    FROM told_rows
    FULL JOIN forecast_rows ON forecast_rows.origin = told_rows.origin AND forecast_rows.about = told_rows.about
),
shared AS (
    SELECT *, events - alone AS heard, came + came_otherwise + did_not AS settled FROM both_rows
)
SELECT
    name, about, events, confirmed, by_side_hurt, repeated, contested, refuted, doubted, alone,
    -- of what others speak of at all
    CASE WHEN heard > 0 THEN concat(confirmed, ' of ', heard, CASE WHEN heard >= 20 THEN concat(' (', round(100 * confirmed / heard)::INTEGER, ' %)') ELSE ', a small number' END) END AS confirmed_of,
    forecasts, came, came_otherwise, did_not, unknown,
    CASE WHEN settled > 0 THEN concat(came, ' of ', settled, CASE WHEN settled >= 20 THEN concat(' (', round(100 * came / settled)::INTEGER, ' %)') ELSE ', a small number' END) END AS came_of,
    list_sort(list_distinct(claim_ids)) AS claim_ids, origin
FROM shared
ORDER BY events + forecasts DESC, origin, about
