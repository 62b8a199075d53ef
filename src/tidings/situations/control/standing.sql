-- How each change stands, by what is known on the day asked: docs/reconcile.md, section 3. `standings`: a row an episode.
--
-- An outlet's own voice beside the sources it quotes for the same is no origin of its own, and what it relays and doubts has
-- none. A denial of how a place was taken denies no more than that. The bodies of the gaining side are one voice. A denial in the denier's own favour stops
-- contesting once a witness, a third party or the losing side itself affirms the change (what is unnamed, and a foreign
-- outlet in its own voice, only beside a second origin) on the same or a later day, unless a witness or third party denies it. What the gaining side alone says and a
-- witness, a third party or one of its own denies no earlier is refuted, and so is what all who said it take back. What
-- outlets tell from a distance alone, and name nobody for, is doubtful. An
-- outlet that denies in its own voice contests only what the gaining side alone, or one other outlet alone, says.

CREATE OR REPLACE TEMP TABLE voices AS
WITH told AS (
    SELECT
        unit_id, episode, claim_id, document_id, published, origin, leaning, is_named, manner,
        is_quoted,
        list(CASE WHEN is_quoted THEN coalesce(manner, '') END) OVER (PARTITION BY unit_id, episode, document_id) AS quoted_manners
    FROM tellings
),
doubted AS (
    SELECT DISTINCT unit_id, document_id, side FROM sided WHERE told IN ('doubt', 'no gain') AND NOT is_quoted AND leaning <> 'loser'
)
SELECT
    told.* EXCLUDE (quoted_manners), coalesce(origin, '') AS origin_or_none,
    CASE WHEN leaning = 'gainer' THEN 'the gaining side' ELSE coalesce(origin, '') END AS voice
FROM told
JOIN episodes ON episodes.unit_id = told.unit_id AND episodes.episode = told.episode
LEFT JOIN doubted ON doubted.unit_id = told.unit_id AND doubted.document_id = told.document_id AND doubted.side = episodes.side
WHERE is_quoted AND NOT (leaning = 'unknown' AND doubted.unit_id IS NOT NULL)
    OR NOT is_quoted AND leaning <> 'hearsay' AND NOT coalesce(list_contains(quoted_manners, '') OR list_contains(quoted_manners, manner), false);

-- what speaks against it: that it was not so, or that the other side has it just then; and what a person said it denies
CREATE OR REPLACE TEMP TABLE judged_objections AS
SELECT
    tellings.unit_id, tellings.episode, judged.one AS claim_id,
    bool_or(judged.verdict = 'same') AS is_same, bool_or(judged.verdict = 'different') AS is_apart
FROM judged_claims AS judged JOIN tellings ON tellings.claim_id = judged.other
GROUP BY tellings.unit_id, tellings.episode, judged.one;

CREATE OR REPLACE TEMP TABLE objections AS
SELECT
    episodes.unit_id, episodes.episode, evidence.claim_id, evidence.published, coalesce(evidence.origin, '') AS voice,
    evidence.told = 'doubt' AS is_doubt,
    CASE
        WHEN evidence.told IN ('no gain', 'doubt') THEN evidence.leaning
        WHEN evidence.leaning = 'gainer' THEN 'loser'
        WHEN evidence.leaning = 'loser' THEN 'gainer'
        ELSE evidence.leaning
    END AS leaning
FROM episodes
JOIN sided AS evidence ON evidence.unit_id = episodes.unit_id
LEFT JOIN judged_objections AS judged
    ON judged.unit_id = episodes.unit_id AND judged.episode = episodes.episode AND judged.claim_id = evidence.claim_id
WHERE NOT coalesce(judged.is_apart, false) AND (
    evidence.told IN ('no gain', 'doubt') AND coalesce(judged.is_same, false)
    OR (
        evidence.told IN ('no gain', 'doubt') AND (evidence.side = episodes.side OR evidence.side IS NULL)
        AND (evidence.manner IS NULL OR NOT EXISTS (
            SELECT 1 FROM tellings
            WHERE tellings.unit_id = episodes.unit_id AND tellings.episode = episodes.episode AND tellings.manner IS DISTINCT FROM evidence.manner
        ))
        AND CASE
            WHEN evidence.first IS NULL AND evidence.last IS NULL
                THEN evidence.published BETWEEN episodes.first AND episodes.last + 14
            -- what is told without a day was so in the fortnight before
            WHEN episodes.is_undated
                THEN coalesce(evidence.first, evidence.last) <= episodes.last + 1 AND coalesce(evidence.last, evidence.first) >= episodes.first - 14
            ELSE coalesce(evidence.first, evidence.last) <= episodes.last + 1 AND coalesce(evidence.last, evidence.first) >= episodes.first - 1
        END
    ) OR (
        evidence.told = 'hold' AND evidence.side <> episodes.side
        AND CASE
            WHEN evidence.first IS NULL AND evidence.last IS NULL THEN evidence.published BETWEEN episodes.day + 1 AND episodes.last + 5
            ELSE coalesce(evidence.last, evidence.first) BETWEEN episodes.day + 1 AND episodes.last + 5 AND evidence.first IS NOT NULL
        END
        -- a gain that was lost again some days later is none of these
        AND NOT EXISTS (
            SELECT 1 FROM episodes AS later
            WHERE later.unit_id = episodes.unit_id AND later.side = evidence.side AND later.episode > episodes.episode
                AND later.day <= coalesce(evidence.first, evidence.published)
        )
    ));

-- what an origin takes back later, it has not said
CREATE OR REPLACE TEMP TABLE kept AS
SELECT voices.*
FROM voices
ANTI JOIN objections AS back
    ON back.unit_id = voices.unit_id AND back.episode = voices.episode AND back.voice = voices.origin_or_none AND back.voice <> ''
    AND coalesce(back.published >= voices.published, true) AND back.leaning <> 'loser' AND NOT back.is_doubt;

CREATE OR REPLACE TEMP TABLE standings AS
WITH affirmed AS (
    SELECT
        unit_id, episode,
        count(DISTINCT voice) AS origins,
        bool_and(leaning = 'gainer') AS is_own_alone,
        bool_and(leaning IN ('outlet', 'abroad')) AS is_of_outlets,
        bool_or(leaning IN ('witness', 'third', 'abroad', 'loser')) AS is_borne_out,
        max(published) FILTER (leaning IN ('witness', 'third') OR leaning = 'loser' AND is_named) AS settled,
        max(published) FILTER (leaning = 'loser') AS admitted,
        max(published) FILTER (leaning = 'abroad') AS relayed,
        min(published) AS since,
        count(DISTINCT voice) FILTER (leaning <> 'gainer') AS others
    FROM kept
    GROUP BY unit_id, episode
),
objected AS (
    SELECT
        unit_id, episode,
        max(published) FILTER (NOT is_doubt AND leaning IN ('loser', 'unknown')) AS denied,
        bool_or(NOT is_doubt AND leaning IN ('loser', 'unknown')) AS is_denied,
        bool_or(NOT is_doubt AND leaning IN ('witness', 'third')) AS is_denied_by_others,
        max(published) FILTER (NOT is_doubt AND leaning IN ('witness', 'third', 'gainer')) AS refuting,
        bool_or(is_doubt AND leaning IN ('witness', 'third') OR leaning IN ('outlet', 'abroad')) AS is_doubted
    FROM objections
    GROUP BY unit_id, episode
)
SELECT
    episodes.unit_id, episodes.episode,
    coalesce(affirmed.is_own_alone, false) AS is_own_alone,
    coalesce(affirmed.is_borne_out, false) AS is_borne_out,
    CASE
        WHEN affirmed.origins IS NULL AND heard.is_hearsay THEN 'doubtful'
        WHEN affirmed.origins IS NULL THEN 'refuted'
        WHEN affirmed.is_own_alone AND objected.refuting >= affirmed.since THEN 'refuted'
        WHEN objected.is_doubted AND (affirmed.is_own_alone OR affirmed.is_of_outlets AND affirmed.origins = 1) THEN 'contested'
        WHEN objected.is_denied_by_others THEN 'contested'
        WHEN objected.is_denied AND NOT coalesce(
            affirmed.settled >= objected.denied OR affirmed.admitted >= objected.denied AND affirmed.others > 1
            OR affirmed.relayed >= objected.denied AND affirmed.origins > 1, false
        ) THEN 'contested'
        WHEN affirmed.origins > 1 AND affirmed.is_borne_out THEN 'confirmed'
        WHEN affirmed.origins > 1 THEN 'corroborated'
        ELSE 'reported'
    END AS standing
FROM episodes
LEFT JOIN affirmed ON affirmed.unit_id = episodes.unit_id AND affirmed.episode = episodes.episode
LEFT JOIN objected ON objected.unit_id = episodes.unit_id AND objected.episode = episodes.episode
LEFT JOIN (
    SELECT unit_id, episode, bool_and(leaning = 'hearsay') AS is_hearsay FROM tellings GROUP BY unit_id, episode
) AS heard ON heard.unit_id = episodes.unit_id AND heard.episode = episodes.episode;
