-- Events that may be one, unsure and so not merged: a table of links with scores, by event.
--
-- A telling that can mean several events is linked to each, and so is a denial; two events that came near are linked with
-- their score and, where something forbids them to be one, with that. What is forbidden or unlikely stays apart.

DELETE FROM linked_unsure WHERE cell IN (SELECT cell FROM scope) OR cell IN (SELECT cell FROM touched_cells);

INSERT INTO linked_unsure BY NAME
WITH found AS (
    SELECT
        fits.vague AS one, fits.exact AS other, round(1 / count(*) OVER (PARTITION BY fits.vague), 3) AS score,
        'can mean more than one event' AS comparison
    FROM fits JOIN event_of_proposition AS heads ON heads.proposition = fits.exact AND heads.head = fits.exact
    UNION ALL
    SELECT
        proposition, head, round(1 / count(*) OVER (PARTITION BY proposition), 3),
        'a denial or doubt that can mean more than one event'
    FROM nearest
)
SELECT found.*, propositions.cell FROM found JOIN propositions ON propositions.proposition = found.one;

DELETE FROM event_links;

INSERT INTO event_links BY NAME
WITH found AS (
    SELECT one, other, score, comparisons, forbidden FROM linked_near WHERE score >= 0.2
    UNION ALL
    SELECT one, other, score, [comparison], NULL FROM linked_unsure WHERE score >= 0.2
),
by_event AS (
    SELECT DISTINCT proposition, event_id AS id FROM linked_events
    WHERE proposition IN (SELECT one FROM found UNION SELECT other FROM found)
)
SELECT
    least(ones.id, others.id) AS one, greatest(ones.id, others.id) AS other, max(score) AS score,
    arg_max(comparisons, (score, comparisons)) AS comparisons,
    arg_max(coalesce(forbidden, ''), (score, comparisons)) AS forbidden
FROM found
JOIN by_event AS ones ON ones.proposition = found.one
JOIN by_event AS others ON others.proposition = found.other
WHERE ones.id <> others.id
GROUP BY least(ones.id, others.id), greatest(ones.id, others.id)
ORDER BY one, other;

UPDATE event_links SET forbidden = NULL WHERE forbidden = '';

DROP TABLE nearest;
