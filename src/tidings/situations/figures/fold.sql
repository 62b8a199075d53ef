-- Low, best and high of each figure under each house rule, and the tables that are kept.
--
-- Closed words (both ends known) give low and high. An open one widens them only where it contradicts them: "more than 70"
-- is support for 75, and raises the high where all that is known lies below it. Of open words alone the higher floor stays.
-- best, by the rule: 'placed' the figure of the best placed origins, none where they disagree by more than a tenth or where
-- a side alone speaks in its own favour; of equally placed origins the later and higher count is the revised one, unless more
-- of them agree on the earlier, and a stock does not grow; 'conservative' the lowest of the best placed, whenever they spoke; 'corroborated' the lowest until
-- two origins, one of them no party in its own favour, give more; 'none' no figure is chosen.

CREATE OR REPLACE TEMP TABLE ranges AS
WITH closed AS (
    SELECT rule, figure, min(low) AS low, max(high) AS high
    FROM words_of_origins WHERE is_last_word AND is_closed GROUP BY rule, figure
),
floors AS (
    SELECT rule, figure, max(low) AS floor FROM words_of_origins
    WHERE is_last_word AND high IS NULL GROUP BY rule, figure
),
ceilings AS (
    SELECT rule, figure, min(high) AS ceiling FROM words_of_origins
    WHERE is_last_word AND low IS NULL GROUP BY rule, figure
)
SELECT
    told.rule, told.figure,
    CASE
        WHEN closed.figure IS NULL THEN floors.floor
        ELSE least(closed.low, coalesce(ceilings.ceiling, closed.low))
    END AS low,
    CASE
        WHEN closed.figure IS NULL THEN CASE WHEN floors.floor > ceilings.ceiling THEN NULL ELSE ceilings.ceiling END
        ELSE greatest(closed.high, coalesce(floors.floor, closed.high))
    END AS high
FROM (SELECT DISTINCT rule, figure FROM words_of_origins) AS told
LEFT JOIN closed ON closed.rule = told.rule AND closed.figure = told.figure
LEFT JOIN floors ON floors.rule = told.rule AND floors.figure = told.figure
LEFT JOIN ceilings ON ceilings.rule = told.rule AND ceilings.figure = told.figure;

-- Each closed word as one number: a narrow range ("about 200", "nearly thirty") is its middle, a wide one is none.
CREATE OR REPLACE TEMP TABLE numbers AS
SELECT
    rule, figure, origin, rank, kind, published, interest, telling,
    floor((low + high) / 2 + 0.5) AS number
FROM words_of_origins
WHERE is_last_word AND is_closed AND (high <= 1.2 * low OR high - low <= 1);

CREATE OR REPLACE TEMP TABLE bests AS
WITH foremost AS (
    SELECT numbers.*, dense_rank() OVER (PARTITION BY rule, figure ORDER BY numbers.rank) AS standing
    FROM numbers
    -- what a side admits of its own losses is a floor: it is no best where who is of no side counts more, then or later
    ANTI JOIN numbers AS later ON later.rule = numbers.rule AND later.figure = numbers.figure AND numbers.rank = 2
        AND later.rank IN (3, 5) AND later.number > 1.1 * numbers.number AND later.published >= numbers.published
),
said AS (
    SELECT
        rule, figure, rank, kind, number, count(DISTINCT origin) AS origins, max(published) AS published
    FROM foremost WHERE standing = 1 GROUP BY rule, figure, rank, kind, number
),
agreed AS (
    SELECT said.*
    FROM said
    ANTI JOIN said AS revised ON revised.rule = said.rule AND revised.figure = said.figure
        AND said.kind <> 'stock' AND revised.number > said.number AND revised.published > said.published AND revised.origins >= said.origins
),
chosen AS (
    SELECT
        rule, figure,
        min(rank) AS rank,
        arg_max(number, (origins, number)) AS most,
        count(*) FILTER (origins = most_origins) AS heads,
        min(number) AS lowest, max(number) AS highest
    FROM (SELECT *, max(origins) OVER (PARTITION BY rule, figure) AS most_origins FROM agreed)
    GROUP BY rule, figure
),
lowest AS (
    SELECT rule, figure, min(rank) AS rank, arg_min(number, (rank, number)) AS number FROM numbers GROUP BY rule, figure
),
borne_out AS (
    SELECT a.rule, a.figure, max(a.number) AS number
    FROM numbers AS a
    WHERE a.rank < 4 AND (
        SELECT count(DISTINCT b.origin) FROM numbers AS b WHERE b.rule = a.rule AND b.figure = a.figure AND b.number >= a.number
    ) > 1
    GROUP BY a.rule, a.figure
)
SELECT
    chosen.rule, chosen.figure,
    CASE
        WHEN chosen.rank = 4 THEN NULL
        -- "none" against "more than ten thousand": an open word as well placed that excludes it leaves no best.
        WHEN EXISTS (
            SELECT 1 FROM words_of_origins AS w
            WHERE w.rule = chosen.rule AND w.figure = chosen.figure AND w.is_last_word AND NOT w.is_closed AND w.rank <= chosen.rank
                AND (w.low > 1.1 * chosen.most OR w.high < 0.9 * chosen.most)
        ) THEN NULL
        WHEN chosen.heads = 1 OR chosen.highest <= 1.1 * chosen.lowest THEN chosen.most
    END AS placed,
    CASE WHEN lowest.rank <> 4 THEN lowest.number END AS conservative,
    borne_out.number AS borne_out
FROM chosen
JOIN lowest ON lowest.rule = chosen.rule AND lowest.figure = chosen.figure
LEFT JOIN borne_out ON borne_out.rule = chosen.rule AND borne_out.figure = chosen.figure;

CREATE OR REPLACE TEMP TABLE gathered AS
SELECT
    rule, figure,
    any_value(what) AS what,
    any_value(population) AS population,
    any_value(kind) AS kind,
    arg_min(of_told, (of_told IS NULL, telling)) AS of_told,
    arg_min(place_told, (place_told NOT LIKE '%(%', telling)) AS place_told,
    any_value(pcode) AS pcode,
    max(out_of) AS out_of,
    bool_or(basis = 'incremental') AS is_incremental,
    bool_or(basis = 'cumulative') AS is_cumulative,
    CASE WHEN count(DISTINCT lower(blamed)) = 1 THEN arg_min(blamed, (blamed IS NULL, telling)) END AS blamed,
    count(DISTINCT lower(blamed)) AS blames,
    count(DISTINCT origin) AS origins,
    count(DISTINCT source) AS sources,
    count(DISTINCT origin) FILTER (rank < 4) AS credible,
    bool_or(rank = 2 AND blamed IS NOT NULL) AS is_admitted,
    list(claim_id ORDER BY telling) AS claim_ids,
    arg_min(claim_id || ' ' || nth, telling) AS first_telling
FROM words_of_origins
GROUP BY rule, figure;

CREATE OR REPLACE TEMP TABLE refused AS
SELECT DISTINCT gathered.rule, gathered.figure
FROM gathered
JOIN words_of_origins AS said ON said.rule = gathered.rule AND said.figure = gathered.figure
JOIN refusals ON refusals.what = said.what AND refusals.place_key = said.place_key AND refusals.population = said.population
    AND refusals.stance = 'denies' AND (refusals.low, refusals.high) IS NOT DISTINCT FROM (said.low, said.high);

DELETE FROM figures;
DELETE FROM figure_claims;

CREATE OR REPLACE TEMP TABLE folded AS
SELECT
    'fig-' || substr(sha256(concat_ws(' ', gathered.rule, gathered.first_telling)), 1, 16) AS id,
    gathered.figure,
    gathered.what,
    CASE WHEN gathered.population = 'everybody' THEN NULL
         WHEN gathered.population IN (SELECT name FROM figure_populations) THEN gathered.population
         ELSE gathered.of_told END AS of,
    NULLIF(gathered.place_told, '') AS place,
    gathered.pcode,
    days.first, days.last,
    -- A total of a few days may be one battle's toll or several's, and a toll without any day may be of either: they say no
    -- basis, nor do words that say both.
    CASE
        WHEN gathered.kind = 'stock' THEN NULL
        WHEN gathered.kind = 'total' THEN 'cumulative'
        WHEN gathered.is_cumulative OR days.first IS NULL AND days.last IS NULL THEN NULL
        WHEN gathered.is_incremental THEN 'incremental'
    END AS basis,
    gathered.blamed AS by,
    gathered.out_of,
    ranges.low,
    CASE
        WHEN rules.kinds IS NOT NULL AND gathered.sources < rules.kinds THEN NULL
        WHEN rules.best = 'placed' THEN bests.placed
        WHEN rules.best = 'conservative' THEN bests.conservative
        WHEN rules.best = 'corroborated' THEN coalesce(bests.borne_out, ranges.low)
    END AS best,
    ranges.high,
    gathered.rule,
    CASE
        WHEN rules.grade = 'unama' THEN CASE WHEN gathered.sources >= rules.kinds THEN 'verified' ELSE 'held out' END
        WHEN rules.grade = 'airwars' THEN CASE
            WHEN refused.figure IS NOT NULL AND gathered.credible = 0 THEN 'discounted'
            WHEN gathered.is_admitted THEN 'confirmed'
            WHEN gathered.blames > 1 THEN 'contested'
            WHEN gathered.credible > 1 THEN 'fair'
            ELSE 'weak'
        END
    END AS grade,
    gathered.origins,
    list_distinct(gathered.claim_ids) AS claim_ids
FROM gathered
JOIN figure_rules AS rules ON rules.name = gathered.rule
JOIN ranges ON ranges.rule = gathered.rule AND ranges.figure = gathered.figure
LEFT JOIN bests ON bests.rule = gathered.rule AND bests.figure = gathered.figure
LEFT JOIN refused ON refused.rule = gathered.rule AND refused.figure = gathered.figure
JOIN (SELECT figure, any_value(first) AS first, any_value(last) AS last FROM alike GROUP BY figure) AS days ON days.figure = gathered.figure;

INSERT INTO figures BY NAME SELECT * EXCLUDE (figure) FROM folded ORDER BY rule, id;

INSERT INTO figure_claims BY NAME
SELECT
    folded.id AS figure_id, said.claim_id, said.origin,
    said.reason || CASE
        WHEN NOT said.is_last_word THEN '; the same origin says more or later'
        WHEN NOT said.is_closed THEN '; open, as support'
        ELSE ''
    END AS reason
FROM words_of_origins AS said
JOIN folded ON folded.rule = said.rule AND folded.figure = said.figure
ORDER BY figure_id, said.telling;
