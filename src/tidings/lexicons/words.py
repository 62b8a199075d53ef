"""Plain word lists by file and name: `words("places", "features")`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any


@cache
def load_words(file: str) -> Mapping[str, frozenset[str]]:
    """The lists of one lexicon file, each as a set of words in small letters."""
    text = resources.files("tidings.lexicons").joinpath(f"{file}.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def words(file: str, name: str) -> frozenset[str]:
    """One list of a lexicon file."""
    return load_words(file)[name]


@cache
def _nationalities() -> Mapping[str, Mapping[str, str]]:
    text = resources.files("tidings.lexicons").joinpath("nationalities.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def countries_by_people() -> Mapping[str, str]:
    """The country or land of each people: `{"afghan": "Afghanistan"}`."""
    return _nationalities()["countries"]


def countries_by_capital() -> Mapping[str, str]:
    """The country of each seat of government: `{"moscow": "Russia"}`."""
    return _nationalities()["capitals"]


@cache
def lands_without_state() -> frozenset[str]:
    """Lands whose people have no state of their own, as `countries_by_people` names them."""
    return frozenset(_nationalities()["without_state"])


def short_countries() -> Mapping[str, str]:
    """The country that a short name in small letters stands for: `{"uk": "United Kingdom"}`."""
    return _nationalities()["short"]


def lands_once_of() -> Mapping[str, str]:
    """The country that a land was once part of: `{"South Sudan": "Sudan"}`."""
    return _nationalities()["once_of"]


def country_of_people(word: str) -> str | None:
    """The country of "Afghan", "Afghans" or "Serb's", or None."""
    low = word.lower().removesuffix("'s").removesuffix("’s")
    countries = countries_by_people()
    return countries.get(low) or countries.get(low.removesuffix("s")) or countries.get(low.removesuffix("es"))


@cache
def lands_of_groups() -> Mapping[str, str]:
    """The land whose state each armed group mostly fights: `{"FARC": "Colombia"}`; "" where there are many."""
    lands: Mapping[str, str] = _groups()["lands"]
    return lands


@cache
def states_fought_from_abroad() -> frozenset[str]:
    """States that armed groups mostly fight from other lands: where the group acts is not told by whom it fights."""
    return frozenset(_groups()["fought_from_abroad"])


@cache
def _groups() -> Mapping[str, Any]:
    return tomllib.loads(resources.files("tidings.lexicons").joinpath("groups.toml").read_text(encoding="utf-8"))
