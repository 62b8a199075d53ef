-- Every counted figure of a claim, put into a form in which two can be compared.
--
-- tellings: one row a figure that is said to be so. refusals: figures that are denied or doubted; they give no number, but
-- a publisher who denies its own takes it back. Plans, fears and speech give neither.
--
-- kind: 'toll' of an incident, or a total of at most four days at one place, which may be one battle's toll told
-- late; 'total' over a longer time; 'stock' at a moment. The three never meet.
-- population: a group of words.toml, else the words themselves. Of districts and cities it is who holds or took them.
-- place: where it happened; of flight where from, or where to when only that is told (`role` keeps the two apart).

CREATE OR REPLACE TEMP TABLE counted AS
WITH spoken AS (
    SELECT
        claims.*, documents.published, documents.publisher,
        substring(documents.text, claims.start + 1, claims."end" - claims.start) AS evidence,
        unnest(claims.counts) AS figure,
        unnest(range(len(claims.counts))) AS nth
    FROM spoken_claims AS claims
    JOIN documents ON documents.id = claims.document_id
    WHERE NOT starts_with(claims.act, 'say.') AND claims.certainty IN ('happened', 'ongoing')
),
-- The unit that a report counts once and then leaves out: "73 districts are held, another 210 contested".
units AS (
    SELECT document_id, min(figure.what) AS unit FROM spoken
    WHERE figure.what IN ('district', 'city', 'province', 'village') AND act IN ('territory.hold', 'territory.capture')
    GROUP BY document_id HAVING count(DISTINCT figure.what) = 1
),
unit_told AS (
    SELECT spoken.* REPLACE (
        CASE WHEN units.unit IS NULL THEN figure ELSE struct_update(figure, what := units.unit) END AS figure
    )
    FROM spoken
    LEFT JOIN units ON units.document_id = spoken.document_id
        AND spoken.act IN ('territory.hold', 'territory.capture') AND spoken.figure.of IS NULL
        AND spoken.figure.what IN ('people', 'fighters', 'capture', 'group')
),
measured AS (
    SELECT
        *,
        CASE
            WHEN figure.what = 'household' THEN 'displaced'
            WHEN starts_with(act, 'displace.') AND figure.what = 'people'
                THEN CASE act WHEN 'displace.return' THEN 'returned' WHEN 'displace.evacuate' THEN 'evacuated' ELSE 'displaced' END
            ELSE figure.what
        END AS what,
        figure.what IN ('district', 'city', 'province', 'village', 'border_crossing') AS is_ground,
        starts_with(act, 'displace.') AND len(place) = 0 AND len(destination) > 0 AS is_arrival,
        CASE WHEN starts_with(act, 'harm.') OR starts_with(act, 'destroy.') OR act = 'displace.expel' THEN actor ELSE [] END AS doers,
        CASE WHEN act = 'force.surrender' OR starts_with(act, 'displace.') THEN actor ELSE target END AS sufferers
    FROM unit_told
),
named AS (
    SELECT
        *,
        CASE WHEN is_arrival THEN destination ELSE place END AS places,
        CASE
            WHEN what = 'district' AND (len(actor) > 1 OR coalesce(figure.of, '') ILIKE '%contest%' OR coalesce(figure.of, '') ILIKE '%disput%') THEN 'contested'
            WHEN what = 'district' AND act = 'territory.hold' AND len(actor) = 0 AND regexp_matches(lower(evidence), '\b(contest|disput)') THEN 'contested'
            WHEN what = 'district' AND act <> 'territory.withdraw' AND len(actor) = 1 THEN actor[1]
            WHEN is_ground THEN coalesce(figure.of, CASE WHEN len(actor) = 1 AND act <> 'territory.withdraw' THEN actor[1] END)
            WHEN figure.what = 'household' THEN 'families'
            WHEN figure.of IS NOT NULL THEN figure.of
            WHEN what IN ('killed', 'injured', 'casualties', 'missing', 'detained', 'abducted', 'surrendered', 'displaced', 'returned', 'evacuated')
                -- The families that fled are not what is counted, where a figure does not say so: they may be persons.
                THEN CASE WHEN NOT regexp_matches(lower(array_to_string(sufferers, ' ')), 'famil|household') THEN array_to_string(list_sort(sufferers), ' and ') END
        END AS of_told
    FROM measured
),
grouped AS (
    SELECT
        named.*,
        CASE
            WHEN named.is_ground THEN lower(coalesce(of_told, ''))
            WHEN coalesce(of_told, '') = '' THEN 'everybody'
            -- How many men a side has is told by what they are called: foreign fighters are not all insurgents.
            WHEN what = 'fighters' THEN lower(of_told)
            -- Whoever is detained is a prisoner: that says nothing of who they were.
            WHEN what IN ('detained', 'abducted') AND regexp_matches(lower(of_told), '^(prisoner|detainee|captive|hostage)s?$') THEN 'everybody'
            ELSE coalesce(
                (SELECT arg_min(p.name, p.rank) FROM figure_populations AS p WHERE regexp_matches(lower(of_told), p.pattern)),
                lower(of_told)
            )
        END AS population_told,
        array_to_string(sufferers, ' ') AS sufferer,
        CASE
            WHEN figure.basis IS NULL AND NOT starts_with(act, 'harm.') THEN 'stock'
            WHEN figure.basis = 'cumulative' AND (first IS NULL OR last IS NULL OR date_diff('day', first, last) > 4) THEN 'total'
            ELSE 'toll'
        END AS kind
    FROM named
),
frames_told AS (
    SELECT DISTINCT document_id, what, CAST(figure.out_of AS DOUBLE) AS out_of FROM grouped WHERE figure.out_of IS NOT NULL
),
-- A name that somebody calls by a word for insurgents, or whose own publisher is of that side, is theirs.
rebel_names AS (
    SELECT DISTINCT lower(sufferers[1]) AS name
    FROM grouped
    WHERE population_told = 'insurgents' AND len(sufferers) = 1 AND NOT is_ground
        AND regexp_matches(sufferers[1], '^[A-Z][\w''-]+( [A-Z][\w''-]+)*$')
        AND NOT EXISTS (SELECT 1 FROM figure_populations AS p WHERE regexp_matches(lower(sufferers[1]), p.pattern))
)
SELECT
    grouped.id AS claim_id, nth, document_id, published, publisher, start, act, stance, hedged, said_by, speaker_ids, interest, against_interest,
    what, kind, figure.basis AS basis, figure.out_of AS out_of, figure.text AS told, figure.about AS about, figure.low AS low, figure.high AS high,
    first, last, first IS NOT NULL OR last IS NOT NULL AS is_dated,
    -- three digits that mean something and a thousand or more: no two counts have it by chance
    coalesce(figure.low = figure.high AND figure.low >= 1000 AND figure.low % 10 + figure.low % 100 > 0, false) AS is_long,
    NULLIF(of_told, '') AS of_told,
    CASE
        WHEN grouped.is_ground THEN population_told
        WHEN lower(coalesce(of_told, '')) IN (SELECT name FROM rebel_names) THEN 'insurgents'
        WHEN population_told = 'everybody' AND what IN ('killed', 'injured', 'casualties', 'detained', 'missing') AND coalesce(sufferer, '') <> ''
            THEN coalesce(
                CASE WHEN lower(sufferer) IN (SELECT name FROM rebel_names) THEN 'insurgents' END,
                (SELECT arg_min(p.name, p.rank) FROM figure_populations AS p WHERE regexp_matches(lower(sufferer), p.pattern)),
                'everybody'
            )
        ELSE population_told
    END AS population,
    lower(sufferer) IN (SELECT name FROM rebel_names) AS is_rebel_loss,
    CASE WHEN len(doers) = 1 THEN doers[1] END AS blamed,
    array_to_string(list_sort(places), '; ') AS place_told,
    array_to_string(list_sort(list_transform(places, lambda name: regexp_replace(
        regexp_replace(lower(strip_accents(replace(name, '(city)', 'city'))), '\(.*\)| district\b', '', 'g'), '[^a-z0-9]+', '', 'g'
    ))), ';') AS place_key,
    CASE WHEN len(places) = 1 THEN NULLIF(NULLIF(lower(regexp_extract(places[1], '\(([^()]+)\)$', 1)), ''), 'city') END AS place_of,
    CASE
        WHEN is_arrival AND len(destination_ids) = len(destination) THEN (
            SELECT NULLIF(string_agg(DISTINCT codes.pcode, ';' ORDER BY codes.pcode), '') FROM places AS codes WHERE codes.id IN (SELECT unnest(grouped.destination_ids))
        )
        WHEN NOT is_arrival AND len(place) > 0 AND len(place_ids) = len(place) THEN (
            SELECT NULLIF(string_agg(DISTINCT codes.pcode, ';' ORDER BY codes.pcode), '') FROM places AS codes WHERE codes.id IN (SELECT unnest(grouped.place_ids))
        )
    END AS pcode,
    is_arrival,
    CASE WHEN grouped.is_ground THEN act ELSE '' END AS change
FROM grouped
-- The number of all there are is the frame of other figures, not one itself: "of 407 districts". A large one is known
-- again from another report.
WHERE (figure.low IS NOT NULL OR figure.high IS NOT NULL)
    AND NOT (grouped.is_ground AND figure.basis IS NULL AND figure.out_of IS NULL AND (
        (grouped.document_id, grouped.what, figure.low) IN (SELECT (document_id, what, out_of) FROM frames_told)
        OR (figure.low >= 100 AND (grouped.what, figure.low) IN (SELECT (what, out_of) FROM frames_told))
    ));

CREATE OR REPLACE TEMP TABLE refusals AS SELECT * FROM counted WHERE stance <> 'asserts';

-- What a publisher takes back in its own voice, it has not said.
CREATE OR REPLACE TEMP TABLE tellings AS
SELECT *, row_number() OVER (ORDER BY published NULLS LAST, document_id, start, claim_id, nth) AS telling
FROM counted
WHERE stance = 'asserts' AND NOT EXISTS (
    SELECT 1 FROM refusals
    WHERE refusals.stance = 'denies' AND len(refusals.said_by) = 0 AND len(counted.said_by) = 0
        AND refusals.publisher IS NOT DISTINCT FROM counted.publisher
        AND refusals.what = counted.what AND refusals.place_key = counted.place_key AND refusals.population = counted.population
        AND refusals.low IS NOT DISTINCT FROM counted.low AND refusals.high IS NOT DISTINCT FROM counted.high
);
