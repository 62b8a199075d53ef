"""Scope: each line of tests/cases/scope.txt is one judgement."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tidings.claims.scope import judge
from tidings.language.parser import SpacyParser
from tidings.lexicons.acts import ActRow

LINES = [
    line
    for line in (Path(__file__).parent.parent / "cases" / "scope.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
ROW = ActRow(
    act="fight.attack", key="attack", kind="verb", words=(("attack",),), head=0,
    actor=(), target=(), place=(), destination=(), example="",
)  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_scope(parser: SpacyParser, line: str) -> None:
    text, expected = line.split(" => ")
    word = re.findall(r"\*(\w+)\*", text)[-1]
    (sentences,) = parser.parse([text.replace("*", "")])
    parse, head = next((parse, w.index) for parse in sentences for w in reversed(parse.words) if w.text == word)
    judgement = judge(parse, head, ROW)
    told = f"{judgement.stance} {judgement.certainty}" + (" hedged" if judgement.hedged else "")
    assert told == expected, judgement.rules
