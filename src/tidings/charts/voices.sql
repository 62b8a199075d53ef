-- How much each voice says of each theme, and in which word: affirmed, denied, doubtful, planned, feared. An outlet in its
-- own voice goes by its whole name; voices of one name are one, however it is written.
WITH themes AS (
    SELECT theme.theme AS theme, theme.start AS start FROM (SELECT unnest($themes) AS theme)
),
named AS (
    SELECT
        voices.claim_id, voices.act, voices.word,
        CASE WHEN voices.placed = 'an outlet in its own voice' THEN coalesce(publishers.name, documents.publisher, voices.name) ELSE voices.name END AS voice
    FROM event_voices AS voices
    JOIN claims ON claims.id = voices.claim_id
    JOIN documents ON documents.id = claims.document_id
    LEFT JOIN publishers ON publishers.id = documents.publisher
    WHERE voices.is_named AND voices.voice IS NOT NULL
        AND (CAST($since AS DATE) IS NULL OR voices.published >= CAST($since AS DATE))
        AND (CAST($until AS DATE) IS NULL OR voices.published <= CAST($until AS DATE))
)
SELECT min(voice) AS voice, themes.theme, word, count(DISTINCT claim_id) AS claims
FROM named
JOIN themes ON starts_with(named.act, themes.start)
GROUP BY regexp_replace(lower(voice), '^the ', ''), themes.theme, word
ORDER BY ALL
