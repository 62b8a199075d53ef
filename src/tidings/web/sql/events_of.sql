-- These events.
SELECT * FROM quick.events WHERE id IN (/* ids */)
