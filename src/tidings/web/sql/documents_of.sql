-- These reports with their texts.
SELECT documents.*, texts.text
FROM quick.documents AS documents
JOIN documents AS texts ON texts.id = documents.id
WHERE documents.id IN (/* ids */) AND texts.id IN (/* ids */)
ORDER BY documents.rowid
