"""Places that a register tells entry by entry behind a colon: "What has gone so far: Bo, in the south; Kenema; ...".

Entries are parted by semicolons. Each holds one name or several ("Du and Ma, both in Kasai"), where they lie first or
last ("and in Kivu Uvira and Fizi"); what else it tells of them is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator

from tidings.claims.drafts import Draft
from tidings.claims.name_runs import name_at
from tidings.lexicons.words import words
from tidings.records import Parse

UNITS = words("places", "units")
TOLD_BEHIND = frozenset({"what", "following"})
LEADING = frozenset({"and", "as", "well", "also", "then", "finally", ","})
WITHIN = frozenset({"in", "of", "on", "near"})
FEWEST = 2  # entries


def opens_register(draft: Draft, parse: Parse) -> bool:
    """Whether an act says only "what", and leaves it to a register which places these are."""
    return any(parse.words[i].lower in TOLD_BEHIND for i in _told(draft))


def _told(draft: Draft) -> list[int]:
    return [i for slot in draft.row.place for i in draft.arguments.get(slot, ())]


def registered_places(draft: Draft, parse: Parse) -> tuple[str, ...]:
    """The places of the register behind an act of "what" or of several units; none where there is no register."""
    told = [parse.words[i] for i in _told(draft)]
    if not any(w.lower in TOLD_BEHIND or (w.lemma in UNITS and w.tag == "NNS") for w in told):
        return ()
    colon = next((w.index for w in parse.words[draft.head :] if w.text == ":"), None)
    if colon is None:
        return ()
    entries = [list(_names(parse, first, end)) for first, end in _entries(parse, colon + 1)]
    if len(entries) < FEWEST or not all(entries):
        return ()
    return tuple(dict.fromkeys(name for names in entries for name in names))


def _entries(parse: Parse, first: int) -> Iterator[tuple[int, int]]:
    """First word of each entry and the word behind it."""
    for word in parse.words[first:]:
        if word.text == ";":
            yield first, word.index
            first = word.index + 1
    if first < len(parse.words):
        yield first, len(parse.words)


def _names(parse: Parse, first: int, end: int) -> Iterator[str]:
    """The names that open an entry, behind the land they lie in where that stands first."""
    at = first
    while at < end and parse.words[at].lower in LEADING:
        at += 1
    if at < end and parse.words[at].lower in WITHIN:
        at = _past_land(parse, at + 1)
    while at < end:
        name, behind = name_at(parse, at)
        if name is None or behind > end:
            return
        yield name
        if behind >= end or parse.words[behind].lower not in ("and", "&"):
            return
        at = behind + 1


def _past_land(parse: Parse, i: int) -> int:
    """The word behind the land of an entry: a name run ends where a parser or a comma parts it from the next."""
    i += parse.words[i].lower == "the"
    if i >= len(parse.words):
        return i
    word = parse.words[i]
    end = i + 1
    while end < len(parse.words) and word.entity and parse.words[end].entity and not parse.words[end].entity_starts:
        end += 1
    while end < len(parse.words) and (parse.words[end].lemma in UNITS or parse.words[end].text in (",", ":")):
        end += 1
    return end
