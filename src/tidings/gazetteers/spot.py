"""Toponyms of a parsed report: entities that the parser takes for places, peoples, and names that only places bear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tidings.gazetteers.gazetteer import Gazetteer
from tidings.gazetteers.kinds import How
from tidings.gazetteers.toponyms import Toponym
from tidings.records import Parse, ParsedSentence

PLACES = frozenset({"GPE", "LOC", "FAC"})
PEOPLES = frozenset({"NORP"})
ARTICLES = frozenset({"the", "a", "an"})


def spot_toponyms(text: str, sentences: Sequence[ParsedSentence], gazetteer: Gazetteer) -> Iterator[Toponym]:
    """What may be a place, in the order of the text; a people only where the gazetteer knows whose it is."""
    for parsed in sentences:
        for first, last in _spans(parsed.parse):
            words = parsed.parse.words
            while first < last and words[first].lower in ARTICLES:
                first += 1
            while first < last and words[last].tag == "POS":
                last -= 1
            start, end = words[first].start, words[last].end
            toponym = Toponym(" ".join(text[start:end].split()), start, end)
            label = words[first].entity
            if label in PLACES or (label in PEOPLES and _is_people(toponym.name, gazetteer)):
                yield toponym


def _is_people(name: str, gazetteer: Gazetteer) -> bool:
    return any(named.how in (How.PEOPLE, How.MAIN) for named in gazetteer.find(name))


def _spans(parse: Parse) -> Iterator[tuple[int, int]]:
    first = None
    for word in parse.words:
        if first is not None and (not word.entity or word.entity_starts):
            yield first, word.index - 1
            first = None
        if word.entity and first is None:
            first = word.index
    if first is not None:
        yield first, len(parse.words) - 1
