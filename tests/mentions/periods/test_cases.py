"""Every case of cases/periods.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.mentions.periods.reading import find_in, format_period
from tidings.language.parser import SpacyParser

PAGE = Path(__file__).parents[2] / "cases" / "periods.md"
SETTING = re.compile(r"(day|told) (-|\d{4}-\d\d-\d\d)")


class Case(NamedTuple):
    line: int
    text: str
    expected: tuple[str, ...]
    day: date | None
    told: date | None


def read_cases(page: str) -> Iterator[Case]:
    """The cases of a page; a line that is no heading, setting, sentence or `=>` line of a section is an error."""
    settings: dict[str, date | None] = {"day": None, "told": None}
    start = page.index("\n## ")
    at = page[:start].count("\n") + 1
    for block in page[start + 1 :].split("\n\n"):
        lines = block.splitlines()
        at += len(lines) + 1
        if found := SETTING.fullmatch(block.strip()):
            settings[found[1]] = None if found[2] == "-" else date.fromisoformat(found[2])
        elif not block.startswith("## "):
            expected = tuple(line.removeprefix("=> ") for line in lines[1:])
            if not expected or any(not line.startswith("=> ") for line in lines[1:]):
                raise ValueError(f"near line {at}: a case is one sentence and `=>` lines: {block!r}")
            yield Case(at - len(lines), lines[0], expected, settings["day"], settings["told"])


CASES = list(read_cases(PAGE.read_text(encoding="utf-8")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.line} {case.text[:50]}")
def test_case(case: Case, parser: SpacyParser) -> None:
    found = find_in(parser, case.text, case.day, case.told)
    told = [f"{case.text[mention.start : mention.end]}: {format_period(mention.means)}" for mention in found]
    assert tuple(told or ["none"]) == case.expected


def test_a_case_without_an_answer_is_refused() -> None:
    with pytest.raises(ValueError, match="a case is one sentence"):
        list(read_cases("head\n\n## Kind\n\nThe bridge fell today.\n"))
