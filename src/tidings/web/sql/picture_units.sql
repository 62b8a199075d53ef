-- The units whose holder is asked.
SELECT id, unit, place, pcode, province, country, in_frame, seat FROM control_units ORDER BY id
