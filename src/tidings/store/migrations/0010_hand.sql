-- A person's hand on readings: claims as they were corrected, claims that are none, and what decisions name here.

ALTER TABLE decisions ADD COLUMN field VARCHAR;  -- about claims: the field that is corrected
ALTER TABLE decisions ADD COLUMN value VARCHAR;  -- its value, as JSON
ALTER TABLE decisions ADD COLUMN named VARCHAR;  -- what is named, so that it is found again under another id, as JSON

-- what the names in each decision mean here now; null where they mean nothing, so that the decision waits
CREATE TABLE decision_names (
    number INTEGER NOT NULL,
    one VARCHAR,
    other VARCHAR
);

-- Of two decisions on one pair, or on one field of a claim, the later one holds; what names nothing here does not.
CREATE OR REPLACE VIEW holding_decisions AS
WITH meant AS (
    SELECT decisions.* REPLACE (coalesce(names.one, decisions.one) AS one, coalesce(names.other, decisions.other) AS other)
    FROM decisions
    LEFT JOIN decision_names AS names ON names.number = decisions.number
    WHERE names.number IS NULL OR (names.one IS NOT NULL AND names.other IS NOT NULL)
)
SELECT meant.*
FROM meant
ANTI JOIN meant AS later
    ON later.about = meant.about
    AND later.field IS NOT DISTINCT FROM meant.field
    AND least(later.one, later.other) = least(meant.one, meant.other)
    AND greatest(later.one, later.other) = greatest(meant.one, meant.other)
    AND later.number > meant.number;

-- Claims as a person corrected them, whole: the columns are those of claims. The machine's own reading stays there.
CREATE TABLE corrected_claims AS FROM claims LIMIT 0;

-- claims that a person rejected: kept, shown, and counted for nothing
CREATE TABLE rejected_claims (
    claim_id VARCHAR NOT NULL
);

-- claims as they are held to be: as corrected where a person did, else as read; rejected ones too
CREATE VIEW held_claims AS
SELECT * FROM claims WHERE id NOT IN (SELECT id FROM corrected_claims)
UNION ALL BY NAME
SELECT * FROM corrected_claims;

CREATE OR REPLACE VIEW spoken_claims AS
SELECT held_claims.* FROM held_claims JOIN speaking_documents ON speaking_documents.id = held_claims.document_id
WHERE held_claims.id NOT IN (SELECT claim_id FROM rejected_claims);

-- by whom each claim was corrected or rejected, when and why, in the order of the decisions
CREATE VIEW claim_hands AS
SELECT
    one AS claim_id,
    list(concat(field, ' corrected by ', author, ', ', day, ': ', reason) ORDER BY number) FILTER (verdict = 'correct') AS corrected,
    max(concat('by ', author, ', ', day, ': ', reason)) FILTER (verdict = 'reject') AS rejected
FROM holding_decisions
WHERE about = 'claims'
GROUP BY one;

CREATE OR REPLACE VIEW listed_claims AS
SELECT
    documents.own_id AS doc,
    claims.* EXCLUDE (id, document_id, sentence_id, made_by),
    substring(documents.text, claims.start + 1, claims."end" - claims.start) AS quote,
    coalesce(hands.corrected, []) AS corrected, hands.rejected,
    claims.id, claims.document_id, claims.sentence_id, claims.made_by
FROM held_claims AS claims
JOIN documents ON documents.id = claims.document_id
LEFT JOIN claim_hands AS hands ON hands.claim_id = claims.id;

-- the same as the machine read them, whatever a person said since
CREATE VIEW read_claims AS
SELECT
    documents.own_id AS doc,
    claims.* EXCLUDE (id, document_id, sentence_id, made_by),
    substring(documents.text, claims.start + 1, claims."end" - claims.start) AS quote,
    coalesce(hands.corrected, []) AS corrected, hands.rejected,
    claims.id, claims.document_id, claims.sentence_id, claims.made_by
FROM claims
JOIN documents ON documents.id = claims.document_id
LEFT JOIN claim_hands AS hands ON hands.claim_id = claims.id;
