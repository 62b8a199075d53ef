-- Numbers of units that somebody counts, beside the number that the changes and words here come to on the same day.
--
-- `hold`: so many units were held by a side on a day. `capture`: so many were taken over some days. `ours` counts what is
-- told of each unit by name; `difference` is how far the number told lies above (or, negative, below) it. It is no error:
-- who counts may know of places that no report here names.

WITH counted AS (
    SELECT
        claims.id AS claim_id, documents.published, substr(claims.act, 11) AS act, claims.said_by, claims.first, claims.last,
        CASE WHEN len(claims.place) = 1 THEN claims.place[1] END AS place,
        CASE WHEN len(claims.place_ids) = 1 THEN claims.place_ids[1] END AS place_id,
        claims.actor_ids,
        replace(count.what, 'border_crossing', 'crossing') AS unit, count.low, count.high, count.out_of,
        coalesce(claims.last, claims.first, documents.published) AS day,
        coalesce(claims.first, documents.published) AS since
    FROM spoken_claims AS claims
    JOIN documents ON documents.id = claims.document_id,
    unnest(claims.counts) AS counts(count)
    WHERE claims.act IN ('territory.hold', 'territory.capture') AND claims.stance = 'asserts'
        AND claims.certainty IN ('happened', 'ongoing') AND count.what IN ('district', 'city', 'province', 'border_crossing')
        AND (CAST($known_on AS DATE) IS NULL OR documents.published <= CAST($known_on AS DATE))
        AND (len(claims.place) = 1 OR coalesce(count.low, 0) <> len(claims.place))
),
sided AS (
    SELECT counted.* EXCLUDE (actor_ids), min(sides.side) AS side, min(sides.name) AS name
    FROM counted, unnest(counted.actor_ids) AS ids(actor_id)
    JOIN actor_sides AS sides ON sides.actor_id = ids.actor_id AND sides.day IS NOT DISTINCT FROM counted.published
    GROUP BY ALL
    HAVING count(DISTINCT sides.side) = 1
),
placed AS (
    SELECT sided.*, places.kind, places.country, places.name AS province
    FROM sided JOIN places ON places.id = sided.place_id
    WHERE places.kind IN ('country', 'province')
),
holders AS (
    SELECT placed.claim_id, placed.unit, placed.low, placed.high, changes.number, changes.side, changes.day, units.id
    FROM placed
    JOIN control_units AS units ON units.unit = placed.unit AND units.country = placed.country
        AND (placed.kind = 'country' OR units.province = placed.province)
    JOIN changes ON changes.unit_id = coalesce(units.seat, units.id) AND changes.state IN ('held', 'claimed') AND changes.day <= placed.day
),
last_holders AS (
    SELECT claim_id, unit, low, high, id, arg_max(side, number) AS side FROM holders GROUP BY ALL
),
ours AS (
    SELECT
        placed.*,
        CASE placed.act
            WHEN 'hold' THEN (
                SELECT count(*) FROM last_holders AS held
                WHERE (held.claim_id, held.unit, held.low, held.high) IS NOT DISTINCT FROM (placed.claim_id, placed.unit, placed.low, placed.high)
                    AND held.side = placed.side
            )
            ELSE (
                SELECT count(DISTINCT held.id) FROM holders AS held
                WHERE (held.claim_id, held.unit, held.low, held.high) IS NOT DISTINCT FROM (placed.claim_id, placed.unit, placed.low, placed.high)
                    AND held.side = placed.side AND (placed.first IS NULL OR held.day >= placed.first)
            )
        END AS ours
    FROM placed
)
SELECT
    day, act, unit, name AS side, place, low, high, out_of, ours,
    CASE WHEN ours < low THEN low - ours WHEN ours > high THEN high - ours ELSE 0 END AS difference,
    said_by[-1] AS said_by, claim_id
FROM ours
ORDER BY day, unit, side, claim_id, low
