"""Where acts are found, and where words only look like them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tidings.language.parser import SpacyParser
from tidings.lexicons.acts import load_act_lexicon
from tidings.mentions.acts import find_acts

Find = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def find(parser: SpacyParser) -> Find:
    """The acts of a text, each with the words that tell it."""
    lexicon = load_act_lexicon()

    def find_in(text: str) -> list[tuple[str, str]]:
        parses = next(iter(parser.parse([text])))
        return [(str(m.means), text[m.start : m.end]) for parse in parses for m, _ in find_acts(parse, lexicon)]

    return find_in


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The convoy came under attack near Tete.", [("fight.attack", "came under attack")]),
        ("The rebels took two sergeants prisoner.", [("harm.detain", "took two sergeants prisoner")]),
        ("The rebels took two villages in the night.", [("territory.capture", "took")]),
        ("The rebels took forty rifles from the post.", [("force.seize", "took")]),
        ("Kurdish units seized the hill.", [("territory.capture", "seized")]),
        ("Gunmen seized two nuns near Bria.", [("harm.abduct", "seized")]),
        ("Police seized nine mortars at Aden.", [("force.seize", "seized")]),
        ("The column withdrew from the talks.", [("talk.break", "withdrew")]),
        ("Shells fell on Dubrovnik.", [("fight.shelling", "fell")]),
        ("Brega fell on Sunday.", [("territory.capture", "fell")]),
        ("Warplanes struck a depot in Taiz.", [("fight.airstrike", "struck")]),
        ("The ministers struck a deal in Lomé.", [("talk.agree", "struck")]),
    ],
)
def test_what_stands_around_a_word_decides(find: Find, text: str, acts: list[tuple[str, str]]) -> None:
    assert find(text) == acts


@pytest.mark.parametrize(
    "text",
    [
        "The old general died of a heart attack.",
        "Farmers were hit hard by the economy.",
        "The film captured the imagination of the public.",
        "The senate killed the bill.",
        "The director shot a film in Lagos.",
        "It was an attack on his character.",
        "Two attack helicopters were bought.",
        "He carried an assault rifle.",
        "The bomb squad was on leave.",
        "Their house stands near the ceasefire line.",
        "Floods killed nine people in Sindh.",
        "The earthquake destroyed two thousand houses.",
        "Nine people died in an accident on the coast road.",
        "Prices fell in June.",
        "The team beat its rivals and won the cup.",
        "She took part in the debate.",
        "He took the road to the coast.",
        "The company fired two managers.",
        "The Liberation Army has a new flag.",
        "Shares fell after the bank lost money.",
        "The minister closed the session.",
        "They held elections in March.",
        "He left office in May.",
        "A storm hit the coast.",
    ],
)
def test_what_only_looks_like_an_act(find: Find, text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The bridge was blown up by partisans.", "destroy.infrastructure"),
        ("Having taken the town, they left.", "territory.capture"),
        ("It was the shelling of the market that drove them out.", "fight.shelling"),
        ("A raid and a bombing followed.", "fight.bombing"),
        ("Two porters, killed at dawn, were buried.", "harm.kill"),
        ("The governor, who had fled Wau, came back.", "displace.flee"),
        ("There was heavy fighting at Zahle.", "fight.clash"),
        ("The road is closed.", "govern.close"),
        ("Nine dead, says the mayor of Zahle.", "harm.kill"),
        ("Trucks rolled into rebel-held ground.", "territory.hold"),
        ("The garrison is under siege.", "territory.besiege"),
        ("The militia machinegunned a bus.", "fight.attack"),
    ],
)
def test_acts_are_found_in_every_construction(find: Find, text: str, act: str) -> None:
    assert act in {found for found, _ in find(text)}


def test_one_row_may_tell_two_acts(find: Find) -> None:
    assert find("Masked men shot dead a magistrate.") == [
        ("fight.attack", "shot dead"),
        ("harm.kill", "shot dead"),
    ]


def test_each_act_keeps_its_own_frame(parser: SpacyParser) -> None:
    (parse,) = next(iter(parser.parse(["Masked men shot dead a magistrate."])))
    attack, kill = (row for _, row in find_acts(parse, load_act_lexicon()))
    assert attack.act == "fight.attack"
    assert kill.act == "harm.kill"
    assert "object" in kill.target


def test_a_modal_points_to_its_verb(parser: SpacyParser) -> None:
    (parse,) = next(iter(parser.parse(["The gunmen must leave the hospital."])))
    must = next(m for m, _ in find_acts(parse, load_act_lexicon()) if m.means == "say.demand")
    assert parse.words[must.head].text == "leave"
    assert (must.start, must.end) == (11, 15)


def test_a_mention_says_which_row_made_it(parser: SpacyParser) -> None:
    (parse,) = next(iter(parser.parse(["Gunmen ambushed a column."])))
    ((mention, row),) = find_acts(parse, load_act_lexicon())
    assert mention.made_by == row.made_by == "fight.attack:ambush"
    assert parse.words[mention.head].text == "ambushed"
