-- Who holds what. What is told of units is laid down by linking; the map of a day, and what could be known on a day, are
-- made of it by query (tidings/situations/control/*.sql).

-- the units whose holder is asked: those of a country's frame, told of or not, and others that claims mean. A district
-- whose seat is a city is held by who holds the city: `seat` is that unit
CREATE TABLE control_units (
    id VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,  -- district, city, province, crossing
    place VARCHAR NOT NULL,
    pcode VARCHAR,
    province VARCHAR,
    country VARCHAR NOT NULL,
    in_frame BOOLEAN NOT NULL,
    seat VARCHAR
);

-- the side that an actor stands on, on the day of a report
CREATE TABLE actor_sides (
    actor_id VARCHAR NOT NULL,
    day DATE,
    side VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    is_state BOOLEAN NOT NULL
);

-- what each origin says of each unit: a row a claim, unit and origin
CREATE TABLE control_evidence (
    claim_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    published DATE,
    unit_id VARCHAR NOT NULL,
    told VARCHAR NOT NULL,  -- gain, no gain, hold, no hold, left
    side VARCHAR,
    "by" VARCHAR,  -- who it is where the side is not known: nobody named; nobody, nowhere (the place is not named beside it); state; rebels; others
    loser VARCHAR,
    first DATE,
    last DATE,
    manner VARCHAR,
    origin VARCHAR,
    is_named BOOLEAN NOT NULL,
    is_quoted BOOLEAN NOT NULL,
    leaning VARCHAR NOT NULL  -- gainer, loser, witness, third, outlet, unknown; state, rebels where the side is not known
);

-- claims about who holds a place that could not be told
CREATE TABLE control_unresolved (
    claim_id VARCHAR NOT NULL,
    published DATE,
    place VARCHAR NOT NULL
);

-- each change of hands that anybody told, as all reports together have it
CREATE TABLE control_changes (
    id VARCHAR NOT NULL,
    unit_id VARCHAR NOT NULL,
    number INTEGER NOT NULL,  -- of the unit's changes, in their order
    side VARCHAR NOT NULL,
    day DATE NOT NULL,
    first DATE NOT NULL,
    last DATE NOT NULL,
    state VARCHAR,  -- held, claimed, contested; null where it does not stand
    standing VARCHAR NOT NULL,
    manner VARCHAR,
    manner_standing VARCHAR,
    claim_ids VARCHAR[] NOT NULL
);
