-- Who stands behind each figure: the names of the origins of its claims, outlets by their whole name.
CREATE VIEW figure_voices AS
SELECT
    figure_claims.figure_id,
    list_sort(list_distinct(list(coalesce(publishers.name, claim_origins.name, figure_claims.origin)))) AS names
FROM figure_claims
LEFT JOIN claim_origins ON claim_origins.claim_id = figure_claims.claim_id AND claim_origins.origin = figure_claims.origin
LEFT JOIN publishers ON figure_claims.origin = 'publisher ' || publishers.id
GROUP BY figure_claims.figure_id;
