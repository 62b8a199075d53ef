-- What a decision that waits waits for, in words; null where it does not wait. Found by linking, so that is to be done again.
ALTER TABLE decision_names ADD COLUMN waits_for VARCHAR;
DELETE FROM linked;
