"""What kinds of things words stand for: places, posts, weapons, people. Rows of the lexicons ask for them.

`classes.toml` holds one table a class: `words` (lemmas; "border crossing" asks for the word before too), `entities`
(labels that a name carries in a parse) and `includes` (classes whose words belong here as well).
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from importlib.resources import files

import msgspec

from tidings.errors import SettingsError
from tidings.records import Parse, Word

# Words with no content of their own: what stands under their "of" says what they are.
TRANSPARENT = "transparent"
# ... and nothing else than what stands there: "most of the city" is no crowd.
QUANTIFIER = "quantifier"
NAME = "name"
NUMBER = "number"
# The men of a commander bear arms like any gunman.
MEN, GUNMAN = "men", "gunman"
# A number with no word beside it counts people: "forty were dragged away".
BESIDE = frozenset({"det", "advmod", "quantmod", "nummod"})
ALONE, SOMEBODY = frozenset({"nsubj", "nsubjpass", "dobj"}), "somebody"


class ClassTable(msgspec.Struct, forbid_unknown_fields=True):
    """One table of classes.toml."""

    meaning: str
    words: list[str] = []
    entities: list[str] = []
    includes: list[str] = []


class WordClasses(msgspec.Struct, frozen=True):
    """Which classes a word belongs to, by lemma, by two lemmas, and by entity label."""

    names: frozenset[str]
    by_word: Mapping[str, frozenset[str]]
    by_label: Mapping[str, frozenset[str]]
    sizes: Mapping[str, int]

    def of(self, parse: Parse, i: int, depth: int = 0) -> frozenset[str]:
        """The classes of word i; "hundreds of soldiers" and "parts of the city" are what stands under "of"."""
        word = parse.words[i]
        found = self._own(parse, i)
        if depth < 3 and (TRANSPARENT in found or NUMBER in found):
            below = [self.of(parse, c, depth + 1) for c in _below_of(parse, i)]
            if below and (QUANTIFIER in found or NUMBER in found):
                found = frozenset({TRANSPARENT})
            found = found.union(*below)
        if word.dependency == "nummod" and word.head != i and depth < 3:
            found = found | self.of(parse, word.head, depth + 1)
        return found

    def has(self, name: str, lemma: str) -> bool:
        """Whether a lemma belongs to a class, whatever it means in a sentence."""
        return name in self.by_word.get(lemma, frozenset())

    def _own(self, parse: Parse, i: int) -> frozenset[str]:
        word = parse.words[i]
        found = self.by_word.get(word.lemma, frozenset()) | self.by_word.get(word.lower, frozenset())
        for singular in singulars(word):
            found |= self.by_word.get(singular, frozenset())
        if i and (both := self.by_word.get(f"{parse.words[i - 1].lemma} {word.lemma}")):
            found = both  # a heart attack is no attack
        if word.lower == MEN and _are_somebodys(parse, i):
            found |= self.by_word.get(GUNMAN, frozenset())
        if word.pos == "PROPN" or _is_missed_name(word, found):
            found |= {NAME} | self.by_label.get(word.entity, frozenset())
            # a plural that begins a sentence is easily taken for a name: "Commandos cleared ..."
            found |= self.by_word.get(word.lower.removesuffix("s"), frozenset())
        elif word.entity == "NORP":
            found |= self.by_label.get("NORP", frozenset())
        if _is_number(word):
            found |= {NUMBER}
            if word.dependency in ALONE and all(parse.words[c].dependency in BESIDE for c in parse.children[i]):
                found |= self.by_word.get(SOMEBODY, frozenset())
        return found


def _are_somebodys(parse: Parse, i: int) -> bool:
    """Whether men are under somebody's orders: "his men", "the warlord's men"."""
    return any(parse.words[c].dependency == "poss" for c in parse.children[i])


def _is_missed_name(word: Word, found: frozenset[str]) -> bool:
    """Whether a noun is a name that the tagger never met: with a capital, and no word of any class."""
    if word.tag != "NN" or found or not word.text[:1].isupper() or word.text.isupper():
        return False
    return word.index > 0 or word.entity in ("PERSON", "GPE", "LOC", "ORG")


def singulars(word: Word) -> tuple[str, ...]:
    """What a plural may be of, where the lemmatizer errs: it takes "bases" for basis, "corpses" for corps."""
    if word.tag != "NNS" or not word.lower.endswith(("ses", "xes")):
        return ()
    plain = (word.lower[:-1], word.lower[:-2])
    return () if word.lemma == plain[0] else plain


def _is_number(word: Word) -> bool:
    return word.tag == "CD" and word.entity not in ("DATE", "TIME", "MONEY", "QUANTITY")


def _below_of(parse: Parse, i: int) -> list[int]:
    return [
        below
        for c in parse.children[i]
        if parse.words[c].dependency == "prep" and parse.words[c].lower in ("of", "among")
        for below in parse.children[c]
        if parse.words[below].dependency == "pobj"
    ]


def load_classes() -> WordClasses:
    """The classes of classes.toml; SettingsError names every class that is included and does not exist."""
    text = files("tidings.lexicons").joinpath("classes.toml").read_text(encoding="utf-8")
    return make_classes(text)


def make_classes(text: str) -> WordClasses:
    """Word classes from the text of a classes file."""
    try:
        tables = msgspec.convert(tomllib.loads(text), dict[str, ClassTable])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise SettingsError([f"classes.toml: {error}"]) from error
    problems = [
        f"classes.toml: {name} includes {other!r}, which is no class; add it or take it out"
        for name, table in tables.items()
        for other in table.includes
        if other not in tables
    ]
    if problems:
        raise SettingsError(problems)
    by_word: dict[str, set[str]] = {}
    by_label: dict[str, set[str]] = {}
    for name in tables:
        for member in _members(tables, name):
            for lemma in tables[member].words:
                by_word.setdefault(lemma, set()).add(name)
            for label in tables[member].entities:
                by_label.setdefault(label, set()).add(name)
    sizes = Counter(name for names in by_word.values() for name in names)
    return WordClasses(
        frozenset(tables) | {NAME, NUMBER},
        {word: frozenset(names) for word, names in by_word.items()},
        {label: frozenset(names) for label, names in by_label.items()},
        dict(sizes),
    )


def _members(tables: Mapping[str, ClassTable], name: str) -> list[str]:
    """A class and all classes that it includes, each once, however they include one another."""
    found: list[str] = []
    waiting = [name]
    while waiting:
        member = waiting.pop()
        if member not in found:
            found.append(member)
            waiting.extend(tables[member].includes)
    return found
