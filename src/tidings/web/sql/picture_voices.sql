-- Whose voices speak in each event: one row a kind of voice.
SELECT DISTINCT
    voices.event_id, voices.origin, voices.placed, voices.published, claims.publisher_side
FROM event_voices AS voices
JOIN quick.claims AS claims ON claims.id = voices.claim_id
ORDER BY ALL
