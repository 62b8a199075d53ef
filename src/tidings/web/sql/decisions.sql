-- What persons decided of the claims of these events, and holds.
SELECT event_id AS asked_id, * EXCLUDE (event_id) FROM quick.decisions WHERE event_id IN (/* ids */) ORDER BY rowid
