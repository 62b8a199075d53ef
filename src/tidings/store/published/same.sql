-- What needs nothing made of it: the store's own tables under the names that readers of the copy know.

CREATE VIEW picture.figures AS SELECT * FROM main.figures;
CREATE VIEW picture.figure_claims AS SELECT * FROM main.figure_claims;
CREATE VIEW picture.figure_checks AS SELECT * FROM main.figure_checks;
CREATE VIEW picture.event_voices AS SELECT * FROM main.event_voices;
CREATE VIEW picture.event_links AS SELECT * FROM main.event_links;
CREATE VIEW picture.event_aliases AS SELECT * FROM main.event_aliases;
CREATE VIEW picture.claim_origins AS SELECT * FROM main.claim_origins;
CREATE VIEW picture.places AS SELECT * FROM main.places;
CREATE VIEW picture.publishers AS SELECT * FROM main.publishers;
CREATE VIEW picture.sentences AS SELECT * FROM main.sentences;
CREATE VIEW picture.decisions AS
SELECT number, id, about, verdict, one, other, field, value, author, reason, day,
    id IN (SELECT id FROM main.holding_decisions) AS holds
FROM main.decisions;
CREATE VIEW picture.drops AS SELECT * FROM main.drops;
CREATE VIEW picture.control_units AS SELECT * FROM main.control_units;
CREATE VIEW picture.control_evidence AS SELECT * FROM main.control_evidence;
CREATE VIEW picture.control_unresolved AS SELECT * FROM main.control_unresolved;
