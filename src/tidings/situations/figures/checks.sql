-- Arithmetic that does not come out: told with its likely cause, never repaired.
--
-- sum: killed and injured are the casualties · frame: those who hold districts share out the country's · parts: two parts
-- of a period are the whole · series: what one origin counts from one day on does not fall · share: a percentage is that
-- of its numbers. Only exact numbers are checked, and only where measure, population, place and period are the same.

CREATE OR REPLACE TEMP MACRO printed(number) AS format('{:,}', CAST(number AS BIGINT));
-- Whether two numbers differ only by two neighbouring digits that changed places.
CREATE OR REPLACE TEMP MACRO is_transposed(a, b) AS a <> b AND len(printed(a)) = len(printed(b)) AND len(list_filter(
    range(1, len(CAST(CAST(a AS BIGINT) AS VARCHAR))),
    lambda p: CAST(CAST(b AS BIGINT) AS VARCHAR) = concat(
        substr(CAST(CAST(a AS BIGINT) AS VARCHAR), 1, p - 1), substr(CAST(CAST(a AS BIGINT) AS VARCHAR), p + 1, 1),
        substr(CAST(CAST(a AS BIGINT) AS VARCHAR), p, 1), substr(CAST(CAST(a AS BIGINT) AS VARCHAR), p + 2)
    )
)) > 0;
CREATE OR REPLACE TEMP MACRO swapped(told, meant) AS
    CASE WHEN is_transposed(told, meant) THEN concat('transposed digits: ', printed(told), ' for ', printed(meant)) END;

CREATE OR REPLACE TEMP TABLE exact AS SELECT *, low AS number FROM told WHERE low = high AND what IS NOT NULL;

DELETE FROM figure_checks;

INSERT INTO figure_checks BY NAME
WITH harmed AS (
    SELECT DISTINCT document_id, what, population, place_key, place_told, first, last, number, claim_id, origin FROM exact
    WHERE what IN ('killed', 'injured', 'casualties') AND kind <> 'stock'
),
sums AS (
    SELECT
        killed.document_id, killed.population, killed.place_told AS place, killed.first, killed.last,
        killed.number AS killed, injured.number AS injured, casualties.number AS casualties,
        list_distinct([killed.claim_id, injured.claim_id, casualties.claim_id]) AS claim_ids,
        casualties.document_id = killed.document_id AS is_same_report
    FROM harmed AS killed
    JOIN harmed AS injured ON injured.what = 'injured' AND injured.document_id = killed.document_id
        AND (injured.population = killed.population OR injured.population = 'everybody')
        AND injured.place_key = killed.place_key AND (injured.first, injured.last) IS NOT DISTINCT FROM (killed.first, killed.last)
    JOIN harmed AS casualties ON casualties.what = 'casualties'
        AND (casualties.population = killed.population OR casualties.population = 'everybody')
        AND casualties.place_key = killed.place_key
        AND (casualties.first, casualties.last) IS NOT DISTINCT FROM (killed.first, killed.last)
        AND (casualties.document_id = killed.document_id OR killed.last IS NOT NULL AND killed.first < killed.last)
    WHERE killed.what = 'killed'
)
SELECT
    'chk-' || substr(sha256(array_to_string(list_sort(claim_ids), ' ')), 1, 16) AS id,
    'sum' AS kind, 'casualties' AS what, NULLIF(population, 'everybody') AS of, NULLIF(place, '') AS place, first, last,
    concat(printed(killed), ' killed and ', printed(injured), ' injured make ', printed(killed + injured),
        ', not ', printed(casualties), ' casualties') AS found,
    coalesce(swapped(killed, casualties - injured), swapped(injured, casualties - killed), swapped(casualties, killed + injured)) AS cause,
    list_sort(claim_ids) AS claim_ids
FROM sums
WHERE killed + injured <> casualties
QUALIFY row_number() OVER (PARTITION BY document_id, killed, injured ORDER BY is_same_report DESC, casualties) = 1;

INSERT INTO figure_checks BY NAME
WITH frames AS (
    SELECT
        document_id, what, place_key, any_value(place_told) AS place, first, last,
        max(out_of) AS out_of, sum(number) AS total,
        list(number ORDER BY telling) AS numbers,
        list_sort(list_distinct(list(claim_id))) AS claim_ids
    FROM (SELECT DISTINCT ON (document_id, what, place_key, first, last, population) * FROM exact WHERE kind = 'stock' ORDER BY telling)
    WHERE what IN ('district', 'city', 'province', 'village') AND NOT (out_of IS NOT NULL AND number = out_of)
    GROUP BY document_id, what, place_key, first, last
    HAVING count(DISTINCT population) >= 3 AND count(DISTINCT out_of) = 1
)
-- Of several digits that may have changed places, those count whose right number is told elsewhere.
, swaps AS (
    SELECT
        frames.document_id, frames.what, frames.place_key, frames.first, frames.last, each.told, frames.out_of - frames.total + each.told AS meant,
        EXISTS (
            SELECT 1 FROM exact WHERE exact.what = frames.what AND exact.place_key = frames.place_key
                AND exact.number = frames.out_of - frames.total + each.told
        ) AS is_told
    FROM frames, unnest(frames.numbers) AS each(told)
    WHERE is_transposed(each.told, frames.out_of - frames.total + each.told)
),
likely AS (
    SELECT document_id, what, place_key, first, last,
        string_agg(concat(printed(told), ' for ', printed(meant)), ', or ' ORDER BY told) AS swaps
    FROM (SELECT DISTINCT *, bool_or(is_told) OVER (PARTITION BY document_id, what, place_key, first, last) AS is_any_told FROM swaps)
    WHERE is_told OR NOT is_any_told
    GROUP BY document_id, what, place_key, first, last
)
SELECT
    'chk-' || substr(sha256(array_to_string(claim_ids, ' ')), 1, 16) AS id,
    'frame' AS kind, frames.what, NULL AS of, NULLIF(frames.place, '') AS place, frames.first, frames.last,
    concat(array_to_string(list_transform(numbers, lambda n: printed(n)), ' + '), ' make ', printed(total), ', not ', printed(out_of)) AS found,
    'transposed digits: ' || likely.swaps AS cause,
    claim_ids
FROM frames
LEFT JOIN likely ON likely.document_id = frames.document_id AND likely.what = frames.what AND likely.place_key = frames.place_key
    AND (likely.first, likely.last) IS NOT DISTINCT FROM (frames.first, frames.last)
WHERE total <> out_of;

INSERT INTO figure_checks BY NAME
SELECT DISTINCT ON (id)
    'chk-' || substr(sha256(claim_id || 'over'), 1, 16) AS id,
    'frame' AS kind, what, NULL AS of, NULLIF(place_told, '') AS place, first, last,
    concat(printed(number), ' of ', printed(out_of), ' are more than there are') AS found,
    swapped(number, out_of) AS cause,
    [claim_id] AS claim_ids
FROM exact WHERE number > out_of
ORDER BY id;

CREATE OR REPLACE TEMP TABLE totals AS
SELECT DISTINCT what, population, place_key, place_told, first, last, number, origin, blamed, claim_id, published, telling
FROM exact
WHERE kind <> 'stock' AND basis = 'cumulative' AND first IS NOT NULL AND last IS NOT NULL;

INSERT INTO figure_checks BY NAME
SELECT DISTINCT ON (id)
    'chk-' || substr(sha256(array_to_string(list_sort([one.claim_id, other.claim_id, whole.claim_id]), ' ')), 1, 16) AS id,
    'parts' AS kind, whole.what, NULLIF(whole.population, 'everybody') AS of, NULLIF(whole.place_told, '') AS place, whole.first, whole.last,
    concat(printed(one.number), ' to ', one.last, ' and ', printed(other.number), ' from ', other.first, ' make ',
        printed(one.number + other.number), ', not ', printed(whole.number)) AS found,
    coalesce(swapped(one.number, whole.number - other.number), swapped(other.number, whole.number - one.number),
        swapped(whole.number, one.number + other.number)) AS cause,
    list_sort(list_distinct([one.claim_id, other.claim_id, whole.claim_id])) AS claim_ids
FROM totals AS whole
JOIN totals AS one ON one.what = whole.what AND one.population = whole.population AND one.place_key = whole.place_key
    AND one.first = whole.first AND one.last < whole.last AND one.origin = whole.origin AND one.blamed IS NOT DISTINCT FROM whole.blamed
JOIN totals AS other ON other.what = whole.what AND other.population = whole.population AND other.place_key = whole.place_key
    AND other.first = one.last + 1 AND other.last = whole.last AND other.origin = whole.origin AND other.blamed IS NOT DISTINCT FROM whole.blamed
WHERE one.number + other.number <> whole.number
ORDER BY id;

INSERT INTO figure_checks BY NAME
SELECT DISTINCT ON (id)
    'chk-' || substr(sha256(array_to_string([earlier.claim_id, later.claim_id], ' ')), 1, 16) AS id,
    'series' AS kind, later.what, NULLIF(later.population, 'everybody') AS of, NULLIF(later.place_told, '') AS place, later.first, later.last,
    concat(printed(earlier.number), ' by ', earlier.last, ', but ', printed(later.number), ' by ', later.last) AS found,
    'a revision, another way of counting, or a misprint' AS cause,
    list_sort([earlier.claim_id, later.claim_id]) AS claim_ids
FROM totals AS earlier
JOIN totals AS later ON later.what = earlier.what AND later.population = earlier.population AND later.place_key = earlier.place_key
    AND later.first = earlier.first AND later.last > earlier.last AND later.origin = earlier.origin
    AND later.blamed IS NOT DISTINCT FROM earlier.blamed
WHERE later.number < earlier.number
ORDER BY id;

INSERT INTO figure_checks BY NAME
SELECT DISTINCT ON (id)
    'chk-' || substr(sha256(part.claim_id || 'share'), 1, 16) AS id,
    'share' AS kind, part.what, part.of_told AS of, NULLIF(part.place_told, '') AS place, part.first, part.last,
    concat(printed(part.number), ' of ', printed(part.out_of), ' are ', round(100 * part.number / part.out_of, 1),
        ' percent, not ', format('{:g}', told.low)) AS found,
    swapped(told.low, round(100 * part.number / part.out_of)) AS cause,
    [part.claim_id] AS claim_ids
FROM exact AS part
JOIN told ON told.claim_id = part.claim_id AND told.what = 'percent' AND told.low = told.high
WHERE part.out_of > 0 AND part.what <> 'percent' AND abs(100 * part.number / part.out_of - told.low) > 1
ORDER BY id;
