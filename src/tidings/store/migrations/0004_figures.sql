-- Figures are a view over claims, made anew by linking (tidings/situations/figures/*.sql); here only their shape is laid
-- down. One row a figure and house rule.

CREATE TABLE figures (
    id VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    "of" VARCHAR,
    place VARCHAR,
    pcode VARCHAR,
    first DATE,
    last DATE,
    basis VARCHAR,
    "by" VARCHAR,
    out_of BIGINT,
    low DOUBLE,
    best DOUBLE,
    high DOUBLE,
    rule VARCHAR NOT NULL,
    grade VARCHAR,
    origins INTEGER NOT NULL,
    claim_ids VARCHAR[] NOT NULL
);

-- which claim stands behind which figure, and what it did there
CREATE TABLE figure_claims (
    figure_id VARCHAR NOT NULL,
    claim_id VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);

-- arithmetic that does not come out, told and never repaired
CREATE TABLE figure_checks (
    id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    "of" VARCHAR,
    place VARCHAR,
    first DATE,
    last DATE,
    found VARCHAR NOT NULL,
    cause VARCHAR,
    claim_ids VARCHAR[] NOT NULL
);
