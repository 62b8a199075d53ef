-- Who first says a figure, by a simple rule.
--
-- origin: the last speaker of the chain, else the publisher; of what a report reprints, the publisher of the original. A
-- named one is the same everywhere; a role ("a doctor") is one voice a place. source: what kind of speaker, by words.toml. told_interest: that of the claim, where the actor table
-- filled it, else the kind's. own_side: whose losses would be this speaker's own.

CREATE OR REPLACE TEMP TABLE voices AS
WITH outlets AS (
    SELECT regexp_replace(lower(coalesce(name, id)), '^the ', '') AS name, min(id) AS publisher FROM publishers GROUP BY 1
),
speaking AS (
    SELECT
        tellings.* EXCLUDE (publisher, interest, against_interest),
        CASE WHEN len(said_by) > 0 THEN array_to_string(list_sort(said_by[len(said_by)]), ' and ') END AS speaker,
        CASE WHEN reprinted.claim_id IS NULL THEN tellings.publisher ELSE coalesce(outlets.publisher, reprinted.name) END AS publisher,
        -- the interest that a claim has is that of the outlet that reprints it
        CASE WHEN reprinted.claim_id IS NULL THEN interest END AS interest,
        CASE WHEN reprinted.claim_id IS NULL THEN against_interest END AS against_interest
    FROM tellings
    LEFT JOIN claim_origins AS reprinted
        ON reprinted.claim_id = tellings.claim_id AND reprinted.basis = 'reprinted from the original'
    LEFT JOIN outlets ON outlets.name = reprinted.name
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
)
SELECT
    placed.telling,
    CASE
        WHEN len(placed.speaker_ids) > 0 THEN placed.speaker_ids[len(placed.speaker_ids)]
        WHEN placed.speaker IS NULL THEN 'publisher ' || coalesce(placed.publisher, placed.document_id)
        WHEN substr(placed.speaker, 1, 1) = upper(substr(placed.speaker, 1, 1)) THEN lower(placed.speaker)
        ELSE lower(placed.speaker) || ' of ' || placed.place_key
    END AS origin,
    placed.source,
    coalesce(placed.interest, sides.interest, 'unknown') AS told_interest,
    sides.side AS own_side
FROM placed
LEFT JOIN (SELECT kind, min(interest) AS interest, min(side) AS side FROM figure_speakers GROUP BY kind) AS sides
    ON sides.kind = placed.source;
