"""When two written names count as one: spellings, bracketed qualifiers and generic words set aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

GENERIC = frozenset(
    "the a an of and in at to for city province district town village region governorate forces force group fighters "
    "militants troops army military security".split()
)
SPELLINGS = {  # a name, and its other spellings; spaces in a spelling are written as hyphens
    "islamic state": "isis isil daesh is islamic-state-group",
    "united states": "us usa america american u-s",
    "united kingdom": "uk britain british",
    "united nations": "un u-n",
    "syrian democratic forces": "sdf",
    "taliban": "taliban-militants islamic-emirate",
    "russia": "russian",
    "turkey": "turkish",
    "iran": "iranian",
    "israel": "israeli",
    "france": "french",
    "germany": "german",
    "afghan government": "kabul-government afghan-officials",
    "human rights watch": "hrw",
    "islamic revolutionary guard corps": "irgc",
    "kurdistan workers party": "pkk",
    "peoples protection units": "ypg",
    "north atlantic treaty organization": "nato",
    "al qaeda": "al-qaida aq",
    "european union": "eu",
    "isaf": "international-security-assistance-force coalition-forces",
}
NAME_BY_SPELLING = {
    spelling.replace("-", " "): name for name, spellings in SPELLINGS.items() for spelling in spellings.split()
}
# "government forces" and "opposition forces" share a word and are not alike
REBEL = frozenset("rebel rebels opposition insurgent insurgents militants guerrilla guerrillas".split())
STATE = frozenset("government regime army police ministry state".split())


def names_agree(gold: object, predicted: object) -> bool:
    """Whether two values name the same ones: none on both sides, or at least half of each side found on the other."""
    wanted, given = list_names(gold), list_names(predicted)
    if not wanted or not given:
        return not wanted and not given
    hit = sum(any(is_alike(x, y) for y in given) for x in wanted)
    back = sum(any(is_alike(x, y) for x in wanted) for y in given)
    return hit / len(wanted) >= 0.5 and back / len(given) >= 0.5


def list_names(value: object) -> list[str]:
    """The names in None, a string, an object with a name, or a list of those, however deep."""
    if value is None:
        return []
    if isinstance(value, Mapping):
        return list_names(value.get("name") or value.get("text"))
    if isinstance(value, list | tuple):
        return [name for part in value for name in list_names(part)]
    return [str(value)]


@cache
def is_alike(one: str, other: str) -> bool:
    """Whether two names share at least half the words of the shorter, and are not on opposite sides."""
    full_one, full_other = set(_name(one).split()), set(_name(other).split())
    if _is_opposed(full_one, full_other) or _is_opposed(full_other, full_one):
        return False
    words_one, words_other = _words(full_one), _words(full_other)
    shared = words_one & words_other
    return bool(shared) and len(shared) / min(len(words_one), len(words_other)) >= 0.5


def _is_opposed(one: set[str], other: set[str]) -> bool:
    return bool(one & REBEL and other & STATE and not other & REBEL)


def _words(full: set[str]) -> set[str]:
    return full - GENERIC or full


def _name(text: str) -> str:
    """The name without a bracketed qualifier, in one spelling."""
    name = re.sub(r"[()]", " ", re.sub(r"\(.*?\)", " ", _plain(text)))
    name = " ".join(name.split())
    return NAME_BY_SPELLING.get(name, NAME_BY_SPELLING.get(name.removeprefix("the "), name))


def _plain(text: str) -> str:
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9()]+", " ", ascii_text).strip()
