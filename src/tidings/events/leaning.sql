-- Which way the evidence on an event leans, and why: docs/reconcile.md, section 3. `leanings`: a row an event that is denied.
--
-- It is for a reader who has to choose where the event is contested, and changes no standing. Independent voices are weighed in
-- this order, until more are on one side than on the other: those against their own interest · witnesses and third parties ·
-- outlets foreign to the conflict, beside any other voice · all together. Else it is even. A denial counts here though it
-- is answered; a side in its own favour is one voice.

CREATE OR REPLACE TEMP TABLE leanings AS
WITH weighed AS (
    SELECT event_id, word = 'affirmed' AS is_for, voice, CASE WHEN rank <= 3 THEN rank ELSE 4 END AS rank, starts_with(act, 'territory.') AS is_territory
    FROM event_voices
    WHERE event_id IN (SELECT id FROM event_ids) AND word IN ('affirmed', 'denied') AND counts
        AND coalesce(set_aside, '') NOT IN ('taken back later', 'denies only the manner')
        -- "we left" leaves open who has the place now
        AND NOT (word = 'affirmed' AND act = 'territory.withdraw' AND rank = 1)
),
counted AS (
    SELECT
        event_id,
        bool_or(is_territory) AS is_territory,
        count(DISTINCT voice) FILTER (is_for) AS voices_for,
        count(DISTINCT voice) FILTER (NOT is_for) AS voices_against,
        count(DISTINCT voice) FILTER (is_for AND rank = 1) AS own_for,
        count(DISTINCT voice) FILTER (NOT is_for AND rank = 1) AS own_against,
        count(DISTINCT voice) FILTER (is_for AND rank = 2) AS others_for,
        count(DISTINCT voice) FILTER (NOT is_for AND rank = 2) AS others_against,
        count(DISTINCT voice) FILTER (is_for AND rank = 3) AS abroad_for,
        count(DISTINCT voice) FILTER (NOT is_for AND rank = 3) AS abroad_against
    FROM weighed
    GROUP BY event_id
),
decided AS (
    SELECT
        *,
        CASE
            WHEN own_for <> own_against THEN 'interest'
            WHEN others_for <> others_against THEN 'others'
            WHEN abroad_for > abroad_against AND voices_for > 1 OR abroad_against > abroad_for AND voices_against > 1 THEN 'abroad'
            ELSE 'voices'
        END AS decided_by
    FROM counted
    WHERE voices_against > 0
)
SELECT
    event_id,
    CASE sign(balance) WHEN 1 THEN 'likely' WHEN -1 THEN 'unlikely' ELSE 'even' END AS leans,
    CASE
        WHEN decided_by = 'interest' AND balance > 0 AND is_territory THEN 'the losing side itself says so'
        WHEN decided_by = 'interest' AND balance > 0 THEN 'a side says so against its own interest'
        WHEN decided_by = 'interest' THEN 'a side denies it against its own interest'
        WHEN decided_by = 'others' AND balance > 0 THEN concat('more witnesses and third parties say so than deny it, ', others_for, ' to ', others_against)
        WHEN decided_by = 'others' THEN concat('more witnesses and third parties deny it than say so, ', others_against, ' to ', others_for)
        WHEN decided_by = 'abroad' AND balance > 0 THEN concat('more foreign outlets say so than deny it, ', abroad_for, ' to ', abroad_against)
        WHEN decided_by = 'abroad' THEN concat('more foreign outlets deny it than say so, ', abroad_against, ' to ', abroad_for)
        WHEN balance > 0 THEN concat('more independent voices say so than deny it, ', voices_for, ' to ', voices_against)
        WHEN balance < 0 THEN concat('more independent voices deny it than say so, ', voices_against, ' to ', voices_for)
        ELSE concat('as many independent voices say so as deny it, ', voices_for, ' to ', voices_against)
    END AS why
FROM (
    SELECT
        *,
        CASE decided_by
            WHEN 'interest' THEN own_for - own_against
            WHEN 'others' THEN others_for - others_against
            WHEN 'abroad' THEN abroad_for - abroad_against
            ELSE voices_for - voices_against
        END AS balance
    FROM decided
);
