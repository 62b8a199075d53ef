-- How many events of each standing there are up to a day.
SELECT standing, count(*) AS events
FROM quick.events
WHERE (CAST($as_of AS DATE) IS NULL OR coalesce(first, last, known) <= CAST($as_of AS DATE))
    AND (CAST($known_on AS DATE) IS NULL OR known <= CAST($known_on AS DATE))
GROUP BY standing ORDER BY standing
