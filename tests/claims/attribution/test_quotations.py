"""Quotation marks of every kind, apostrophes that are none, and quotations that run on."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.claims.attribution.quotations import Quotation, find_quotations
from tidings.records import Parse, ParsedSentence, Sentence, Word


def parse_of(text: str) -> list[ParsedSentence]:
    """One sentence a paragraph, its words unread: all that quotations need."""
    found: list[ParsedSentence] = []
    for k, part in enumerate(re.finditer(r"[^\n]+", text)):
        words = tuple(
            Word(
                i,
                part.start() + m.start(),
                part.start() + m.end(),
                m.group(),
                m.group(),
                "NN",
                "NOUN",
                "dep",
                i,
                "",
                False,
            )
            for i, m in enumerate(re.finditer(r"\S+", part.group()))
        )
        if words:
            sentence = Sentence(document_id="x", index=len(found), paragraph=k, start=part.start(), end=part.end())
            found.append(ParsedSentence(sentence, Parse(words, tuple(() for _ in words), "test")))
    return found


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(parse_of(text), text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('He said "the gate is open" and left.', ['"the gate is open"']),
        ("He said “the gate is open” and left.", ["“the gate is open”"]),
        ("He said «the gate is open» and left.", ["«the gate is open»"]),
        ("He said ``the gate is open'' and left.", ["``the gate is open''"]),
        ("He said ‘the gate is open,’ and left.", ["‘the gate is open,’"]),
        ("'The rebels' guns are gone,' he said.", ["'The rebels' guns are gone,'"]),
        ("The rebels' guns didn't stop; the '90s were worse.", []),
        ("The governor’s men burned the miller’s house.", []),
        ("“He told us ‘run’ and we ran,” she said.", ["“He told us ‘run’ and we ran,”"]),
        ('"Stay," he said. "Stay here."', ['"Stay,"', '"Stay here."']),
        ('The 6" gun and the 8" gun were lost.', []),
    ],
)
def test_marks(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted


def test_a_quotation_that_stays_open_runs_to_the_end_of_its_paragraph() -> None:
    text = "“They came at night, all of them from the hills.\n“Then they left.”"
    first, second = find_quotations(parse_of(text), text)
    assert (first.open, second.open) == (True, False)
    assert text[first.start : first.end].endswith("hills.")
    assert (first.paragraph, second.paragraph) == (0, 1)


@given(st.text(alphabet="ab .,\n\"“”'‘’«»`", max_size=60))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    found: list[Quotation] = find_quotations(parse_of(text), text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
