"""From our acts to the types of others: rows of data, of which the first whose condition holds is taken."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

Asked = TypeVar("Asked")
ROOM = files("tidings.exporters").joinpath("mappings")


class Rule(msgspec.Struct, frozen=True):
    """A row of a mapping; `values` are its columns but the first two and the last."""

    act: str
    when: str
    values: Mapping[str, str]
    why: str


@cache
def load_mapping(name: str) -> Mapping[str, tuple[Rule, ...]]:
    """The rules of each act."""
    rules: dict[str, list[Rule]] = {}
    text = ROOM.joinpath(f"{name}.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        act, when, why = row.pop("act"), row.pop("when"), row.pop("why")
        rules.setdefault(act, []).append(Rule(act, when, row, why))
    return {act: tuple(found) for act, found in rules.items()}


def find_rule(name: str, act: str, asked: Asked, conditions: Mapping[str, Callable[[Asked], bool]]) -> Rule:
    """The rule of an act that holds. An act that the mapping does not know makes no row, and says so."""
    for rule in load_mapping(name).get(act, ()):
        if not rule.when or conditions[rule.when](asked):
            return rule
    return Rule(act, "", {}, "the act is not mapped")
