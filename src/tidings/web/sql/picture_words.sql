-- What the reports say of each event, for looking through them.
SELECT event_id, string_agg(DISTINCT words, ' ' ORDER BY words) AS words
FROM quick.claims WHERE event_id IS NOT NULL GROUP BY event_id
