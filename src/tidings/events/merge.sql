-- Heads that are merged into another go with it.

UPDATE event_of_proposition
SET head = merged.lead, reason = concat('is near in every way, score ', merged.score)
FROM merged WHERE merged.head = event_of_proposition.head;

DROP TABLE merged;
DROP TABLE narrow;
