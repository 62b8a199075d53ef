-- Claims with the same keys are one proposition: nothing is left to weigh between them.
--
-- proposition_of_claim: each row of claim_keys with the number of its proposition.
-- propositions: what each proposition says, and which reports say it.

CREATE OR REPLACE TEMP TABLE proposition_of_claim AS
WITH bucketed AS (
    SELECT
        *,
        -- The loser tells two captures apart only where the gainer is unknown.
        CASE WHEN act_key = 'territory.change' AND len(actors) > 0 THEN [] ELSE targets END AS key_targets,
        -- A denial is of one act: who denies a retreat does not deny the capture.
        CASE WHEN kind IN ('denied', 'doubtful') THEN act || ' ' || certainty ELSE '' END AS denied_act,
        -- Where too little is said to know another report's event again, a claim meets only claims of its own report,
        -- or, where only the day is missing, claims published on the same day.
        CASE
            WHEN is_dated AND (place_key IS NOT NULL OR len(actors) + len(targets) > 1) THEN ''
            WHEN NOT is_dated AND place_key IS NOT NULL AND len(actors) > 0 AND published IS NOT NULL
                THEN CAST(published AS VARCHAR)
            ELSE document_id
        END AS bucket
    FROM claim_keys
)
SELECT
    *,
    dense_rank() OVER (
        ORDER BY kind, denied_act, act_key, place_key, actors, key_targets, part, is_total, first, last, bucket
    ) AS proposition
FROM bucketed;

CREATE OR REPLACE TEMP TABLE propositions AS
SELECT
    proposition,
    any_value(kind) AS kind,
    any_value(denied_act) AS denied_act,
    any_value(certainty) AS certainty,
    any_value(act_key) AS act_key,
    any_value(place_key) AS place_key,
    any_value(place_name) AS place_name,
    any_value(place_id) AS place_id,
    min(place_of) AS place_of,
    any_value(part) AS part,
    any_value(is_total) AS is_total,
    any_value(is_dated) AS is_dated,
    any_value(first) AS first,
    any_value(last) AS last,
    any_value(actors) AS actors,
    list_sort(list_distinct(flatten(list(targets)))) AS targets,
    list_sort(list_distinct(list(act))) AS acts,
    list_sort(list_distinct(list(document_id))) AS documents,
    min(published) AS published
FROM proposition_of_claim
GROUP BY proposition;
