-- What one telling leaves unsaid and another plainly gives. Each column is filled only where one thing alone can be meant.
--
-- population: contradictory tolls ("Twelve soldiers, says a sergeant. Five, says the spokesman.") name it once: a figure of
-- nobody in particular takes that of the one told before it in the same report, of the same measure, place and days, by
-- another voice. place: a total without one takes that of the one series it can belong to (same measure, population, first
-- day), for a series names its place once. place_of, pcode: the one qualifier or code that this name has.
-- out_of: the one frame of that day, or of that number.

-- A long exact number of one measure since one day ("359,002 displaced since January") is one figure, whoever repeats it: it
-- keeps the place and population of its first telling that has them.

CREATE OR REPLACE TEMP TABLE settled AS
WITH long_numbers AS (
    SELECT
        what, low, first,
        arg_min(place_key, telling) FILTER (place_key <> '') AS place_key,
        arg_min(place_told, telling) FILTER (place_key <> '') AS place_told,
        arg_min(place_of, telling) FILTER (place_key <> '') AS place_of,
        arg_min(population, telling) FILTER (population <> 'everybody') AS population,
        arg_min(of_told, telling) FILTER (population <> 'everybody') AS of_told
    FROM tellings WHERE is_long AND kind = 'total' GROUP BY what, low, first
)
SELECT
    tellings.* EXCLUDE (place_key, place_told, place_of, pcode, population, of_told),
    -- a code goes with its own place
    CASE WHEN coalesce(l.place_key, tellings.place_key) = tellings.place_key THEN tellings.pcode END AS pcode,
    coalesce(l.place_key, tellings.place_key) AS place_key,
    coalesce(l.place_told, tellings.place_told) AS place_told,
    CASE WHEN l.place_key IS NULL THEN tellings.place_of ELSE l.place_of END AS place_of,
    coalesce(l.population, tellings.population) AS population,
    coalesce(l.of_told, tellings.of_told) AS of_told
FROM tellings
LEFT JOIN long_numbers AS l ON tellings.is_long AND tellings.kind = 'total' AND l.what = tellings.what AND l.low = tellings.low
    AND l.first IS NOT DISTINCT FROM tellings.first;

CREATE OR REPLACE TEMP TABLE told AS
WITH before AS (
    SELECT
        tellings.telling,
        last_value(CASE WHEN tellings.population <> 'everybody' THEN tellings.population END IGNORE NULLS) OVER earlier AS population,
        last_value(CASE WHEN tellings.population <> 'everybody' THEN tellings.of_told END IGNORE NULLS) OVER earlier AS of_told,
        last_value(CASE WHEN tellings.population <> 'everybody' THEN voices.origin END IGNORE NULLS) OVER earlier AS origin
    FROM settled AS tellings
    JOIN voices ON voices.telling = tellings.telling
    WINDOW earlier AS (PARTITION BY tellings.document_id, tellings.what, tellings.place_key, tellings.first, tellings.last ORDER BY tellings.telling
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
qualifiers AS (
    SELECT place_key, min(place_of) AS place_of FROM settled AS tellings
    WHERE place_of IS NOT NULL GROUP BY place_key HAVING count(DISTINCT place_of) = 1
),
series AS (
    SELECT what, population, first, min(place_key) AS place_key, min(place_told) AS place_told FROM settled AS tellings
    WHERE kind = 'total' AND place_key <> '' AND first IS NOT NULL
    GROUP BY what, population, first HAVING count(DISTINCT place_key) = 1
),
codes AS (
    SELECT place_key, min(pcode) AS pcode FROM settled AS tellings
    WHERE pcode IS NOT NULL GROUP BY place_key HAVING count(DISTINCT pcode) = 1
),
frames AS (
    SELECT what, place_key, coalesce(last, first) AS day, min(out_of) AS out_of FROM settled AS tellings
    WHERE out_of IS NOT NULL GROUP BY ALL HAVING count(DISTINCT out_of) = 1
),
number_frames AS (
    SELECT what, place_key, population, low, high, min(out_of) AS out_of FROM settled
    WHERE out_of IS NOT NULL AND kind = 'stock' GROUP BY ALL HAVING count(DISTINCT out_of) = 1
)
SELECT
    tellings.* EXCLUDE (population, of_told, place_key, place_told, place_of, pcode, out_of),
    voices.* EXCLUDE (telling),
    CASE WHEN fills THEN before.population ELSE tellings.population END AS population,
    CASE WHEN fills THEN before.of_told ELSE tellings.of_told END AS of_told,
    coalesce(series.place_key, tellings.place_key) AS place_key,
    coalesce(series.place_told, tellings.place_told) AS place_told,
    coalesce(tellings.place_of, qualifiers.place_of, '') AS place_of,
    coalesce(tellings.pcode, codes.pcode) AS pcode,
    coalesce(tellings.out_of, frames.out_of, number_frames.out_of) AS out_of
FROM (
    SELECT
        tellings.telling,
        tellings.population = 'everybody' AND before.population IS NOT NULL AND before.origin <> voices.origin
            AND tellings.place_key <> '' AS fills
    FROM settled AS tellings JOIN voices ON voices.telling = tellings.telling JOIN before ON before.telling = tellings.telling
) AS filled
JOIN settled AS tellings ON tellings.telling = filled.telling
JOIN voices ON voices.telling = filled.telling
JOIN before ON before.telling = filled.telling
LEFT JOIN series ON tellings.place_key = '' AND tellings.kind = 'total'
    AND series.what = tellings.what AND series.population = tellings.population AND series.first = tellings.first
LEFT JOIN qualifiers ON qualifiers.place_key = tellings.place_key
LEFT JOIN codes ON codes.place_key = tellings.place_key
LEFT JOIN frames ON frames.what = tellings.what AND frames.place_key = tellings.place_key
    AND frames.day = coalesce(tellings.last, tellings.first) AND tellings.kind = 'stock'
LEFT JOIN number_frames ON number_frames.what = tellings.what AND number_frames.place_key = tellings.place_key
    AND number_frames.population = tellings.population AND tellings.kind = 'stock' AND NOT tellings.is_dated
    AND (number_frames.low, number_frames.high) IS NOT DISTINCT FROM (tellings.low, tellings.high);
