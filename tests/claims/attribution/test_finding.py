"""What holds of every attribution, whatever the text."""

from __future__ import annotations

import pytest

from tidings.claims.attribution import Attribution, find_attributions
from tidings.language.parser import SpacyParser
from tidings.language.sentences import split_sentences
from tidings.records import Document, ParsedSentence

TEXT = """Colonel Davit Marn told Reuters on Monday that the fort had fallen. He added that two guns were lost.

“We burned the stores,” said Ilo Karr, a rebel spokesman. “Then we left.”

The navy denied shelling the village, while residents said forty houses had burned; it was reported that nobody died.
"""


@pytest.fixture(scope="module")
def sentences(parser: SpacyParser) -> list[ParsedSentence]:
    return next(split_sentences([Document(id="x", work="x", own_id="x", text=TEXT)], parser))


@pytest.fixture(scope="module")
def found(sentences: list[ParsedSentence]) -> list[Attribution]:
    return find_attributions(sentences, TEXT)


def test_nothing_in_nothing_out() -> None:
    assert find_attributions([], "") == []


def test_reading_twice_gives_the_same(sentences: list[ParsedSentence], found: list[Attribution]) -> None:
    assert find_attributions(sentences, TEXT) == found


def test_spans_are_exact(found: list[Attribution]) -> None:
    cues = {TEXT[a.cue_start : a.cue_end] for a in found}
    assert {"told", "added", "said", "denied", "was reported"} <= cues
    speakers = {TEXT[a.source_start : a.source_end] for a in found if a.source_start is not None}
    assert {"Colonel Davit Marn", "Reuters", "Ilo Karr, a rebel spokesman", "The navy", "residents", "He"} == speakers


def test_what_is_said_lies_in_order_within_the_text(found: list[Attribution]) -> None:
    for a in found:
        assert a.content
        assert all(0 <= start < end <= len(TEXT) for start, end in a.content)
        assert all(one[1] < two[0] for one, two in zip(a.content, a.content[1:], strict=False))


def test_a_pronoun_points_to_the_one_it_stands_for(sentences: list[ParsedSentence], found: list[Attribution]) -> None:
    (added,) = [a for a in found if TEXT[a.cue_start : a.cue_end] == "added"]
    assert added.names == ("Davit Marn",)
    assert added.antecedent is not None
    sentence, word = added.antecedent
    assert sentences[sentence].parse.words[word].text == "Marn"
    assert added.source_sentence == 1


def test_titles_are_kept_apart_from_names(found: list[Attribution]) -> None:
    titles = {a.names: a.affiliation for a in found}
    assert titles["Davit Marn",] == "Colonel"
    assert titles["Ilo Karr",] == "rebel spokesman"


def test_one_speaker_has_both_quotations(found: list[Attribution]) -> None:
    (direct,) = [a for a in found if a.kind == "direct"]
    assert [TEXT[start:end] for start, end in direct.content] == ["“We burned the stores,”", "“Then we left.”"]


def test_each_names_the_row_that_made_it(found: list[Attribution]) -> None:
    assert all(a.made_by.startswith("speech.") for a in found)
