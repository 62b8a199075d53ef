"""Expressions that speak of time and cannot be anchored: they give a null period, so that no other day is taken."""

from __future__ import annotations

from tidings.lexicons.times import Vague
from tidings.mentions.periods.line import TOKEN, Line
from tidings.mentions.periods.readings import TIMES, Match, Reading, Rule, fixed, pattern
from tidings.records import Period


def read_vague(m: Match, line: Line) -> Reading | None:
    return fixed(Period())


def _rule(row: Vague) -> Rule:
    return Rule(
        f"vague: {row.name}",
        pattern(row.pattern),
        frozenset(TOKEN.findall(row.pattern)),
        read_vague,
        row.example,
        "null",
    )


RULES = tuple(_rule(row) for row in TIMES.vague)
