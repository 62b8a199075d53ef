-- Which claims belong to these events: what each says of it, whose word it is, and why it was put there.
SELECT event_id AS asked_id, claim_id, reason, word, voice, placed, set_aside, origin, copy_of
FROM quick.told WHERE event_id IN (/* ids */)
