"""Every row of the act lexicon is tried on the example that stands beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tidings.errors import SettingsError
from tidings.language.parser import SpacyParser
from tidings.lexicons.acts import ActLexicon, ActRow, load_act_lexicon, make_act_lexicon
from tidings.lexicons.classes import WordClasses, load_classes, make_classes
from tidings.mentions.acts import find_acts
from tidings.records import Mention

ACTS = {
    "fight": "clash attack operation airstrike shelling bombing strike chemical riot suicide_bombing",
    "territory": "capture withdraw hold besiege",
    "harm": "kill injure casualties detain abduct abuse trap",
    "destroy": "property infrastructure",
    "displace": "flee expel return evacuate",
    "govern": "close rule",
    "force": "deploy withdraw mobilise present support escape surrender seize",
    "talk": "meet agree ceasefire violate break release",
    "say": "warn predict accuse condemn regret demand threaten pledge responsibility victory",
    "law": "charge",
    "move": "visit",
    "aid": "deliver block",
    "protest": "hold",
}
GRAMMAR = frozenset(
    "under subject object indirect complement second possessive modifier number governor determiner said_of "
    "infinitive question itself above governing_modal self giver auxiliary object_of".split()
)
PREPOSITIONS = frozenset(
    "aboard about across after against along alongside among around as at before behind beneath between beside beyond "
    "by down during following for from hard home in inside into near of off on onto out outside over part past round "
    "since through throughout to toward towards under until up upon whence with within without".split()
)

Firings = list[tuple[Mention, ActRow]]


@pytest.fixture(scope="module")
def firings(parser: SpacyParser) -> list[tuple[ActRow, Firings]]:
    """What the finder makes of each row's example."""
    lexicon = load_act_lexicon()
    parsed = parser.parse([row.example for row in lexicon.rows])
    return [
        (row, [found for parse in parses for found in find_acts(parse, lexicon)])
        for row, parses in zip(lexicon.rows, parsed, strict=True)
    ]


def test_every_row_fires_on_its_example(firings: list[tuple[ActRow, Firings]]) -> None:
    silent = [f"{row.made_by} | {row.example}" for row, found in firings if all(by is not row for _, by in found)]
    assert silent == []


def test_no_example_is_told_as_another_act(firings: list[tuple[ActRow, Firings]]) -> None:
    assert [line for row, found in firings for line in _told_otherwise(row, found)] == []


def _told_otherwise(row: ActRow, found: Firings) -> Iterator[str]:
    places = {mention.start for mention, by in found if by is row}
    allowed = {row.act, *(other.act for other in row.also)}
    for mention, by in found:
        if mention.start in places and mention.means not in allowed:
            yield f"{row.made_by} is also told as {by.made_by} | {row.example}"


def test_every_act_has_a_meaning_and_words_of_more_than_one_kind() -> None:
    lexicon = load_act_lexicon()
    expected = {f"{family}.{act}" for family, acts in ACTS.items() for act in acts.split()}
    assert set(lexicon.meanings) == expected
    assert {act for act in expected if not lexicon.meanings[act]} == set()
    kinds = {act: {row.kind for row in lexicon.rows if row.act == act} for act in expected}
    assert {act for act, found in kinds.items() if not {"verb", "noun"} <= found} == set()


def test_frames_and_conditions_name_slots_that_exist() -> None:
    named = set()
    for row in load_act_lexicon().rows:
        named |= {*row.actor, *row.target, *row.place, *row.destination}
        named |= {slot for condition in (*row.when, *row.unless) for slot in condition.slots}
    assert {slot for slot in named - GRAMMAR if not set(slot.split()) <= PREPOSITIONS} == set()


def test_examples_come_from_many_wars() -> None:
    examples = [row.example for row in load_act_lexicon().rows]
    names = "Afghan Kabul Kandahar Herat Helmand Kunduz Taliban Ghazni Baghlan Khost Panjshir Jalalabad Wana".split()
    assert sum(any(name in example for name in names) for example in examples) < len(examples) / 5
    assert len(set(examples)) == len(examples)


@pytest.fixture(scope="module")
def classes() -> WordClasses:
    return load_classes()


def _lexicon(classes: WordClasses, row: str) -> ActLexicon:
    text = f'[clash]\nmeaning = "sides fight"\nverbs = {{actor = "subject"}}\nrows = [{{{row}}}]\n'
    return make_act_lexicon({"fight": text}, classes, {"where": ["in", "at"]})


def test_a_row_says_what_it_is(classes: WordClasses) -> None:
    text = 'verb = "take on", place = "where", when = {object = ["fighter", "=city"]}, example = "x"'
    row = _lexicon(classes, text).rows[0]
    assert row.made_by == "fight.clash:take on [object=fighter,=city]"
    assert row.words == (("take",), ("on",))
    assert (row.actor, row.place) == (("subject",), ("in", "at"))
    assert row.when[0].lemmas == {"city"}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ('verb = "fight", noun = "fight", example = "x"', "name exactly one"),
        ('example = "x"', "name exactly one"),
        ('verb = "fight"', "example"),
        ('verb = "fight", when = {object = ["dragon"]}, example = "x"', "dragon"),
        ('phrase = "fight <dragon>", example = "x"', "dragon"),
        ('verb = "fight", also = ["fight.nothing"], example = "x"', "fight.nothing"),
        ('verb = "fight", mood = "bad", example = "x"', "mood"),
        ('verb = "fight", example = "x"}, {verb = "fight", example = "y"', "stands twice"),
    ],
)
def test_a_row_that_cannot_be_used_is_told(classes: WordClasses, row: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        _lexicon(classes, row)


def test_a_class_takes_in_the_words_of_those_it_includes() -> None:
    made = make_classes(
        '[post]\nmeaning = "m"\nwords = ["fort"]\n'
        '[place]\nmeaning = "m"\nwords = ["town"]\nincludes = ["post"]\nentities = ["GPE"]\n'
    )
    assert made.has("place", "fort")
    assert not made.has("post", "town")
    assert made.by_label["GPE"] == {"place"}
    with pytest.raises(SettingsError, match="no class"):
        make_classes('[post]\nmeaning = "m"\nincludes = ["dragon"]')


def test_a_word_is_what_stands_under_its_of(parser: SpacyParser, classes: WordClasses) -> None:
    (parse,) = next(iter(parser.parse(["Hundreds of soldiers left three of the villages and a border crossing."])))
    of = {word.text: classes.of(parse, word.index) for word in parse.words}
    assert "fighter" in of["Hundreds"]
    assert "place" in of["three"]
    assert "service" in of["crossing"]
    assert "weapon" not in of["Hundreds"] | of["three"] | of["crossing"]


def test_a_share_is_only_what_it_is_a_share_of(parser: SpacyParser, classes: WordClasses) -> None:
    (parse,) = next(iter(parser.parse(["They lost most of the city and three of the five checkpoints."])))
    of = {word.text: classes.of(parse, word.index) for word in parse.words}
    assert "place" in of["most"]
    assert "people" not in of["most"]
    assert "post" in of["three"]
    assert "number" not in of["three"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The rebels hold Tal Abyad.", "territory.hold"),
        ("They lost Sheikh Zayed on Sunday.", "territory.capture"),
        ("We took Shah Wali Kot in the night.", "territory.capture"),
        ("Fighters gave up Lang Vei.", "territory.withdraw"),
        ("The brigade lost forty men.", "harm.kill"),
        ("Police are holding two miners.", "harm.detain"),
    ],
)
def test_a_name_taken_for_a_person_may_be_ground(parser: SpacyParser, text: str, act: str) -> None:
    (parse,) = next(iter(parser.parse([text])))
    assert [mention.means for mention, _ in find_acts(parse, load_act_lexicon())] == [act]
