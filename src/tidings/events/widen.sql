-- What else is touched: cells of events that are merged otherwise than before, and of events that say who holds a place
-- where another that is touched says so too. core: cells whose events are made anew. scope: these, and the cells of what is
-- merged with an event of theirs, so that each event is made from all of its claims.

CREATE OR REPLACE TEMP TABLE core AS
WITH RECURSIVE moved AS (
    (SELECT head, lead FROM merged EXCEPT SELECT head, lead FROM linked_merges)
    UNION ALL
    (SELECT head, lead FROM linked_merges EXCEPT SELECT head, lead FROM merged)
    UNION ALL
    SELECT head, lead FROM merged JOIN linked_merges AS before USING (head, lead) WHERE merged.score <> before.score
),
partners AS (
    SELECT goes.cell AS one, leads.cell AS other
    FROM merged
    JOIN linked_heads AS goes ON goes.proposition = merged.head
    JOIN linked_heads AS leads ON leads.proposition = merged.lead
    WHERE starts_with(goes.cell, 'territory.hold |')
),
reach(cell) AS (
    SELECT cell FROM scope
    UNION
    SELECT cell FROM linked_heads WHERE proposition IN (SELECT head FROM moved UNION ALL SELECT lead FROM moved)
    UNION
    SELECT CASE WHEN partners.one = reach.cell THEN partners.other ELSE partners.one END
    FROM reach JOIN partners ON reach.cell IN (partners.one, partners.other)
)
SELECT cell FROM reach;

DELETE FROM linked_merges;
INSERT INTO linked_merges SELECT * FROM merged;

CREATE OR REPLACE TEMP TABLE narrow AS SELECT cell FROM scope;

CREATE OR REPLACE TEMP TABLE scope AS
WITH mine AS (
    SELECT proposition FROM linked_heads WHERE cell IN (SELECT cell FROM core)
)
SELECT cell FROM core
UNION
SELECT cell FROM linked_heads WHERE proposition IN (
    SELECT head FROM merged WHERE lead IN (SELECT proposition FROM mine)
    UNION ALL SELECT lead FROM merged WHERE head IN (SELECT proposition FROM mine)
);
