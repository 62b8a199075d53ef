-- How many events are told as having happened, by the week they fell in (its Monday) and theme. What spans more than a week
-- belongs to none.
WITH themes AS (
    SELECT theme.theme AS theme, theme.start AS start FROM (SELECT unnest($themes) AS theme)
),
days AS (
    SELECT act, coalesce(first, last) AS first, coalesce(last, first) AS last
    FROM events
    WHERE standing IN ('confirmed', 'corroborated', 'reported', 'contested')
)
SELECT CAST(date_trunc('week', days.first) AS DATE) AS week, themes.theme, count(*) AS events
FROM days
JOIN themes ON starts_with(days.act, themes.start)
WHERE days.last - days.first < 7
    AND (CAST($since AS DATE) IS NULL OR days.first >= CAST($since AS DATE))
    AND (CAST($until AS DATE) IS NULL OR days.first <= CAST($until AS DATE))
GROUP BY ALL
ORDER BY ALL
