-- Which unit a place is: unit_of_place, and the units that claims mean beside those of the frame.
--
-- A district's centre is the district. A district whose seat is a city of the frame is held by who holds that city, so
-- both are one unit, the city's. A place below a city, a base, a river or a country is no unit.

INSERT INTO control_units
SELECT
    places.id,
    CASE places.kind WHEN 'temporary_district' THEN 'district' ELSE places.kind END,
    places.name,
    CASE WHEN places.kind <> 'crossing' THEN places.pcode END,
    CASE WHEN places.kind <> 'province' THEN places.adm1 ELSE places.name END,
    places.country, false, NULL
FROM places
WHERE places.kind IN ('district', 'temporary_district', 'city', 'province', 'crossing')
    AND places.id NOT IN (SELECT id FROM control_units)
ORDER BY places.id;

CREATE OR REPLACE TEMP TABLE unit_of_place AS
SELECT places.id AS place_id, coalesce(units.seat, units.id) AS unit_id
FROM places
JOIN control_units AS units ON units.id = CASE WHEN places.kind = 'district_centre' THEN places.within[1] ELSE places.id END;
