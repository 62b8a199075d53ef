-- The claims of which one column is among these, in the order of their reports' days.
SELECT
    id, document_id, doc, publisher, published, act, actor, target, place, destination, place_ids, first, last, precision,
    counts, said_by, stance, certainty, manner, hedged, interest, against_interest, interest_reason, start, "end", quote,
    event_id, publisher_side, made_by
FROM quick.claims AS claims
WHERE /* column */ IN (/* ids */)
ORDER BY rowid
