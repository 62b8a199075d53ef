-- UCDP GED's rows in a form in which they can be compared: `theirs`. A spreadsheet's day is the
-- number of days since the end of 1899.

CREATE OR REPLACE TEMP TABLE theirs AS
SELECT
    line, id, type_of_violence AS kind,
    CASE type_of_violence WHEN '1' THEN 'state-based' WHEN '2' THEN 'non-state' WHEN '3' THEN 'one-sided' END AS told_kind,
    coalesce(TRY_CAST(substr(date_start, 1, 10) AS DATE), DATE '1899-12-30' + CAST(TRY_CAST(date_start AS DOUBLE) AS INTEGER)) AS first, coalesce(TRY_CAST(substr(date_end, 1, 10) AS DATE), DATE '1899-12-30' + CAST(TRY_CAST(date_end AS DOUBLE) AS INTEGER)) AS last,
    where_coordinates AS place, adm_1 AS adm1, adm_2 AS adm2, country,
    TRY_CAST(latitude AS DOUBLE) AS lat, TRY_CAST(longitude AS DOUBLE) AS lon,
    where_prec IN ('1', '2') AS is_exact, where_prec IN ('4', '5', '6', '7') AS is_wide,
    concat_ws('; ', NULLIF(side_a, ''), NULLIF(side_b, '')) AS actors,
    TRY_CAST(low AS DOUBLE) AS low, TRY_CAST(best AS DOUBLE) AS best, TRY_CAST(high AS DOUBLE) AS high
FROM their_rows;
