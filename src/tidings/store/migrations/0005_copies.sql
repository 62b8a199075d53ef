-- Copies, origins and persons' decisions.

-- a quarter of the 5-grams of each report, by their hash; made once for each document, since its text never changes
CREATE TABLE sampled_grams (
    document_id VARCHAR NOT NULL,
    gram UBIGINT NOT NULL
);

-- what persons decided: a copy of what the ledger holds, in the order in which they did
CREATE TABLE decisions (
    number INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    about VARCHAR NOT NULL,  -- copies: `one` is a report and `other` what it copies; events: two claims
    verdict VARCHAR NOT NULL,  -- same, different
    one VARCHAR NOT NULL,
    other VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    day DATE NOT NULL
);

-- of two decisions on one pair the later one holds
CREATE VIEW holding_decisions AS
SELECT decisions.*
FROM decisions
ANTI JOIN decisions AS later
    ON later.about = decisions.about
    AND least(later.one, later.other) = least(decisions.one, decisions.other)
    AND greatest(later.one, later.other) = greatest(decisions.one, decisions.other)
    AND later.number > decisions.number;

-- which report reprints which, how much of it stands there, and how one knows: counted are different 5-grams
CREATE TABLE copies (
    document_id VARCHAR NOT NULL,
    original_id VARCHAR NOT NULL,
    extent VARCHAR NOT NULL,
    share DOUBLE NOT NULL,
    shared INTEGER NOT NULL,
    grams INTEGER NOT NULL,
    original_grams INTEGER NOT NULL,
    basis VARCHAR NOT NULL
);

-- claims that stand in reprinted text: they add no voice to the original's
CREATE TABLE copied_claims (
    claim_id VARCHAR NOT NULL,
    original_id VARCHAR NOT NULL
);

-- ids that events had before more was read, or a person decided: history, and no part of what is derived
CREATE TABLE event_aliases (
    alias VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL
);

-- who first says each claim; speakers side by side are as many origins. A null origin is unknown: shared, never independent
CREATE TABLE claim_origins (
    claim_id VARCHAR NOT NULL,
    origin VARCHAR,
    name VARCHAR,
    kind VARCHAR NOT NULL,
    basis VARCHAR NOT NULL
);
