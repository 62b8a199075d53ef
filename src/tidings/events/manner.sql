-- How a place changed hands stands apart from that it did: manner_standings, one row an event whose manner is told.
--
-- Manners that exclude one another, from voices that are not one, contest each other; so does who denies only the
-- manner. A side that says it left of its own will does not speak against its interest.

CREATE OR REPLACE TEMP TABLE manner_standings AS
WITH told AS (
    SELECT event_id, voice, name, manner, rank, placed
    FROM affirmations
    WHERE manner IS NOT NULL AND starts_with(act, 'territory.') AND (counts OR voice IS NULL)
    -- of one origin the later word outranks the earlier
    QUALIFY origin IS NULL OR published IS NOT DISTINCT FROM max(published) OVER (PARTITION BY event_id, origin)
),
excluded(one, other) AS (
    VALUES ('force', 'withdrawal'), ('force', 'surrender'), ('force', 'agreement'), ('force', 'unopposed'), ('surrender', 'withdrawal')
),
against AS (
    SELECT DISTINCT one.event_id
    FROM told AS one
    JOIN told AS other ON other.event_id = one.event_id AND other.voice <> one.voice
    JOIN excluded ON excluded.one = one.manner AND excluded.other = other.manner
    UNION
    SELECT denial.event_id
    FROM event_voices AS denial  -- with its reasons why words are set aside
    JOIN told ON told.event_id = denial.event_id AND told.manner = denial.manner AND told.voice IS DISTINCT FROM denial.voice
    WHERE denial.word = 'denied' AND denial.set_aside = 'denies only the manner'
),
counted AS (
    SELECT
        event_id, count(DISTINCT voice) AS voices,
        bool_or((rank = 1 AND manner <> 'withdrawal') OR placed IN ('a third party', 'an outlet foreign to the conflict')) AS is_firm
    FROM told
    GROUP BY event_id
),
ways AS (
    SELECT event_id, list(concat(manner, ' by ', names) ORDER BY manner) AS reasons
    FROM (SELECT event_id, manner, string_agg(DISTINCT name, ', ' ORDER BY name) AS names FROM told GROUP BY event_id, manner)
    GROUP BY event_id
)
SELECT
    counted.event_id,
    CASE
        WHEN against.event_id IS NOT NULL THEN 'contested'
        WHEN voices > 1 AND is_firm THEN 'confirmed'
        WHEN voices > 1 THEN 'corroborated'
        ELSE 'reported'
    END AS standing,
    ways.reasons
FROM counted
JOIN ways ON ways.event_id = counted.event_id
LEFT JOIN against ON against.event_id = counted.event_id;

DROP TABLE affirmations;
