-- Every place that a claim means, with what holds it.
SELECT id, name, kind, country, adm1, adm2, pcode, lat, lon, point, within FROM places ORDER BY id
