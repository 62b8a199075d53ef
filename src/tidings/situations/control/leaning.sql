-- Which way the evidence on a change of hands leans, and why: docs/reconcile.md, section 3. `leanings`: a row an episode.
--
-- It is for a reader who has to choose where the change is contested, and changes no standing, no state and no holder. Reads
-- `weighed_voices` and `balances`. Where these are even the record of the gaining side decides: whether others bore out more of
-- what it told and the other side denied than they belied, of five at least. Else it is even.

CREATE OR REPLACE TEMP TABLE leanings AS
WITH sides AS (
    SELECT
        item,
        bool_and(starts_with(voice, 'the losing side, which')) FILTER (is_for AND rank = 1) AS is_taken_back,
        bool_and(starts_with(voice, 'the gaining side, which')) FILTER (NOT is_for AND rank = 1) AS is_taken_again,
        coalesce(bool_or(voice = 'the gaining side' AND is_for), false) AS is_claimed,
        coalesce(bool_or(voice = 'the losing side'), false) AS is_denied
    FROM weighed_voices
    GROUP BY item
),
decided AS (
    SELECT
        item.unit_id, item.episode, is_taken_back, is_taken_again, is_claimed, is_denied, voices_against, balances.told AS balance,
        -- what nobody denies is contested because the side had the place already: its own word alone tells nothing new
        decided_by = 'voices' AND voices_against = 0 AND voices_for = 1 AND is_claimed AS says_nothing,
        CASE WHEN says_nothing IS NOT TRUE THEN decided_by END AS decided_by,
        CASE WHEN says_nothing IS NOT TRUE THEN is_so END AS is_so
    FROM balances JOIN sides USING (item)
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
        WHEN decided_by IS NOT NULL THEN balance
        WHEN voices_against = 0 THEN 'its own word alone, that it took what it had'
        WHEN has_record AND 2 * borne_out <> told THEN concat(
            'as many say so as deny it; of ', told, ' such gains of this side that the other denied, others bore out ', borne_out
        )
        ELSE balance
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
DROP TABLE balances;
