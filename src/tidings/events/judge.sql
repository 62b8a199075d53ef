-- What persons decided about events outranks the rules. claim_heads: each claim with the event it belongs to, and why.
--
-- "Same" puts the events of two claims together, the one with the earlier claim leading. "Different" takes the later of
-- two claims out of their event into one of its own. So no event holds two claims that a person keeps apart.

CREATE OR REPLACE TEMP TABLE claim_heads AS
SELECT keys.claim_id, keys.place_key, keys.rank, keys.proposition, told.head, told.head AS told_by, told.reason
FROM (SELECT * FROM event_of_proposition UNION ALL SELECT * FROM denials) AS told
JOIN proposition_of_claim AS keys ON keys.proposition = told.proposition;

CREATE OR REPLACE TEMP TABLE judged AS
SELECT
    verdict, one, other,
    concat('judged ', verdict, ' by ', author, ', ', day, ': ', reason) AS reason
FROM holding_decisions
WHERE about = 'events';

CREATE OR REPLACE TEMP TABLE joined_heads AS
WITH RECURSIVE leads AS (
    SELECT head, min(rank) AS rank FROM claim_heads GROUP BY head
),
pairs AS (
    -- a claim of several places has several events: those of the same place are meant, where there are such
    SELECT one.head AS one, other.head AS other, judged.reason
    FROM judged
    JOIN claim_heads AS one ON one.claim_id = judged.one
    JOIN claim_heads AS other ON other.claim_id = judged.other
    WHERE judged.verdict = 'same' AND one.head <> other.head
    QUALIFY row_number() OVER (
        PARTITION BY judged.one, judged.other
        ORDER BY one.place_key IS NOT DISTINCT FROM other.place_key DESC, one.place_key, other.place_key
    ) = 1
),
both_ways AS (
    SELECT one, other FROM pairs UNION SELECT other, one FROM pairs
),
reach(head, other) AS (
    SELECT one, other FROM both_ways
    UNION
    SELECT reach.head, both_ways.other FROM reach JOIN both_ways ON both_ways.one = reach.other
)
SELECT
    reach.head, arg_min(reach.other, leads.rank) AS lead,
    (SELECT min(reason) FROM pairs WHERE pairs.one = reach.head OR pairs.other = reach.head) AS reason
FROM reach JOIN leads ON leads.head = reach.other
GROUP BY reach.head;

UPDATE claim_heads
SET head = joined_heads.lead, told_by = joined_heads.lead, reason = joined_heads.reason
FROM joined_heads
WHERE joined_heads.head = claim_heads.head AND joined_heads.lead <> claim_heads.head;

-- Minus its rank is no proposition's number: so the event of a claim taken out has a number of its own.
UPDATE claim_heads
SET head = -apart.rank, told_by = claim_heads.proposition, reason = apart.reason
FROM (
    SELECT
        greatest(one.rank, other.rank) AS rank, one.head, min(judged.reason) AS reason
    FROM judged
    JOIN claim_heads AS one ON one.claim_id = judged.one
    JOIN claim_heads AS other ON other.claim_id = judged.other AND other.head = one.head
    WHERE judged.verdict = 'different' AND one.rank <> other.rank
    GROUP BY ALL
) AS apart
WHERE apart.rank = claim_heads.rank AND apart.head = claim_heads.head;

DROP TABLE judged;
DROP TABLE joined_heads;

-- Of cells that are only beside, no more is wanted than what belongs to an event of the core.
DELETE FROM claim_heads WHERE head NOT IN (
    SELECT claim_heads.head
    FROM claim_heads JOIN propositions ON propositions.proposition = claim_heads.proposition
    WHERE propositions.cell IN (SELECT cell FROM core)
);
