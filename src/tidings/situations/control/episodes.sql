-- Which tellings speak of one change of hands: `episodes` and `tellings`. Reads `evidence`, what is known on the day asked.
--
-- A gain told on a day (or within three) is an anchor. Anchors of one unit and side at most a week apart, with no other side's
-- gain between them, are one change: reports differ by a day or two. A gain told of a wider span joins the one change
-- inside it, an undated one the last change of that side in the 60 days before its report; what is left makes a change of
-- its own, at the last day it can have been. A gain told again while the same side still holds is no new change, unless
-- somebody says that the place was lost in between.

-- A gain of nobody named is that of the one side of whom a gain of the unit is told within a month of it; else of the one
-- side that gains in that country within a month and is not the one that had it: the loser, if told, else the last to take
-- it, else the state. Words for rebels and for a state's forces narrow that. Where two sides are left it stays unknown.
CREATE OR REPLACE TEMP TABLE kinds_of_sides AS SELECT side, bool_or(is_state) AS is_state FROM actor_sides GROUP BY side;

CREATE OR REPLACE TEMP TABLE named_gains AS
SELECT DISTINCT
    evidence.unit_id, units.country, evidence.side, kinds.is_state, coalesce(last, first, published) AS day
FROM evidence
JOIN control_units AS units ON units.id = evidence.unit_id
JOIN kinds_of_sides AS kinds ON kinds.side = evidence.side
WHERE told = 'gain' AND evidence.side IS NOT NULL;

CREATE OR REPLACE TEMP TABLE inferred AS
WITH unnamed AS (
    SELECT DISTINCT evidence.unit_id, units.country, "by", loser, coalesce(last, first, published) AS day
    FROM evidence JOIN control_units AS units ON units.id = evidence.unit_id
    WHERE evidence.side IS NULL
        AND (told IN ('gain', 'no gain', 'doubt') AND "by" <> 'others' OR told = 'hold' AND "by" IN ('rebels', 'state'))
),
-- who was last told to take the unit before that day
had AS (
    SELECT unit_id, country, "by", loser, day, holder
    FROM (
        SELECT
            *,
            last_value(side IGNORE NULLS) OVER (
                PARTITION BY unit_id ORDER BY day, is_asked DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ) AS holder
        FROM (
            SELECT unit_id, country, "by", loser, day, NULL AS side, true AS is_asked FROM unnamed
            UNION ALL
            SELECT unit_id, country, NULL, NULL, day, min(side), false FROM named_gains GROUP BY unit_id, country, day
        )
    )
    WHERE is_asked
),
gaining AS (
    SELECT DISTINCT country, side, is_state, day FROM named_gains
),
choices AS (
    SELECT had.unit_id, had."by", had.loser, had.day, named.side, true AS is_here
    FROM had
    JOIN named_gains AS named ON named.unit_id = had.unit_id AND abs(named.day - had.day) <= 31
    WHERE CASE had."by" WHEN 'rebels' THEN NOT named.is_state WHEN 'state' THEN named.is_state ELSE true END
        AND named.side IS DISTINCT FROM had.loser
    UNION ALL
    SELECT had.unit_id, had."by", had.loser, had.day, named.side, false
    FROM had
    JOIN gaining AS named ON named.country = had.country AND abs(named.day - had.day) <= 31
    WHERE named.side IS DISTINCT FROM had.loser
        AND CASE had."by"
            WHEN 'rebels' THEN NOT named.is_state
            WHEN 'state' THEN named.is_state
            WHEN 'nobody named' THEN CASE
                WHEN had.loser IS NULL AND had.holder IS NULL THEN NOT named.is_state
                ELSE named.side IS DISTINCT FROM coalesce(had.loser, had.holder)
            END
            ELSE false
        END
)
SELECT
    unit_id, "by", loser, day,
    CASE
        WHEN count(DISTINCT side) FILTER (is_here) = 1 THEN min(side) FILTER (is_here)
        WHEN count(DISTINCT side) FILTER (is_here) = 0 AND count(DISTINCT side) = 1 THEN min(side)
    END AS side
FROM choices
GROUP BY unit_id, "by", loser, day;

-- What is reprinted was said when the original came out: a denial that others print again is no later denial.
CREATE OR REPLACE TEMP TABLE reprinted AS
WITH RECURSIVE above(claim_id, original_id, depth) AS (
    SELECT claim_id, original_id, 1 FROM copied_claims
    UNION ALL
    SELECT above.claim_id, copies.original_id, above.depth + 1
    FROM above JOIN copies ON copies.document_id = above.original_id
    WHERE above.depth < 20
)
SELECT above.claim_id, min(documents.published) AS published
FROM above JOIN documents ON documents.id = above.original_id
GROUP BY above.claim_id;

CREATE OR REPLACE TEMP TABLE sided AS
WITH found AS (
    SELECT evidence.* EXCLUDE (side), coalesce(evidence.side, inferred.side) AS side
    FROM evidence
    LEFT JOIN inferred ON evidence.side IS NULL AND evidence.told IN ('gain', 'no gain', 'doubt', 'hold') AND inferred.unit_id = evidence.unit_id
        AND inferred."by" = evidence."by" AND inferred.loser IS NOT DISTINCT FROM evidence.loser
        AND inferred.day = coalesce(evidence.last, evidence.first, evidence.published)
)
SELECT
    found.* REPLACE (
        coalesce(least(found.published, reprinted.published), found.published) AS published,
        CASE
            WHEN leaning NOT IN ('state', 'rebels') THEN leaning
            WHEN kinds.is_state IS NULL THEN 'unknown'
            WHEN kinds.is_state = (leaning = 'state') THEN 'gainer'
            ELSE 'loser'
        END AS leaning
    )
FROM found
LEFT JOIN kinds_of_sides AS kinds ON kinds.side = found.side
LEFT JOIN reprinted ON reprinted.claim_id = found.claim_id;

CREATE OR REPLACE TEMP TABLE gains AS
SELECT
    *,
    coalesce(last, first) AS day,
    coalesce(first, last) AS since,
    first IS NOT NULL AND last IS NOT NULL AND last - first <= 3 AS is_anchor,
    row_number() OVER (ORDER BY published NULLS LAST, document_id, claim_id, origin, unit_id) AS telling
FROM sided
WHERE told = 'gain' AND side IS NOT NULL AND (first IS NOT NULL OR last IS NOT NULL OR published IS NOT NULL);

CREATE OR REPLACE TEMP TABLE anchored AS
WITH days AS (
    SELECT unit_id, side, day, min(telling) AS telling FROM gains WHERE is_anchor GROUP BY unit_id, side, day
),
stepped AS (
    SELECT
        *,
        lag(side) OVER line IS DISTINCT FROM side OR day - lag(day) OVER line > 7 AS is_new
    FROM days
    WINDOW line AS (PARTITION BY unit_id ORDER BY day, telling)
),
numbered AS (
    SELECT *, count(*) FILTER (is_new) OVER (PARTITION BY unit_id ORDER BY day, telling) AS number FROM stepped
)
SELECT gains.telling, gains.unit_id, gains.side, numbered.number, gains.day
FROM gains JOIN numbered ON numbered.unit_id = gains.unit_id AND numbered.side = gains.side AND numbered.day = gains.day
WHERE gains.is_anchor;

CREATE OR REPLACE TEMP TABLE joined AS
WITH spans AS (
    SELECT unit_id, side, number, min(day) AS first, max(day) AS last FROM anchored GROUP BY ALL
),
meetings AS (
    SELECT
        gains.telling, gains.unit_id, gains.side, spans.number,
        row_number() OVER (PARTITION BY gains.telling ORDER BY spans.last DESC) AS choice
    FROM gains
    JOIN spans ON spans.unit_id = gains.unit_id AND spans.side = gains.side
    WHERE NOT gains.is_anchor
        AND CASE
            WHEN gains.day IS NULL THEN spans.first <= gains.published AND gains.published - spans.first <= 60
            WHEN gains.first IS NULL THEN spans.first <= gains.day + 1 AND gains.day - spans.first <= 60
            WHEN gains.last IS NULL THEN spans.last >= gains.since - 1 AND spans.first - gains.since <= 60
            ELSE spans.first <= gains.last + 1 AND spans.last >= gains.first - 1
        END
)
SELECT telling, unit_id, side, number FROM anchored
UNION ALL
SELECT telling, unit_id, side, number FROM meetings WHERE choice = 1;

-- left over: wide and undated tellings of nothing that has a day
CREATE OR REPLACE TEMP TABLE loose AS
WITH days AS (
    SELECT
        gains.telling, gains.unit_id, gains.side, coalesce(gains.day, gains.published) AS day,
        CASE WHEN gains.day IS NULL THEN gains.published - 31 WHEN gains.first IS NULL THEN gains.day - 31 ELSE gains.since END AS since
    FROM gains
    WHERE gains.telling NOT IN (SELECT telling FROM joined)
),
stepped AS (
    SELECT *, coalesce(since > max(day) OVER line, true) AS is_new
    FROM days
    WINDOW line AS (PARTITION BY unit_id, side ORDER BY day, telling ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
)
SELECT
    telling, unit_id, side, day,
    -count(*) FILTER (is_new) OVER (PARTITION BY unit_id, side ORDER BY day, telling) AS number
FROM stepped;

CREATE OR REPLACE TEMP TABLE tellings_by_rule AS
WITH every AS (
    SELECT telling, unit_id, side, number FROM joined
    UNION ALL
    SELECT telling, unit_id, side, number FROM loose
),
spans AS (
    SELECT
        every.unit_id, every.side, every.number,
        min(coalesce(gains.day, gains.published)) AS day, min(gains.telling) AS telling
    FROM every JOIN gains ON gains.telling = every.telling
    WHERE number < 0 OR gains.is_anchor
    GROUP BY ALL
),
-- the same side again: told late, unless it was lost in between, or the first gain was denied before the second
lines AS (
    SELECT *, lag(side) OVER line AS side_before, lag(day) OVER line AS day_before
    FROM spans
    WINDOW line AS (PARTITION BY unit_id ORDER BY day, telling)
),
stepped AS (
    SELECT
        * EXCLUDE (side_before, day_before),
        side_before IS DISTINCT FROM side OR day - day_before > 60 OR EXISTS (
            SELECT 1 FROM sided AS other
            WHERE other.unit_id = lines.unit_id AND other.told IN ('gain', 'no gain') AND other.side <> lines.side
                AND coalesce(other.last, other.first) < lines.day AND lines.day - coalesce(other.last, other.first) <= 31
                AND number > 0
        ) OR EXISTS (
            SELECT 1 FROM sided AS denial
            WHERE denial.unit_id = lines.unit_id AND denial.told = 'no gain' AND denial.side = lines.side
                AND coalesce(denial.last, denial.first, denial.published) BETWEEN lines.day_before - 1 AND lines.day - 8
                AND denial.published < lines.day AND number > 0
        ) AS is_new
    FROM lines
),
numbered AS (
    SELECT *, count(*) FILTER (is_new) OVER (PARTITION BY unit_id ORDER BY day, telling) AS episode FROM stepped
)
SELECT gains.*, numbered.episode, every.number < 0 OR gains.is_anchor AS is_of_span
FROM every
JOIN gains ON gains.telling = every.telling
JOIN numbered ON numbered.unit_id = every.unit_id AND numbered.side = every.side AND numbered.number = every.number;

-- What a person judged (tidings judge) outranks all of this. "Same" puts two changes of one unit to one side together;
-- "different" makes a change of its own of the later of two tellings of one change. Of events of claims it is the same.
CREATE OR REPLACE TEMP TABLE judged_claims AS
SELECT verdict, one, other FROM holding_decisions WHERE about = 'events'
UNION ALL
SELECT verdict, other, one FROM holding_decisions WHERE about = 'events';

CREATE OR REPLACE TEMP TABLE tellings AS
WITH RECURSIVE pairs AS (
    SELECT DISTINCT one.unit_id, one.episode AS one, other.episode AS other
    FROM judged_claims AS judged
    JOIN tellings_by_rule AS one ON one.claim_id = judged.one
    JOIN tellings_by_rule AS other ON other.claim_id = judged.other
    WHERE judged.verdict = 'same' AND one.unit_id = other.unit_id AND one.side = other.side AND one.episode <> other.episode
),
reach(unit_id, episode, other) AS (
    SELECT unit_id, one, other FROM pairs
    UNION
    SELECT reach.unit_id, reach.episode, pairs.other
    FROM reach JOIN pairs ON pairs.unit_id = reach.unit_id AND pairs.one = reach.other
),
leads AS (
    SELECT unit_id, episode, min(least(episode, other)) AS lead FROM reach GROUP BY unit_id, episode
),
together AS (
    SELECT told.* REPLACE (coalesce(leads.lead, told.episode) AS episode)
    FROM tellings_by_rule AS told
    LEFT JOIN leads ON leads.unit_id = told.unit_id AND leads.episode = told.episode
),
firsts AS (
    SELECT unit_id, episode, claim_id, min(telling) AS telling FROM together GROUP BY ALL
),
apart AS (
    SELECT DISTINCT one.unit_id, one.episode, CASE WHEN one.telling > other.telling THEN one.claim_id ELSE other.claim_id END AS claim_id
    FROM judged_claims AS judged
    JOIN firsts AS one ON one.claim_id = judged.one
    JOIN firsts AS other ON other.claim_id = judged.other AND other.unit_id = one.unit_id AND other.episode = one.episode
    WHERE judged.verdict = 'different'
),
grouped AS (
    SELECT together.*, apart.claim_id AS alone
    FROM together
    LEFT JOIN apart ON apart.unit_id = together.unit_id AND apart.episode = together.episode AND apart.claim_id = together.claim_id
),
ordered AS (
    SELECT
        unit_id, episode, alone,
        row_number() OVER (
            PARTITION BY unit_id ORDER BY min((coalesce(day, published), telling)) FILTER (is_of_span OR alone IS NOT NULL)
        ) AS place
    FROM grouped
    GROUP BY unit_id, episode, alone
)
SELECT grouped.* EXCLUDE (alone, is_of_span) REPLACE (ordered.place AS episode)
FROM grouped
JOIN ordered ON ordered.unit_id = grouped.unit_id AND ordered.episode = grouped.episode AND ordered.alone IS NOT DISTINCT FROM grouped.alone;

-- The day on which most origins agree, of the narrowest windows; of a night, the morning after. Where nobody tells a day,
-- none later than the first report of it.
CREATE OR REPLACE TEMP TABLE episodes AS
WITH days AS (
    SELECT
        unit_id, episode, side, coalesce(day, published) AS day,
        CASE WHEN day IS NULL THEN 999999 WHEN since = day AND first IS NULL THEN 9999 ELSE greatest(day - since, 0) // 2 END AS width,
        count(DISTINCT coalesce(origin, '')) AS origins
    FROM tellings
    GROUP BY ALL
),
best AS (
    SELECT unit_id, episode, side, day
    FROM days
    QUALIFY row_number() OVER (PARTITION BY unit_id, episode ORDER BY width, origins DESC, day) = 1
)
SELECT
    best.unit_id, best.episode, best.side,
    CASE WHEN bool_or(is_anchor) THEN best.day ELSE least(best.day, min(tellings.published)) END AS day,
    coalesce(min(tellings.day) FILTER (is_anchor), min(coalesce(tellings.first, best.day))) AS first,
    coalesce(max(tellings.day) FILTER (is_anchor), any_value(best.day)) AS last,
    bool_and(tellings.day IS NULL) AS is_undated
FROM best JOIN tellings ON tellings.unit_id = best.unit_id AND tellings.episode = best.episode
GROUP BY best.unit_id, best.episode, best.side, best.day;
