"""Toponyms: names in a report that may be places, and what the words around each say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from tidings.gazetteers.normalise import fold, strip_unit
from tidings.lexicons.words import words

Use = Literal["place", "rulers"]
KINDS_OF_WORD = {
    "country": ("country",),
    "province": ("province",),
    "district": ("district", "temporary_district"),
    "district_centre": ("district_centre",),
    "city": ("city", "place", "district_centre"),
    "crossing": ("crossing",),
    "base": ("base",),
    "natural": ("natural",),
}
KIND_WORDS = {word: kind for kind in KINDS_OF_WORD for word in words("toponyms", kind)}
PLURALS = frozenset({"districts", "provinces", "counties", "states"})
_KINDS = "|".join(sorted((re.escape(word) for word in KIND_WORDS), key=len, reverse=True))
_DIRECTIONS = "|".join(sorted((re.escape(word) for word in words("places", "directions")), key=len, reverse=True))
_NAME = r"[A-Z][\w’'-]*(?:[ -][A-Z][\w’'-]*)*"
WORD_AFTER = re.compile(rf"[\s-]+({_KINDS})\b", re.IGNORECASE)
WORD_BEFORE = re.compile(rf"\b({_KINDS})\s+of\s+(?:the\s+)?$", re.IGNORECASE)
# "Khash, Yaftal and Wardoj districts"
LIST_AFTER = re.compile(
    rf"(?:,\s*(?:and\s+|or\s+)?{_NAME}|\s+(?:and|or)\s+{_NAME})+\s+(districts|provinces|counties|states)\b"
)
HOLDER_AFTER = re.compile(
    rf"\s*(?:{_KINDS})?\s*(?:,|\(|\bin\b|\bof\b)\s*(?:in\s+)?(?:the\s+)?(?:country[’']s\s+)?(?:(?:{_DIRECTIONS})\s+)?"
    rf"(?:(?:{_KINDS})\s+of\s+)?",
    re.IGNORECASE,
)
# "Bo has fallen, the capital of the Southern Province": what it is follows the verb
HOLDER_APART = re.compile(
    rf"(?:\s+[a-z]+){{1,5}},\s+(?:the\s+)?(?:provincial\s+|main\s+)?(?:{_KINDS})\s+of\s+(?:the\s+)?"
    rf"(?:(?:{_DIRECTIONS})\s+)?(?:(?:{_KINDS})\s+of\s+)?"
)
HOLDER_BEFORE = re.compile(rf"\s*(?:{_KINDS})?[’']s?\s+(?:\w+\s+){{0,2}}", re.IGNORECASE)
RULERS_AFTER = re.compile(rf"(?:[’']s)?\s+(?:{'|'.join(words('toponyms', 'rulers'))})\b", re.IGNORECASE)
SPEAKS_AFTER = re.compile(rf"\s+(?:has\s+|had\s+|have\s+)?(?:{'|'.join(words('toponyms', 'speaking'))})\b")
NEAR_BEFORE = re.compile(
    r"\b(?:near|nearby|close to|outside|(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west) of"
    r"|(?:km|kms|kilomet(?:er|re)s?|miles?|metres?|meters?|yards?|hours?)(?:\s+[\w-]+){0,3}\s+(?:of|from))"
    rf"\s+(?:the\s+)?(?:(?:{_KINDS})\s+of\s+)?$",
    re.IGNORECASE,
)
# "an official in Kabul said": it is not Kabul that speaks
WITHIN_BEFORE = re.compile(r"\b(?:in|at|from|near|of|outside|around|to)\s+$", re.IGNORECASE)
WINDOW = 60


class Toponym(msgspec.Struct, frozen=True):
    """A name as it stands in the text; `start`, `end` are offsets into it."""

    name: str
    start: int
    end: int


class Cues(msgspec.Struct, frozen=True):
    """What the words around a toponym say.

    `core` is the name without a word for its unit; `word` that word, in the name or beside it, and `kinds` the kinds of
    place it speaks of; `holder` the number of the toponym that is said to hold this one; `near` that only something
    close by is meant; `use` whether the name stands for those who rule there.
    """

    core: str
    word: str | None = None
    kinds: tuple[str, ...] = ()
    holder: int | None = None
    near: bool = False
    use: Use = "place"
    speaks: bool = False
    after_comma: bool = False


def read_cues(text: str, toponyms: Sequence[Toponym]) -> list[Cues]:
    """The cues of each toponym; toponyms stand in the order of the text."""
    return [_cues(text, toponyms, i) for i in range(len(toponyms))]


def _cues(text: str, toponyms: Sequence[Toponym], i: int) -> Cues:
    toponym = toponyms[i]
    before, after = text[max(0, toponym.start - WINDOW) : toponym.start], text[toponym.end : toponym.end + WINDOW]
    core, word = _kind_word(toponym.name)
    word = word or _beside(before, after)
    return Cues(
        core=core,
        word=word,
        kinds=KINDS_OF_WORD[KIND_WORDS[word]] if word else (),
        holder=_holder(text, toponyms, i),
        near=bool(NEAR_BEFORE.search(before)),
        use="rulers" if RULERS_AFTER.match(after) else "place",
        speaks=bool(SPEAKS_AFTER.match(after)) and not WITHIN_BEFORE.search(before),
        after_comma=before.rstrip(" ").endswith((",", "(")),
    )


def _kind_word(name: str) -> tuple[str, str | None]:
    """ "Khash district" is Khash and a district; "Ghazni city" likewise."""
    core, unit = strip_unit(name)
    if unit:
        return core, unit if unit in KIND_WORDS else None
    parts = name.split()
    for length in (2, 1):
        tail = fold(" ".join(parts[-length:]))
        if len(parts) > length and tail in KIND_WORDS:
            # "Mexico City": in capitals the word may be part of the name, so it stays there
            return (name if parts[-1][0].isupper() else " ".join(parts[:-length])), tail
    return name, None


def _beside(before: str, after: str) -> str | None:
    if (found := WORD_AFTER.match(after)) and found[1].lower() not in PLURALS:
        return found[1].lower()
    if found := WORD_BEFORE.search(before):
        return found[1].lower()
    if found := LIST_AFTER.match(after):
        return found[1].lower()
    return None


def _holder(text: str, toponyms: Sequence[Toponym], i: int) -> int | None:
    """The toponym after "X in northern …" or "X fell, the capital of …", or before "…'s X"."""
    toponym = toponyms[i]
    between = text[toponym.end : toponyms[i + 1].start] if i + 1 < len(toponyms) else None
    if between is not None and (HOLDER_AFTER.fullmatch(between) or HOLDER_APART.fullmatch(between)):
        return i + 1
    if i > 0 and HOLDER_BEFORE.fullmatch(text[toponyms[i - 1].end : toponym.start]):
        return i - 1
    return None


def find_names(text: str) -> Iterator[Toponym]:
    """Every run of words in capitals, for short texts without a parse: a line of context, a dateline."""
    for found in re.finditer(rf"{_NAME}", text):
        yield Toponym(found[0], found.start(), found.end())
