-- Every document with its version, its publisher as the table of publishers has it, and how many claims it makes.

CREATE TABLE picture.documents AS
WITH made AS (
    SELECT document_id, count(*) AS claims FROM store.claims GROUP BY document_id
),
left_out AS (
    SELECT document_id, string_agg(reason, '; ' ORDER BY reason) AS dropped_because
    FROM store.drops WHERE what = document_id GROUP BY document_id
),
numbered AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY work ORDER BY published NULLS FIRST, id) AS version,
        count(*) OVER (PARTITION BY work) AS versions
    FROM store.documents
)
SELECT
    numbered.id, numbered.own_id, numbered.work, numbered.version,
    numbered.version = numbered.versions AS is_speaking,
    numbered.publisher, publishers.name AS publisher_name, publishers.kind AS publisher_kind,
    publishers.country AS publisher_country, publishers.side AS publisher_side, numbered.publisher_basis,
    numbered.author, numbered.url, numbered.title, numbered.dateline, numbered.language, numbered.kind,
    numbered.published, numbered.published_basis, numbered.text, numbered.raw_path, numbered.raw_sha256, numbered.extra,
    coalesce(made.claims, 0) AS claims, left_out.dropped_because
FROM numbered
LEFT JOIN made ON made.document_id = numbered.id
LEFT JOIN left_out ON left_out.document_id = numbered.id
LEFT JOIN (SELECT DISTINCT ON (id) * FROM store.publishers ORDER BY ALL) AS publishers ON publishers.id = numbered.publisher
ORDER BY numbered.own_id, version, numbered.id;
