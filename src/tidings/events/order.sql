-- Reports in the order in which they count as originals: the one that came out first.
--
-- A dispatch that carries its own publisher's name in its dateline counts as a day earlier, one that carries another's
-- as a day later: a reprint can come out on the same day, or on the day before in another part of the world.

CREATE OR REPLACE TEMP TABLE credited AS
WITH named AS (
    SELECT
        documents.id, documents.work, documents.publisher, documents.published, length(documents.text) AS characters,
        -- "KHARTOUM, May 3 (Northern Wire/agencies)": who is credited stands in the brackets
        list_transform(
            string_split(regexp_extract(lower(documents.dateline), '\(([^()]+)\)', 1), '/'), lambda credit: trim(credit)
        ) AS credits,
        regexp_replace(lower(coalesce(publishers.name, documents.publisher)), '^the ', '') AS publisher_name
    FROM speaking_documents AS documents
    LEFT JOIN publishers ON publishers.id = documents.publisher
)
SELECT
    *,
    list_filter(credits, lambda credit: credit <> '') AS credited,
    len(list_filter(credits, lambda credit: credit <> '' AND contains(publisher_name, regexp_replace(credit, '^the ', '')))) > 0
        AS credits_itself
FROM named;

CREATE OR REPLACE TEMP TABLE orders AS
SELECT
    id, work, publisher, credits_itself,
    row_number() OVER (
        ORDER BY
            published + CASE WHEN credits_itself THEN -1 WHEN len(credited) > 0 THEN 1 ELSE 0 END NULLS LAST,
            NOT credits_itself, characters DESC, id
    ) AS place
FROM credited;
