-- Which way the evidence on a change of hands leans, and why: docs/reconcile.md, section 3. `leanings`: a row an episode.
--
-- It is for a reader who has to choose, where the change is contested; it changes no standing, no state and no holder. Weighed
-- are independent voices, in this order, until more are on one side than on the other:
--   1 against their own interest · 2 witnesses and third parties · 3 outlets foreign to the conflict · all voices together ·
--   the record: whether others mostly bore out what the gaining side told and the other denied.
-- A side in its own favour is one voice, however many of its bodies speak, however often and however late. Who later says that
-- he takes the place says that he had not got it: of the side that had it before that is an admission, and of the
-- gaining side itself that its first gain was none. Of one origin the last word counts.

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
        CASE leaning WHEN 'gainer' THEN 1 WHEN 'witness' THEN 2 WHEN 'third' THEN 2 WHEN 'abroad' THEN 3 ELSE 4 END
    FROM objections
    WHERE NOT is_doubt AND leaning <> 'hearsay'
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
    WHERE EXISTS (
        SELECT 1 FROM kept
        WHERE kept.unit_id = later.unit_id AND kept.episode = later.episode AND kept.leaning = 'gainer'
    )
)
SELECT unit_id, episode, is_for, voice, rank FROM last_words
UNION
SELECT unit_id, episode, false, 'the gaining side, which takes it again', 1 FROM following WHERE side_after = side
UNION
SELECT following.unit_id, following.episode, true, 'the losing side, which takes it back', 1
FROM following JOIN had ON had.unit_id = following.unit_id AND had.episode = following.episode AND had.side = following.side_after
WHERE side_after <> following.side;

CREATE OR REPLACE TEMP TABLE leanings AS
WITH counted AS (
    SELECT
        unit_id, episode,
        count(DISTINCT voice) FILTER (is_for AND rank = 1) - count(DISTINCT voice) FILTER (NOT is_for AND rank = 1) AS against_interest,
        count(DISTINCT voice) FILTER (is_for AND rank = 2) - count(DISTINCT voice) FILTER (NOT is_for AND rank = 2) AS others,
        count(DISTINCT voice) FILTER (is_for AND rank = 3) - count(DISTINCT voice) FILTER (NOT is_for AND rank = 3) AS abroad,
        count(DISTINCT voice) FILTER (is_for) - count(DISTINCT voice) FILTER (NOT is_for) AS voices,
        bool_or(voice = 'the losing side') AS is_denied,
        bool_or(voice = 'the gaining side' AND is_for) AS is_claimed,
        count(DISTINCT voice) FILTER (is_for) AS voices_for, count(DISTINCT voice) FILTER (NOT is_for) AS voices_against
    FROM weighed_voices
    GROUP BY unit_id, episode
),
weighed AS (
    SELECT
        *,
        CASE
            WHEN against_interest <> 0 THEN 'against interest'
            WHEN others <> 0 THEN 'others'
            WHEN abroad > 0 AND voices_for > 1 OR abroad < 0 AND voices_against > 1 THEN 'abroad'
            WHEN voices <> 0 THEN 'voices'
        END AS decided,
        CASE
            WHEN against_interest <> 0 THEN against_interest
            WHEN others <> 0 THEN others
            WHEN abroad > 0 AND voices_for > 1 OR abroad < 0 AND voices_against > 1 THEN abroad
            ELSE voices
        END AS balance
    FROM counted
),
records AS (
    SELECT episodes.side, count(*) FILTER (balance > 0) AS borne_out, count(*) FILTER (balance < 0) AS belied
    FROM weighed JOIN episodes USING (unit_id, episode)
    WHERE is_denied AND is_claimed AND decided IS NOT NULL
    GROUP BY episodes.side
)
SELECT
    weighed.unit_id, weighed.episode, 
    CASE
        WHEN balance > 0 THEN 'likely'
        WHEN balance < 0 THEN 'unlikely'
        WHEN is_claimed AND borne_out + belied >= 5 AND borne_out > belied THEN 'likely'
        WHEN is_claimed AND borne_out + belied >= 5 AND borne_out < belied THEN 'unlikely'
        ELSE 'even'
    END AS leans,
    CASE
        WHEN decided IS NULL THEN concat('record ', borne_out, ' ', belied)
        ELSE concat(decided, ' ', balance)
    END AS why
FROM weighed
JOIN episodes ON episodes.unit_id = weighed.unit_id AND episodes.episode = weighed.episode
LEFT JOIN records ON records.side = episodes.side;
DROP TABLE weighed_voices;
