-- What each telling says of the talks between two parties: `steps`, a row a claim and pair.
--
-- state: open, agreed, stalled, broken; `not open`, `not agreed` where that is denied. A stall is told by words in the sentence
-- too ("held in Oslo, but no progress was reported"). A party is a side, by its bodies' day; without one, its name. A telling with one party or none
-- belongs to the one pair that its report speaks of, else to the one with that party, or in that town, within half a
-- year; else it stands under what it names.

CREATE OR REPLACE TEMP TABLE talked AS
WITH spoken AS (
    SELECT
        told.*, lower(substring(documents.text, sentences.start + 1, sentences."end" - sentences.start)) AS sentence,
        list_distinct(list_concat(actor, target)) AS names,
        CASE WHEN len(actor_ids) = len(actor) AND len(target_ids) = len(target) THEN list_concat(actor_ids, target_ids) END AS ids
    FROM told
    JOIN documents ON documents.id = told.document_id
    LEFT JOIN sentences ON sentences.id = told.sentence_id
    WHERE act IN ('talk.meet', 'talk.agree', 'talk.ceasefire', 'talk.break', 'talk.violate')
        AND certainty IN ('happened', 'ongoing') AND stance IN ('asserts', 'denies')
),
stated AS (
    SELECT
        *,
        CASE
            WHEN regexp_matches(words, getvariable('broken_words')) THEN 'broken'
            WHEN regexp_matches(words, getvariable('stalled_words')) THEN 'stalled'
            WHEN act = 'talk.break' AND regexp_matches(coalesce(sentence, words), getvariable('broken_words')) THEN 'broken'
            WHEN act = 'talk.break' AND regexp_matches(coalesce(sentence, words), getvariable('stalled_words')) THEN 'stalled'
        END AS by_words,
        act = 'talk.meet' AND stance = 'asserts' AND regexp_matches(coalesce(sentence, words), getvariable('stalled_words')) AS stalled_since
    FROM spoken
),
-- a meeting of which its sentence says that nothing came was open on its day, and has stalled by the day of the report
told_twice AS (
    SELECT * REPLACE (
        CASE
            WHEN act = 'talk.break' AND published > day AND EXISTS (
                SELECT 1 FROM stated AS met
                WHERE met.document_id = stated.document_id AND met.sentence_id = stated.sentence_id AND met.day = stated.day
                    AND met.act = 'talk.meet' AND met.stance = 'asserts'
            ) THEN published
            ELSE day
        END AS day
    )
    FROM stated
    UNION ALL BY NAME
    SELECT * REPLACE (published AS day, 'stalled' AS by_words) FROM stated WHERE stalled_since AND is_dated AND published > day
)
SELECT
    *,
    CASE
        WHEN act = 'talk.violate' THEN CASE stance WHEN 'asserts' THEN 'broken' ELSE 'not broken' END
        WHEN act = 'talk.break' THEN CASE stance WHEN 'asserts' THEN coalesce(by_words, 'stalled') ELSE 'not broken' END
        WHEN act = 'talk.meet' THEN CASE WHEN stance = 'denies' THEN 'not open' WHEN by_words = 'stalled' OR stalled_since AND NOT is_dated THEN 'stalled' ELSE 'open' END
        WHEN stance = 'asserts' THEN 'agreed'
        ELSE 'not agreed'
    END AS state
FROM told_twice;

CREATE OR REPLACE TEMP TABLE parties AS
WITH named AS (
    SELECT claim_id, published, unnest(coalesce(ids, names)) AS party, unnest(names) AS name FROM talked WHERE ids IS NULL OR len(ids) = len(names)
    UNION ALL
    SELECT claim_id, published, unnest(ids), NULL FROM talked WHERE ids IS NOT NULL AND len(ids) <> len(names)
)
SELECT DISTINCT
    named.claim_id,
    coalesce(sides.side, lower(regexp_replace(named.party, '^([Tt]he|[Aa]n?) ', ''))) AS party,
    coalesce(sides.name, regexp_replace(named.name, '^[Tt]he ', ''), named.party) AS name
FROM named
LEFT JOIN actor_sides AS sides ON sides.actor_id = named.party AND sides.day IS NOT DISTINCT FROM named.published;

CREATE OR REPLACE TEMP TABLE pairs AS
WITH sided AS (
    SELECT claim_id, list_sort(list_distinct(list(party))) AS sides FROM parties GROUP BY claim_id
)
SELECT
    talked.claim_id, talked.document_id, talked.day, talked.place_ids, talked.place,
    coalesce(sided.sides, []) AS sides, len(coalesce(sided.sides, [])) AS count
FROM talked LEFT JOIN sided ON sided.claim_id = talked.claim_id;

CREATE OR REPLACE TEMP TABLE steps AS
WITH whole AS (SELECT * FROM pairs WHERE count > 1),
-- which pair a telling with fewer parties means: in its report, else by party or town within half a year
in_report AS (
    SELECT pairs.claim_id, any_value(whole.sides) AS sides
    FROM pairs JOIN whole ON whole.document_id = pairs.document_id AND list_has_all(whole.sides, pairs.sides)
    WHERE pairs.count < 2
    GROUP BY pairs.claim_id HAVING count(DISTINCT whole.sides) = 1
),
-- one party is looked for by its name, in the same town where both are told; none by the town
looked_for AS (
    SELECT *, count = 1 AS is_by_party, unnest(CASE WHEN count = 1 THEN sides ELSE list_distinct(list_concat(place_ids, place)) END) AS mark
    FROM pairs WHERE count < 2
),
found AS (
    SELECT *, true AS is_by_party, unnest(sides) AS mark FROM whole
    UNION ALL
    SELECT *, false, unnest(list_distinct(list_concat(place_ids, place))) FROM whole
),
near AS (
    SELECT looked_for.claim_id, any_value(found.sides) AS sides
    FROM looked_for
    JOIN found ON found.mark = looked_for.mark AND found.is_by_party = looked_for.is_by_party
        AND found.day BETWEEN looked_for.day - 183 AND looked_for.day + 183
    WHERE NOT looked_for.is_by_party OR len(looked_for.place) = 0 OR len(found.place) = 0
        OR list_has_any(list_concat(found.place_ids, found.place), list_concat(looked_for.place_ids, looked_for.place))
    GROUP BY looked_for.claim_id HAVING count(DISTINCT found.sides) = 1
),
paired AS (
    SELECT
        talked.*,
        CASE WHEN pairs.count > 1 THEN pairs.sides ELSE coalesce(in_report.sides, near.sides, pairs.sides) END AS sides
    FROM talked
    JOIN pairs ON pairs.claim_id = talked.claim_id
    LEFT JOIN in_report ON in_report.claim_id = talked.claim_id
    LEFT JOIN near ON near.claim_id = talked.claim_id
)
SELECT
    -- without a pair the town tells one round of talks from another
    concat_ws(' | ', array_to_string(sides, ' & '), CASE WHEN len(sides) < 2 THEN array_to_string(list_sort(place), '; ') END) AS subject,
    state, day, is_dated, published, starts_with(state, 'not ') AS is_denial, false AS is_opening, origins, rank, is_own_voice, start, document_id, claim_id, place, place_ids, sides
FROM paired
WHERE day IS NOT NULL AND (len(sides) > 1 OR len(sides) + len(place) > 0);
