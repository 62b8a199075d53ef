-- Which way the evidence on a change of hands leans, and why: docs/reconcile.md, section 3. `leanings`: a row an episode.
--
-- It is for a reader who has to choose where the change is contested, and changes no standing, no state and no holder. Independent
-- voices are weighed in this order, until more are on one side than on the other:
--   1 against their own interest · 2 witnesses and third parties · 3 outlets foreign to the conflict, beside any other voice ·
--   4 all voices together · 5 the record of the gaining side: whether others bore out more of what it told and the other side denied
--   than they belied, of five at least. Else it is even.
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
        count(DISTINCT voice) FILTER (is_for) AS voices_for,
        count(DISTINCT voice) FILTER (NOT is_for) AS voices_against,
        count(DISTINCT voice) FILTER (is_for AND rank = 1) AS own_for,
        count(DISTINCT voice) FILTER (NOT is_for AND rank = 1) AS own_against,
        count(DISTINCT voice) FILTER (is_for AND rank = 2) AS others_for,
        count(DISTINCT voice) FILTER (NOT is_for AND rank = 2) AS others_against,
        count(DISTINCT voice) FILTER (is_for AND rank = 3) AS abroad_for,
        count(DISTINCT voice) FILTER (NOT is_for AND rank = 3) AS abroad_against,
        bool_and(starts_with(voice, 'the losing side, which')) FILTER (is_for AND rank = 1) AS is_taken_back,
        bool_and(starts_with(voice, 'the gaining side, which')) FILTER (NOT is_for AND rank = 1) AS is_taken_again,
        coalesce(bool_or(voice = 'the gaining side' AND is_for), false) AS is_claimed,
        coalesce(bool_or(voice = 'the losing side'), false) AS is_denied
    FROM weighed_voices
    GROUP BY unit_id, episode
),
weighed AS (
    SELECT
        *,
        CASE
            WHEN own_for <> own_against THEN 'interest'
            WHEN others_for <> others_against THEN 'others'
            WHEN abroad_for > abroad_against AND voices_for > 1 OR abroad_against > abroad_for AND voices_against > 1 THEN 'abroad'
            -- what nobody denies is contested because the side had the place already: its own word alone tells nothing new
            WHEN voices_against = 0 AND voices_for = 1 AND is_claimed THEN NULL
            WHEN voices_for <> voices_against THEN 'voices'
        END AS decided_by
    FROM counted
),
decided AS (
    SELECT
        *,
        CASE decided_by
            WHEN 'interest' THEN own_for > own_against
            WHEN 'others' THEN others_for > others_against
            WHEN 'abroad' THEN abroad_for > abroad_against
            WHEN 'voices' THEN voices_for > voices_against
        END AS is_so
    FROM weighed
),
records AS (
    SELECT episodes.side, count(*) AS told, count(*) FILTER (is_so) AS borne_out
    FROM decided JOIN episodes ON episodes.unit_id = decided.unit_id AND episodes.episode = decided.episode
    WHERE is_claimed AND is_denied AND decided_by IS NOT NULL
    GROUP BY episodes.side
)
SELECT
    decided.unit_id, decided.episode,
    CASE
        WHEN is_so OR decided_by IS NULL AND has_record AND 2 * borne_out > told THEN 'likely'
        WHEN NOT is_so OR decided_by IS NULL AND has_record AND 2 * borne_out < told THEN 'unlikely'
        ELSE 'even'
    END AS leans,
    CASE
        WHEN decided_by = 'interest' AND is_so AND is_taken_back THEN 'the losing side later tells of taking it back'
        WHEN decided_by = 'interest' AND is_so THEN 'the losing side itself says so'
        WHEN decided_by = 'interest' AND is_taken_again THEN 'the gaining side later tells of taking it again'
        WHEN decided_by = 'interest' THEN 'the gaining side itself denies it'
        WHEN decided_by = 'others' AND is_so THEN concat('more witnesses and third parties say so than deny it, ', others_for, ' to ', others_against)
        WHEN decided_by = 'others' THEN concat('more witnesses and third parties deny it than say so, ', others_against, ' to ', others_for)
        WHEN decided_by = 'abroad' AND is_so THEN concat('more foreign outlets say so than deny it, ', abroad_for, ' to ', abroad_against)
        WHEN decided_by = 'abroad' THEN concat('more foreign outlets deny it than say so, ', abroad_against, ' to ', abroad_for)
        WHEN decided_by = 'voices' AND is_so THEN concat('more independent voices say so than deny it, ', voices_for, ' to ', voices_against)
        WHEN decided_by = 'voices' THEN concat('more independent voices deny it than say so, ', voices_against, ' to ', voices_for)
        WHEN voices_against = 0 THEN 'its own word alone, that it took what it had'
        WHEN has_record AND 2 * borne_out <> told THEN concat(
            'as many say so as deny it; of ', told, ' such gains of this side that the other denied, others bore out ', borne_out
        )
        ELSE concat('as many independent voices say so as deny it, ', voices_for, ' to ', voices_against)
    END AS why
FROM (
    SELECT
        decided.*, records.told, records.borne_out,
        coalesce(is_claimed AND is_denied AND records.told >= 5, false) AS has_record
    FROM decided
    JOIN episodes ON episodes.unit_id = decided.unit_id AND episodes.episode = decided.episode
    LEFT JOIN records ON records.side = episodes.side
) AS decided;

DROP TABLE weighed_voices;
