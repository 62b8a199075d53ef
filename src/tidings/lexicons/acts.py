"""The words by which reports tell acts, and who stands where around them: `acts/*.toml`, read, checked and indexed.

One file a family, one table an act: its `meaning`, the default frames of its `verbs` and `nouns`, and its `rows`, each
with an example that a test runs. How a row is written is told in act_rows.py.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import msgspec

from tidings.errors import SettingsError
from tidings.lexicons.act_rows import NUMBER, ActRow, ActTable, RowMaker
from tidings.lexicons.classes import WordClasses, load_classes, singulars
from tidings.records import Word

__all__ = ["ActLexicon", "ActRow", "load_act_lexicon", "make_act_lexicon"]

# What an ending stands for, in verbs that the lemmatizer does not know: "resupplied", "machinegunned", "sniping".
ENDINGS = (("ied", "y"), ("ed", ""), ("d", ""), ("ned", ""), ("ted", ""), ("ing", "e"), ("ing", ""), ("ning", ""))


class ActLexicon(msgspec.Struct, frozen=True):
    """All rows, found by the lemma they hang on; `light` are verbs that lend a noun their subject and object."""

    meanings: Mapping[str, str]
    rows: tuple[ActRow, ...]
    by_anchor: Mapping[str, tuple[ActRow, ...]]
    classes: WordClasses
    light: frozenset[str]

    def rows_at(self, word: Word) -> tuple[ActRow, ...]:
        """The rows to be tried at a word, by its lemma, its form, or the form without its ending."""
        keys = dict.fromkeys((word.lemma, word.lower))
        if word.tag == "CD":
            keys[NUMBER] = None
        elif word.tag == "NNS":
            keys |= dict.fromkeys(singulars(word))
        elif word.tag in ("VBD", "VBN", "VBG") and word.lemma not in self.by_anchor:
            keys |= {word.lower.removesuffix(a) + b: None for a, b in ENDINGS if word.lower.endswith(a)}
        return tuple(dict.fromkeys(row for key in keys for row in self.by_anchor.get(key, ())))


@cache
def load_act_lexicon() -> ActLexicon:
    """The lexicon that comes with tidings; SettingsError lists every row that cannot be used."""
    folder = files("tidings.lexicons")
    texts = {
        entry.name.removesuffix(".toml"): entry.read_text(encoding="utf-8")
        for entry in sorted(folder.joinpath("acts").iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".toml")
    }
    slots = tomllib.loads(folder.joinpath("slots.toml").read_text(encoding="utf-8"))
    return make_act_lexicon(texts, load_classes(), slots)


def make_act_lexicon(texts: Mapping[str, str], classes: WordClasses, slots: Mapping[str, list[str]]) -> ActLexicon:
    """A lexicon from the texts of its files, by family; all that is wrong with them is told at once."""
    problems: list[str] = []
    acts: dict[str, ActTable] = {}
    for family, text in texts.items():
        try:
            tables = msgspec.convert(tomllib.loads(text), dict[str, ActTable])
        except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
            problems.append(f"{family}.toml: {error}")
            continue
        acts |= {f"{family}.{name}": table for name, table in tables.items()}
    maker = RowMaker(acts, classes, slots, problems)
    rows = [row for act, table in acts.items() for raw in table.rows if (row := maker.make(act, raw)) is not None]
    problems.extend(_twice(rows))
    if problems:
        raise SettingsError(problems)
    light = frozenset(word for word, names in classes.by_word.items() if "light_verb" in names)
    meanings = {act: table.meaning for act, table in acts.items()}
    return ActLexicon(meanings, tuple(rows), _index(rows, classes), classes, light)


def _twice(rows: list[ActRow]) -> Iterator[str]:
    seen: set[tuple[str, str]] = set()
    for row in rows:
        name = (row.kind, row.made_by)
        if name in seen:
            yield f"{row.made_by} stands twice; take one out or tell them apart by `when`"
        seen.add(name)


def _index(rows: list[ActRow], classes: WordClasses) -> dict[str, tuple[ActRow, ...]]:
    """Rows by the lemma at which they are tried, the most specific first, file order where they are alike."""
    found: dict[str, list[ActRow]] = {}
    for row in rows:
        anchor = row.words[0] if row.kind == "phrase" else row.words[row.head]
        for lemma in anchor:
            if lemma.startswith("<") and lemma != NUMBER:
                for word, names in classes.by_word.items():
                    if lemma[1:-1] in names:
                        found.setdefault(word, []).append(row)
            else:
                found.setdefault(lemma, []).append(row)
    return {
        lemma: tuple(sorted(dict.fromkeys(at), key=lambda row: row.weight, reverse=True)) for lemma, at in found.items()
    }
