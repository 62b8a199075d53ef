"""Rows of the act lexicon: as they stand in a file, and as the finder of acts takes them.

A row is one `verb` ("take over"), `noun` ("car bomb"), `adjective` or `phrase`. A phrase is a run of lemmas in which
`*` leaves room for three words, `/` parts alternatives, `<class>` takes any word of a class and `^` marks the word
whose grammar is asked (the first one otherwise). `when` and `unless` ask for classes of the words in a slot, or for a
word itself ("=control"); slots joined by `/` are tried together; `any` asks that a slot is filled, `absent` lets it be
empty. Frames name slots of `syntax.arguments`, best first, `self`, the word at hand, or `giver`, who gives or refuses
what it names; a name from slots.toml stands for all of its slots. What a condition may ask beside them: `itself`,
`auxiliary` ("will"), `infinitive` and `question` (clauses below it), `governor`, `governing_modal` and `object_of`
(what stands above it).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import log2
from typing import Literal

import msgspec

from tidings.lexicons.classes import WordClasses
from tidings.records import Certainty, Manner, Stance

RowKind = Literal["verb", "noun", "adjective", "phrase"]
KINDS: tuple[RowKind, ...] = ("verb", "noun", "adjective", "phrase")
Slots = str | list[str]
# The words of a row, each with its alternatives.
Words = tuple[tuple[str, ...], ...]

GAP = ("*",)
NUMBER = "<number>"
# Besides word classes, a condition may ask that a slot is filled by anything at all.
ANY = "any"
# ... or, beside classes, that it may as well be empty, as the doer of a passive often is.
ABSENT = "absent"


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """In which slots of a trigger word its actor, target, place and destination stand, best first."""

    actor: Slots = []
    target: Slots = []
    place: Slots = []
    destination: Slots = []


class RowTable(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """One row as it stands in a file."""

    verb: str | None = None
    noun: str | None = None
    adjective: str | None = None
    phrase: str | None = None
    actor: Slots | None = None
    target: Slots | None = None
    place: Slots | None = None
    destination: Slots | None = None
    when: dict[str, list[str]] = {}
    unless: dict[str, list[str]] = {}
    attributive: bool = False
    manner: Manner | None = None
    certainty: Certainty | None = None
    hedged: bool = False
    stance: Stance | None = None
    also: list[str] = []
    example: str


class ActTable(msgspec.Struct, forbid_unknown_fields=True):
    """One act as it stands in a file."""

    meaning: str
    verbs: Frame = Frame()
    nouns: Frame = Frame()
    rows: list[RowTable] = []


class Condition(msgspec.Struct, frozen=True):
    """Asks whether any word in one of `slots` is of one of `classes` or has one of `lemmas`."""

    slots: tuple[str, ...]
    classes: frozenset[str]
    lemmas: frozenset[str]
    # how much it asks: the fewer words it admits, the more
    bits: float = 0.0


class ActRow(msgspec.Struct, frozen=True, kw_only=True):
    """One way of telling an act. `words` holds the alternatives for each word; `head` is the one that is asked."""

    act: str
    key: str
    kind: RowKind
    words: Words
    head: int
    actor: tuple[str, ...]
    target: tuple[str, ...]
    place: tuple[str, ...]
    destination: tuple[str, ...]
    when: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    attributive: bool = False
    manner: Manner | None = None
    certainty: Certainty | None = None
    hedged: bool = False
    stance: Stance | None = None
    also: tuple[ActRow, ...] = ()
    example: str

    @property
    def made_by(self) -> str:
        return f"{self.act}:{self.key}"

    @property
    def weight(self) -> tuple[int, float]:
        """How specific a row is: the words it names, then how much its conditions ask; the heavier row wins a word."""
        return sum(1 for word in self.words if word != GAP), sum(condition.bits for condition in self.when)


class RowMaker:
    """Turns rows of the files into `ActRow`s and gathers what is wrong with them."""

    def __init__(
        self,
        acts: Mapping[str, ActTable],
        classes: WordClasses,
        slots: Mapping[str, list[str]],
        problems: list[str],
    ) -> None:
        self.acts = acts
        self.classes = classes
        self.slots = slots
        self.problems = problems

    def make(self, act: str, raw: RowTable) -> ActRow | None:
        forms: dict[RowKind, str] = {kind: text for kind in KINDS if (text := getattr(raw, kind))}
        where = f"{act}: {next(iter(forms.values()), raw.example)!r}"
        if len(forms) != 1:
            self.problems.append(f"{where} is {len(forms)} of verb, noun, adjective and phrase; name exactly one")
            return None
        kind, text = next(iter(forms.items()))
        words, head = _split_words(kind, text)
        unknown = [name for name in _classes_named(words) if name not in self.classes.names]
        unknown += [other for other in raw.also if other not in self.acts]
        if unknown:
            self.problems.append(f"{where} names {', '.join(unknown)}, which is no class and no act")
            return None
        row = ActRow(
            act=act,
            key=_key(text, raw),
            kind=kind,
            words=words,
            head=head,
            actor=self._slots_of("actor", act, kind, raw),
            target=self._slots_of("target", act, kind, raw),
            place=self._slots_of("place", act, kind, raw),
            destination=self._slots_of("destination", act, kind, raw),
            when=self._conditions(where, raw.when),
            unless=self._conditions(where, raw.unless),
            attributive=raw.attributive,
            manner=raw.manner,
            certainty=raw.certainty,
            hedged=raw.hedged,
            stance=raw.stance,
            example=raw.example,
        )
        return msgspec.structs.replace(row, also=tuple(self._also(row, other) for other in raw.also))

    def _also(self, row: ActRow, other: str) -> ActRow:
        """The second act that a row tells, with that act's own frame."""
        plain = RowTable(example=row.example)
        return msgspec.structs.replace(
            row,
            act=other,
            actor=self._slots_of("actor", other, row.kind, plain),
            target=self._slots_of("target", other, row.kind, plain),
            place=self._slots_of("place", other, row.kind, plain),
            destination=self._slots_of("destination", other, row.kind, plain),
            manner=None,
        )

    def _slots_of(self, role: str, act: str, kind: RowKind, raw: RowTable) -> tuple[str, ...]:
        """Where a row looks for a role: in its own slots, else in those of its act."""
        own: Slots | None = getattr(raw, role)
        if own is None:
            table = self.acts[act]
            own = getattr(table.nouns if kind == "noun" else table.verbs, role)
        return tuple(self._slots(own))

    def _slots(self, named: Slots) -> Iterator[str]:
        for name in [named] if isinstance(named, str) else named:
            yield from self.slots.get(name, [name])

    def _conditions(self, where: str, asked: Mapping[str, list[str]]) -> tuple[Condition, ...]:
        found = []
        for slots, names in asked.items():
            lemmas = frozenset(name[1:] for name in names if name.startswith("="))
            classes = frozenset(name for name in names if not name.startswith("="))
            unknown = classes - self.classes.names - {ANY, ABSENT}
            if unknown:
                self.problems.append(f"{where} asks for {', '.join(sorted(unknown))}, which is no class")
            places = tuple(s for slot in slots.split("/") for s in self._slots(slot))
            found.append(Condition(places, classes, lemmas, self._bits(classes, lemmas)))
        return tuple(found)

    def _bits(self, classes: frozenset[str], lemmas: frozenset[str]) -> float:
        everything = len(self.classes.by_word)
        if ANY in classes:
            return 1.0
        # a name may be any of thousands
        admitted = len(lemmas) + sum(self.classes.sizes.get(name, everything // 8) for name in classes - {ABSENT})
        return 1.0 + log2(everything / min(max(admitted, 1), everything))


def _split_words(kind: RowKind, text: str) -> tuple[Words, int]:
    """The words of a row with their alternatives, and the index of the one whose grammar is asked.

    Hyphens part words here as they do in a parse: "shoot-out", "machine-gun".
    """
    parts = text.replace("-", " ").split()
    marked = [i for i, part in enumerate(parts) if part.startswith("^")]
    words = tuple(tuple(part.removeprefix("^").split("/")) for part in parts)
    if kind == "noun":
        return words, len(words) - 1
    if kind == "verb":
        return words, text.split(maxsplit=1)[0].count("-")
    return words, marked[0] if marked else 0


def _classes_named(words: Words) -> list[str]:
    return [word[1:-1] for alternatives in words for word in alternatives if word.startswith("<")]


def _key(text: str, raw: RowTable) -> str:
    """The row's name within its act: its words, and what it asks where it asks something."""
    asked = [f"{slot}={','.join(names)}" for slot, names in raw.when.items()]
    asked += [f"{slot}!={','.join(names)}" for slot, names in raw.unless.items()]
    return text.replace("^", "") + (f" [{'; '.join(asked)}]" if asked else "")
