"""Weeks, months and years reckoned from the reference day: last month, the past 72 hours, three weeks ago, so far."""

from __future__ import annotations

from datetime import timedelta

from tidings.mentions.periods.line import Line
from tidings.mentions.periods.readings import (
    PART_WORDS,
    THIRDS,
    Match,
    Reading,
    Rule,
    Scene,
    number,
    pattern,
)
from tidings.mentions.periods.spans import (
    PRECISIONS,
    add_units,
    days_between,
    monday_of,
    one_day,
    third_of_month,
    unit_around,
    weekend_of,
)
from tidings.records import Period

FEW_HOURS = 6
UNIT_WORDS = frozenset(
    unit + s for unit in ("hour", "day", "night", "week", "fortnight", "month", "quarter", "year", "decade")
    for s in ("", "s")
)  # fmt: skip


def read_unit(m: Match, line: Line) -> Reading | None:
    """Last week is the whole calendar week before; this one runs to the day, or in the future from it."""
    mod, unit = m["mod"].split()[-1], m["unit"]
    side = m["mod"].split()[0] if " " in m["mod"] else ""

    def read(scene: Scene) -> Period:
        if mod in ("this", "the"):
            return so_far(scene, unit, ahead=side == "later" or (scene.future and side != "earlier"))
        step = -1 if mod in ("last", "past") else 1
        return unit_around(add_units(scene.today, "week" if unit == "weekend" else unit, step), unit)

    return read


def so_far(scene: Scene, unit: str, *, ahead: bool = False) -> Period:
    """The calendar unit of the reference day up to that day, or from it on."""
    whole = unit_around(scene.today, unit)
    assert whole.first is not None and whole.last is not None
    first, last = (scene.today, whole.last) if ahead else (whole.first, scene.today)
    return Period(first=first, last=last, precision=whole.precision)


def read_weekend(m: Match, line: Line) -> Reading | None:
    """The latest weekend begun; "last" the latest one over; in the future the next."""
    mod = m["mod"]

    def read(scene: Scene) -> Period:
        today = scene.today
        found = weekend_of(today)
        assert found.first is not None and found.last is not None
        if mod == "next" or (scene.future and mod != "last"):
            return found if mod != "next" or today < found.first else weekend_of(today + timedelta(days=7))
        over = found.last < today if mod == "last" else found.first <= today
        return found if over else weekend_of(today - timedelta(days=7))

    return read


def read_part_of_unit(m: Match, line: Line) -> Reading | None:
    """Early last month: its first ten days; late this month: its last."""
    third, step = THIRDS[m["part"]], {"last": -1, "next": 1}.get(m["mod"], 0)

    def read(scene: Scene) -> Period:
        at = add_units(scene.today.replace(day=1), m["unit"], step)
        if m["unit"] == "month":
            return third_of_month(at.year, at.month, third)
        monday = monday_of(add_units(scene.today, "week", step))
        first, last = {1: (0, 1), 2: (2, 3), 3: (4, 6)}[third]
        return days_between(monday + timedelta(days=first), monday + timedelta(days=last))

    return read


def read_past(m: Match, line: Line) -> Reading | None:
    """The past 72 hours, the last two years: that long a time up to the day."""
    return stretch(_n(m), m["unit"], ahead=False)


def _n(m: Match) -> int:
    return number(m["n"]) if m.groupdict().get("n") else 1


def read_coming(m: Match, line: Line) -> Reading | None:
    """The next ten days; "within ten days" only where the sentence looks ahead, else it is no more than a duration."""
    reading = stretch(_n(m), m["unit"], ahead=True)
    if not m[0].startswith("within") or "next" in m[0] or "coming" in m[0]:
        return reading
    return lambda scene: reading(scene) if scene.future else Period()


def stretch(n: int, unit: str, *, ahead: bool) -> Reading:
    """n units from the reference day on, or up to it."""

    def read(scene: Scene) -> Period:
        if unit == "hour" and n < FEW_HOURS:
            return one_day(scene.today)
        other = add_units(scene.today, unit, n if ahead else -n)
        first, last = sorted((scene.today, other))
        return Period(first=first, last=last, precision="week" if unit == "fortnight" else PRECISIONS[unit])

    return read


def read_in_units(m: Match, line: Line) -> Reading | None:
    """In three weeks: a time to come where the sentence speaks of one, or what has been up to now; else a duration."""
    n, unit = number(m["n"]), m["unit"]
    past = read_past(m, line) if _is_present_perfect(line, m) and not _is_record(line, m) else None
    return lambda scene: (
        unit_around(add_units(scene.today, unit, n), unit) if scene.future else past(scene) if past else None
    )


def read_hours(m: Match, line: Line) -> Reading | None:
    """In the past few hours, hours ago, in the coming hours: the day itself."""
    return lambda scene: one_day(scene.today)


def read_lasting(m: Match, line: Line) -> Reading | None:
    """For three years, where the verb is in the present perfect: a stretch up to the day; else only a duration."""
    return read_past(m, line) if _is_present_perfect(line, m) else None


def _is_present_perfect(line: Line, m: Match) -> bool:
    """Whether a time hangs on a verb in the present perfect: "has held out", "have lost"."""
    for index in _above(line, line.word_at(m.start("unit")).index):
        verb = line.parse.words[index]
        if verb.pos in ("VERB", "AUX"):
            below = (line.parse.words[c] for c in line.parse.children[index])
            return any(w.lower in ("has", "have", "'ve") for w in below)
    return False


def _is_record(line: Line, m: Match) -> bool:
    """Whether a time only says how rare a thing is: "for the first time in ten years", "the worst flood in a month"."""
    words = line.parse.words[: line.word_at(m.start("unit")).index]
    return any(w.tag in ("JJS", "RBS") or w.lower in ("first", "only", "once") for w in words[-RECORD_REACH:])


def _above(line: Line, index: int) -> list[int]:
    found = []
    while line.parse.words[index].head != index:
        index = line.parse.words[index].head
        found.append(index)
    return found


def read_ago(m: Match, line: Line) -> Reading | None:
    """Ten days ago is a day; three weeks ago the week three before, and so with months and years."""
    if m["about"]:
        return lambda scene: Period()
    n, unit = number(m["n"]), m["unit"]
    if unit in ("hour", "decade", "quarter", "fortnight", "night"):
        return lambda scene: _loose_ago(scene, n, unit)
    if m["exact"]:
        return lambda scene: one_day(add_units(scene.today, unit, -n))
    return lambda scene: unit_around(add_units(scene.today, unit, -n), unit)


def _loose_ago(scene: Scene, n: int, unit: str) -> Period:
    """Hours ago is the day, from 24 on an earlier one; a decade ago is no known year."""
    if unit == "hour":
        return one_day(scene.today - timedelta(days=n // 24))
    if unit in ("fortnight", "night"):
        return one_day(add_units(scene.today, unit, -n))
    return Period()


def read_this_day(m: Match, line: Line) -> Reading | None:
    """On this day thirteen years ago."""
    return lambda scene: one_day(add_units(scene.today, m["unit"], -number(m["n"])))


def read_so_far(m: Match, line: Line) -> Reading | None:
    """A total with an upper bound only."""
    after = line.word_after(m.end())
    if after is not None and after.lower in ("as", "from", "apart", "back"):
        return None
    return lambda scene: Period(last=scene.today, precision="open")


RECORD_REACH = 10  # words
UNIT = r"(?P<unit>hour|day|night|week|fortnight|month|quarter|year|decade)s?"
NEAR = (
    r"(?P<about>(?:about|around|some|nearly|almost|roughly|more than|over|less than|at least|just over|just under) )?"
)
RULES = (
    Rule(
        "unit",
        pattern(
            r"(?P<mod>(?:(?:earlier|later) )?(?:in )?(?:last|this|next|this past|this coming)"
            r"|(?:earlier|later|so far) in the)"
            r" (?P<unit>week|month|quarter|year)(?: (?:so far|to date))?"
        ),
        UNIT_WORDS,
        read_unit,
        "Two depots burned last month.",
        "2021-05-01..2021-05-31 month",
    ),
    Rule(
        "so far in a unit",
        pattern(r"so far (?P<mod>this) (?P<unit>week|month|quarter|year)"),
        UNIT_WORDS,
        read_unit,
        "Ninety have died so far this year.",
        "2021-01-01..2021-06-16 year",
    ),
    Rule(
        "weekend",
        pattern(r"(?P<mod>last|this|next|the|this past|this coming) weekend"),
        frozenset({"weekend"}),
        read_weekend,
        "Two depots burned over the weekend.",
        "2021-06-12..2021-06-13 days",
    ),
    Rule(
        "part of a unit",
        pattern(r"<part>[- ](?P<mod>last|this|next|the) (?P<unit>week|month)(?! of)"),
        PART_WORDS,
        read_part_of_unit,
        "Two depots burned late last month.",
        "2021-05-21..2021-05-31 days",
    ),
    Rule(
        "past stretch",
        pattern(rf"(?:(?:the |these )?(?:past|last|previous|preceding) <n>|the (?:past|last)|past) {UNIT}"),
        UNIT_WORDS,
        read_past,
        "In the past 72 hours two depots burned.",
        "2021-06-13..2021-06-16 days",
    ),
    Rule(
        "the week",
        pattern(
            r"(?:(?<=in )|(?<=over )|(?<=for )|(?<=during ))the (?P<unit>week)(?= (?:to|as|was|were|had|has|,)|[,.;]|$)"
        ),
        frozenset({"week"}),
        read_past,
        "Burials in the week had been many.",
        "2021-06-09..2021-06-16 week",
    ),
    Rule(
        "coming stretch",
        pattern(rf"(?:(?:(?:the )?(?:next|coming|following)|within(?: the (?:next|coming))?) <n>|within the) {UNIT}"),
        UNIT_WORDS,
        read_coming,
        "They will leave in the next ten days.",
        "2021-06-16..2021-06-26 days",
    ),
    Rule(
        "in units",
        pattern(rf"in (?:about |another )?<n>(?: and a half)? {UNIT}(?:'s?)?(?: time)?"),
        UNIT_WORDS,
        read_in_units,
        "The garrison will leave in ten days.",
        "2021-06-26 day",
    ),
    Rule(
        "hours",
        pattern(
            r"(?:in |over |within |during |for )?(?:the )?"
            r"(?:(?:past|last|next|coming|recent|following)(?: few| several)?|few) hours"
            r"|(?:just |only )?(?:(?:a few|several|some) )?hours ago"
        ),
        frozenset({"hours"}),
        read_hours,
        "The garrison left hours ago.",
        "2021-06-16 day",
    ),
    Rule(
        "lasting",
        pattern(rf"for (?:nearly |almost |over )?<n> {UNIT}"),
        UNIT_WORDS,
        read_lasting,
        "The rebels have demanded it for three years.",
        "2018-06-16..2021-06-16 year",
    ),
    Rule(
        "ago",
        pattern(rf"{NEAR}<n> {UNIT} ago(?P<exact> today| this day| on this day)?"),
        frozenset({"ago"}),
        read_ago,
        "The post was lost three weeks ago.",
        "2021-05-24..2021-05-30 week",
    ),
    Rule(
        "this day",
        pattern(r"(?:on )?(?:this day|this date) <n> (?P<unit>year|month|week)s? ago"),
        frozenset({"ago"}),
        read_this_day,
        "On this day thirteen years ago the post was lost.",
        "2008-06-16 day",
    ),
    Rule(
        "so far",
        pattern(r"so far|to date|until now|till now|up to now|as of (?:now|this hour|writing|this writing)"),
        frozenset({"far", "date", "now", "hour", "writing"}),
        read_so_far,
        "So far 41 bodies have been found.",
        "..2021-06-16 open",
    ),
)
