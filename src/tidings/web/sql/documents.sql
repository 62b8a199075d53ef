-- Reports that speak, the newest first; every condition that is not asked is null. They stand in that order.
WITH found AS (
    SELECT number
    FROM (SELECT rowid AS number, id, publisher, published, lower(title) AS title FROM quick.documents) AS documents
    WHERE
        ($publisher IS NULL OR publisher = $publisher)
        AND (CAST($known_on AS DATE) IS NULL OR published <= CAST($known_on AS DATE))
        /* words */
),
page AS (
    SELECT number FROM found ORDER BY number LIMIT $limit OFFSET $start
)
SELECT documents.*, (SELECT count(*) FROM found) AS total
FROM quick.documents AS documents
WHERE rowid IN (SELECT number FROM page)
ORDER BY rowid
