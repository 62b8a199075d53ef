-- Which of two sides of a question has more independent voices: docs/reconcile.md, section 3.
--
-- Reads the temporary table `weighed_voices`: item, is_for, voice and its rank (1 against its own interest · 2 witness or third
-- party · 3 outlet foreign to the conflict · 4 any other). Makes `balances`: a row an item. The ranks are asked in their order,
-- foreign outlets only beside another voice, then all voices together, until more are on one side than on the other.
-- decided_by: interest, others, abroad, voices, or null where it is even; is_so, whether those who say so are more;
-- told, the same in words, save of what is decided by interest.

CREATE OR REPLACE TEMP TABLE balances AS
WITH counted AS (
    SELECT
        item,
        count(DISTINCT voice) FILTER (is_for) AS voices_for,
        count(DISTINCT voice) FILTER (NOT is_for) AS voices_against,
        count(DISTINCT voice) FILTER (is_for AND rank = 1) AS own_for,
        count(DISTINCT voice) FILTER (NOT is_for AND rank = 1) AS own_against,
        count(DISTINCT voice) FILTER (is_for AND rank = 2) AS others_for,
        count(DISTINCT voice) FILTER (NOT is_for AND rank = 2) AS others_against,
        count(DISTINCT voice) FILTER (is_for AND rank = 3) AS abroad_for,
        count(DISTINCT voice) FILTER (NOT is_for AND rank = 3) AS abroad_against
    FROM weighed_voices
    GROUP BY item
),
decided AS (
    SELECT
        *,
        CASE
            WHEN own_for <> own_against THEN 'interest'
            WHEN others_for <> others_against THEN 'others'
            WHEN abroad_for > abroad_against AND voices_for > 1 OR abroad_against > abroad_for AND voices_against > 1 THEN 'abroad'
            WHEN voices_for <> voices_against THEN 'voices'
        END AS decided_by
    FROM counted
),
compared AS (
    SELECT
        *,
        CASE decided_by WHEN 'interest' THEN own_for WHEN 'others' THEN others_for WHEN 'abroad' THEN abroad_for ELSE voices_for END AS saying,
        CASE decided_by WHEN 'interest' THEN own_against WHEN 'others' THEN others_against WHEN 'abroad' THEN abroad_against ELSE voices_against END AS denying,
        CASE decided_by WHEN 'others' THEN 'witnesses and third parties' WHEN 'abroad' THEN 'foreign outlets' ELSE 'independent voices' END AS who
    FROM decided
)
SELECT
    item, voices_for, voices_against, decided_by,
    CASE WHEN decided_by IS NOT NULL THEN saying > denying END AS is_so,
    CASE
        WHEN saying > denying THEN concat('more ', who, ' say so than deny it, ', saying, ' to ', denying)
        WHEN saying < denying THEN concat('more ', who, ' deny it than say so, ', denying, ' to ', saying)
        ELSE concat('as many ', who, ' say so as deny it, ', saying, ' to ', denying)
    END AS told
FROM compared;
