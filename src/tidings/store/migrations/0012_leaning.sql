-- Which way the evidence leans where a change of hands is contested, and why; null where it is not.
ALTER TABLE control_changes ADD COLUMN leans VARCHAR;  -- likely, unlikely, even
ALTER TABLE control_changes ADD COLUMN why VARCHAR;
