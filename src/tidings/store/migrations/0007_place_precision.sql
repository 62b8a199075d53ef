-- How exactly a claim's place is known (UCDP's where_prec). Views over claims are laid down anew, with the column.

ALTER TABLE claims ADD COLUMN place_precision INTEGER;

CREATE OR REPLACE VIEW spoken_claims AS
SELECT claims.* FROM claims JOIN speaking_documents ON speaking_documents.id = claims.document_id;

CREATE OR REPLACE VIEW listed_claims AS
SELECT
    documents.own_id AS doc,
    claims.* EXCLUDE (id, document_id, sentence_id, made_by),
    substring(documents.text, claims.start + 1, claims."end" - claims.start) AS quote,
    claims.id, claims.document_id, claims.sentence_id, claims.made_by
FROM claims JOIN documents ON documents.id = claims.document_id;
