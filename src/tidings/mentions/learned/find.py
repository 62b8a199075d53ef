"""Where a report tells acts by words of the lexicon whose row does not fit: near rows in, accepted ones out.

The lexicon speaks first; the model only adds. What it accepts goes on like any other act, with the frame of its row,
and names the row, the model and its score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from tidings.lexicons.acts import ActLexicon
from tidings.mentions.acts import Found
from tidings.mentions.learned.around import Around, Told
from tidings.mentions.learned.features import Features, describe_act, describe_place, describe_word
from tidings.mentions.learned.near import Near, NearWord, find_near
from tidings.mentions.learned.trees import score
from tidings.mentions.learned.weights import Weights, load_weights
from tidings.records import Mention, Parse, ParsedSentence


class Choice(msgspec.Struct, frozen=True):
    """An act that a word may tell, with all that the model is told of it."""

    sentence: int
    head: int
    near: Near
    features: Features

    @property
    def act(self) -> str:
        return self.near.row.act


class ActFinder:
    """Finds acts by the model among the rows that nearly fit."""

    def __init__(self, weights: Weights, lexicon: ActLexicon) -> None:
        self._weights = weights
        self._lexicon = lexicon

    def find(self, sentences: Sequence[ParsedSentence], told: Told, wanted: Sequence[bool]) -> list[list[Found]]:
        """For each sentence that is wanted, the acts that the model adds to those that the lexicon has told."""
        more: list[list[Found]] = [[] for _ in sentences]
        choices = list(find_choices(sentences, told, wanted, self._lexicon))
        for choice, chance in choose(choices, list(map(self._score, choices)), self._weights.bar):
            more[choice.sentence].append(self._found(choice, sentences[choice.sentence].parse, chance))
        return more

    def _score(self, choice: Choice) -> float:
        return score(self._weights.trees, [choice.features.get(name, 0.0) for name in self._weights.features])

    def _found(self, choice: Choice, parse: Parse, chance: float) -> Found:
        """The act as the lexicon would tell it, its row named for the model too."""
        row = choice.near.row
        row = msgspec.structs.replace(row, key=f"{row.key} (nearly; {self._weights.name} {chance:.2f})", also=())
        first, last = parse.words[min(choice.near.words)], parse.words[max(choice.near.words)]
        mention = Mention(
            kind="act", start=first.start, end=last.end, head=choice.head, means=row.act, made_by=row.made_by,
            score=round(chance, 3),
        )  # fmt: skip
        return mention, row


def find_choices(
    sentences: Sequence[ParsedSentence], told: Told, wanted: Sequence[bool], lexicon: ActLexicon
) -> Iterator[Choice]:
    """What the model decides about in a report: each act of a near row, at each word that no act has taken."""
    counted = Counter(row.act for found in told for _, row in found)
    for at, parsed in enumerate(sentences):
        if wanted[at]:
            around = Around(at, told, counted)
            heads = frozenset(mention.head for mention, _ in told[at])
            for near in find_near(parsed.parse, taken_words(parsed.parse, told[at]), lexicon):
                of_word = describe_word(parsed, near, lexicon)
                of_word |= describe_place(at, parsed.parse, near.head, counted, heads, len(told))
                yield from _choices(at, parsed.parse, near, around, of_word)


def _choices(at: int, parse: Parse, near: NearWord, around: Around, of_word: Features) -> Iterator[Choice]:
    for act, row in near.by_act.items():
        yield Choice(at, near.head, row, of_word | describe_act(act, parse, near, around))


def choose(choices: Sequence[Choice], chances: Sequence[float], bar: float) -> Iterator[tuple[Choice, float]]:
    """The choices that reach the bar, best first: one a word, and each act once a sentence."""
    taken: set[tuple[int, int | str]] = set()
    for k in sorted(range(len(choices)), key=lambda k: (-chances[k], k)):
        choice = choices[k]
        places: set[tuple[int, int | str]] = {(choice.sentence, choice.head), (choice.sentence, choice.act)}
        if chances[k] < bar:
            return
        if taken.isdisjoint(places):
            taken |= places
            yield choice, chances[k]


def taken_words(parse: Parse, found: Sequence[Found]) -> frozenset[int]:
    """The words that the lexicon's acts stand on."""
    spans = [(mention.start, mention.end) for mention, _ in found]
    inside = {w.index for w in parse.words for start, end in spans if start <= w.start and w.end <= end}
    return frozenset(inside | {mention.head for mention, _ in found})


def load_finder(lexicon: ActLexicon) -> ActFinder:
    """The finder with the weights that come with tidings."""
    return ActFinder(load_weights(), lexicon)
