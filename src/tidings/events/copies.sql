-- Which report reprints which. At most one original each: the earlier report with which it shares most.
--
-- A copy shares at least twenty 5-grams and half of the shorter text with its original; of one publisher, four fifths:
-- an outlet's bulletins repeat their own phrases. It is `full` where four fifths of both are shared, else `partial`.
-- Of two the original is the one that `order` puts first. A person's decision outranks all of this.

DELETE FROM copies;

INSERT INTO copies BY NAME
WITH directed AS (
    SELECT
        CASE WHEN ones.place > others.place THEN shared_text.one ELSE shared_text.other END AS document_id,
        CASE WHEN ones.place > others.place THEN shared_text.other ELSE shared_text.one END AS original_id,
        CASE WHEN ones.place > others.place THEN one_grams ELSE other_grams END AS grams,
        CASE WHEN ones.place > others.place THEN other_grams ELSE one_grams END AS original_grams,
        least(ones.place, others.place) AS original_place,
        shared_text.shared,
        ones.publisher = others.publisher AS same_publisher
    FROM shared_text
    JOIN orders AS ones ON ones.id = shared_text.one
    JOIN orders AS others ON others.id = shared_text.other
    WHERE ones.work <> others.work
),
by_rule AS (
    SELECT directed.*, 'shared text' AS basis, 1 AS choice
    FROM directed
    ANTI JOIN standing_decisions AS decided
        ON least(decided.one, decided.other) = least(directed.document_id, directed.original_id)
        AND greatest(decided.one, decided.other) = greatest(directed.document_id, directed.original_id)
    WHERE shared >= 20
        AND shared >= least(grams, original_grams) * CASE WHEN same_publisher THEN 0.8 ELSE 0.5 END
),
by_person AS (
    SELECT
        decided.one AS document_id, decided.other AS original_id,
        CASE WHEN directed.document_id = decided.one THEN directed.grams ELSE directed.original_grams END AS grams,
        CASE WHEN directed.document_id = decided.one THEN directed.original_grams ELSE directed.grams END AS original_grams,
        directed.original_place, directed.shared, directed.same_publisher,
        concat(decided.author, ', ', decided.day, ': ', decided.reason) AS basis,
        0 AS choice
    FROM standing_decisions AS decided
    JOIN directed
        ON least(decided.one, decided.other) = least(directed.document_id, directed.original_id)
        AND greatest(decided.one, decided.other) = greatest(directed.document_id, directed.original_id)
    WHERE decided.verdict = 'same'
),
chosen AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY document_id ORDER BY choice, shared DESC, original_place, original_id
        ) AS number
    FROM (SELECT * FROM by_rule UNION ALL BY NAME SELECT * FROM by_person)
)
SELECT
    document_id,
    original_id,
    CASE WHEN shared >= 0.8 * grams AND shared >= 0.8 * original_grams THEN 'full' ELSE 'partial' END AS extent,
    round(shared / greatest(grams, 1), 3) AS share,
    shared,
    grams,
    original_grams,
    CASE
        WHEN basis = 'shared text' AND orders.credits_itself THEN 'shared text; the original carries its own name'
        ELSE basis
    END AS basis
FROM chosen
JOIN orders ON orders.id = chosen.original_id
WHERE number = 1
ORDER BY document_id;

-- A claim is copied where its sentence is: word for word, or half of its 5-grams. In a full reprint, and where a person
-- says so, all are.
DELETE FROM copied_claims;

INSERT INTO copied_claims
WITH reprinted AS (
    SELECT
        claims.id AS claim_id, claims.sentence_id, copies.original_id,
        copies.extent = 'full' OR NOT starts_with(copies.basis, 'shared text') AS is_whole,
        trim(substring(documents.text, sentences.start + 1, sentences."end" - sentences.start)) AS sentence
    FROM copies
    JOIN claims ON claims.document_id = copies.document_id
    JOIN documents ON documents.id = copies.document_id
    LEFT JOIN sentences ON sentences.id = claims.sentence_id AND sentences.document_id = documents.id
),
split AS (
    SELECT DISTINCT sentence_id, original_id, regexp_extract_all(lower(sentence), '[\p{L}\p{N}]+') AS words
    FROM reprinted
    WHERE NOT is_whole
),
runs AS (
    SELECT
        sentence_id, original_id, unnest(words) AS first, unnest(words[2:]) AS second, unnest(words[3:]) AS third,
        unnest(words[4:]) AS fourth, unnest(words[5:]) AS fifth
    FROM split
),
shared AS (
    SELECT runs.sentence_id, runs.original_id, count(grams.gram) / count(*) AS share
    FROM runs
    LEFT JOIN compared_grams AS grams
        ON grams.document_id = runs.original_id
        AND grams.gram = md5_number_lower(concat_ws(' ', first, second, third, fourth, fifth))
    WHERE runs.fifth IS NOT NULL
    GROUP BY runs.sentence_id, runs.original_id
)
SELECT reprinted.claim_id, reprinted.original_id
FROM reprinted
JOIN documents AS originals ON originals.id = reprinted.original_id
LEFT JOIN shared ON shared.sentence_id = reprinted.sentence_id AND shared.original_id = reprinted.original_id
WHERE is_whole OR contains(originals.text, reprinted.sentence) OR shared.share >= 0.5
ORDER BY reprinted.claim_id;

DROP TABLE standing_decisions;
DROP TABLE compared_grams;
DROP TABLE shared_text;
DROP TABLE orders;
