-- A sample of the text of every document that speaks: the runs of five words whose hash falls into one quarter.
--
-- This is scaled MinHash (FracMinHash). Unlike a MinHash of fixed size it keeps how much of a short text stands in a
-- long one, so that a reprint of three paragraphs is found too. The sample only finds pairs to compare; `copies`
-- compares all their words. MD5 stays the same from one version of the database to the next, and so do samples.

DELETE FROM sampled_grams WHERE document_id NOT IN (SELECT id FROM speaking_documents);

INSERT INTO sampled_grams
WITH texts AS (
    SELECT id, regexp_extract_all(lower(text), '[\p{L}\p{N}]+') AS words
    FROM speaking_documents
    WHERE id NOT IN (SELECT document_id FROM sampled_grams)
),
runs AS (
    SELECT
        id, unnest(words) AS first, unnest(words[2:]) AS second, unnest(words[3:]) AS third, unnest(words[4:]) AS fourth,
        unnest(words[5:]) AS fifth
    FROM texts
),
grams AS (
    SELECT id AS document_id, md5_number_lower(concat_ws(' ', first, second, third, fourth, fifth)) AS gram
    FROM runs
    WHERE fifth IS NOT NULL
)
SELECT DISTINCT document_id, gram FROM grams WHERE gram % 4 = 0;
