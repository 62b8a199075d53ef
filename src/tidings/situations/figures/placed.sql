-- How well placed who says a figure is to say it.
--
-- rank, best first: 1 witness, doctor, the UN and other third parties · 2 a side on its own losses, against its interest: that
-- it admits them is strong evidence of some, and how few it admits is in its favour · 3 unnamed or unknown · 4 a side in its own favour · 5 the publisher's own voice. What the actor table says of a claim
-- goes before the words of words.toml.

CREATE OR REPLACE TEMP TABLE placed AS
SELECT
    * EXCLUDE (interest, told_interest),
    told_interest AS interest,
    CASE
        WHEN told_interest IN ('witness', 'third') THEN 1
        WHEN told_interest = 'party' AND coalesce(against_interest, own_side = population, false) THEN 2
        WHEN told_interest IN ('party', 'ally') THEN 4
        WHEN source = 'publisher' THEN 5
        ELSE 3
    END AS rank
FROM told;
