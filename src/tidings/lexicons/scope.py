"""The words of scope.toml: what a word above or beside an act does to it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def _tables() -> Mapping[str, Mapping[str, list[str]]]:
    text = resources.files("tidings.lexicons").joinpath("scope.toml").read_text(encoding="utf-8")
    tables: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(text)
    return tables


@cache
def scope_words(part: str) -> Mapping[str, str]:
    """The effect of each word of one part of the lexicon: `scope_words("verbs")["plan"]` is `planned`."""
    effects = _tables()[part]
    return {word: effect for effect in reversed(list(effects)) for word in effects[effect]}
