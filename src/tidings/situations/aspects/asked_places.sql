-- The places that are asked about: those of that name, code or id, and what lies in one of them.

CREATE OR REPLACE TEMP TABLE asked_places AS
WITH asked AS (SELECT lower(getvariable('asked_place')) AS name)
SELECT places.id
FROM places, asked
WHERE asked.name IN (lower(places.name), lower(places.pcode), lower(places.id), lower(places.adm1), lower(places.adm2), lower(places.country))
    OR EXISTS (
        SELECT 1 FROM places AS holder
        WHERE list_contains(places.within, holder.id) AND asked.name IN (lower(holder.name), lower(holder.pcode), lower(holder.id))
    );
