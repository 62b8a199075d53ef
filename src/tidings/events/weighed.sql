-- The voices on an event as its leaning weighs them: `weighed_voices`, for weighing/balances.sql.

CREATE OR REPLACE TEMP TABLE weighed_voices AS
SELECT event_id AS item, word = 'affirmed' AS is_for, voice, CASE WHEN rank <= 3 THEN rank ELSE 4 END AS rank, starts_with(act, 'territory.') AS is_territory
FROM event_voices
WHERE event_id IN (SELECT id FROM event_ids) AND word IN ('affirmed', 'denied') AND counts
    AND coalesce(set_aside, '') NOT IN ('taken back later', 'denies only the manner')
    -- "we left" leaves open who has the place now
    AND NOT (word = 'affirmed' AND act = 'territory.withdraw' AND rank = 1);
