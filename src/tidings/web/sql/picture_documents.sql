-- The reports that speak, by their days.
SELECT id, doc, coalesce(publisher_name, publisher) AS publisher, title, published
FROM quick.documents ORDER BY published NULLS LAST, doc, id
