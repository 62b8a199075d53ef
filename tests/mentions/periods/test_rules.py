"""Every rule reads its own example, and every row of the lexicon of time is read in its sentence."""

from __future__ import annotations

import pytest

from tests.mentions.periods.reading import find_in, format_period
from tidings.language.parser import SpacyParser
from tidings.lexicons.times import Feast, Vague, load_times
from tidings.mentions.periods.find import RULES
from tidings.mentions.periods.readings import Rule

TIMES = load_times()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_reads_its_example(rule: Rule, parser: SpacyParser) -> None:
    found = {mention.made_by: format_period(mention.means) for mention in find_in(parser, rule.example)}
    assert found.get(f"period: {rule.name}") == rule.gives


def test_rules_are_told_apart() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("row", TIMES.vague, ids=lambda row: row.name)
def test_vague_row_is_read_in_its_sentence(row: Vague, parser: SpacyParser) -> None:
    found = [(mention.made_by, format_period(mention.means)) for mention in find_in(parser, row.example)]
    assert found == [(f"period: vague: {row.name}", "null")]


@pytest.mark.parametrize("row", TIMES.feast, ids=lambda row: row.names[0])
def test_feast_is_read_in_its_sentence(row: Feast, parser: SpacyParser) -> None:
    (mention,) = find_in(parser, row.example)
    assert mention.made_by == "period: feast"
    assert format_period(mention.means).endswith(" days" if row.days > 1 else " day")


@pytest.mark.parametrize("kind", ["month", "weekday", "season", "islamic", "solar"])
def test_no_name_stands_for_two_numbers(kind: str) -> None:
    names = [name for row in getattr(TIMES, kind) for name in row.names + row.short]
    assert len(names) == len(set(names))
