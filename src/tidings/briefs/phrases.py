"""How each act is told: phrases.toml, and the choice of the first phrase whose slots are filled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

import msgspec

SLOT = re.compile(r"\{(\w+)(\.was)?\}")
OPTIONAL = re.compile(r"\[([^\]]*)\]")


class Phrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The ways to tell one act; see the head of phrases.toml."""

    past: tuple[str, ...]
    noun: tuple[str, ...]
    example: str
    manners: dict[str, str] = {}
    harm: str | None = None


class Slot(msgspec.Struct, frozen=True):
    """What fills a slot, and whether "were" follows it."""

    text: str
    is_plural: bool = False


class Filled(msgspec.Struct, frozen=True):
    """A phrase with its slots filled, and which slots it took."""

    text: str
    slots: frozenset[str]


@cache
def load_phrases() -> Mapping[str, Phrase]:
    text = files("tidings.briefs").joinpath("phrases.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Phrase])


def find_phrase(act: str) -> Phrase:
    """The phrase of an act; an act without one is told by its name, so that nothing is lost."""
    found = load_phrases().get(act)
    if found is not None:
        return found
    name = act.rsplit(".", maxsplit=1)[-1].replace("_", " ")
    noun = f"{name}[ by {{actor}}][ of {{target}}][ {{in_place}}]"
    return Phrase(past=(f"there was {noun}",), noun=(noun,), example="")


def fill_first(patterns: Sequence[str], slots: Mapping[str, Slot]) -> Filled:
    """The first pattern that can be filled; optional parts stay where all their slots are filled."""
    for pattern in patterns:
        whole = OPTIONAL.sub(lambda part: part[1] if _slots_of(part[1]) <= slots.keys() else "", pattern)
        if _slots_of(whole) <= slots.keys():
            return Filled(SLOT.sub(lambda slot: _fill(slots[slot[1]], slot[2]), whole), frozenset(_slots_of(whole)))
    raise LookupError(f"no pattern can do without a slot: {patterns[-1]!r} must have optional slots only")


def _slots_of(pattern: str) -> set[str]:
    return {slot[1] for slot in _each_slot(pattern)}


def _each_slot(pattern: str) -> Iterator[re.Match[str]]:
    return SLOT.finditer(pattern)


def _fill(slot: Slot, was: str | None) -> str:
    if was:
        return "were" if slot.is_plural else "was"
    return slot.text
