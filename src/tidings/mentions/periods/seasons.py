"""Seasons of the north: the spring of 2013, last winter, the 2015 summer offensive. A winter begins in December."""

from __future__ import annotations

from datetime import date

from tidings.mentions.periods.line import Line
from tidings.mentions.periods.readings import (
    SEASONS,
    THIRDS,
    Match,
    Reading,
    Rule,
    Scene,
    fixed,
    nearest,
    pattern,
    words_of,
    year_meant,
)
from tidings.mentions.periods.spans import add_months, month_of, season_of
from tidings.records import Period

SEASON_WORDS = words_of(SEASONS)


def read_dated(m: Match, line: Line) -> Reading | None:
    """The season of a named year; "winter 2015-16" says itself that it runs into the next."""
    part, month, words = m["part"], SEASONS[m["season"]], m.groupdict().get("yw")
    if words:
        return lambda scene: _part(part, year_meant(words, scene), month)
    return fixed(_part(part, int(m["y"]), month))


def read_relative(m: Match, line: Line) -> Reading | None:
    """Last winter is the latest one that is over, this one the nearest begun or, in the future, to come."""
    month, mod, part = SEASONS[m["season"]], m["mod"], m["part"]
    if not _is_season(m, line):
        return None

    def read(scene: Scene) -> Period | None:
        today = scene.today
        if mod == "last":
            # the latest begun that was over: so not the one that the day lies in
            return nearest(lambda year: _part(part, year, month), add_months(today, -3), future=False)
        if mod == "next":
            return nearest(lambda year: _part(part, year, month), add_months(today, 3), future=True)
        return nearest(lambda year: _part(part, year, month), today, future=scene.future)

    return read


def _is_season(m: Match, line: Line) -> bool:
    """Not "the fall of the city", "a spring in the rock", "the Arab Spring"."""
    word, after = line.word_at(m.start("season")), line.word_after(m.end())
    if word.pos not in ("NOUN", "PROPN") or (after is not None and after.lower == "of"):
        return False
    if m["mod"] not in ("the", None):
        return True
    before = line.word_before(m.start())
    return before is not None and before.lower in (
        "in",
        "over",
        "during",
        "since",
        "until",
        "by",
        "through",
        "throughout",
    )


def _part(part: str | None, year: int, month: int) -> Period:
    """The season, or its first, middle or last month."""
    if part is None:
        return season_of(year, month)
    at = add_months(date(year, month, 1), THIRDS[part] - 1)
    return month_of(at.year, at.month)


RULES = (
    Rule(
        "season of a year",
        pattern(
            r"(?:<part>[- ](?:in )?(?:the )?)?<season>(?:,? of)? (?:(?P<y>(?:19|20)\d\d)(?:-(?:\d{4}|\d\d))?|<yw>)"
        ),
        SEASON_WORDS,
        read_dated,
        "Three barns were burned in the spring of 2013.",
        "2013-03-01..2013-05-31 season",
    ),
    Rule(
        "year's season",
        pattern(r"(?:the )?(?P<y>(?:19|20)\d\d)(?:'s)? (?:<part> )?<season>"),
        SEASON_WORDS,
        read_dated,
        "The 2015 spring offensive took four towns.",
        "2015-03-01..2015-05-31 season",
    ),
    Rule(
        "season",
        pattern(r"(?:<part>[- ](?:in )?)?(?P<mod>last|this|next|this past|this coming|the) <season>"),
        SEASON_WORDS,
        read_relative,
        "The valley was cut off last winter.",
        "2020-12-01..2021-02-28 season",
    ),
)
