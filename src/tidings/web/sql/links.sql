-- Events that may be the same as one of these, the likeliest first.
SELECT event_id AS asked_id, * EXCLUDE (event_id) FROM quick.links WHERE event_id IN (/* ids */) ORDER BY rowid
