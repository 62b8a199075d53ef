"""Toponyms of a parsed report: what the parser takes for places and peoples, and the same names where it does not.

A name that is a place once in a report is one wherever it stands in the same letters, save inside a person's name.
Datelines and short forms after a place ("Athens, Ga.") are read from the letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tidings.gazetteers.gazetteer import Gazetteer
from tidings.gazetteers.kinds import How
from tidings.gazetteers.toponyms import Toponym
from tidings.records import Parse, ParsedSentence

PLACES = frozenset({"GPE", "LOC", "FAC"})
PEOPLES = frozenset({"NORP"})
ARTICLES = frozenset({"the", "a", "an"})
DATELINE = re.compile(r"^\W*([A-Z][A-Z.’' -]+[A-Z.])(?=\s*(?:,\s*[A-Z][\w. ]{0,20})?\s*(?:\([A-Z][\w ,]*\))?\s*[—–:-])")
SHORT_FORM = re.compile(r"(?<=, )(?:(?:[A-Z]\.\s?){2}|[A-Z]\.\s?[A-Z][a-z]\.|[A-Z][a-z]{1,4}\.)")
Span = tuple[int, int]


def spot_toponyms(text: str, sentences: Sequence[ParsedSentence], gazetteer: Gazetteer) -> list[Toponym]:
    """What may be a place, in the order of the text, none over another."""
    labelled = list(_labelled(text, sentences, gazetteer))
    persons = [span for parsed in sentences for span in _labels(parsed.parse, frozenset({"PERSON"}))]
    found = _Free(persons)
    for toponym in labelled:
        found.add(toponym)
    for spotted in (_datelines(text, gazetteer), _short_forms(text, gazetteer), _again(text, labelled, gazetteer)):
        for toponym in spotted:
            found.add(toponym)
    return sorted(found.kept, key=lambda toponym: toponym.start)


class _Free:
    """Keeps toponyms that lie over nothing kept before, nor over a person's name."""

    def __init__(self, taken: Iterable[Span]) -> None:
        self._taken = {offset for start, end in taken for offset in range(start, end)}
        self.kept: list[Toponym] = []

    def add(self, toponym: Toponym) -> None:
        offsets = range(toponym.start, toponym.end)
        if self._taken.isdisjoint(offsets):
            self._taken.update(offsets)
            self.kept.append(toponym)


def _labelled(text: str, sentences: Sequence[ParsedSentence], gazetteer: Gazetteer) -> Iterator[Toponym]:
    """Entities; of a people only where the gazetteer knows whose it is."""
    for parsed in sentences:
        for labels in (PLACES, PEOPLES):
            for start, end in _labels(parsed.parse, labels):
                toponym = Toponym(" ".join(text[start:end].split()), start, end)
                if labels is PLACES or _is_people(toponym.name, gazetteer):
                    yield toponym


def _datelines(text: str, gazetteer: Gazetteer) -> Iterator[Toponym]:
    for found in DATELINE.finditer(text):
        if gazetteer.find(found[1]):
            yield Toponym(found[1], found.start(1), found.end(1))


def _short_forms(text: str, gazetteer: Gazetteer) -> Iterator[Toponym]:
    for found in SHORT_FORM.finditer(text):
        if any(named.how == How.INITIALS for named in gazetteer.find(found[0])):
            yield Toponym(found[0], found.start(), found.end())


def _again(text: str, labelled: Iterable[Toponym], gazetteer: Gazetteer) -> Iterator[Toponym]:
    """The names of the report's places wherever they stand again, the longest first."""
    names = {t.name for t in labelled if t.name[:1].isupper() and len(t.name) > 2 and gazetteer.find(t.name)}
    forms = sorted(names | {name.upper() for name in names}, key=lambda name: (-len(name), name))
    if forms:
        for found in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", text):
            yield Toponym(found[0], found.start(), found.end())


def _is_people(name: str, gazetteer: Gazetteer) -> bool:
    return any(named.how in (How.PEOPLE, How.MAIN) for named in gazetteer.find(name))


def _labels(parse: Parse, labels: frozenset[str]) -> Iterator[Span]:
    """Where each entity with one of the labels stands, without its article and possessive ending."""
    words = parse.words
    first = 0
    while first < len(words):
        last = first
        while last + 1 < len(words) and words[last + 1].entity and not words[last + 1].entity_starts:
            last += 1
        if words[first].entity in labels:
            start, end = first, last
            while start < end and words[start].lower in ARTICLES:
                start += 1
            while start < end and words[end].tag == "POS":
                end -= 1
            yield words[start].start, words[end].end
        first = last + 1
