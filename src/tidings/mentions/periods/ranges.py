"""Expressions put together: from X to Y, Monday and Tuesday, Tuesday (4 May), since X, until X, by X, as of X.

A range shares its year: "from 28 May to 3 June 2021". Since X runs from X's first day to the reference day with X's
precision; by, until and as of X know only the last day; from X on only the first (docs/claims.md, Periods).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from tidings.mentions.periods.readings import CalendarDate, Floating, Reading, Scene
from tidings.mentions.periods.spans import hull
from tidings.records import Period

TO = re.compile(
    r"(?: ?-{1,2} ?|,? (?:to|until|till|through|thru|up to|up until|into) )(?:the |about |around |at least )?"
)
AND = re.compile(r",? and (?:again )?(?:on |in )?(?:the )?")
RESTATED = re.compile(r" ?\(|, ")
OPENER = re.compile(r"(?<!\w)(from|between|since)(?: (?:about|around|at least|the))? $")
PREPOSITION = re.compile(
    r"(?<!\w)(ever since|since|until|till|up to|up until|by|as of|as at|before|prior to|after|from|starting|beginning"
    r"|effective|with effect from|(?:the )?week (?:of|ending|to|beginning|starting))"
    r"(?: (?:about|around|at least|the|on|from|midnight(?: on)?|(?:noon|dawn|dusk|nightfall)(?: on)?))? $"
)
CLOCK = re.compile(r"midnight|noon|dawn|nightfall|dusk|sunset")
ONWARDS = re.compile(r" (?:on|onwards?|forward)(?!\w)(?= ?(?:[,.;]|$))")
NEGATED = re.compile(r"(?:\bnot|n't|\bnever|\bonly) [^,;.]{0,60}$")
UNTIL = frozenset({"until", "till", "up to", "up until", "by", "as of", "as at"})
FROM = frozenset({"starting", "beginning", "effective", "with effect from"})
CLOSE_DAYS = 14


class Expression(msgspec.Struct, frozen=True):
    """A stretch of the line with its reading.

    `core` are the positions without the preposition that was taken in; `parts` what a coordination falls back into;
    `inner` is the reading without that preposition.
    """

    start: int
    end: int
    core: tuple[int, int]
    rule: str
    reading: Reading
    parts: tuple[Expression, ...] = ()
    inner: Reading | None = None


def join(expressions: list[Expression], text: str) -> list[Expression]:
    """The expressions with ranges, restated days and prepositions taken together, left to right."""
    joined: list[Expression] = []
    for expression in expressions:
        merged = _merge(joined[-1], expression, text) if joined else None
        if merged is not None:
            joined[-1] = merged
        else:
            joined.append(expression)
    return [expression if expression.rule == "range" else with_preposition(expression, text) for expression in joined]


def _merge(a: Expression, b: Expression, text: str) -> Expression | None:
    gap = text[a.end : b.start]
    if len(gap) > 24:
        return None
    core, opener = (a.core[0], b.core[1]), OPENER.search(text[max(a.start - 24, 0) : a.start])
    word = opener[1] if opener else ""
    if RESTATED.fullmatch(gap):
        if a.rule not in ("weekday", "day word") or not _is_date(b.reading):
            return None
        end = b.end + (1 if "(" in gap and text[b.end : b.end + 1] == ")" else 0)
        return Expression(a.start, end, core, b.rule, b.reading)
    if TO.fullmatch(gap) or (word == "between" and AND.fullmatch(gap)):
        start = a.start - (len(opener[0]) if opener else 0)
        return Expression(start, b.end, core, "range", between(a.reading, b.reading))
    if AND.fullmatch(gap) and word != "since":
        reading = side_by_side(a.reading, b.reading)
        return Expression(a.start, b.end, core, "side by side", reading, (*(a.parts or (a,)), b))
    return None


def _is_date(reading: Reading) -> bool:
    return isinstance(reading, CalendarDate) and reading.day is not None


def between(a: Reading, b: Reading) -> Reading:
    """From the first day of one to the last of the other; a floating end is tied to the one that stands fast."""

    def read(scene: Scene) -> Period:
        if _floats(a) and not (_floats(b) and scene.future):
            last = b(scene) or Period()
            return hull(a(tied(scene, last.last, future=False)) or Period(), last)
        first = a(scene) or Period()
        if not _floats(b):
            return hull(first, b(scene) or Period())
        return hull(first, b(tied(scene, first.first, future=True)) or Period())

    return read


def side_by_side(a: Reading, b: Reading) -> Reading:
    """Two days, months or years that lie close, as one stretch; None where they are far apart or of two kinds."""
    range_ = between(a, b)

    def read(scene: Scene) -> Period | None:
        found, first, last = range_(scene), a(scene), b(scene)
        if found is None or found.first is None or found.last is None or first is None or last is None:
            return None
        if first.precision in ("day", "days") and last.precision in ("day", "days"):
            return found if found.last - found.first <= timedelta(days=CLOSE_DAYS) else None
        next_to = between_days(first.last, last.first)
        return found if first.precision == last.precision and next_to is not None and next_to <= 1 else None

    return read


def between_days(first: date | None, last: date | None) -> int | None:
    return None if first is None or last is None else (last - first).days


def tied(scene: Scene, day: date | None, *, future: bool) -> Scene:
    """The scene seen from another day."""
    return scene if day is None else Scene(day=day, anchor=scene.anchor, future=future)


def _floats(reading: Reading) -> bool:
    return isinstance(reading, Floating) and not reading.is_fixed()


def with_preposition(expression: Expression, text: str) -> Expression:
    """The expression with the preposition before it, where that decides the period."""
    start, end = expression.start, expression.end
    found = PREPOSITION.search(text[max(start - 30, 0) : start])
    onwards = ONWARDS.match(text, end)
    if found is None or text.startswith("'s", end):
        return expression
    word, reading = found[1], expression.reading
    # "by noon Wednesday" tells the day itself
    if word == "by" and CLOCK.search(found[0]):
        return expression
    if word.endswith("since"):
        bounded = since(reading)
    elif word in UNTIL:
        if word in ("until", "till") and NEGATED.search(text[: start - len(found[0])]):
            return expression
        bounded = until(reading)
    elif "week" in word:
        bounded = week_at(reading, ending=word.endswith(("ending", "to")))
    elif word in ("before", "prior to"):
        bounded = bounded_by(reading, lambda p: Period(last=shifted(p.first, -1), precision="open"))
    elif word == "after":
        bounded = bounded_by(reading, lambda p: Period(first=shifted(p.last, 1), precision="open"))
    elif onwards or word in FROM:
        bounded = bounded_by(reading, lambda p: Period(first=p.first, precision="open"))
        end = onwards.end() if onwards else end
    else:
        bounded = from_if_future(reading)
    return Expression(start - len(found[0]), end, expression.core, f"{word} {expression.rule}", bounded, (), reading)


def since(reading: Reading) -> Reading:
    """From the first day of it to the reference day; without a reference day its end is open."""

    def read(scene: Scene) -> Period:
        begun = reading(Scene(day=scene.day, anchor=scene.anchor, year=scene.year)) or Period()
        if begun.first is None:
            return Period()
        if scene.day is None:
            return Period(first=begun.first, precision="open")
        if begun.first > scene.day:
            return Period()
        precision = "days" if begun.precision == "day" else begun.precision
        if isinstance(reading, CalendarDate) and reading.third is not None:
            precision = "month"
        return Period(first=begun.first, last=scene.day, precision=precision)

    return read


def until(reading: Reading) -> Reading:
    return bounded_by(reading, lambda p: Period(last=p.last, precision="open"))


def week_at(reading: Reading, *, ending: bool) -> Reading:
    """The seven days that end with a day or begin with it; of a month or a year nothing."""

    def read(scene: Scene) -> Period | None:
        found = reading(scene)
        if found is None or found.precision != "day" or found.first is None:
            return found
        first, last = (shifted(found.first, -6), found.first) if ending else (found.first, shifted(found.first, 6))
        return Period(first=first, last=last, precision="week")

    return read


def from_if_future(reading: Reading) -> Reading:
    """ "From Monday" opens a period where it is still to come; "footage from Monday" is that day."""

    def read(scene: Scene) -> Period | None:
        found = reading(scene)
        if found is None or found.first is None or not scene.future:
            return found
        return Period(first=found.first, precision="open")

    return read


def bounded_by(reading: Reading, bound: Callable[[Period], Period]) -> Reading:
    """A reading of which only one end is kept."""

    def read(scene: Scene) -> Period:
        found = bound(reading(scene) or Period())
        return found if found.first or found.last else Period()

    return read


def shifted(day: date | None, days: int) -> date | None:
    return None if day is None else day + timedelta(days=days)
