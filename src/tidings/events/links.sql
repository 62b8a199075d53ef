-- Events that may be one, unsure and so not merged: a table of links with scores, by event.
--
-- A telling that can mean several events is linked to each, and so is a denial; two events that came near are linked with
-- their score and, where something forbids them to be one, with that. What is forbidden or unlikely stays apart.

DELETE FROM event_links;

INSERT INTO event_links BY NAME
WITH found AS (
    SELECT one, other, score, comparisons, forbidden FROM near
    UNION ALL
    SELECT fits.vague, fits.exact, round(1 / count(*) OVER (PARTITION BY fits.vague), 3), ['can mean more than one event'], NULL
    FROM fits JOIN event_of_proposition AS heads ON heads.proposition = fits.exact AND heads.head = fits.exact
    UNION ALL
    SELECT proposition, head, round(1 / count(*) OVER (PARTITION BY proposition), 3), ['a denial or doubt that can mean more than one event'], NULL
    FROM nearest
),
by_event AS (
    SELECT DISTINCT keys.proposition, event_ids.id
    FROM proposition_of_claim AS keys
    JOIN claim_heads ON claim_heads.proposition = keys.proposition AND claim_heads.claim_id = keys.claim_id
    JOIN event_ids ON event_ids.head = claim_heads.head
)
SELECT
    least(ones.id, others.id) AS one, greatest(ones.id, others.id) AS other, max(score) AS score,
    arg_max(comparisons, score) AS comparisons, arg_max(forbidden, score) AS forbidden
FROM found
JOIN by_event AS ones ON ones.proposition = found.one
JOIN by_event AS others ON others.proposition = found.other
WHERE ones.id <> others.id AND score >= 0.2
GROUP BY least(ones.id, others.id), greatest(ones.id, others.id)
ORDER BY one, other;

DROP TABLE near;
DROP TABLE nearest;
