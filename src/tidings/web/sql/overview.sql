-- What the copy holds, counted.
SELECT
    (SELECT count(*) FROM quick.documents) AS documents,
    (SELECT count(*) FROM quick.claims) AS claims,
    (SELECT count(*) FROM quick.events) AS events,
    (SELECT count(*) FROM figures WHERE rule = 'tidings') AS figures,
    (SELECT count(DISTINCT publisher) FROM quick.documents) AS publishers,
    (SELECT min(published) FROM quick.documents) AS first,
    (SELECT max(published) FROM quick.documents) AS last
