"""Text to mentions of time: choose rules by the words at hand, match, put together, resolve."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from tidings.mentions.periods import dates, feasts, months, seasons, told, units, vague, weekdays, years
from tidings.mentions.periods.line import Line
from tidings.mentions.periods.ranges import Expression, join, since
from tidings.mentions.periods.readings import CalendarDate, Rule, Scene, UnanchoredError
from tidings.mentions.periods.tense import is_future
from tidings.records import Mention, Parse, Period, Word
from tidings.syntax import ancestors, is_verb

# Earlier rules win over later ones of the same length.
RULES: tuple[Rule, ...] = (
    *dates.RULES, *months.RULES, *years.RULES, *seasons.RULES, *feasts.RULES,
    *weekdays.RULES, *units.RULES, *told.RULES, *vague.RULES,
)  # fmt: skip


def _by_word() -> dict[str, tuple[int, ...]]:
    found = defaultdict(list)
    for rank, rule in enumerate(RULES):
        for word in rule.needs:
            found[word].append(rank)
    return {word: tuple(ranks) for word, ranks in found.items()}


RANKS_BY_WORD = _by_word()
DEADLINES = ("until ", "till ", "by ", "up to ")


def find_periods(parse: Parse, day: date | None, anchor: date | None = None, year: int | None = None) -> list[Mention]:
    """Every expression of time in a sentence, in order, as mentions whose `means` is a Period.

    `day` is the day the report was published, or its dateline's; `anchor` and `year` the last day and the last year
    told before this sentence (`last_told` keeps them). What cannot be anchored gives a null Period, so that no other
    day is taken for it: with `day` null that is every relative word, and every date without a year where none was
    told. `head` is the word of the expression that hangs on the verb or noun it dates; for "since the war began in
    2011" a second mention has the verb of that clause as its head.
    """
    line = Line(parse)
    ranks = {rank for token in line.tokens() if token in RANKS_BY_WORD for rank in RANKS_BY_WORD[token]}
    if not ranks:
        return []
    expressions = join(_choose(list(_match(line, ranks))), line.text)
    return list(_resolve(line, expressions, Scene(day=day, anchor=anchor, year=year)))


def last_told(
    mentions: Iterable[Mention], anchor: date | None = None, year: int | None = None
) -> tuple[date | None, int | None]:
    """The last day and the last year that these mentions tell, else what was told before."""
    for mention in mentions:
        period = mention.means
        if isinstance(period, Period):
            anchor = period.first if period.precision == "day" else anchor
            year = _year_of(period) or year
    return anchor, year


def _year_of(period: Period) -> int | None:
    """The year that a period lies in, if it is one."""
    if period.first is None or period.last is None or period.first.year != period.last.year:
        return None
    return period.first.year


def _match(line: Line, ranks: set[int]) -> Iterator[tuple[int, Expression]]:
    for rank in sorted(ranks):
        rule = RULES[rank]
        for m in rule.pattern.finditer(line.text):
            reading = rule.read(m, line)
            if reading is not None:
                start, end = m.span()
                end -= line.text[end - 1] == "."
                yield rank, Expression(start, end, (start, end), rule.name, reading)


def _choose(matched: list[tuple[int, Expression]]) -> list[Expression]:
    """The longest of the expressions that overlap, in the order of the text."""
    chosen: list[Expression] = []
    for _, expression in sorted(matched, key=lambda pair: (pair[1].start - pair[1].end, pair[0])):
        if all(expression.end <= other.start or expression.start >= other.end for other in chosen):
            chosen.append(expression)
    return sorted(chosen, key=lambda expression: expression.start)


def _resolve(line: Line, expressions: list[Expression], scene: Scene) -> Iterator[Mention]:
    if scene.year is None and scene.anchor is None:
        scene = replace(scene, year=_year_named(expressions))
    for expression in expressions:
        for part in _parts(line, expression, scene):
            head = head_of(line, part)
            seen = replace(scene, future=is_future(line.parse, head, deadline=part.rule.startswith(DEADLINES)))
            period = _period(part, seen)
            if period is None:
                continue
            mention = _mention(line, part, head, period)
            since_clause = _since_clause(line, part, head, seen)
            when_clause = _when_clause(line, part, seen)
            yield from (found for found in (mention, since_clause, when_clause) if found is not None)
            anchor, year = last_told([mention], scene.anchor, scene.year)
            full = since_clause is None and isinstance(part.reading, CalendarDate) and part.reading.is_fixed()
            scene = replace(scene, anchor=anchor, year=year, full=period.first if full else scene.full)


def _year_named(expressions: list[Expression]) -> int | None:
    """The first year that a sentence names in figures."""
    for expression in expressions:
        if isinstance(expression.reading, CalendarDate) and expression.reading.year is not None:
            return expression.reading.year
        if expression.rule == "year":
            found = _period(expression, Scene(day=None))
            return None if found is None else _year_of(found)
    return None


def _parts(line: Line, expression: Expression, scene: Scene) -> tuple[Expression, ...]:
    """A coordination as one stretch, or where it is none as the expressions it was made of."""
    if not expression.parts:
        return (expression,)
    period = _period(expression, replace(scene, future=is_future(line.parse, head_of(line, expression))))
    return (expression,) if period is not None and period.first is not None else expression.parts


def _period(expression: Expression, scene: Scene) -> Period | None:
    try:
        return expression.reading(scene)
    except (UnanchoredError, ValueError, OverflowError):
        # no day to reckon from, no such day ("the 31st of this month"), or beyond the calendar
        return Period()


def head_of(line: Line, expression: Expression) -> int:
    """The word of an expression that hangs on a word outside it."""
    words = [w for w in line.words_in(*expression.core) if w.pos not in ("ADP", "SCONJ", "DET", "PUNCT", "SPACE")]
    words = words or list(line.words_in(*expression.core))
    inside = {word.index for word in words}
    return next((w.index for w in words if w.head not in inside or w.head == w.index), words[0].index)


def _mention(line: Line, expression: Expression, head: int, period: Period) -> Mention:
    start, end = line.offsets(expression.start, expression.end)
    rule = f"period: {expression.rule}"
    return Mention(kind="period", start=start, end=end, head=head, means=period, made_by=rule)


def _since_clause(line: Line, expression: Expression, head: int, scene: Scene) -> Mention | None:
    """Since the war began in 2011, since the 2011 uprising: the start of what the clause bounds."""
    opener = None if "since" in expression.rule else _since_above(line, head)
    if opener is None:
        return None
    word, top = opener
    period = _period(replace(expression, reading=since(expression.reading)), scene)
    if period is None or period.first is None:
        return None
    end = line.offsets(expression.start, expression.end)[1]
    rule = f"period: since clause, {expression.rule}"
    return Mention(kind="period", start=word.start, end=end, head=top, means=period, made_by=rule)


def _when_clause(line: Line, expression: Expression, scene: Scene) -> Mention | None:
    """Since Monday, when the town fell: the town fell on that Monday. The head is "when", which hangs on the verb."""
    if expression.inner is None:
        return None
    after = line.word_after(expression.end)
    if after is not None and after.text == "," and after.index + 1 < len(line.parse.words):
        after = line.parse.words[after.index + 1]
    period = _period(replace(expression, reading=expression.inner), scene)
    if after is None or after.lower != "when" or period is None:
        return None
    start, end = line.offsets(*expression.core)
    rule = f"period: when clause, {expression.rule}"
    return Mention(kind="period", start=start, end=end, head=after.index, means=period, made_by=rule)


def _since_above(line: Line, head: int) -> tuple[Word, int] | None:
    """The "since" that opens the clause or phrase of a word, and the head of what it opens."""
    for index in ancestors(line.parse, head):
        word = line.parse.words[index]
        if word.lower == "since":
            return word, head
        if is_verb(word):
            for c in line.parse.children[index]:
                if line.parse.words[c].lower == "since" and c < head:
                    return line.parse.words[c], index
            # a preposition above a clause: "since ... taking the town in 2014"
            above = line.parse.words[word.head]
            return (above, index) if above.lower == "since" else None
    return None
