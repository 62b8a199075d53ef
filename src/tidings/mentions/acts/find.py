"""Where a sentence tells an act: the lexicon's rows laid over a parse.

Every row that fits is a candidate; the most specific one has its words for itself, so that "come under attack" is not
also an "attack", and "take" a prisoner is not also to take a town.
"""

from __future__ import annotations

from collections.abc import Iterator

from tidings.lexicons.act_rows import ActRow
from tidings.lexicons.acts import ActLexicon
from tidings.mentions.acts.slots import Trigger, find_governors
from tidings.mentions.acts.words import find_words
from tidings.records import Mention, Parse

DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
TAKEN_UP = 0.3
AUXILIARIES = frozenset({"aux", "auxpass"})

Found = tuple[Mention, ActRow]


def find_acts(parse: Parse, lexicon: ActLexicon) -> list[Found]:
    """The acts that a sentence tells, in order, each with the row that found it.

    `Mention.head` is the word whose grammar is asked for the arguments: the verb or noun itself, for a modal ("must")
    the verb that it stands with. A bare "the attack" has a low `score`: it is likely to take up an act told before.
    """
    matches = sorted(
        _find_matches(parse, lexicon),
        key=lambda match: (not match.loose, match.row.weight, -match.words[0]),
        reverse=True,
    )
    taken: set[int] = set()
    chosen: list[_Match] = []
    for match in matches:
        if taken.isdisjoint(match.words):
            taken.update(match.words)
            chosen.append(match)
    chosen.sort(key=lambda match: match.words)
    return [found for match in chosen if not _repeats(match, chosen) for found in match.mentions()]


def _repeats(match: _Match, chosen: list[_Match]) -> bool:
    """Whether a noun only names what its own verb tells: the shells that fell, the bomber that struck."""
    if match.row.kind != "noun":
        return False
    governors = find_governors(match.parse, match.head)
    return any(other.row.act == match.row.act and other.head in governors for other in chosen)


class _Match:
    """A row that fits at some words of a parse."""

    def __init__(self, parse: Parse, row: ActRow, head: int, words: tuple[int, ...], loose: bool = False) -> None:
        self.parse = parse
        self.row = row
        self.loose = loose
        self.words = words
        self.head = head

    def mentions(self) -> Iterator[Found]:
        start, end = self.parse.words[self.words[0]].start, self.parse.words[self.words[-1]].end
        for row in (self.row, *self.row.also):
            yield (
                Mention(
                    kind="act",
                    start=start,
                    end=end,
                    head=self.head,
                    means=row.act,
                    made_by=row.made_by,
                    score=self.score,
                ),
                row,
            )

    @property
    def score(self) -> float:
        """Low for "the attack" with nothing beside it: most often it takes up what has been told before."""
        if self.row.kind != "noun":
            return 1.0
        beside = [self.parse.words[c] for c in self.parse.children[self.head] if c not in self.words]
        definite = any(word.lower in DEFINITE for word in beside)
        return TAKEN_UP if definite and all(word.dependency in ("det", "punct") for word in beside) else 1.0


def asked_word(parse: Parse, i: int, row: ActRow) -> int:
    """The word whose grammar is asked: the verb of a modal, of a phrase's auxiliary or "unless", else itself."""
    word = parse.words[i]
    is_helping = word.dependency in AUXILIARIES and (word.tag == "MD" or row.kind == "phrase")
    is_helping |= word.dependency == "mark" and row.kind == "phrase"
    return word.head if is_helping else i


def _find_matches(parse: Parse, lexicon: ActLexicon) -> Iterator[_Match]:
    triggers: dict[int, Trigger] = {}
    for word in parse.words:
        for row in lexicon.rows_at(word):
            for at, words in find_words(parse, word.index, row, lexicon):
                head = asked_word(parse, at, row)
                trigger = triggers.setdefault(head, Trigger(parse, head, lexicon))
                if trigger.allows(row):
                    yield _Match(parse, row, head, words)
                    break
                if trigger.may_allow(row):
                    yield _Match(parse, row, head, words, loose=True)
                    break
