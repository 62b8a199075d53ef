-- Pairs of reports that may share text, and how much they share: first a sample finds them, then all words are compared.
--
-- shared_text: two reports, the number of 5-grams of each, and how many they share.
--
-- Of all reports that hold a 5-gram only the first in `orders` meets the others: so a story that fifty outlets reprint
-- makes fifty pairs, and not over a thousand.

CREATE OR REPLACE TEMP TABLE standing_decisions AS
SELECT documents.id AS one, originals.id AS other, decisions.verdict, decisions.author, decisions.reason, decisions.day
FROM holding_decisions AS decisions
JOIN versions AS told ON told.id = decisions.one
JOIN versions AS told_original ON told_original.id = decisions.other
-- a decision on a report holds for its later versions
JOIN speaking_documents AS documents ON documents.work = told.work
JOIN speaking_documents AS originals ON originals.work = told_original.work
WHERE decisions.about = 'copies' AND documents.id <> originals.id;

CREATE OR REPLACE TEMP TABLE first_pairs AS
WITH firsts AS (
    SELECT sampled_grams.gram, arg_min(orders.id, orders.place) AS one
    FROM sampled_grams JOIN orders ON orders.id = sampled_grams.document_id
    GROUP BY sampled_grams.gram
    HAVING count(*) > 1
),
met AS (
    SELECT firsts.one, sampled_grams.document_id AS other
    FROM firsts JOIN sampled_grams USING (gram)
    WHERE firsts.one <> sampled_grams.document_id
    GROUP BY firsts.one, sampled_grams.document_id
    HAVING count(*) > 1  -- one run of words in common is a phrase
)
SELECT least(one, other) AS one, greatest(one, other) AS other FROM met
UNION
SELECT least(one, other), greatest(one, other) FROM standing_decisions;

CREATE OR REPLACE TEMP TABLE compared_grams AS
WITH texts AS (
    SELECT id, regexp_extract_all(lower(text), '[\p{L}\p{N}]+') AS words
    FROM speaking_documents
    WHERE id IN (SELECT one FROM first_pairs UNION SELECT other FROM first_pairs)
),
runs AS (
    SELECT
        id, unnest(words) AS first, unnest(words[2:]) AS second, unnest(words[3:]) AS third, unnest(words[4:]) AS fourth,
        unnest(words[5:]) AS fifth
    FROM texts
)
SELECT DISTINCT id AS document_id, md5_number_lower(concat_ws(' ', first, second, third, fourth, fifth)) AS gram
FROM runs
WHERE fifth IS NOT NULL;

CREATE OR REPLACE TEMP TABLE gram_counts AS
SELECT document_id, count(*) AS grams FROM compared_grams GROUP BY document_id;

CREATE OR REPLACE TEMP TABLE shared_text AS
WITH shared AS (
    SELECT pairs.one, pairs.other, count(*) AS shared
    FROM first_pairs AS pairs
    JOIN compared_grams AS ones ON ones.document_id = pairs.one
    JOIN compared_grams AS others ON others.document_id = pairs.other AND others.gram = ones.gram
    GROUP BY pairs.one, pairs.other
)
SELECT
    pairs.one, pairs.other, coalesce(shared.shared, 0) AS shared,
    coalesce(ones.grams, 0) AS one_grams, coalesce(others.grams, 0) AS other_grams
FROM first_pairs AS pairs
LEFT JOIN shared ON shared.one = pairs.one AND shared.other = pairs.other
LEFT JOIN gram_counts AS ones ON ones.document_id = pairs.one
LEFT JOIN gram_counts AS others ON others.document_id = pairs.other;

DROP TABLE first_pairs;
DROP TABLE gram_counts;
