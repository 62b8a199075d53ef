-- The places that claims mean, from the gazetteer, made anew by linking. `within` are the ids of what holds them, nearest first;
-- a point is null where no source has one, and `point` says whether it was given or derived.

CREATE TABLE places (
    id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    country VARCHAR NOT NULL,
    adm1 VARCHAR,
    adm2 VARCHAR,
    pcode VARCHAR,
    lat DOUBLE,
    lon DOUBLE,
    point VARCHAR NOT NULL,
    within VARCHAR[] NOT NULL
);
