"""Every case in attribution.md: a text, and by whom its words are said.

A line reads `=> "words": CHAIN [denies|doubts] [hedged]`. The words stand in the text; CHAIN is `-` for the report's
own voice, else speakers outermost first with ` > ` between them and ` & ` between those side by side. Two voices over
the same words (somebody denies what another one says) stand on one line with ` | ` between them. A speaker is right
when the words of one name hold those of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tidings.claims.attribution import Voice, find_attributions, voices_at
from tidings.language.parser import SpacyParser
from tidings.language.sentences import split_sentences
from tidings.records import Document, Speaker

FILE = Path(__file__).parent / "attribution.md"
LINE = re.compile(r'=> "(.+?)": (.+)')


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    lines: tuple[tuple[str, str], ...]


def read_cases() -> Iterator[Case]:
    for block in FILE.read_text(encoding="utf-8").split("\n## ")[1:]:
        name, _, rest = block.partition("\n")
        told, _, expected = rest.partition("\n=> ")
        lines = tuple((m.group(1), m.group(2).strip()) for m in LINE.finditer("=> " + expected))
        yield Case(name.strip(), told.strip(), lines)


@cache
def load_parser() -> SpacyParser:
    return SpacyParser()


def format_voice(voice: Voice) -> str:
    links = [s if isinstance(s, str) else " & ".join(s) for s in voice.said_by]
    told = [" > ".join(links) or "-", *([voice.stance] if voice.stance != "asserts" else [])]
    return " ".join([*told, *(["hedged"] if voice.hedged else [])])


def is_like(wanted: str, found: Speaker) -> bool:
    names = [found] if isinstance(found, str) else list(found)
    asked = wanted.split(" & ")
    return len(asked) == len(names) and all(
        set(a.lower().split()) <= set(n.lower().split()) or set(n.lower().split()) <= set(a.lower().split())
        for a, n in zip(asked, names, strict=True)
    )


def agrees(wanted: str, voice: Voice) -> bool:
    words = wanted.split()
    hedged = words[-1] == "hedged"
    words = words[:-1] if hedged else words
    stance = words.pop() if words[-1] in ("denies", "doubts") else "asserts"
    chain = [] if words == ["-"] else " ".join(words).split(" > ")
    same = len(chain) == len(voice.said_by) and all(map(is_like, chain, voice.said_by))
    return same and stance == voice.stance and hedged == voice.hedged


CASES = list(read_cases())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    assert case.lines, "a case that asks for nothing"
    document = Document(id="x", work="x", own_id="x", text=case.text)
    found = find_attributions(next(split_sentences([document], load_parser())), case.text)
    for words, wanted in case.lines:
        start = case.text.index(words)
        voices = voices_at(found, start, start + len(words))
        asked = wanted.split(" | ")
        right = len(asked) == len(voices) and all(map(agrees, asked, voices))
        assert right, f"{words!r}: {' | '.join(map(format_voice, voices))}, not {wanted}"


def test_names_of_cases_are_told_apart() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
