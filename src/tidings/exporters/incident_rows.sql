-- One row an incident, with all that exporters ask of it in lists.

WITH places AS (
    SELECT event_id, list({
        'name': name, 'place_id': place_id, 'place': place, 'kind': kind, 'country': country, 'adm1': adm1, 'adm2': adm2,
        'lat': lat, 'lon': lon, 'point': point, 'precision': precision
    } ORDER BY number) AS places
    FROM picture.event_places GROUP BY event_id
),
members AS (
    SELECT
        incident_events.incident_id,
        list(DISTINCT {
            'id': claims.id, 'document_id': claims.document_id, 'published': claims.published,
            'publisher': coalesce(documents.publisher_name, claims.publisher), 'title': documents.title,
            'url': documents.url, 'kind': documents.publisher_kind, 'country': documents.publisher_country,
            'stance': claims.stance, 'certainty': claims.certainty, 'hedged': claims.hedged, 'origins': claims.origins,
            'said_by': claims.said_by, 'is_copied': claims.copied_from IS NOT NULL, 'quote': claims.quote,
            'is_head': incident_events.event_id = incident_events.incident_id, 'start': claims.start,
            'made_by': claims.made_by
        }) AS claims
    FROM incident_events
    JOIN picture.event_claims AS belongs ON belongs.event_id = incident_events.event_id
    JOIN picture.claims AS claims ON claims.id = belongs.claim_id
    JOIN picture.documents AS documents ON documents.id = claims.document_id
    GROUP BY incident_events.incident_id
),
parts AS (
    SELECT
        incident_events.incident_id,
        list({
            'id': events.id, 'act': events.act, 'actor': events.actor, 'actor_ids': events.actor_ids,
            'target': events.target, 'target_ids': events.target_ids, 'first': events.first, 'last': events.last,
            'standing': events.standing, 'manner_standing': events.manner_standing, 'flags': events.flags,
            'places': coalesce(places.places, [])
        } ORDER BY events.id <> incident_events.incident_id, events.id) AS events
    FROM incident_events
    JOIN standing_events AS events ON events.id = incident_events.event_id
    LEFT JOIN places ON places.event_id = events.id
    GROUP BY incident_events.incident_id
),
manners AS (
    SELECT belongs.event_id, mode(claims.manner ORDER BY claims.manner) AS manner
    FROM picture.event_claims AS belongs
    JOIN picture.claims AS claims ON claims.id = belongs.claim_id
    WHERE claims.manner IS NOT NULL AND claims.stance = 'asserts' AND claims.certainty IN ('happened', 'ongoing')
    GROUP BY belongs.event_id
),
counted AS (
    SELECT incident_figures.incident_id, list({
        'id': figures.id, 'what': figures.what, 'of': figures."of", 'by': figures."by", 'basis': figures.basis,
        'low': figures.low, 'best': figures.best, 'high': figures.high, 'claim_ids': figures.claim_ids
    } ORDER BY figures.id) AS figures
    FROM incident_figures
    JOIN picture.figures AS figures ON figures.id = incident_figures.figure_id
    GROUP BY incident_figures.incident_id
)
SELECT parts.incident_id AS id, parts.events, members.claims, coalesce(counted.figures, []) AS figures, manners.manner
FROM parts
JOIN members ON members.incident_id = parts.incident_id
LEFT JOIN counted ON counted.incident_id = parts.incident_id
LEFT JOIN manners ON manners.event_id = parts.incident_id
ORDER BY parts.incident_id
