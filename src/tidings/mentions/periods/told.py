"""Expressions reckoned from a day told before: the previous day, four days later, the same night, that year."""

from __future__ import annotations

from datetime import date, timedelta

from tidings.mentions.periods.line import Line
from tidings.mentions.periods.readings import Match, Reading, Rule, Scene, number, pattern
from tidings.mentions.periods.spans import add_units, days_between, one_day, unit_around
from tidings.records import Period

NIGHTS = frozenset({"date", "morning", "afternoon", "evening", "night"})
UNITS = r"(?P<unit>day|date|night|morning|afternoon|evening|weekend|week|month|year)"


def _unit(name: str) -> str:
    return "day" if name in NIGHTS else name


def read_next(m: Match, line: Line) -> Reading | None:
    """The previous day, the following week. "The day before the vote" is null: the vote has no day here."""
    mod, unit = m["mod"] or m["side"], _unit(m["unit"] or m["one"])
    step = 1 if mod in ("following", "next", "after") else -1
    if m["side"] and _goes_on(m, line):
        return lambda scene: Period()
    shift = "week" if unit == "weekend" else unit
    return lambda scene: unit_around(add_units(scene.told, shift, step), unit)


def _goes_on(m: Match, line: Line) -> bool:
    """Whether "before" or "after" takes something more: "two days after the talks"."""
    after = line.word_after(m.end())
    return after is not None and (
        after.pos in ("DET", "NOUN", "PROPN", "PRON", "VERB", "NUM", "ADJ") or after.tag == "VBG"
    )


def read_same(m: Match, line: Line) -> Reading | None:
    """That day, the same week. Without a day told it says nothing new, so it counts as unsaid."""
    after = line.word_after(m.end())
    # "the day that", "that day's"; "that year's election" dates well enough
    if after is not None and after.lower in ("that", "when", "of"):
        return None
    unit = _unit(m["unit"])
    return lambda scene: None if scene.anchor is None else unit_around(scene.told, unit)


def read_later(m: Match, line: Line) -> Reading | None:
    """Four days later is a day; three weeks later the week, and so with months and years."""
    back = m["side"] in ("earlier", "before", "previously")
    if m["side"] in ("before", "after") and _goes_on(m, line):
        return lambda scene: Period()
    n, unit = number(m["n"]), m["unit"]
    if unit == "hour":
        return lambda scene: one_day(scene.told + timedelta(days=n // 24 * (-1 if back else 1)))
    return lambda scene: unit_around(add_units(scene.told, unit, -n if back else n), unit)


def read_days_before(m: Match, line: Line) -> Reading | None:
    """The two days before, the next three days: a stretch that touches the day told without it."""
    n, back = number(m["n"]), m["side"] == "before"

    def read(scene: Scene) -> Period:
        first, last = sorted((scene.told + timedelta(days=k * (-1 if back else 1))) for k in (1, n))
        return days_between(first, last)

    return read if not _goes_on(m, line) else lambda scene: Period()


def read_since_then(m: Match, line: Line) -> Reading | None:
    """From the day told to the reference day."""
    return lambda scene: days_between(scene.told, scene.today) if scene.told <= scene.today else Period()


def read_each_time(m: Match, line: Line) -> Reading | None:
    """Both times, each time: of what was told of past years, by the end of the last of them; else it says nothing."""

    def read(scene: Scene) -> Period | None:
        if scene.day is None or (scene.year is None and scene.anchor is None) or scene.year_told >= scene.day.year:
            return None
        return Period(last=date(scene.year_told, 12, 31), precision="open")

    return read


RULES = (
    Rule(
        "next to the day told",
        pattern(
            rf"(?:the )(?:(?P<mod>previous|following|next|preceding) {UNITS}"
            r"|(?P<one>day|night|week|month|year) (?P<side>before|after))"
        ),
        frozenset({"previous", "following", "next", "preceding", "before", "after"}),
        read_next,
        "The post fell on 3 May, and the next day the road was cut.",
        "2021-05-04 day",
    ),
    Rule(
        "the same",
        pattern(rf"(?:later |earlier )?(?:the same|that same|that|the very same) {UNITS}"),
        frozenset({"that", "same"}),
        read_same,
        "The post fell on 3 May, and the same night the road was cut.",
        "2021-05-03 day",
    ),
    Rule(
        "later",
        pattern(
            r"(?:just |only )?<n> (?P<unit>hour|day|week|month|year)s? "
            r"(?P<side>later|earlier|before|after|afterwards|previously)"
        ),
        frozenset({"later", "earlier", "before", "after", "afterwards", "previously"}),
        read_later,
        "The post fell on 3 May, and four days later the road was cut.",
        "2021-05-07 day",
    ),
    Rule(
        "days next to the day told",
        pattern(r"the <n> (?:days|nights) (?P<side>before|after)"),
        frozenset({"before", "after"}),
        read_days_before,
        "The post fell on 3 May, after raids on the two days before.",
        "2021-05-01..2021-05-02 days",
    ),
    Rule(
        "since then",
        pattern(r"since then|ever since|from then on|since that (?:day|date)"),
        frozenset({"since", "then"}),
        read_since_then,
        "The post fell on 3 May; since then nobody has got through.",
        "2021-05-03..2021-06-16 days",
    ),
    Rule(
        "each time",
        pattern(r"(?:both|each|every) times?|(?:on )(?:both|each) occasions?"),
        frozenset({"both", "each", "every"}),
        read_each_time,
        "The post fell in 2017 and again in 2018, and both times it was won back.",
        "..2018-12-31 open",
    ),
)
