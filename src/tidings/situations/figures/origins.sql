-- Who first says a figure, and how well placed that is: a simple rule, until a table of origins stands beside the events.
--
-- origin: the last speaker of the chain, else the publisher. A named one is the same everywhere; a role ("a doctor") is
-- one voice a place. Where claims carry an interest from the actor table, that goes before the words of words.toml.
-- rank, best first: 1 of its own losses, against its interest · 2 witness, doctor, the UN and other third parties ·
-- 3 unnamed or unknown · 4 a side in its own favour · 5 the publisher's own voice, when others are quoted too.

CREATE OR REPLACE TEMP TABLE voices AS
WITH speaking AS (
    SELECT
        tellings.*,
        CASE WHEN len(said_by) > 0 THEN array_to_string(list_sort(said_by[len(said_by)]), ' and ') END AS speaker
    FROM tellings
),
known AS (
    SELECT
        speaking.*,
        (SELECT arg_min(s.kind, s.rank) FROM figure_speakers AS s WHERE regexp_matches(lower(speaker), s.pattern)) AS kind_by_words,
        EXISTS (SELECT 1 FROM tellings AS t WHERE t.is_rebel_loss AND lower(t.of_told) = lower(speaking.speaker)) AS is_rebel_name,
        publisher_sides.kind AS kind_by_publisher
    FROM speaking
    LEFT JOIN publishers ON publishers.id = speaking.publisher
    LEFT JOIN figure_publishers AS publisher_sides ON publisher_sides.side = publishers.side
),
placed AS (
    SELECT
        known.*,
        CASE
            WHEN speaker IS NULL THEN coalesce(kind_by_publisher, 'publisher')
            WHEN is_rebel_name THEN 'insurgents'
            ELSE coalesce(kind_by_words, 'unknown')
        END AS source
    FROM known
),
judged AS (
    SELECT
        placed.*,
        coalesce(placed.interest, sides.interest, 'unknown') AS told_interest,
        coalesce(placed.against_interest, sides.side = placed.population) AS told_against
    FROM placed
    LEFT JOIN (SELECT kind, min(interest) AS interest, min(side) AS side FROM figure_speakers GROUP BY kind) AS sides ON sides.kind = placed.source
)
SELECT
    telling,
    CASE
        WHEN len(speaker_ids) > 0 THEN speaker_ids[len(speaker_ids)]
        WHEN speaker IS NULL THEN 'publisher ' || coalesce(publisher, document_id)
        WHEN substr(speaker, 1, 1) = upper(substr(speaker, 1, 1)) THEN lower(speaker)
        ELSE lower(speaker) || ' of ' || place_key
    END AS origin,
    source,
    told_interest AS interest,
    coalesce(told_against, false) AS is_against,
    CASE
        WHEN told_interest = 'party' AND told_against THEN 1
        WHEN told_interest IN ('witness', 'third') THEN 2
        WHEN told_interest IN ('party', 'ally') THEN 4
        WHEN source = 'publisher' THEN 5
        ELSE 3
    END AS rank
FROM judged;
