"""Every case in counts.md: a text, and all the figures that it gives, in order.

`=> people=14.. of civilians [part]`: a figure as the cases of claims write it, and in brackets how it stands to others.
`=> none`: the text gives no figure.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.figures import format_figure
from tidings.language.parser import SpacyParser
from tidings.mentions.counts import find_counts
from tidings.records import Count, Mention

PATH = Path(__file__).parent / "counts.md"


def read_cases() -> list[tuple[str, str, list[str]]]:
    """Name, text and expected lines of each case."""
    blocks = PATH.read_text(encoding="utf-8").split("\n## ")[1:]
    return [_read_case(block.splitlines()) for block in blocks]


def _read_case(lines: list[str]) -> tuple[str, str, list[str]]:
    expected = [line.removeprefix("=> ") for line in lines[1:] if line.startswith("=> ")]
    text = " ".join(line.strip() for line in lines[1:] if line.strip() and not line.startswith("=>"))
    if not text or not expected:
        raise ValueError(f"{PATH.name}: the case {lines[0]!r} needs a text and a `=>` line")
    return lines[0], text, [] if expected == ["none"] else expected


def format_mention(mention: Mention) -> str:
    """A figure as a case writes it."""
    assert isinstance(mention.means, Count)
    flags = f" [{', '.join(mention.candidates)}]" if mention.candidates else ""
    return format_figure(mention.means) + flags


CASES = read_cases()


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[name for name, _, _ in CASES])
def test_case(name: str, text: str, expected: list[str], parser: SpacyParser) -> None:
    (sentences,) = parser.parse([text])
    found = [format_mention(mention) for parse in sentences for mention in find_counts(parse)]
    assert found == expected, f"{name}: {text}"


def test_names_of_cases_are_told_apart() -> None:
    names = [name for name, _, _ in CASES]
    assert len(names) == len(set(names))
