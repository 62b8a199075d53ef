-- What one telling leaves unsaid and another plainly gives. Each column is filled only where one thing alone can be meant.
--
-- population: contradictory tolls ("Twelve soldiers, says a sergeant. Five, says the spokesman.") name it once: a figure of
-- nobody in particular takes that of the one told before it in the same report, of the same measure, place and days, by
-- another voice. place_of, pcode: the one qualifier or code that this name has. out_of: the one frame of that day.

CREATE OR REPLACE TEMP TABLE told AS
WITH before AS (
    SELECT
        tellings.telling,
        last_value(CASE WHEN tellings.population <> 'everybody' THEN tellings.population END IGNORE NULLS) OVER earlier AS population,
        last_value(CASE WHEN tellings.population <> 'everybody' THEN tellings.of_told END IGNORE NULLS) OVER earlier AS of_told,
        last_value(CASE WHEN tellings.population <> 'everybody' THEN voices.origin END IGNORE NULLS) OVER earlier AS origin
    FROM tellings
    JOIN voices ON voices.telling = tellings.telling
    WINDOW earlier AS (PARTITION BY tellings.document_id, tellings.what, tellings.place_key, tellings.first, tellings.last ORDER BY tellings.telling
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
qualifiers AS (
    SELECT place_key, min(place_of) AS place_of FROM tellings
    WHERE place_of IS NOT NULL GROUP BY place_key HAVING count(DISTINCT place_of) = 1
),
codes AS (
    SELECT place_key, min(pcode) AS pcode FROM tellings
    WHERE pcode IS NOT NULL GROUP BY place_key HAVING count(DISTINCT pcode) = 1
),
frames AS (
    SELECT what, place_key, coalesce(last, first) AS day, min(out_of) AS out_of FROM tellings
    WHERE out_of IS NOT NULL GROUP BY ALL HAVING count(DISTINCT out_of) = 1
)
SELECT
    tellings.* EXCLUDE (population, of_told, place_of, pcode, out_of),
    voices.* EXCLUDE (telling),
    CASE WHEN fills THEN before.population ELSE tellings.population END AS population,
    CASE WHEN fills THEN before.of_told ELSE tellings.of_told END AS of_told,
    coalesce(tellings.place_of, qualifiers.place_of, '') AS place_of,
    coalesce(tellings.pcode, codes.pcode) AS pcode,
    coalesce(tellings.out_of, frames.out_of) AS out_of
FROM (
    SELECT
        tellings.telling,
        tellings.population = 'everybody' AND before.population IS NOT NULL AND before.origin <> voices.origin
            AND tellings.place_key <> '' AS fills
    FROM tellings JOIN voices ON voices.telling = tellings.telling JOIN before ON before.telling = tellings.telling
) AS filled
JOIN tellings ON tellings.telling = filled.telling
JOIN voices ON voices.telling = filled.telling
JOIN before ON before.telling = filled.telling
LEFT JOIN qualifiers ON qualifiers.place_key = tellings.place_key
LEFT JOIN codes ON codes.place_key = tellings.place_key
LEFT JOIN frames ON frames.what = tellings.what AND frames.place_key = tellings.place_key
    AND frames.day = coalesce(tellings.last, tellings.first) AND tellings.kind = 'stock';
