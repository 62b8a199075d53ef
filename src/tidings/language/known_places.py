"""Labels mended by what is known of places: a name that lies where the report plays, and stands where a place can.

"The raid on Torit", "burned houses in Suva Reka", "the road from Kapoeta": the parser takes such names for persons,
bodies, or nothing, or for their first word alone. A name that the report gives to a person stays a person's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import msgspec

from tidings.language.labels import MISTAKEN, PLACE, PLACES, TITLED
from tidings.language.standing import Span, stands_as_place
from tidings.lexicons.words import country_of_people, lands_of_groups, words
from tidings.records import Parse, ParsedSentence, Word
from tidings.syntax import entity_spans

TIMES = frozenset({"TIME", "QUANTITY", "CARDINAL"})
SPEAKING = words("toponyms", "speaking") | frozenset({"told", "added", "spoke"})
LONGEST = 3  # words of a name
LINKS = frozenset(
    {"-", "e", "i", "ye", "yi", "al", "el", "de", "la", "del"}
)  # "Lash-e Juwayn", "San Jose del Guaviare"


class KnownPlaces(Protocol):
    """What is known of the places of a report."""

    def knows(self, name: str) -> bool:
        """Whether a place of that name lies where the report plays."""
        ...


def label_known_places(sentences: Sequence[ParsedSentence], known: KnownPlaces) -> list[ParsedSentence]:
    """The sentences of a report with the label of a place on each name that stands as one and is known."""
    persons = frozenset(name for parsed in sentences for name in _persons(parsed.parse, known))
    found: list[list[Span]] = [list(_known(parsed.parse, known, persons)) for parsed in sentences]
    names = {_name(parsed.parse, span) for parsed, spans in zip(sentences, found, strict=True) for span in spans}
    return [
        _relabel(parsed, [*spans, *_again(parsed.parse, names, spans)])
        for parsed, spans in zip(sentences, found, strict=True)
    ]


def _persons(parse: Parse, known: KnownPlaces) -> Iterator[str]:
    """The words of persons' names: those of several words that are no place's, with a title, or of one who speaks."""
    for first, last in entity_spans(parse):
        if parse.words[first].entity != "PERSON":
            continue
        chosen = parse.words[first : last + (parse.words[last].tag != "POS")]
        if not chosen:  # a "'s" that the parser takes for a name by itself
            continue
        titled = first > 0 and parse.words[first - 1].lower in TITLED
        head = chosen[-1]
        speaks = head.dependency == "nsubj" and parse.words[head.head].lower in SPEAKING
        if titled or speaks or (head.index > first and not known.knows(_name(parse, (first, head.index)))):
            yield from (w.text for w in chosen if w.text[:1].isalpha())


def _known(parse: Parse, known: KnownPlaces, persons: frozenset[str]) -> Iterator[Span]:
    """The names of a sentence that stand as places and are known, the longest first, none over another."""
    next_free = 0
    parted = {span[0]: span for span in _parted(parse, known)}
    for first in range(len(parse.words)):
        if first in parted:
            yield parted[first]
            next_free = parted[first][1] + 1
        if first < next_free or not _may_begin(parse, first):
            continue
        for last in range(_run_end(parse, first), first - 1, -1):
            span = (first, last)
            if parse.words[last].text in LINKS:
                continue
            may_be = _is_whole(parse, span) and stands_as_place(parse, span) and _is_free(parse, span, persons)
            if may_be and known.knows(_name(parse, span)):
                yield span
                next_free = last + 1
                break


def _parted(parse: Parse, known: KnownPlaces) -> Iterator[Span]:
    """Two places side by side that the parser takes for one: "in Faryab Qaysar and Dawlat Abad have gone"."""
    for first, last in entity_spans(parse):
        if parse.words[first].entity != PLACE or last == first or known.knows(_name(parse, (first, last))):
            continue
        for cut in range(first, last):
            spans = (first, cut), (cut + 1, last)
            if all(known.knows(_name(parse, span)) for span in spans):
                yield from spans
                break


def _may_begin(parse: Parse, i: int) -> bool:
    word = parse.words[i]
    if word.pos not in ("PROPN", "NOUN", "ADJ") or not word.text[:1].isupper() or word.entity == "DATE":
        return False
    return not (word.text.isupper() and len(word.text) > 1) and not _is_people_or_group(word)


def _is_people_or_group(word: Word) -> bool:
    return country_of_people(word.text) is not None or word.text in lands_of_groups()


def _run_end(parse: Parse, first: int) -> int:
    """The last word of the capitals that a name may run to, the small words within it counted as none."""
    last, capitals = first, 1
    for word in parse.words[first + 1 :]:
        if word.entity == "DATE" or word.start > parse.words[word.index - 1].end + 1 or capitals == LONGEST:
            break
        if word.text[:1].isupper():
            last, capitals = word.index, capitals + 1
        elif word.text not in LINKS:
            break
    return last


def _is_whole(parse: Parse, span: Span) -> bool:
    """Whether a name is no part of a longer entity, and its head is its own: not "Tehran" of "Tehran Radio"."""
    first, last = span
    inside = parse.words[first : last + 1]
    if all(w.entity in PLACES and w.entity_starts == (w.index == first) for w in inside):
        return False  # labelled already
    if any(w.entity not in MISTAKEN | PLACES | TIMES for w in inside):
        return False
    opens = parse.words[first]
    before = parse.words[first - 1] if first else None
    if opens.entity and not opens.entity_starts and before and before.tag not in ("DT", "NNPS"):
        return False
    if last + 1 < len(parse.words):
        after = parse.words[last + 1]
        if after.entity and not after.entity_starts and after.tag != "POS":
            return False
        if after.pos == "PROPN" and after.text[:1].isupper() and parse.words[last].head == after.index:
            return False
    return True


def _is_free(parse: Parse, span: Span, persons: frozenset[str]) -> bool:
    return not any(w.text in persons for w in parse.words[span[0] : span[1] + 1])


def _again(parse: Parse, names: set[str], spans: Sequence[Span]) -> Iterator[Span]:
    """The report's places by one word where they stand again under a label that the parser mistook."""
    taken = {i for first, last in spans for i in range(first, last + 1)}
    for word in parse.words:
        span = (word.index, word.index)
        if word.text in names and word.index not in taken and word.pos == "PROPN" and _is_whole(parse, span):
            yield span


def _name(parse: Parse, span: Span) -> str:
    first, last = parse.words[span[0]], parse.words[span[1]]
    pieces = [first.text]
    for word in parse.words[first.index + 1 : last.index + 1]:
        pieces.append(" " if word.start > parse.words[word.index - 1].end else "")
        pieces.append(word.text)
    return "".join(pieces)


def _relabel(parsed: ParsedSentence, spans: Sequence[Span]) -> ParsedSentence:
    if not spans:
        return parsed
    new: Mapping[int, bool] = {i: i == first for first, last in spans for i in range(first, last + 1)}
    changed = tuple(
        msgspec.structs.replace(word, entity=PLACE, entity_starts=new[word.index])
        if word.index in new
        else msgspec.structs.replace(word, entity_starts=True)
        if word.entity and word.index - 1 in new
        else word
        for word in parsed.parse.words
    )
    return ParsedSentence(parsed.sentence, Parse(changed, parsed.parse.children, parsed.parse.made_by))
