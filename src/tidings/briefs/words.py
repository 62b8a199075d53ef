"""The word lists of the brief, read once: see words.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec


class Theme(msgspec.Struct, frozen=True):
    """A part of the brief, and how the names of its acts begin; `figures` where a table of figures heads it."""

    name: str
    title: str
    acts: tuple[str, ...]
    figures: bool = False


class NameWords(msgspec.Struct, frozen=True):
    """Articles and plurals of names and descriptions."""

    with_the: str
    only_one: str
    determined: str
    plural: str
    singular: str
    after_head: str
    bodies: str
    one_of: dict[str, str]


class Words(msgspec.Struct, frozen=True):
    """All of words.toml. Lists of words are one string; `is_in` looks a word up in one."""

    themes: tuple[Theme, ...]
    manners: dict[str, str]
    against: dict[str, str]
    names: NameWords
    places: dict[str, str]
    units: dict[str, tuple[str, str]]
    harms: dict[str, str]
    money: dict[str, str]
    figures: dict[str, str]


@cache
def load_words() -> Words:
    text = files("tidings.briefs").joinpath("words.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Words)


@cache
def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


def is_in(word: str, words: str) -> bool:
    """Whether a word stands in a list of words, whatever its case."""
    return word.lower() in _set_of(words)
