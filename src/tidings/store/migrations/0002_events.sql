-- Events are a view over claims, made anew by linking (tidings/events/*.sql); here only their shape is laid down.

CREATE TABLE events (
    id VARCHAR NOT NULL,
    act VARCHAR NOT NULL,
    actor VARCHAR[] NOT NULL,
    target VARCHAR[] NOT NULL,
    place VARCHAR[] NOT NULL,
    first DATE,
    last DATE,
    claim_ids VARCHAR[] NOT NULL,
    standing VARCHAR NOT NULL,
    manner_standing VARCHAR
);

-- which claim belongs to which event, and why it was put there
CREATE TABLE event_claims (
    event_id VARCHAR NOT NULL,
    claim_id VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
