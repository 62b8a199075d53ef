"""Datelines: the place, day and agency that wire copy puts before its first words.

Strong forms name a day or an agency: `PORT VELM, May 1 (Harbour News) -`, `GENEVA/KHARTOUM, 3 June 2023 (HNA) —`,
`KABUL, Afghanistan (Feb. 05)`, `(Harbour News) -`, `[Velm Radio]`. Weak forms are a place alone: `PORT VELM -`,
`BELFAST.`, `PESHAWAR:`. A weak form counts only where no other paragraph opens in the same way: there it heads a
section.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from tidings.lines.days import DATELINE_DAY
from tidings.lines.rows import UPPER, WORD

LONGEST = 320  # characters; what a monitoring service puts before its copy is the longest
_LETTER = rf"(?:{UPPER}|['’ʻ])"
_CAPITALS = rf"{UPPER}['’ʻ]?{UPPER}{_LETTER}*+"
_SHOUTED = rf"(?:(?:ST|MT|FT|PT)\. )?(?:{_CAPITALS})(?:[ /-](?:{_CAPITALS}|{UPPER}\.?|DE|LA|EL|AL)){{0,4}}"
_REGION = rf"(?:, (?!(?i:{DATELINE_DAY}))(?:{WORD})(?: (?:of |the |and )?{WORD}){{0,3}}){{0,2}}"
_CITY = rf"{WORD}(?:[ /-]{WORD}){{0,2}}"
_DAY = rf"(?:,? (?P<day>{DATELINE_DAY})| ?\((?P<bracketed>{DATELINE_DAY})\))"
_AGENCY = r" ?[(\[](?P<agency>[^)\]\d]{2,50})[)\]]"
_LINE = r"\s*[-–—]{1,3}\s*|\s*\.\s?[-–—]+\s*"
_DASH = rf"(?:{_LINE}|\s*:\s*)"
# [TEXT], [REPORT]: what a monitoring service says of its copy
_TAGS = rf"(?P<tags>(?:\[(?:{UPPER}|[\d\s,.'’/:&-])+\]\s*)*)"

_FORMS = [
    (rf"(?P<place>{_SHOUTED}{_REGION}){_DAY}{_AGENCY}{_DASH}{_TAGS}", "strong"),
    (rf"(?P<place>{_SHOUTED}{_REGION}){_AGENCY}(?:{_LINE}){_TAGS}", "strong"),
    (rf"(?P<place>{_SHOUTED}{_REGION}){_DAY}\.? (?P<stop>{WORD}(?: {WORD}){{0,3}})\. (?={UPPER})", "strong"),
    (rf"(?P<place>{_SHOUTED}{_REGION}){_DAY}(?:{_DASH}|\s*$){_TAGS}", "strong"),
    (rf"(?P<place>{_SHOUTED}{_REGION}) ?\((?P<bracketed>{DATELINE_DAY})\)\s+(?={UPPER})", "strong"),
    (rf"(?P<place>{_CITY}{_REGION}){_DAY}?{_AGENCY}(?:{_LINE})", "strong"),
    (
        rf"(?P<place>{_CITY}{_REGION})(?:, (?P<day>{DATELINE_DAY})| ?\((?P<bracketed>{DATELINE_DAY})\))(?:{_LINE}|$)",
        "strong",
    ),
    (rf"[(\[](?P<agency>{UPPER}[^)\]\d]{{1,40}})[)\]]\s*(?:[-–—]{{1,3}}\s*|(?<=[\])])\s+)", "agency"),
    (
        rf"(?P<place>{_SHOUTED}{_REGION})"
        rf"(?:\s+[-–—]{{1,3}}\s+|\s?—\s?|, ?{UPPER}\.{UPPER}\.-\s*|: (?={UPPER})|\. (?={UPPER}))",
        "weak",
    ),
]
FORMS = [(re.compile(pattern), strength) for pattern, strength in _FORMS]
# Words no place name has, or none begins or ends with: text in capitals is full of words that look like a place.
_NEVER = frozenset(
    "the this that which who was were is are be been has have had said says told not no on in at to by for since "
    "from with after before according about our his her their its an a i it he she they we you as or but if".split()
)
_NEVER_AT_THE_EDGE = frozenset({"of", "and", "de", "la", "el", "al"})


class Dateline(msgspec.Struct, frozen=True):
    """A dateline at the start of a paragraph: how long it is, how it reads, and its parts (place, day, agency)."""

    length: int
    text: str
    strength: str
    parts: Mapping[str, str]


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline that opens a paragraph, whatever its strength; `parts` may hold place, day and agency."""
    # the mark keeps the cut from passing for the end of a line
    start = paragraph if len(paragraph) <= LONGEST else paragraph[:LONGEST] + "\0"
    for regex, strength in FORMS:
        match = regex.match(start)
        if match is None:
            continue
        groups = {name: value for name, value in match.groupdict().items() if value}
        parts = {
            "place": groups.get("place", ""),
            "day": groups.get("day", groups.get("bracketed", "")),
            "agency": groups.get("agency", groups.get("stop", "")).strip(),
        }
        if _is_dateline(parts):
            text = " ".join(match[0].removesuffix(groups.get("tags", "")).split()).rstrip(" -–—:")
            return Dateline(match.end(), text, strength, {name: value for name, value in parts.items() if value})
    return None


def _is_dateline(parts: Mapping[str, str]) -> bool:
    """Not a body followed by its own letters in brackets, `South Velm Army (SVA) -`, nor a phrase with small words."""
    place, agency = parts["place"], parts["agency"]
    words = re.split(r"[\s/,-]+", place.lower())
    if not _NEVER.isdisjoint(words) or words[-1] in _NEVER_AT_THE_EDGE or words[0] in {"of", "and"}:
        return False
    initials = "".join(word[0] for word in words if word)
    return not agency or agency.replace(".", "").lower() != initials
