"""Expressions put together: from X to Y, Monday and Tuesday, Tuesday (4 May), since X, until X, by X, as of X.

A range shares its year: "from 28 May to 3 June 2021". Since X runs from X's first day to the reference day with X's
precision; by, until and as of X know only the last day; from X on only the first (docs/claims.md, Periods).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import msgspec
from msgspec.structs import replace

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
    r"|effective|with effect from|(?:the )?eve of|(?:the )?week (?:of|ending|to|beginning|starting))"
    r"(?: (?:about|around|at least|the|on|from|midnight(?: on)?|(?:noon|dawn|dusk|nightfall)(?: on)?))? $"
)
CLOCK = re.compile(r"midnight|noon|dawn|nightfall|dusk|sunset")
ONWARDS = re.compile(r" (?:onwards?|forward|on(?= ?(?:[,.;]|$)))(?!\w)")
NEGATED = re.compile(r"(?:\bnot|n't|\bnever|\bonly) [^,;.]{0,60}$")
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
    if RESTATED.fullmatch(gap) and a.rule in ("weekday", "day word") and _is_date(b.reading):
        end = b.end + (1 if "(" in gap and text[b.end : b.end + 1] == ")" else 0)
        return Expression(a.start, end, core, b.rule, b.reading)
    to_date = b.rule == "so far" and gap == " " and word == "from"
    if to_date or TO.fullmatch(gap) or (word == "between" and AND.fullmatch(gap)):
        start = a.start - (len(opener[0]) if opener else 0)
        return Expression(start, b.end, core, "range", between(a.reading, b.reading))
    if word != "since" and (AND.fullmatch(gap) or (gap == ", " and _alike(a, b))):
        return _coordinate(a, b)
    return None


def _alike(a: Expression, b: Expression) -> bool:
    """Whether two expressions could be items of one list: both months, both days, both weekdays."""
    return (a.parts or (a,))[-1].rule == b.rule and isinstance(b.reading, Floating)


def _coordinate(a: Expression, b: Expression) -> Expression:
    """A and B: one stretch where they lie close, else its parts; a year said last is the year of all."""
    parts = [*(a.parts or (a,)), b]
    for k in range(len(parts) - 2, -1, -1):
        parts[k] = replace(parts[k], reading=_lend_year(parts[k].reading, parts[k + 1].reading))
    reading = parts[0].reading
    for part in parts[1:]:
        reading = side_by_side(reading, part.reading)
    core = (a.core[0], b.core[1])
    return Expression(a.start, b.end, core, "side by side", reading, tuple(parts))


def _lend_year(a: Reading, b: Reading) -> Reading:
    """A date without a year, in that of the date after it."""
    if not (isinstance(a, CalendarDate) and isinstance(b, CalendarDate)) or a.year is not None or b.year is None:
        return a
    return replace(a, year=b.year if (a.month, a.day or 0) <= (b.month, b.day or 31) else b.year - 1)


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
    start, end, reading = expression.start, expression.end, expression.reading
    found = PREPOSITION.search(text[max(start - 40, 0) : start])
    if found is None or text.startswith("'s", end):
        return expression
    word = found[1].removeprefix("the ")
    # "by noon Wednesday", "before dawn on Sunday" and "not until Wednesday" tell the day itself
    if word in ("by", "before", "after") and CLOCK.search(found[0]):
        return expression
    if word in ("until", "till") and NEGATED.search(text[: start - len(found[0])]):
        return expression
    onwards = ONWARDS.match(text, end) if word == "from" else None
    bound = (lambda p: Period(first=p.first, precision="open")) if onwards else BOUNDS.get(word)
    bounded = FRAMES[word](reading) if bound is None else bounded_by(reading, bound)
    end = onwards.end() if onwards else end
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


def eve_of(period: Period) -> Period:
    """The day before a period begins."""
    day = shifted(period.first, -1)
    return Period() if day is None else Period(first=day, last=day, precision="day")


def week_ending(period: Period) -> Period:
    """The seven days that end with a day; of a month or a year nothing."""
    return Period(first=shifted(period.last, -6), last=period.last, precision="week") if is_day(period) else period


def week_beginning(period: Period) -> Period:
    return Period(first=period.first, last=shifted(period.first, 6), precision="week") if is_day(period) else period


def is_day(period: Period) -> bool:
    return period.precision == "day"


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


BOUNDS: dict[str, Callable[[Period], Period]] = {
    **dict.fromkeys(
        ("until", "till", "up to", "up until", "by", "as of", "as at"),
        lambda p: Period(last=p.last, precision="open"),
    ),
    **dict.fromkeys(("before", "prior to"), lambda p: Period(last=shifted(p.first, -1), precision="open")),
    **dict.fromkeys(
        ("starting", "beginning", "effective", "with effect from"),
        lambda p: Period(first=p.first, precision="open"),
    ),
    **dict.fromkeys(("week ending", "week to"), week_ending),
    **dict.fromkeys(("week of", "week beginning", "week starting"), week_beginning),
    "after": lambda p: Period(first=shifted(p.last, 1), precision="open"),
    "eve of": eve_of,
}
FRAMES: dict[str, Callable[[Reading], Reading]] = {"since": since, "ever since": since, "from": from_if_future}
