"""Places that one act of territory lists, each told apart by where it lies.

"Took Kono in the east, Bo in the south and Kambia in the north": a parser hangs such items on one another's "in", so a
list is read word by word. It opens with a name, or after a plural word for units ("three towns, Foca by the river and
..."), and it is one only where it closes as a list does. Behind a colon each line may be an item ("among others:").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from tidings.claims.clauses import Clauses
from tidings.claims.drafts import Draft
from tidings.claims.name_runs import UNITS, is_name, name_at
from tidings.records import Parse, ParsedSentence
from tidings.syntax import ancestors, is_verb

LYING = frozenset({"in", "on", "at", "by", "near", "along", "of", "off", "to", "outside", "below", "above", "under"})
JOINTS = frozenset({",", "and", "&", ";"})
OPENERS = frozenset({",", ":"})
NUMBERS = {
    "both": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
GAP = 12  # words between "two districts" and the first of them: "of the northern province of Aleppo"


class _Items(msgspec.Struct):
    """The names of a list as far as it was read, the word behind it, and whether it ended as a list does."""

    names: list[str]
    end: int
    is_closed: bool


def listed_places(draft: Draft, sentence: Clauses) -> tuple[str, ...]:
    """The draft's place; all the places of the list that its act opens, where that holds more than the parser saw."""
    if not draft.act.startswith("territory."):
        return draft.place
    parse = sentence.parse
    for i in sorted(_openings(draft, sentence)):
        start = _opening(parse, i) if _is_units(parse, i) else _name_start(parse, i)
        items = _read(parse, start)
        if not items.is_closed or not _may_end(parse, items.end, is_before_verb=i < draft.head):
            continue
        if _is_units(parse, i) and _number(parse, i) not in (None, len(items.names)):
            continue
        within = {*items.names, *_named_with(sentence, i)}
        if len(items.names) > max(1, len(draft.place)) and set(draft.place) <= within:
            return tuple(items.names)
    return draft.place


def listed_below(sentences: Sequence[ParsedSentence], at: int) -> tuple[str, ...]:
    """The names that open the lines behind a sentence that ends with a colon: "have conquered, among others:"."""
    names: list[str] = []
    if not _ends_with(sentences[at], ":"):
        return ()
    for parsed in sentences[at + 1 :]:
        if not parsed.parse.words or any(is_verb(w) and w.dependency == "ROOT" for w in parsed.parse.words):
            break
        found = _read(parsed.parse, 0).names
        if not found:
            break
        names += found
        if not _ends_with(parsed, ";", ",", "and"):
            break
    return tuple(dict.fromkeys(names))


def _ends_with(parsed: ParsedSentence, *texts: str) -> bool:
    return bool(parsed.parse.words) and parsed.parse.words[-1].text in texts


def _openings(draft: Draft, sentence: Clauses) -> Iterator[int]:
    """The words that may open the list: what fills the row's slots or names the place, "two towns" beside the act."""
    parse = sentence.parse
    fillers = [i for slot in draft.row.place if slot != "where" for i in draft.arguments.get(slot, ())]
    yield from fillers
    yield from (i for i, mention in sentence.places.items() if mention.means in draft.place)
    verb = parse.words[draft.head].head
    for word in parse.words:
        if _is_units(parse, word.index) and _number(parse, word.index) is not None:
            above = list(ancestors(parse, word.index))[:4]
            if draft.head in above or (verb in above and not any(is_verb(parse.words[a]) for a in above if a != verb)):
                yield word.index


def _is_units(parse: Parse, i: int) -> bool:
    return parse.words[i].lemma in UNITS and parse.words[i].tag == "NNS"


def _number(parse: Parse, i: int) -> int | None:
    """How many units the text announces, where it says so in a word or a figure."""
    told = (parse.words[c].lower for c in parse.children[i])
    return next((NUMBERS.get(word) or int(word) for word in told if word in NUMBERS or word.isdecimal()), None)


def _named_with(sentence: Clauses, i: int) -> set[str]:
    """What stands between "two towns" and their names, and is where these lie: "of Aleppo province"."""
    words = sentence.parse.words
    end = _opening(sentence.parse, i) if _is_units(sentence.parse, i) else i
    between = (m for j, m in sentence.places.items() if i <= j < end and words[i].start < m.end)
    return {str(mention.means) for mention in between}


def _opening(parse: Parse, i: int) -> int:
    """The first word behind the comma, colon or "were" that closes "two districts in the north"."""
    for word in parse.words[i + 1 : i + 1 + GAP]:
        if word.text in OPENERS:
            return word.index + 1
        if word.lemma == "be" and word.tag in ("VBD", "VBP"):
            return word.index + 1  # "the other towns lost are Bo and Kenema"
        if is_verb(word) and word.tag != "VBG" and word.dependency not in ("relcl", "acl"):
            break
    return len(parse.words)


def _name_start(parse: Parse, i: int) -> int:
    while i > 0 and is_name(parse, i - 1) and is_name(parse, i):
        i -= 1
    return i


def _read(parse: Parse, start: int) -> _Items:
    items = _Items([], start, is_closed=False)
    at = start
    while at < len(parse.words):
        name, behind = name_at(parse, at)
        if name is None:
            break
        items.names.append(name)
        items.end = at = _past_where(parse, behind)
        if items.is_closed:
            return items
        joint, items.is_closed = _past_joint(parse, at)
        if joint < 0:
            return items
        at = joint
    items.is_closed = False
    return items


def _past_where(parse: Parse, i: int) -> int:
    """The word behind where an item lies: "in the east", "on the frontier with Niger"."""
    if i >= len(parse.words) or parse.words[i].lower not in LYING:
        return i
    while i < len(parse.words) and not is_verb(parse.words[i]):
        if parse.words[i].lower in JOINTS and not _is_land_at(parse, i):
            break
        if parse.words[i].pos == "PUNCT" and parse.words[i].text not in JOINTS and parse.words[i].text != "-":
            break
        i += 1
    return i


def _is_land_at(parse: Parse, i: int) -> bool:
    """Whether "and" leads to a country, which is no item: "on the frontier with Chad and Niger"."""
    following = i + 1 < len(parse.words) and parse.words[i].lower == "and" and is_name(parse, i + 1)
    return following and name_at(parse, i + 1)[0] is None


def _past_joint(parse: Parse, i: int) -> tuple[int, bool]:
    """The word behind a comma or "and", and whether the last item follows; -1 where neither stands."""
    if i >= len(parse.words) or parse.words[i].lower not in JOINTS:
        return -1, False
    last = parse.words[i].lower in ("and", "&")
    if not last and i + 1 < len(parse.words) and parse.words[i + 1].lower in ("and", "&"):
        return _past_aside(parse, i + 2), True
    return (_past_aside(parse, i + 1) if last else i + 1), last


def _past_aside(parse: Parse, i: int) -> int:
    """The word behind what stands between commas before the last item: "and, in the night that followed, Gomal"."""
    if i >= len(parse.words) or parse.words[i].text != ",":
        return i
    end = next((w.index for w in parse.words[i + 1 : i + 1 + GAP] if w.text == ","), i)
    return end + 1


def _may_end(parse: Parse, i: int, *, is_before_verb: bool) -> bool:
    """Whether a list ends here; before a verb only where it is that verb's subject: "and Koroma said" is a speaker."""
    following = [word for word in parse.words[i : i + 2] if word.text != ","][:1]
    return is_before_verb or not any(is_verb(word) and word.tag not in ("VBG", "VBN") for word in following)
