-- Who first says each claim: the innermost speaker, else the agency that the dateline credits, else the publisher.
--
-- claim_origins: a row for each origin of a claim. Two claims of one origin are one voice.
-- * A named speaker is one origin wherever quoted (by id where the table of actors knows it).
-- * Unnamed people of a named body, or of one that the place tells apart ("the police" of one town), are one origin
--   in whatever outlet.
-- * Other unnamed roles (residents, a security source) are one origin for each role, place and copy group.
-- * What a report reprints comes from the outlet of the original.
-- * Where only "agencies" are credited, or no publisher is known, the origin is unknown.
-- `roles` (roles.csv) tells words for people from names, and what kind of voice each is.

DELETE FROM claim_origins WHERE claim_id IN (SELECT claim_id FROM changed_claims);

INSERT INTO claim_origins BY NAME
WITH told AS (
    SELECT
        claims.id, claims.document_id, claims.said_by[-1] AS speakers, copied_claims.original_id,
        CASE WHEN len(claims.speaker_ids) = len(claims.said_by) AND len(claims.said_by[-1]) = 1
            THEN claims.speaker_ids[-1] END AS speaker_id,
        claims.interest,
        CASE WHEN len(claims.place_ids) > 0 THEN claims.place_ids ELSE claims.place END AS places,
        coalesce(copy_groups.original_id, claims.document_id) AS copy_group
    FROM fresh_claims AS claims
    LEFT JOIN copied_claims ON copied_claims.claim_id = claims.id
    LEFT JOIN copy_groups ON copy_groups.document_id = claims.document_id
),
named AS (
    SELECT *, regexp_replace(trim(speaker), '^([Tt]he|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome|[Mm]any|[Oo]ther|\d+) ', '') AS name
    FROM (SELECT * EXCLUDE (speakers), unnest(speakers) AS speaker FROM told)
),
headed AS (
    SELECT
        *,
        regexp_extract(regexp_replace(name, ' (of|in|at|from|with|for|near|on|who) .*$', ''), '([^ ]+)$', 1) AS last_word
    FROM named
),
singular AS (
    SELECT *, regexp_replace(regexp_replace(lower(last_word), '(police|sales)?men$', '\1man'), '([^s])s$', '\1') AS head
    FROM headed
),
kinds AS (
    SELECT
        singular.*,
        coalesce(interest = 'witness', false) OR coalesce(roles.kind = 'witness', false) AS is_witness,
        -- a name: its last word is capitalised, and it is not only a common word at the beginning of a sentence
        speaker_id IS NOT NULL OR (
            last_word <> lower(last_word) AND NOT (roles.kind IS NOT NULL AND name = last_word)
        ) AS is_named,
        -- a body by name (an Eritrean diplomat) or by its common noun (a police officer, a member of the council)
        regexp_matches(name, '[ ''’-]\p{Lu}|^\p{Lu}[^ ]* ') AS names_body,
        list_intersect(regexp_extract_all(lower(name), '\p{L}+'), bodies.heads)[1] AS body,
        regexp_replace(lower(name), '([^s ])s\b', '\1', 'g') AS role
    FROM singular
    LEFT JOIN roles ON regexp_replace(roles.head, '([^s])s$', '\1') = singular.head
    CROSS JOIN (SELECT list(head ORDER BY head) AS heads FROM roles WHERE kind = 'body') AS bodies
),
spoken AS (
    SELECT
        id,
        CASE
            WHEN speaker_id IS NOT NULL THEN speaker_id
            WHEN is_named THEN lower(name)
            WHEN NOT is_witness AND names_body THEN role
            ELSE concat_ws(' | ',
                CASE WHEN is_witness THEN head ELSE coalesce(body, role) END,
                array_to_string(list_sort(list_transform(places, lambda place: lower(place))), '; '),
                CASE WHEN is_witness OR body IS NULL THEN copy_group END)
        END AS origin,
        name,
        CASE WHEN is_named THEN 'speaker' ELSE 'role' END AS kind,
        CASE
            WHEN is_named THEN 'quoted'
            WHEN NOT is_witness AND (names_body OR body IS NOT NULL) THEN 'unnamed, one voice for its body'
            ELSE 'unnamed, one voice for its role, place and copy group'
        END AS basis
    FROM kinds
),
unspoken AS (
    SELECT
        told.id, own_voice.name AS origin, own_voice.name, own_voice.kind,
        CASE WHEN told.original_id IS NULL THEN own_voice.basis ELSE 'reprinted from the original' END AS basis
    FROM told
    JOIN own_voice ON own_voice.document_id = CASE WHEN told.original_id IS NULL THEN told.document_id ELSE told.copy_group END
    WHERE coalesce(len(told.speakers), 0) = 0
)
SELECT DISTINCT id AS claim_id, origin, min(name) AS name, kind, min(basis) AS basis
FROM (SELECT * FROM spoken UNION ALL SELECT * FROM unspoken)
GROUP BY id, origin, kind
ORDER BY claim_id, origin;

DROP TABLE credited;
