-- Claims with the same keys are one proposition: nothing is left to weigh between them.
--
-- proposition_of_claim: each row of linked_keys in scope, with the number of its proposition, and the rank of its claim.
-- propositions: what each proposition says, and which reports say it.

CREATE OR REPLACE TEMP TABLE proposition_of_claim AS
SELECT *, dense_rank() OVER (ORDER BY published NULLS LAST, document_id, start, claim_id) AS rank
FROM linked_keys
WHERE cell IN (SELECT cell FROM scope);

CREATE OR REPLACE TEMP TABLE propositions AS
SELECT
    proposition,
    any_value(cell) AS cell,
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
    any_value(key_targets) AS key_targets,
    list_sort(list_distinct(flatten(list(targets)))) AS targets,
    list_sort(list_distinct(list(act))) AS acts,
    list_sort(list_distinct(list(document_id))) AS documents,
    min(published) AS published
FROM proposition_of_claim
GROUP BY proposition;
