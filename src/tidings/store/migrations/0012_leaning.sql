-- Which way the evidence leans where an event or a change of hands is contested, and why; null where it is not.
ALTER TABLE events ADD COLUMN leans VARCHAR;  -- likely, unlikely, even
ALTER TABLE events ADD COLUMN why VARCHAR;
ALTER TABLE control_changes ADD COLUMN leans VARCHAR;  -- likely, unlikely, even
ALTER TABLE control_changes ADD COLUMN why VARCHAR;
