-- Like with like: which tellings speak of one figure.
--
-- A block holds what may be compared at all: measure, population, place, kind, and for ground how it changed hands; for
-- totals also who is blamed, for stocks the frame. In a block the period decides:
--   the same days are one figure; a stock's day is the last it speaks of;
--   an incident told of a few days joins the one incident that lies inside them; a total never joins a part of it;
--   a long exact number told again (359,002) is the same figure at its earliest day, whenever it is repeated;
--   a telling without a day joins the one figure that its block has in the fortnight before it was published (in the same
--   report, any day), for totals and stocks only when it is the same number; else those published within four days are one.

CREATE OR REPLACE TEMP TABLE blocked AS
SELECT
    *,
    dense_rank() OVER (ORDER BY
        what, population, place_key, place_of, kind, is_arrival, change,
        CASE WHEN kind = 'total' AND population NOT IN ('security forces', 'insurgents') THEN coalesce(lower(blamed), '') ELSE '' END,
        CASE WHEN kind = 'stock' THEN out_of END
    ) AS block
FROM placed;

CREATE OR REPLACE TEMP TABLE dated AS
WITH again AS (
    SELECT block, low, first, min(last) AS last FROM blocked
    WHERE is_long AND kind = 'total' AND last IS NOT NULL GROUP BY block, low, first
),
days AS (
    SELECT
        blocked.telling, blocked.block, blocked.kind, blocked.basis,
        CASE WHEN blocked.kind = 'stock' AND blocked.last IS NOT NULL THEN blocked.last ELSE blocked.first END AS first,
        coalesce(again.last, blocked.last) AS last
    FROM blocked
    LEFT JOIN again ON again.block = blocked.block AND again.low = blocked.low AND blocked.is_long AND blocked.kind = 'total'
        AND again.first IS NOT DISTINCT FROM blocked.first
    WHERE blocked.is_dated
),
heads AS (SELECT DISTINCT block, first, last FROM days),
inside AS (
    SELECT days.telling, min(heads.first) AS first, min(heads.last) AS last
    FROM days
    JOIN heads ON heads.block = days.block AND days.first <= heads.first AND heads.last <= days.last
        AND (days.first, days.last) IS DISTINCT FROM (heads.first, heads.last)
    WHERE days.kind = 'toll' AND days.basis = 'incremental' AND date_diff('day', days.first, days.last) <= 7
    GROUP BY days.telling
    HAVING count(*) = 1
),
-- A total that says only until when is the one that also says since when.
begun AS (
    SELECT days.telling, min(heads.first) AS first
    FROM days
    JOIN heads ON heads.block = days.block AND heads.last = days.last AND heads.first IS NOT NULL
    WHERE days.kind = 'total' AND days.first IS NULL
    GROUP BY days.telling
    HAVING count(*) = 1
)
SELECT
    days.telling, days.block,
    coalesce(inside.first, days.first, begun.first) AS first,
    coalesce(inside.last, days.last) AS last,
    CASE WHEN inside.telling IS NULL THEN 'says the same' ELSE 'can mean no other' END AS reason
FROM days
LEFT JOIN inside ON inside.telling = days.telling
LEFT JOIN begun ON begun.telling = days.telling;

CREATE OR REPLACE TEMP TABLE undated AS
WITH candidates AS (
    SELECT DISTINCT blocked.telling, dated.first, dated.last
    FROM blocked
    JOIN dated ON dated.block = blocked.block
    JOIN blocked AS other ON other.telling = dated.telling
    WHERE NOT blocked.is_dated
        AND (
            (blocked.kind = 'toll' AND (
                blocked.document_id = other.document_id
                OR date_diff('day', coalesce(dated.last, dated.first), blocked.published) BETWEEN 0 AND 14
            ))
            OR (blocked.low IS NOT DISTINCT FROM other.low AND blocked.high IS NOT DISTINCT FROM other.high
                AND (blocked.is_long OR date_diff('day', coalesce(dated.last, dated.first), blocked.published) BETWEEN 0 AND 31))
        )
),
joined AS (
    SELECT telling, min(first) AS first, min(last) AS last FROM candidates GROUP BY telling HAVING count(*) = 1
)
SELECT
    blocked.telling, blocked.block, blocked.published, joined.first, joined.last, joined.telling IS NOT NULL AS is_joined,
    -- One voice that gives two numbers of a stock in one report speaks of two days.
    CASE WHEN blocked.kind = 'stock' AND min(blocked.low) OVER voice <> max(blocked.low) OVER voice
        THEN CAST(blocked.low AS VARCHAR) ELSE '' END AS apart
FROM blocked LEFT JOIN joined ON joined.telling = blocked.telling
WHERE NOT blocked.is_dated
WINDOW voice AS (PARTITION BY blocked.block, blocked.document_id, blocked.origin);

-- The first of each stretch of four days in which undated tellings of a block came out.
CREATE OR REPLACE TEMP TABLE stretches AS
WITH RECURSIVE opening AS (
    SELECT block, min(published) AS day FROM undated WHERE NOT is_joined GROUP BY block
    UNION ALL
    SELECT opening.block, (
        SELECT min(undated.published) FROM undated
        WHERE undated.block = opening.block AND NOT undated.is_joined AND undated.published > opening.day + 4
    )
    FROM opening WHERE opening.day IS NOT NULL
)
SELECT DISTINCT block, day FROM opening WHERE day IS NOT NULL;

CREATE OR REPLACE TEMP TABLE alike AS
SELECT
    *,
    dense_rank() OVER (ORDER BY block, first, last, stretch) AS figure
FROM (
    SELECT telling, block, first, last, reason, NULL AS stretch FROM dated
    UNION ALL
    SELECT
        undated.telling, undated.block, undated.first, undated.last,
        CASE WHEN is_joined THEN 'can mean no other' ELSE 'says the same' END AS reason,
        CASE
            WHEN is_joined THEN NULL
            WHEN undated.published IS NULL THEN (SELECT document_id FROM blocked WHERE blocked.telling = undated.telling) || apart
            ELSE apart || CAST((SELECT max(day) FROM stretches WHERE stretches.block = undated.block AND day <= undated.published) AS VARCHAR)
        END AS stretch
    FROM undated
);
