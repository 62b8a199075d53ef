-- ACLED's rows in a form in which they can be compared: `theirs`. A day known to the week or month is its middle.

CREATE OR REPLACE TEMP TABLE theirs AS
WITH dated AS (
    SELECT
        *,
        -- exports of older tools write 31 December 2010
        coalesce(TRY_CAST(event_date AS DATE), CAST(try_strptime(event_date, ['%d %B %Y', '%d-%b-%Y', '%d/%m/%Y']) AS DATE),
            -- a spreadsheet's day is the number of days since the end of 1899
            DATE '1899-12-30' + CAST(TRY_CAST(event_date AS DOUBLE) AS INTEGER)) AS day,
        CASE time_precision WHEN '2' THEN 3 WHEN '3' THEN 15 ELSE 0 END AS around
    FROM their_rows
)
SELECT
    line, event_id_cnty AS id, event_type AS kind, sub_event_type AS told_kind, day - around AS first, day + around AS last,
    location AS place, admin1 AS adm1, admin2 AS adm2, country,
    TRY_CAST(latitude AS DOUBLE) AS lat, TRY_CAST(longitude AS DOUBLE) AS lon,
    coalesce(geo_precision, '1') = '1' AS is_exact, geo_precision = '3' AS is_wide,
    concat_ws('; ', NULLIF(actor1, ''), NULLIF(actor2, '')) AS actors,
    TRY_CAST(fatalities AS DOUBLE) AS low, TRY_CAST(fatalities AS DOUBLE) AS best, TRY_CAST(fatalities AS DOUBLE) AS high
FROM dated;
