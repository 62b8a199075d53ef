-- One table a record, one column a field. Rows come in by the shard and are never changed in place, so there are no
-- keys to keep up: ids are made from content, and loading takes care that each stands once.

CREATE TABLE documents (
    id VARCHAR NOT NULL,
    work VARCHAR NOT NULL,
    own_id VARCHAR NOT NULL,
    publisher VARCHAR,
    publisher_basis VARCHAR,
    author VARCHAR,
    url VARCHAR,
    title VARCHAR,
    dateline VARCHAR,
    text VARCHAR NOT NULL,
    raw_text VARCHAR,
    language VARCHAR,
    kind VARCHAR,
    published DATE,
    published_basis VARCHAR,
    raw_path VARCHAR,
    raw_sha256 VARCHAR,
    extra MAP(VARCHAR, VARCHAR) NOT NULL
);

CREATE TABLE sentences (
    id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    index INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind VARCHAR NOT NULL
);

CREATE TABLE claims (
    id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    sentence_id VARCHAR NOT NULL,
    act VARCHAR NOT NULL,
    actor VARCHAR[] NOT NULL,
    target VARCHAR[] NOT NULL,
    place VARCHAR[] NOT NULL,
    destination VARCHAR[] NOT NULL,
    first DATE,
    last DATE,
    precision VARCHAR,
    counts STRUCT(
        what VARCHAR,
        low DOUBLE,
        high DOUBLE,
        "of" VARCHAR,
        basis VARCHAR,
        about BOOLEAN,
        out_of BIGINT,
        text VARCHAR
    )[] NOT NULL,
    said_by VARCHAR[][] NOT NULL,  -- a link is a list: one speaker, or several side by side
    stance VARCHAR NOT NULL,
    certainty VARCHAR NOT NULL,
    manner VARCHAR,
    hedged BOOLEAN NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    actor_ids VARCHAR[] NOT NULL,
    target_ids VARCHAR[] NOT NULL,
    place_ids VARCHAR[] NOT NULL,
    destination_ids VARCHAR[] NOT NULL,
    speaker_ids VARCHAR[] NOT NULL,
    interest VARCHAR,
    against_interest BOOLEAN,
    made_by VARCHAR[] NOT NULL
);

-- document_id is null where nothing could be kept: the file, or the row of it, made no document; a drop of stage
-- `note` tells of a document that was read all the same
CREATE TABLE drops (
    id VARCHAR NOT NULL,
    document_id VARCHAR,
    stage VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    "where" VARCHAR NOT NULL
);

CREATE TABLE publishers (
    id VARCHAR NOT NULL,
    name VARCHAR,
    kind VARCHAR,
    country VARCHAR,
    side VARCHAR
);

-- what stands in the tables, and which shard it came from: compared with the ledger whenever shards are loaded
CREATE TABLE loaded (
    owner VARCHAR NOT NULL,  -- a document, or a drop that belongs to none
    shard VARCHAR NOT NULL
);

-- by which rules the events were linked; empty when claims have changed since
CREATE TABLE linked (
    rules VARCHAR NOT NULL
);

-- every document with its version: versions of one work in the order of their days, undated ones first
CREATE VIEW versions AS
SELECT
    *,
    row_number() OVER (PARTITION BY work ORDER BY published NULLS FIRST, id) AS version,
    count(*) OVER (PARTITION BY work) AS versions
FROM documents;

-- of several versions of one report the latest speaks
CREATE VIEW speaking_documents AS
SELECT * EXCLUDE (versions) FROM versions WHERE version = versions;

CREATE VIEW spoken_claims AS
SELECT claims.* FROM claims JOIN speaking_documents ON speaking_documents.id = claims.document_id;

-- as the command line lists them: documents with the reason why they were left unread, and what made no document at all
CREATE VIEW listed_documents AS
SELECT
    own_id AS doc, publisher, publisher_basis, author, published, published_basis, title, kind, language,
    (
        SELECT string_agg(reason, '; ' ORDER BY reason)
        FROM drops WHERE drops.document_id = versions.id AND drops.what = versions.id
    ) AS dropped_because,
    version, id, raw_path AS "where"
FROM versions
UNION ALL BY NAME
SELECT what AS doc, reason AS dropped_because, id, "where" FROM drops WHERE document_id IS NULL AND stage <> 'note';

CREATE VIEW listed_claims AS
SELECT
    documents.own_id AS doc,
    claims.* EXCLUDE (id, document_id, sentence_id, made_by),
    substring(documents.text, claims.start + 1, claims."end" - claims.start) AS quote,
    claims.id, claims.document_id, claims.sentence_id, claims.made_by
FROM claims JOIN documents ON documents.id = claims.document_id;
