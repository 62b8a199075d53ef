"""Days reckoned from the reference day: yesterday, overnight, on Wednesday, next Friday, around midnight on Tuesday."""

from __future__ import annotations

from datetime import date, timedelta

from tidings.mentions.periods.line import Line
from tidings.mentions.periods.readings import (
    TIMES,
    WEEKDAYS,
    Match,
    Reading,
    Rule,
    Scene,
    Weekday,
    pattern,
    words_of,
)
from tidings.mentions.periods.spans import (
    days_between,
    monday_of,
    one_day,
)
from tidings.records import Period

SHORT_WEEKDAYS = frozenset(name for row in TIMES.weekday for name in row.short)
STEP_BY_DAY = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}


def read_day_word(m: Match, line: Line) -> Reading | None:
    word, before = line.word_at(m.start("day")), line.word_before(m.start("day"))
    # a paper or a station: "USA Today"
    if before is not None and word.text[:1].isupper() and before.pos == "PROPN" and before.end + 1 >= word.start:
        return None
    step = {"the day before yesterday": -2, "the day after tomorrow": 2}.get(m["day"])
    days = STEP_BY_DAY[m["day"]] if step is None else step
    return lambda scene: one_day(scene.today + timedelta(days=days))


def read_day_part(m: Match, line: Line) -> Reading | None:
    """This morning is the day, last night the evening before."""
    days = -1 if m["mod"] == "last" else 0
    return lambda scene: one_day(scene.today + timedelta(days=days))


def read_overnight(m: Match, line: Line) -> Reading | None:
    """The two days that the night joins; a weekday beside it is the first of them, behind "into" the second."""
    if m["weekday"] is None:
        return lambda scene: days_between(scene.today - timedelta(days=1), scene.today)
    weekday, into = Weekday(WEEKDAYS[m["weekday"]]), m["into"] is not None

    def read(scene: Scene) -> Period:
        found = weekday(scene)
        assert found is not None and found.first is not None
        first = found.first - timedelta(days=1 if into else 0)
        return days_between(first, first + timedelta(days=1))

    return read


def read_midnight(m: Match, line: Line) -> Reading | None:
    """Around midnight on Tuesday is that day and the next; after midnight on Tuesday night is the next."""
    weekday, after, night = Weekday(WEEKDAYS[m["weekday"]]), m["side"] == "after", m["night"] is not None

    def read(scene: Scene) -> Period:
        found = weekday(scene)
        assert found is not None and found.first is not None
        if m["side"] in ("around", "about"):
            return days_between(found.first, found.first + timedelta(days=1))
        return one_day(found.first + timedelta(days=1 if after and night else 0))

    return read


def read_weekday(m: Match, line: Line) -> Reading | None:
    if not is_weekday(m, line):
        return None
    number_, mod, week = WEEKDAYS[m["weekday"]], m["mod"] or ("last" if m["last"] else ""), m["week"]
    if week:
        step = {"last week": -7, "next week": 7}.get(week, 0)
        return lambda scene: one_day(monday_of(scene.today) + timedelta(days=step + number_ - 1))
    if mod in ("last", "next", "the next", "this coming", "coming"):
        ahead = mod != "last"
        return lambda scene: one_day(strictly(scene.today, number_, ahead=ahead))
    if mod in ("the following", "the previous", "the preceding"):
        return lambda scene: one_day(strictly(scene.told, number_, ahead=mod == "the following"))
    return Weekday(number_)


def strictly(day: date, weekday: int, *, ahead: bool) -> date:
    """The nearest such weekday after a day, or before it, never the day itself."""
    if ahead:
        return day + timedelta(days=(weekday - day.isoweekday() - 1) % 7 + 1)
    return day - timedelta(days=(day.isoweekday() - weekday - 1) % 7 + 1)


def is_weekday(m: Match, line: Line) -> bool:
    """Whether a weekday's name is a day here, and not a feast, a habit or a kind: Bloody Sunday, Friday prayers."""
    word, before, after = line.word_at(m.start("weekday")), line.word_before(m.start()), line.word_after(m.end())
    if m["weekday"] in SHORT_WEEKDAYS and not line.text[m.end("weekday") :].startswith((".", ",")):
        return False
    if not word.text[:1].isupper() or word.entity in ("ORG", "PERSON", "WORK_OF_ART"):
        return False
    if before is not None and before.lower in TIMES.named["before"]:
        return False
    return after is None or after.lemma not in TIMES.recurring["nouns"] or line.text[m.end() :].startswith((",", "'"))


_AT = r"(?:(?:early|late|later|earlier|midday) )?(?:on )?"
RULES = (
    Rule(
        "day word",
        pattern(
            r"(?:(?:early|late|earlier|later) )?(?P<day>today|yesterday|tomorrow|tonight"
            r"|the day before yesterday|the day after tomorrow)(?: <daypart>)?"
        ),
        frozenset(STEP_BY_DAY),
        read_day_word,
        "The bridge fell yesterday.",
        "2021-06-15 day",
    ),
    Rule(
        "day part",
        pattern(r"(?:early |late )?(?:(?P<mod>last) (?:night|evening)|this (?:morning|afternoon|evening))"),
        frozenset({"night", "morning", "afternoon", "evening"}),
        read_day_part,
        "The bridge fell last night.",
        "2021-06-15 day",
    ),
    Rule(
        "overnight",
        pattern(r"overnight(?: (?:on |from )?(?:(?P<into>in)to )?(?:early )?<weekday>(?: (?:night|morning))?)?"),
        frozenset({"overnight"}),
        read_overnight,
        "The town was shelled overnight.",
        "2021-06-15..2021-06-16 days",
    ),
    Rule(
        "midnight",
        pattern(
            r"(?P<side>after|before|around|about|at|near) midnight,? (?:local time )?(?:on |of )?"
            r"<weekday>(?P<night> night)?"
        ),
        frozenset({"midnight"}),
        read_midnight,
        "The town was shelled shortly after midnight on Tuesday.",
        "2021-06-15 day",
    ),
    Rule(
        "weekday",
        pattern(
            rf"{_AT}(?:(?P<mod>the following|the previous|the preceding|the next|this past|this coming"
            rf"|last|next|this|past|coming) )?<weekday>\.?(?P<last> last\b(?! (?:week|month|year)))?"
            rf"(?: (?:<daypart>))?(?:,? (?:of )?(?P<week>last week|this week|next week))?"
        ),
        words_of(WEEKDAYS),
        read_weekday,
        "The bridge fell on Thursday.",
        "2021-06-10 day",
    ),
)
