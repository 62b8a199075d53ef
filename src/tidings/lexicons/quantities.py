"""Figures in words, as data: numerals, what bounds a figure, what it counts, and what is no figure at all.

`quantities.toml` holds the rows; each that is a rule carries an example, which a test runs.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from tidings.errors import SettingsError

Bound = Literal["from", "over", "nearly", "to", "under", "about", "exactly"]
Phrase = tuple[str, ...]

# reasons for which a noun right after a figure takes it for itself: "122 mm shells", "30 km convoys"
MEASURES = frozenset({"time", "distance", "calibre", "measure"})
IRREGULAR = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "wife": "wives",
    "aircraft": "aircraft",
}


class QuantifierRow(msgspec.Struct, forbid_unknown_fields=True):
    """Words that bound a figure, and what the example must give."""

    bound: Bound
    words: list[str]
    example: str
    low: int | None = None
    high: int | None = None


class UnitRow(msgspec.Struct, forbid_unknown_fields=True):
    """Words for one thing that is counted, with an example that counts it."""

    what: str
    words: list[str]
    example: str
    symbols: list[str] = []
    plain: bool = False


class NeverRow(msgspec.Struct, forbid_unknown_fields=True):
    """Nouns whose figures are no counts, with an example that gives none."""

    reason: str
    words: list[str]
    example: str


class FewTable(msgspec.Struct, forbid_unknown_fields=True):
    """Words for a small number that nobody counted."""

    words: list[str]
    low: int
    before_multiplier: int


class Table(msgspec.Struct, forbid_unknown_fields=True):
    """quantities.toml as it is written."""

    numerals: dict[str, int]
    multipliers: dict[str, int]
    letters: dict[str, int]
    at_least: dict[str, int]
    few: FewTable
    pairs: dict[str, list[str]]
    fractions: dict[str, int]
    quantifier: list[QuantifierRow]
    topics: dict[str, list[str]]
    after: list[QuantifierRow]
    standing: dict[str, list[str]]
    unit: list[UnitRow]
    persons: dict[str, list[str]]
    populations: dict[str, list[str]]
    combatants: dict[str, list[str]]
    civilian_roles: dict[str, list[str]]
    bands: dict[str, list[str]]
    state: list[UnitRow]
    nothing: dict[str, list[str]]
    currency: list[UnitRow]
    percent: dict[str, list[str]]
    change: dict[str, list[str]]
    multiplied: dict[str, int]
    never: list[NeverRow]
    labels: dict[str, list[str]]
    contests: dict[str, list[str]]
    articles: dict[str, list[str]]
    strong: dict[str, list[str]]
    rates: dict[str, list[str]]
    months: dict[str, list[str]]
    becomes: dict[str, str]
    musters: dict[str, list[str]]
    telling: dict[str, list[str]]
    holding: dict[str, list[str]]


class Quantities(msgspec.Struct, frozen=True):
    """The rows of quantities.toml, laid out to be looked up by word.

    `units` gives what a noun counts and `populations` the people it means (None: just people); `starters` are the words
    a figure may begin with.
    """

    table: Table
    numerals: Mapping[str, int]
    multipliers: Mapping[str, int]
    few: Mapping[Phrase, int]
    before: Mapping[Phrase, Bound]
    after: Mapping[Phrase, Bound]
    units: Mapping[str, str]
    populations: Mapping[str, str | None]
    combatants: frozenset[str]
    bands: frozenset[str]
    plain_units: frozenset[str]
    states: Mapping[str, str]
    currencies: Mapping[str, str]
    symbols: Mapping[str, str]
    changes: Mapping[str, int]
    never: frozenset[str]
    measures: frozenset[str]
    labels: frozenset[str]
    starters: frozenset[str]
    telling: frozenset[str]
    numbers: frozenset[str]
    tolls: frozenset[str]
    holding: frozenset[str]


@cache
def load_quantities() -> Quantities:
    """The rows of quantities.toml, read once."""
    return make_quantities(files("tidings.lexicons").joinpath("quantities.toml").read_text(encoding="utf-8"))


def make_quantities(text: str) -> Quantities:
    """Quantities from the text of such a file; SettingsError says what is wrong with it."""
    try:
        table = msgspec.convert(tomllib.loads(text), Table)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise SettingsError([f"quantities.toml: {error}; mend the row and read again"]) from error
    few: dict[Phrase, int] = {_phrase(words): table.few.low for words in table.few.words}
    few |= {_phrase(words): 2 for words in table.pairs["words"]}
    populations = _populations(table)
    return Quantities(
        table=table,
        numerals=table.numerals,
        multipliers=table.multipliers,
        few=few,
        before=_bounds(table.quantifier),
        after=_bounds(table.after),
        units=_by_word(table.unit),
        populations=populations,
        combatants=frozenset(table.combatants["words"])
        | {population for word, population in populations.items() if word in table.combatants["words"] and population},
        bands=frozenset(table.bands["words"]),
        plain_units=frozenset(row.what for row in table.unit if row.plain),
        states=_by_word(table.state),
        currencies=_by_word(table.currency),
        symbols={symbol: row.what for row in table.currency for symbol in row.symbols},
        changes=dict.fromkeys(table.change["up"], 1) | dict.fromkeys(table.change["down"], -1),
        never=frozenset(word for row in table.never for word in row.words),
        measures=frozenset(word for row in table.never if row.reason in MEASURES for word in row.words),
        labels=frozenset(table.labels["words"]),
        starters=_starters(table, few),
        telling=frozenset(table.telling["verbs"]),
        numbers=frozenset(table.telling["numbers"]),
        tolls=frozenset(table.telling["tolls"]),
        holding=frozenset(table.holding["verbs"]),
    )


def make_plural(lemma: str) -> str:
    """The plural of a noun, its last word changed: "fish vendor", "fish vendors"."""
    head, of, rest = lemma.partition(" of ")
    stem, space, last = head.rpartition(" ")
    return stem + space + _plural_of(last) + of + rest


def _plural_of(word: str) -> str:
    for singular, plural in IRREGULAR.items():
        if word == singular or (word.endswith(singular) and singular in ("man", "woman", "child")):
            return word[: len(word) - len(singular)] + plural
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _phrase(words: str) -> Phrase:
    return tuple(words.split())


def _bounds(rows: Iterable[QuantifierRow]) -> dict[Phrase, Bound]:
    return {_phrase(words): row.bound for row in rows for words in row.words}


def _by_word(rows: Iterable[UnitRow]) -> dict[str, str]:
    return {word: row.what for row in rows for word in row.words}


def _populations(table: Table) -> dict[str, str | None]:
    """The population each noun for people means; the special names win over the plain plurals."""
    found: dict[str, str | None] = {}
    for word in table.combatants["words"] + table.civilian_roles["words"]:
        found[word] = make_plural(word)
    found |= dict.fromkeys(table.persons["words"])
    for name, words in table.populations.items():
        found |= dict.fromkeys((*words, name), name)
    return found


def _past_forms(table: Table) -> set[str]:
    return {form for verb in table.multiplied for form in (verb, verb + "s", verb + "d")}


def _starters(table: Table, few: Mapping[Phrase, int]) -> frozenset[str]:
    words = {*table.numerals, *table.multipliers, *table.at_least, *table.fractions, *table.nothing["before"]}
    return frozenset(
        words
        | {phrase[0] for phrase in few}
        | {"both", "a", "an", "the", "another", "half", "twice", "thrice"}
        | _past_forms(table)
    )
