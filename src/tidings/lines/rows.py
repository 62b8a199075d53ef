"""The rows of `lexicons/headers.toml`, checked and compiled."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from tidings.lines.days import DAY

HeaderKind = Literal["banner", "title", "published", "byline", "dateline", "caption", "credit", "read_more"]


def _capitals() -> str:
    """All capital letters of alphabetic scripts as one character class, for Python's `re` knows none."""
    return "[" + "".join(chr(i) for i in range(0x1F00) if chr(i).isupper()) + "]"


UPPER = _capitals()
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NO_DAY = rf"(?!(?:{_WEEKDAY}|(?:Jan|Febr)uary|March|April|June|July|August|(?:Septem|Octo|Novem|Decem)ber)\b)"
_SHORTENED = rf"(?:{UPPER}\.)+|(?:St|Dr|Mr|Mrs|Ms|Gen|Col|Maj|Capt|Lt|Sgt|Prof)\."
WORD = rf"(?:{_SHORTENED}|{UPPER}[\w'’&-]*+)"
_PARTICLE = r"(?:al|bin|ibn|bint|abu|de|la|le|da|do|dos|das|di|du|del|della|van|von|der|el|ter|of the)[ -]"
NAME = rf"(?>{_NO_DAY}{WORD}(?: (?:{_PARTICLE}){{0,2}}{WORD}){{0,4}})"
ORG = rf"(?:[Tt]he )?{WORD}(?:(?: (?:of|for|the|and|de|des|du|la|le)){{0,2}}[ /](?:{WORD}|&|\d{{1,3}}\b)){{0,6}}"
MACROS = {"%DAY%": DAY, "%NAME%": NAME, "%ORG%": ORG}


class LineRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pattern for whole lines, or for what opens a paragraph; `where` says which lines it is tried on."""

    kind: HeaderKind
    pattern: str
    examples: list[str]
    where: Literal["head", "edge", "any"] = "any"
    case: Literal["exact", "any"] = "any"
    refuses: list[str] = msgspec.field(default_factory=list, name="not")

    @property
    def regex(self) -> re.Pattern[str]:
        return compile_row(self.pattern, self.case)


class KindRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pattern by which a report tells what kind it is, and where the pattern is searched."""

    kind: Literal["news", "opinion", "release", "digest", "transcript"]
    where: Literal["title", "head", "section", "address", "publisher_kind"] = msgspec.field(name="in")
    pattern: str
    examples: list[str]
    refuses: list[str] = msgspec.field(default_factory=list, name="not")

    @property
    def regex(self) -> re.Pattern[str]:
        return compile_row(self.pattern, "any")


class HeaderTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of headers.toml."""

    line: list[LineRow]
    opening: list[LineRow]
    kind: list[KindRow]
    generic_agencies: frozenset[str]
    not_authors: frozenset[str]
    sections: frozenset[str]
    share_words: frozenset[str]
    languages: dict[str, str]
    page: dict[str, list[str]]


@cache
def load_headers() -> HeaderTable:
    """The table of header lines."""
    text = (files("tidings.lexicons") / "headers.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), HeaderTable)


@cache
def compile_row(pattern: str, case: str) -> re.Pattern[str]:
    """A pattern with its %PIECES% put in."""
    for name, piece in MACROS.items():
        pattern = pattern.replace(name, piece)
    return re.compile(pattern, re.NOFLAG if case == "exact" else re.IGNORECASE)


def tidy_person(name: str) -> str:
    """A person's name as one would write it, where it is printed in capitals."""
    return " ".join(word.capitalize() for word in name.split()) if name.isupper() else name


def tidy_name(name: str) -> str:
    """A body's name as one would write it: REUTERS is Reuters, while UNAMA and AFP stay."""
    words = [w.capitalize() if w.isupper() and len(w) > 5 else w for w in name.split()]
    return " ".join(words).strip(" .,;:|-–—")
