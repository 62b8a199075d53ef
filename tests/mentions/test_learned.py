"""Acts at words whose row of the lexicon nearly fits: what the model is asked, and what it may add."""

from __future__ import annotations

from importlib.resources import files

import msgspec
import pytest

from tidings.errors import MissingResource
from tidings.language.parser import SpacyParser
from tidings.lexicons.acts import load_act_lexicon
from tidings.mentions.acts import Found, find_acts
from tidings.mentions.learned.find import ActFinder, choose, find_choices, taken_words
from tidings.mentions.learned.near import find_near
from tidings.mentions.learned.trees import score
from tidings.mentions.learned.weights import NAME, Trees, load_weights, read_weights
from tidings.records import ParsedSentence, Sentence

# One tree: nothing asked in vain (at most half a condition) adds 3, anything else takes 3 away.
ONE_TREE = Trees(split=((0,),), threshold=((0.5,),), left=((-1,),), right=((-2,),), leaf=((3.0, -3.0),))
LEXICON = load_act_lexicon()


def read(parser: SpacyParser, text: str) -> tuple[list[ParsedSentence], list[list[Found]]]:
    (parses,) = parser.parse([text])
    sentences = [
        ParsedSentence(Sentence(document_id="d", index=i, paragraph=0, start=0, end=len(text)), parse)
        for i, parse in enumerate(parses)
    ]
    return sentences, [find_acts(parse, LEXICON) for parse in parses]


def near_acts(parser: SpacyParser, text: str) -> set[str]:
    sentences, told = read(parser, text)
    return {
        act
        for parsed, found in zip(sentences, told, strict=True)
        for near in find_near(parsed.parse, taken_words(parsed.parse, found), LEXICON)
        for act in near.by_act
    }


def finder_with(trees: Trees) -> ActFinder:
    weights = msgspec.structs.replace(load_weights(), trees=trees, features=("unmet",), bar=0.5)
    return ActFinder(weights, LEXICON)


def test_trees_add_up_their_leaves() -> None:
    assert score(ONE_TREE, [0.0]) == pytest.approx(0.9526, abs=1e-4)
    assert score(ONE_TREE, [1.0]) == pytest.approx(0.0474, abs=1e-4)


def test_a_row_whose_condition_fails_is_near(parser: SpacyParser) -> None:
    text = "Some of the crates were seized at the wharf in Lobito."
    _, told = read(parser, text)
    assert not [row for found in told for _, row in found]
    assert "territory.capture" in near_acts(parser, text)


def test_a_word_that_an_act_stands_on_is_left_alone(parser: SpacyParser) -> None:
    sentences, told = read(parser, "Rebels captured the town of Kindu on Monday.")
    assert [row.act for _, row in told[0]] == ["territory.capture"]
    heads = {mention.head for mention, _ in told[0]}
    taken = taken_words(sentences[0].parse, told[0])
    assert heads.isdisjoint(near.head for near in find_near(sentences[0].parse, taken, LEXICON))


def test_nouns_are_left_to_the_lexicon(parser: SpacyParser) -> None:
    sentences, told = read(parser, "The conference was long, and so was the war.")
    kinds = {
        near.row.kind
        for parsed, found in zip(sentences, told, strict=True)
        for word in find_near(parsed.parse, taken_words(parsed.parse, found), LEXICON)
        for near in word.by_act.values()
    }
    assert "noun" not in kinds


def test_what_is_added_names_its_row_the_model_and_the_score(parser: SpacyParser) -> None:
    sentences, told = read(parser, "Some of the crates were seized at the wharf in Lobito.")
    always = Trees(split=((0,),), threshold=((0.5,),), left=((-1,),), right=((-1,),), leaf=((1.0,),))
    (more,) = finder_with(always).find(sentences, told, [True])
    mention, row = more[0]
    assert row.made_by.startswith(f"{row.act}:seize [")
    assert row.made_by.endswith(f"(nearly; {load_weights().name} 0.73)")
    assert mention.score == pytest.approx(0.731)
    assert sentences[0].parse.words[mention.head].lemma == "seize"


def test_below_the_bar_nothing_is_added(parser: SpacyParser) -> None:
    sentences, told = read(parser, "Some of the crates were seized at the wharf in Lobito.")
    never = Trees(split=((0,),), threshold=((0.5,),), left=((-1,),), right=((-1,),), leaf=((-1.0,),))
    assert finder_with(never).find(sentences, told, [True]) == [[]]
    assert finder_with(ONE_TREE).find(sentences, told, [False]) == [[]]  # a sentence that may tell nothing


def test_one_act_a_word_and_each_act_once_a_sentence(parser: SpacyParser) -> None:
    sentences, told = read(parser, "It was seized on Monday, held for a day, and seized again.")
    choices = list(find_choices(sentences, told, [True], LEXICON))
    chosen = [choice for choice, _ in choose(choices, [1.0] * len(choices), 0.5)]
    assert len(choices) > len(chosen) > 0
    assert len({choice.head for choice in chosen}) == len(chosen)
    assert len({choice.act for choice in chosen}) == len(chosen)


def test_the_weights_that_are_shipped_are_those_they_say() -> None:
    weights = load_weights()
    assert weights.trees.sha256 == weights.sha256
    assert weights.data.keys() == {"training", "demo", "wars"}
    assert {weights.data[name]["half"] for name in ("demo", "wars")} == {0}


def test_changed_weights_are_refused() -> None:
    raw = files("tidings.mentions.learned").joinpath(NAME).read_text(encoding="utf-8")
    leaf = str(load_weights().trees.leaf[0][0])
    with pytest.raises(MissingResource, match="make model"):
        read_weights(raw.replace(leaf, "9.5", 1).encode())
