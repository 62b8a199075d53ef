-- How the outcome of each event stands, and why: tested are refuted, contested, confirmed, corroborated, reported.
--
-- standings: one row an event that is said to have happened.
-- * A denial contests when its origin has access: a side, a witness, a third party, a source that is named or of a body.
-- * A denial by a side or by no known side is answered once an admission against interest, a witness or a third party
--   affirms the outcome on the same or a later day; an outlet foreign to the conflict only beside a second voice. "We left" does not: it leaves open who has the place now. An unnamed
--   admission answers only beside a second voice. No answer holds where a witness or a third party denies it too.
-- * A denial refutes when it is later than every affirmation and better placed than all of them, by a witness, a
--   third party or against interest; or when all who affirmed it took it back.

CREATE OR REPLACE TEMP TABLE told_voices AS SELECT * FROM event_voices WHERE event_id IN (SELECT id FROM event_ids);

CREATE OR REPLACE TEMP TABLE affirmations AS
SELECT *, count(DISTINCT voice) FILTER (counts) OVER (PARTITION BY event_id) AS event_voices
FROM told_voices
WHERE word = 'affirmed' AND set_aside IS DISTINCT FROM 'taken back later';

CREATE OR REPLACE TEMP TABLE open_denials AS
WITH denials AS (
    SELECT * FROM told_voices
    WHERE word = 'denied' AND rank IN (1, 2, 4, 5)
        AND coalesce(set_aside, 'copied') NOT IN ('taken back later', 'denies only the manner')
),
firm AS (
    SELECT DISTINCT event_id FROM denials WHERE rank IN (1, 2)
),
answers AS (
    SELECT denials.event_id, denials.claim_id, denials.origin, min_by(affirmations.name, affirmations.rank) AS name
    FROM denials
    JOIN affirmations
        ON affirmations.event_id = denials.event_id
        AND affirmations.published >= denials.published
    WHERE affirmations.rank <= 3
        AND affirmations.counts
        AND (affirmations.act <> 'territory.withdraw' OR denials.act = 'territory.withdraw')
        AND (affirmations.rank > 1 OR affirmations.is_named OR affirmations.event_voices > 1)
        AND (affirmations.rank < 3 OR affirmations.event_voices > 1)
        AND denials.event_id NOT IN (SELECT event_id FROM firm)
    GROUP BY ALL
)
SELECT denials.*, answers.name AS answered_by
FROM denials
LEFT JOIN answers
    ON answers.event_id = denials.event_id AND answers.claim_id = denials.claim_id
    AND answers.origin IS NOT DISTINCT FROM denials.origin;

UPDATE event_voices SET set_aside = 'answered by ' || open_denials.answered_by
FROM open_denials
WHERE open_denials.answered_by IS NOT NULL AND event_voices.event_id = open_denials.event_id
    AND event_voices.claim_id = open_denials.claim_id
    AND event_voices.origin IS NOT DISTINCT FROM open_denials.origin;

-- Two sides cannot each hold one place on the same days: whoever says that the other does, excludes it.
CREATE OR REPLACE TEMP TABLE rivals AS
WITH holds AS (
    SELECT event_ids.id AS event_id, told.place_key, told.first, told.last, told.actors
    FROM event_ids JOIN propositions AS told ON told.proposition = event_ids.head
    WHERE told.act_key = 'territory.hold' AND told.kind = 'affirmed' AND told.part = '' AND len(told.actors) > 0
        AND told.first IS NOT NULL AND told.last IS NOT NULL
)
SELECT one.event_id, list_sort(list_distinct(list(saying.name))) AS names
FROM holds AS one
JOIN holds AS other USING (place_key, first, last)
JOIN affirmations AS saying ON saying.event_id = other.event_id AND saying.counts
ANTI JOIN affirmations AS itself ON itself.event_id = one.event_id AND itself.origin = saying.origin
WHERE one.event_id <> other.event_id AND NOT list_has_any(one.actors, other.actors)
GROUP BY one.event_id;

CREATE OR REPLACE TEMP TABLE standings AS
WITH affirmed AS (
    SELECT
        event_id, count(DISTINCT voice) FILTER (counts) AS voices,
        min(rank) AS best_rank, max(published) AS last_day, count(*) FILTER (published IS NULL) AS undated,
        bool_or(rank = 1 AND counts) AS is_admitted,
        bool_or(placed IN ('a third party', 'an outlet foreign to the conflict') AND counts) AS has_third,
        list_sort(list_distinct(list(name) FILTER (rank = 1 AND counts))) AS admitting,
        list_sort(list_distinct(list(name) FILTER (placed IN ('a third party', 'an outlet foreign to the conflict') AND counts))) AS third,
        list_sort(list_distinct(list(name) FILTER (counts))) AS names
    FROM affirmations
    GROUP BY event_id
),
said AS (
    SELECT
        event_id,
        bool_or(starts_with(act, 'territory.')) AS is_territory,
        list_sort(list_distinct(list(name) FILTER (word = 'doubtful'))) AS doubting,
        bool_or(rank = 1 AND word IN ('affirmed', 'denied')) AS is_against_interest,
        bool_or(placed = 'a side in its own favour' AND word IN ('affirmed', 'denied')) AS is_own_favour
    FROM told_voices
    GROUP BY event_id
    HAVING bool_or(word = 'affirmed')
),
denied AS (
    SELECT
        denials.event_id,
        bool_or(answered_by IS NULL) AS is_contested,
        list_sort(list_distinct(list(name) FILTER (answered_by IS NULL))) AS denying,
        list_sort(list_distinct(list(name || ', answered by ' || answered_by) FILTER (answered_by IS NOT NULL))) AS answered,
        list_sort(list_distinct(list(name) FILTER (
            rank <= 2 AND answered_by IS NULL AND rank < affirmed.best_rank AND published > affirmed.last_day AND affirmed.undated = 0
        ))) AS refuting
    FROM open_denials AS denials
    LEFT JOIN affirmed ON affirmed.event_id = denials.event_id
    GROUP BY denials.event_id
),
tested AS (
    SELECT
        said.*, affirmed.*EXCLUDE (event_id), coalesce(denied.refuting, []) AS refuting, coalesce(denied.denying, []) AS denying,
        coalesce(denied.answered, []) AS answered, coalesce(rivals.names, []) AS rivals,
        CASE
            WHEN affirmed.event_id IS NULL OR len(denied.refuting) > 0 THEN 'refuted'
            WHEN denied.is_contested OR rivals.event_id IS NOT NULL THEN 'contested'
            WHEN voices > 1 AND (is_admitted OR has_third) THEN 'confirmed'
            WHEN voices > 1 THEN 'corroborated'
            ELSE 'reported'
        END AS standing
    FROM said
    LEFT JOIN affirmed ON affirmed.event_id = said.event_id
    LEFT JOIN denied ON denied.event_id = said.event_id
    LEFT JOIN rivals ON rivals.event_id = said.event_id
)
SELECT
    event_id, standing,
    list_filter([
        CASE
            WHEN standing = 'refuted' AND len(refuting) = 0 THEN 'whoever said so took it back'
            WHEN standing = 'refuted' THEN array_to_string(refuting, ', ') || ' denied it later, and is better placed'
            WHEN standing = 'contested' AND len(denying) = 0 THEN 'excluded by what is said by ' || array_to_string(rivals, ', ')
            WHEN standing = 'contested' THEN 'denied by ' || array_to_string(denying, ', ')
            WHEN standing = 'confirmed' AND is_admitted THEN
                CASE WHEN is_territory THEN 'the losing side says so' ELSE 'a side says so against its own interest' END
                || ': ' || array_to_string(admitting, ', ')
            WHEN standing = 'confirmed' THEN 'a third party says so: ' || array_to_string(third, ', ')
            WHEN standing = 'corroborated' THEN concat(voices, ' independent voices: ', array_to_string(names, ', '))
            WHEN voices = 1 THEN 'one voice: ' || array_to_string(names, ', ')
            ELSE 'no voice that is known'
        END,
        CASE WHEN len(answered) > 0 THEN 'a denial no longer contests it: ' || array_to_string(answered, '; ') END,
        CASE WHEN len(doubting) > 0 THEN 'doubted by ' || array_to_string(doubting, ', ') END
    ], lambda reason: reason IS NOT NULL) AS reasons,
    list_filter([
        CASE WHEN is_against_interest THEN 'against interest' END, CASE WHEN is_own_favour THEN 'own favour' END
    ], lambda flag: flag IS NOT NULL) AS flags
FROM tested;

CREATE OR REPLACE TEMP TABLE better_placed AS
SELECT event_id, list(concat(name, ' (', placed, ') ', word) ORDER BY rank, first_day NULLS LAST, name, word) AS better_placed
FROM (
    SELECT event_id, name, placed, word, rank, min(published) AS first_day
    FROM told_voices
    WHERE word IN ('affirmed', 'denied', 'doubtful')
    GROUP BY ALL
)
GROUP BY event_id;

DROP TABLE told_voices;
DROP TABLE open_denials;
DROP TABLE rivals;
