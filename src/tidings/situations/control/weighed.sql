-- The voices on a change of hands as its leaning weighs them: `weighed_voices`, for weighing/balances.sql.
--
-- A side in its own favour is one voice, however many of its bodies speak, however often and however late. Of one origin the
-- last word counts. Who tells of taking a place says that he had not got it: of the side that had it before, that is an
-- admission of the loss; of the gaining side, that its first gain was none.

CREATE OR REPLACE TEMP TABLE weighed_voices AS
WITH said AS (
    SELECT
        unit_id, episode, true AS is_for, published,
        CASE WHEN leaning = 'gainer' THEN 'the gaining side' ELSE voice END AS voice,
        CASE leaning WHEN 'loser' THEN 1 WHEN 'witness' THEN 2 WHEN 'third' THEN 2 WHEN 'abroad' THEN 3 ELSE 4 END AS rank
    FROM kept
    UNION ALL
    SELECT
        unit_id, episode, false, published,
        CASE WHEN leaning = 'loser' THEN 'the losing side' ELSE voice END,
        -- a doubt weighs as much as any voice, and no more
        CASE WHEN is_doubt THEN 4 WHEN leaning = 'gainer' THEN 1 WHEN leaning IN ('witness', 'third') THEN 2 WHEN leaning = 'abroad' THEN 3 ELSE 4 END
    FROM objections
    WHERE leaning <> 'hearsay' AND NOT (is_doubt AND leaning IN ('gainer', 'loser'))
),
last_words AS (
    SELECT * FROM said
    QUALIFY published IS NOT DISTINCT FROM max(published) OVER (PARTITION BY unit_id, episode, voice)
),
had AS (
    SELECT episodes.unit_id, episodes.episode, told.loser AS side
    FROM episodes JOIN tellings AS told USING (unit_id, episode)
    WHERE told.loser IS NOT NULL
    UNION
    SELECT unit_id, episode, lag(side) OVER (PARTITION BY unit_id ORDER BY episode) FROM episodes
    UNION
    SELECT episodes.unit_id, episodes.episode, holding.side
    FROM episodes
    JOIN sided AS holding ON holding.unit_id = episodes.unit_id AND holding.told = 'hold'
        AND coalesce(holding.last, holding.first, holding.published) < episodes.first
),
-- the next change of the unit, where the side that gains by it says so itself
following AS (
    SELECT episodes.unit_id, episodes.episode, episodes.side, later.side AS side_after
    FROM episodes
    JOIN episodes AS later ON later.unit_id = episodes.unit_id AND later.episode = episodes.episode + 1
    WHERE later.day - episodes.day <= 366 AND EXISTS (
        SELECT 1 FROM kept
        WHERE kept.unit_id = later.unit_id AND kept.episode = later.episode AND kept.leaning = 'gainer'
    )
)
SELECT {unit_id: unit_id, episode: episode} AS item, is_for, voice, rank FROM last_words
UNION
SELECT {unit_id: unit_id, episode: episode}, false, 'the gaining side, which takes it again', 1 FROM following WHERE side_after = side
UNION
SELECT {unit_id: following.unit_id, episode: following.episode}, true, 'the losing side, which takes it back', 1
FROM following JOIN had ON had.unit_id = following.unit_id AND had.episode = following.episode AND had.side = following.side_after
WHERE side_after <> following.side;
