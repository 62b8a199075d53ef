"""What find_counts says of a figure beyond its numbers: where it stands, what it is called, how sure it is."""

from __future__ import annotations

import pytest

from tidings.language.parser import SpacyParser
from tidings.lexicons.quantities import load_quantities
from tidings.mentions.counts import find_counts
from tidings.records import Count, Mention, Parse


def find(text: str, parser: SpacyParser) -> list[tuple[Parse, Mention]]:
    (sentences,) = parser.parse([text])
    return [(parse, mention) for parse in sentences for mention in find_counts(parse)]


def test_offsets_point_into_the_text_and_take_in_quantifier_and_noun(parser: SpacyParser) -> None:
    text = "On Monday at least 14 unarmed civilians were shot in Kigali."
    ((parse, mention),) = find(text, parser)
    assert text[mention.start : mention.end] == "at least 14 unarmed civilians"
    assert parse.words[mention.head].text == "civilians"
    assert isinstance(mention.means, Count)
    assert mention.means.text == "at least 14"
    assert mention.made_by == "counts.from"


def test_offsets_hold_in_a_later_sentence(parser: SpacyParser) -> None:
    text = "The town fell. Hundreds of people fled."
    ((parse, mention),) = find(text, parser)
    assert text[mention.start : mention.end] == "Hundreds of people"
    assert parse.words[mention.head].text == "people"


def test_a_figure_alone_is_its_own_head_and_half_sure(parser: SpacyParser) -> None:
    ((parse, mention),) = find("The militia killed 12 in Beirut.", parser)
    assert parse.words[mention.head].text == "12"
    assert mention.candidates == ("alone",)
    assert mention.score == 0.5


def test_a_noun_the_lexicon_does_not_know_is_its_own_unit(parser: SpacyParser) -> None:
    ((_, mention),) = find("Customs men found four statues.", parser)
    assert isinstance(mention.means, Count)
    assert (mention.means.what, mention.score) == ("statue", 0.5)


def test_white_space_between_words_changes_nothing(parser: SpacyParser) -> None:
    plain = find("Shells killed 14 000 people in Ypres.", parser)
    broken = find("Shells killed\n14\u00a0000  people in Ypres.", parser)
    assert [m.means.low for _, m in plain if isinstance(m.means, Count)] == [14000]
    assert [m.means.low for _, m in broken if isinstance(m.means, Count)] == [14000]


TABLE = load_quantities().table
EXAMPLES = [(row.example, row.low, row.high) for row in TABLE.quantifier + TABLE.after]
UNITS = [(row.example, row.what) for row in TABLE.unit + TABLE.state + TABLE.currency]
NEVER = [row.example for row in TABLE.never]


@pytest.mark.parametrize(("example", "low", "high"), EXAMPLES)
def test_example_of_a_bound(example: str, low: int | None, high: int | None, parser: SpacyParser) -> None:
    counts = [mention.means for _, mention in find(example, parser)]
    assert [(c.low, c.high) for c in counts if isinstance(c, Count)] == [(low, high)]


@pytest.mark.parametrize(("example", "what"), UNITS)
def test_example_of_a_unit(example: str, what: str, parser: SpacyParser) -> None:
    counts = [mention.means for _, mention in find(example, parser)]
    assert what in [c.what for c in counts if isinstance(c, Count)]


@pytest.mark.parametrize("example", NEVER)
def test_example_of_no_figure(example: str, parser: SpacyParser) -> None:
    assert find(example, parser) == []
