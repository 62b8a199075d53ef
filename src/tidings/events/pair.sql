-- Which proposition can be a vaguer telling of which other: everything that `vague` says, `exact` says too, and more.
--
-- An unknown actor or day is no disagreement. A missing day joins within the same report, and for a change of hands also
-- what happened in the 31 days before the report came out. A span of up to four days, and any span for a change of hands,
-- can mean a day inside it; a total over a span never means one day of it. Counts of units meet only on the same days.

CREATE OR REPLACE TEMP TABLE fits AS
SELECT vague.proposition AS vague, exact.proposition AS exact
FROM propositions AS vague
JOIN propositions AS exact
    ON vague.act_key = exact.act_key
    AND vague.kind = exact.kind
    AND vague.place_name = exact.place_name
    AND vague.part = exact.part
    AND vague.is_total = exact.is_total
    AND vague.proposition <> exact.proposition
WHERE vague.kind IN ('affirmed', 'planned', 'feared')
    AND (vague.place_of IS NULL OR vague.place_of = exact.place_of)
    AND (
        len(vague.actors) = 0
        OR vague.actors = exact.actors
        OR (vague.act_key IN ('fight.clash', 'fight.riot', 'talk.meet', 'talk.agree', 'talk.ceasefire', 'talk.break')
            AND vague.part = '' AND list_has_all(exact.actors, vague.actors))
    )
    AND (
        len(vague.targets) = 0
        OR list_has_any(vague.targets, exact.targets)
        OR (vague.act_key = 'territory.change' AND (len(vague.actors) > 0 OR len(exact.targets) = 0))
    )
    -- Who left a place is not who took it.
    AND NOT (vague.act_key = 'territory.change' AND list_has_any(vague.targets, exact.actors))
    AND (
        (vague.first IS NOT DISTINCT FROM exact.first AND vague.last IS NOT DISTINCT FROM exact.last AND vague.is_dated)
        OR (
            vague.first <= exact.first AND exact.last <= vague.last AND NOT vague.is_total AND vague.part = ''
            AND (vague.act_key = 'territory.change' OR date_diff('day', vague.first, vague.last) < 4)
        )
        OR (
            NOT vague.is_dated AND exact.is_dated AND vague.part = ''
            AND (
                list_has_any(vague.documents, exact.documents)
                OR (vague.act_key = 'territory.change' AND exact.last <= vague.published
                    AND date_diff('day', exact.last, vague.published) <= 31)
            )
        )
    );
