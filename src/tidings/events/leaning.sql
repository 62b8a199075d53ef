-- Which way the evidence on an event leans, and why: docs/reconcile.md, section 3. `leanings`: a row an event that is denied.
--
-- It is for a reader who has to choose where the event is contested, and changes no standing. Reads `weighed_voices` and
-- `balances`. A denial counts here though it is answered; a side in its own favour is one voice.

CREATE OR REPLACE TEMP TABLE leanings AS
SELECT
    item AS event_id,
    CASE WHEN is_so THEN 'likely' WHEN NOT is_so THEN 'unlikely' ELSE 'even' END AS leans,
    CASE
        WHEN decided_by = 'interest' AND is_so AND is_territory THEN 'the losing side itself says so'
        WHEN decided_by = 'interest' AND is_so THEN 'a side says so against its own interest'
        WHEN decided_by = 'interest' THEN 'a side denies it against its own interest'
        ELSE told
    END AS why
FROM balances
JOIN (SELECT item, bool_or(is_territory) AS is_territory FROM weighed_voices GROUP BY item) AS kinds USING (item)
WHERE voices_against > 0;

DROP TABLE weighed_voices;
DROP TABLE balances;
