-- Unsure means not merged: a vaguer telling joins only when exactly one event can be meant.
--
-- The events are the propositions that no other tells more exactly. So nothing is chained: two exact tellings
-- that differ never meet by way of a vague one between them.

CREATE OR REPLACE TEMP TABLE event_of_proposition AS
WITH heads AS (
    SELECT proposition FROM propositions
    WHERE kind IN ('affirmed', 'planned', 'feared') AND proposition NOT IN (SELECT vague FROM fits)
),
only_fits AS (
    SELECT fits.vague, min(fits.exact) AS exact
    FROM fits
    JOIN heads ON heads.proposition = fits.exact
    GROUP BY fits.vague
    HAVING count(*) = 1
)
SELECT
    propositions.proposition,
    coalesce(only_fits.exact, propositions.proposition) AS head,
    CASE WHEN only_fits.exact IS NULL THEN 'says the same' ELSE 'can mean no other' END AS reason
FROM propositions
LEFT JOIN only_fits ON only_fits.vague = propositions.proposition
WHERE propositions.kind IN ('affirmed', 'planned', 'feared');
