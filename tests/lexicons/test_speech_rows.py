"""Every row of speech.toml finds the speaker and the words of its own example: [speaker], {what is said}."""

from __future__ import annotations

import re

import pytest

from tidings.claims.attribution import Attribution, find_attributions
from tidings.claims.attribution.direct import ANY_VERB
from tidings.claims.attribution.labels import LABEL
from tidings.claims.attribution.running import STATEMENT
from tidings.language.parser import SpacyParser
from tidings.language.sentences import split_sentences
from tidings.lexicons.speech import SpeechRow, load_speech
from tidings.records import Document

ROWS = [*load_speech().rows(), ANY_VERB, LABEL, STATEMENT]
MARKED = re.compile(r"[\[\]{}]")


def read_marks(example: str) -> tuple[str, str, str]:
    """The example without its marks, the speaker and what is said."""
    speaker, said = re.search(r"\[(.+?)\]", example), re.search(r"\{(.+?)\}", example)
    assert speaker and said, example
    return MARKED.sub("", example), speaker.group(1), said.group(1)


def find_in(text: str, parser: SpacyParser) -> list[Attribution]:
    document = Document(id="x", work="x", own_id="x", text=text)
    return find_attributions(next(split_sentences([document], parser)), text)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_row_finds_its_example(row: SpeechRow, parser: SpacyParser) -> None:
    text, speaker, said = read_marks(row.example)
    start = text.index(said)
    middle = start + len(said) // 2
    found = [a for a in find_in(text, parser) if a.made_by == row.name]
    assert found, f"{row.name} finds nothing in its example"
    right = [a for a in found if any(first <= middle < last for first, last in a.content)]
    assert right, f"what is said is {[text[a:b] for f in found for a, b in f.content]}, not {said!r}"
    spoken = {text[a.source_start : a.source_end] for a in right if a.source_start is not None}
    assert any(speaker.rstrip("'s") in s or s in speaker for s in spoken), f"speaker is {spoken}, not {speaker!r}"


def test_rows_are_told_apart() -> None:
    names = [row.name for row in ROWS]
    assert len(names) == len(set(names))
