-- What linking keeps, so that it links anew only what has changed since (events/changed.sql). It can always be made again:
-- all is linked anew when these tables are empty, or were made by other rules.

CREATE TABLE linked_by (
    rules VARCHAR NOT NULL
);

-- a hash of all that linking reads of a claim: another one, and the claim is linked again
CREATE TABLE linked_claims (
    claim_id VARCHAR NOT NULL,
    print UBIGINT NOT NULL
);

-- each claim, or each of its places, put into a form in which two can be compared (events/keys.sql)
CREATE TABLE linked_keys (
    claim_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    published DATE,
    act VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    certainty VARCHAR NOT NULL,
    actors VARCHAR[] NOT NULL,
    targets VARCHAR[] NOT NULL,
    key_targets VARCHAR[] NOT NULL,
    denied_act VARCHAR NOT NULL,
    part VARCHAR NOT NULL,
    is_total BOOLEAN NOT NULL,
    first DATE,
    last DATE,
    is_dated BOOLEAN NOT NULL,
    place_told VARCHAR,
    place_id VARCHAR,
    place_key VARCHAR,
    bare_name VARCHAR,
    place_of VARCHAR,
    act_key VARCHAR NOT NULL,
    proposition BIGINT NOT NULL,
    place_name VARCHAR,
    cell VARCHAR NOT NULL  -- only within a cell can two claims be compared by `pair` and `deny`
);

-- to which event each row of linked_keys went
CREATE TABLE linked_events (
    claim_id VARCHAR NOT NULL,
    proposition BIGINT NOT NULL,
    event_id VARCHAR NOT NULL
);

-- what `near` compares: tellings that lead an event
CREATE TABLE linked_heads (
    proposition BIGINT NOT NULL,
    cell VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    act_key VARCHAR NOT NULL,
    place_key VARCHAR NOT NULL,
    place_id VARCHAR,
    place_name VARCHAR NOT NULL,
    is_total BOOLEAN NOT NULL,
    first DATE NOT NULL,
    last DATE NOT NULL,
    actors VARCHAR[] NOT NULL,
    targets VARCHAR[] NOT NULL,
    key_targets VARCHAR[] NOT NULL,
    claim_id VARCHAR NOT NULL,
    print UBIGINT NOT NULL,
    family VARCHAR NOT NULL,
    place_kind VARCHAR,
    within VARCHAR[],
    lat DOUBLE,
    lon DOUBLE
);

-- pairs of heads that came near, with what their comparison found
CREATE TABLE linked_near (
    one BIGINT NOT NULL,
    other BIGINT NOT NULL,
    forbidden VARCHAR,
    score DOUBLE NOT NULL,
    comparisons VARCHAR[] NOT NULL
);

-- heads that were merged into another
CREATE TABLE linked_merges (
    head BIGINT NOT NULL,
    lead BIGINT NOT NULL,
    score DOUBLE NOT NULL
);

-- tellings and denials that can mean several events
CREATE TABLE linked_unsure (
    one BIGINT NOT NULL,
    other BIGINT NOT NULL,
    score DOUBLE NOT NULL,
    comparison VARCHAR NOT NULL,
    cell VARCHAR NOT NULL
);
