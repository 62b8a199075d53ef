"""Rows of the act lexicon that nearly fit: their words stand there, and one of their conditions fails.

A slot may be empty, or hold a pronoun or a name that the parser took for something else: then a condition says little.
Rows of nouns are left out: where theirs do not fit, the noun most often only names what was told elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from tidings.lexicons.act_rows import ActRow, Condition
from tidings.lexicons.acts import ActLexicon
from tidings.mentions.acts.find import asked_word
from tidings.mentions.acts.slots import Trigger
from tidings.mentions.acts.words import find_words
from tidings.records import Parse

NO_ANCHORS = frozenset({"AUX", "PROPN", "PUNCT", "ADP", "DET", "PRON", "CCONJ", "SCONJ", "PART"})
EMPTY = frozenset({"have", "be", "do"})  # say nothing where their row does not fit
NAMING = "noun"
# What a row asks of the grammar itself is not a word that the parser may have taken for another.
GRAMMATICAL = frozenset({"infinitive", "question", "itself", "above", "governing_modal"})
SHUT = 0.5  # how much further away a row is that one of its exceptions shuts out


class Near(msgspec.Struct, frozen=True):
    """The nearest row of one act at a word, the words it stands on, what it asks in vain, and what shuts it out."""

    row: ActRow
    words: tuple[int, ...]
    unmet: tuple[Condition, ...]
    shut: int
    # how many rows of the act stand at the word
    rows: int = 1

    @property
    def nearness(self) -> float:
        """1 where nothing is asked in vain; less the more is."""
        asked = len(self.row.when) + 1
        return (asked - len(self.unmet)) / asked - SHUT * (self.shut > 0)


class NearWord(msgspec.Struct, frozen=True):
    """A word at which rows nearly fit, with the nearest row of each act."""

    head: int
    trigger: Trigger
    by_act: dict[str, Near]


def find_near(parse: Parse, taken: frozenset[int], lexicon: ActLexicon) -> Iterator[NearWord]:
    """The words at which rows nearly fit, without those that an act has taken."""
    found: dict[int, NearWord] = {}
    for word in parse.words:
        if word.index in taken or word.pos in NO_ANCHORS or word.lemma in EMPTY:
            continue
        for row in lexicon.rows_at(word):
            matched = None if row.kind == NAMING else next(find_words(parse, word.index, row, lexicon), None)
            if matched is None:
                continue
            head = asked_word(parse, matched[0], row)
            if head not in taken and taken.isdisjoint(matched[1]):
                at = found.setdefault(head, NearWord(head, Trigger(parse, head, lexicon), {}))
                _keep_nearest(at, row, matched[1])
    yield from (found[head] for head in sorted(found))


def _keep_nearest(at: NearWord, row: ActRow, words: tuple[int, ...]) -> None:
    unmet = tuple(condition for condition in row.when if not at.trigger.meets(condition))
    barred = (*unmet, *filter(at.trigger.meets, row.unless))
    if any(GRAMMATICAL.issuperset(condition.slots) for condition in barred):
        return
    shut = sum(map(at.trigger.meets, row.unless))
    other = at.by_act.get(row.act)
    near = Near(row, words, unmet, shut, 1 if other is None else other.rows + 1)
    if other is not None and (other.nearness, other.row.weight) >= (near.nearness, row.weight):
        near = msgspec.structs.replace(other, rows=near.rows)
    at.by_act[row.act] = near
