"""The words of speech.toml as records: verbs, nouns and phrases of speech, and what each does to what is said."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import msgspec

from tidings.records import Stance


class SpeechClass(msgspec.Struct, frozen=True):
    """A way of speaking. See the head of speech.toml for each field."""

    stance: Stance
    links: bool = True
    impersonal: bool = False
    shown: bool = False


class SpeechRow(msgspec.Struct, frozen=True, kw_only=True):
    """One verb, noun, adjective or phrase of speech with its example.

    `particle` is the second word of a verb of two words; `accepts` and `speakers` name the word lists that hold what
    it may take and who may say it; `named`: somebody must.
    """

    name: str
    lemma: str
    particle: str | None = None
    cue_class: str
    stance: Stance
    links: bool
    hedged: bool = False
    impersonal: bool = False
    shown: bool = False
    takes: tuple[str, ...] = ()
    accepts: str | None = None
    speakers: str | None = None
    named: bool = False
    example: str


class Speech(msgspec.Struct, frozen=True, kw_only=True):
    """All rows by their first word, and the word lists."""

    verbs: dict[str, tuple[SpeechRow, ...]]
    nouns: dict[str, tuple[SpeechRow, ...]]
    adjectives: dict[str, tuple[SpeechRow, ...]]
    phrases: tuple[SpeechRow, ...]
    words: dict[str, frozenset[str]]

    def rows(self) -> list[SpeechRow]:
        """Every row, for the test that runs its example."""
        return [
            r for table in (self.verbs, self.nouns, self.adjectives) for rows in table.values() for r in rows
        ] + list(self.phrases)


@cache
def load_speech() -> Speech:
    """The lexicon of speech as it ships with the package."""
    raw = msgspec.toml.decode(resources.files("tidings.lexicons").joinpath("speech.toml").read_bytes())
    classes = msgspec.convert(raw["classes"], dict[str, SpeechClass])
    tables: dict[str, list[SpeechRow]] = {
        kind: [
            _make_row(kind, {"class": group["class"]} | row, classes) for group in raw[kind] for row in group["rows"]
        ]
        for kind in ("verbs", "nouns", "adjectives", "phrases")
    }
    return Speech(
        verbs=_by_lemma(tables["verbs"]),
        nouns=_by_lemma(tables["nouns"]),
        adjectives=_by_lemma(tables["adjectives"]),
        phrases=tuple(tables["phrases"]),
        words={name: frozenset(words) for name, words in raw["words"].items()},
    )


def _make_row(kind: str, row: dict[str, Any], classes: dict[str, SpeechClass]) -> SpeechRow:
    way = classes[row["class"]]
    words = str(row.get("lemma", row.get("words")))
    lemma, _, particle = words.partition(" ") if kind == "verbs" else (words, "", "")
    return SpeechRow(
        name=f"speech.{kind}.{words.replace(' ', '_')}" + (f".{row['class']}" if kind == "verbs" else ""),
        lemma=lemma,
        particle=particle or None,
        cue_class=row["class"],
        stance=way.stance,
        links=row.get("links", way.links),
        impersonal=row.get("impersonal", way.impersonal),
        shown=way.shown,
        takes=tuple(row.get("takes", row.get("of", ()))),
        accepts=row.get("accepts"),
        speakers=row.get("speakers"),
        named=row.get("named", False),
        example=row["example"],
    )


def _narrowness(row: SpeechRow) -> tuple[bool, bool]:
    """A verb with its particle comes before the bare one, a denial before other readings."""
    return row.particle is None, "false" not in row.takes


def _by_lemma(rows: list[SpeechRow]) -> dict[str, tuple[SpeechRow, ...]]:
    found: dict[str, tuple[SpeechRow, ...]] = {}
    for row in sorted(rows, key=_narrowness):
        found[row.lemma] = (*found.get(row.lemma, ()), row)
    return found
