-- How events stand, for what reasons and by whose word; and which events may be one, unsure and so not merged.

ALTER TABLE events ADD COLUMN standing_reasons VARCHAR[];
ALTER TABLE events ADD COLUMN manner_reasons VARCHAR[];
ALTER TABLE events ADD COLUMN flags VARCHAR[];  -- against interest, own favour
ALTER TABLE events ADD COLUMN better_placed VARCHAR[];  -- whose word the event rests on, the best placed first

-- who says what of each event: a row for each claim and origin of it. Rows with one `voice` are one independent voice
CREATE TABLE event_voices (
    event_id VARCHAR NOT NULL,
    claim_id VARCHAR NOT NULL,
    origin VARCHAR,
    voice VARCHAR,
    name VARCHAR NOT NULL,
    word VARCHAR NOT NULL,  -- affirmed, denied, doubtful, planned, feared
    act VARCHAR NOT NULL,
    manner VARCHAR,
    placed VARCHAR NOT NULL,
    rank INTEGER NOT NULL,  -- how well placed: 1 is best
    published DATE,
    is_named BOOLEAN NOT NULL,
    counts BOOLEAN NOT NULL,
    set_aside VARCHAR  -- why the word does not count: copied, beside its sources, taken back, answered
);

-- two events that may be one: how likely, by which comparisons, and what forbids it
CREATE TABLE event_links (
    one VARCHAR NOT NULL,
    other VARCHAR NOT NULL,
    score DOUBLE NOT NULL,
    comparisons VARCHAR[] NOT NULL,
    forbidden VARCHAR
);
