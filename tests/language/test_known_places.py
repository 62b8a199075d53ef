"""Labels mended by what is known of places: names that stand as places, and those that do not."""

from __future__ import annotations

import pytest

from tidings.language.known_places import label_known_places
from tidings.language.parser import SpacyParser
from tidings.language.sentences import split_sentences
from tidings.records import Document, Parse
from tidings.syntax import entity_spans


class Known:
    """Knows the names it was given."""

    def __init__(self, *names: str) -> None:
        self._names = names

    def knows(self, name: str) -> bool:
        return name in self._names


def find_labelled(parse: Parse) -> set[str]:
    return {
        " ".join(w.text for w in parse.words[first : last + 1])
        for first, last in entity_spans(parse)
        if parse.words[first].entity in ("GPE", "LOC", "FAC")
    }


@pytest.mark.parametrize(
    ("text", "known", "places"),
    [
        ("A raid by gunmen on Torit killed nine soldiers.", "Torit", {"Torit"}),
        ("Police burned 40 houses in Suva Reka on Tuesday.", "Suva Reka", {"Suva Reka"}),
        ("The people of Pibor fled. Pibor had been quiet.", "Pibor", {"Pibor"}),
        ("General Bashir Torit spoke. A raid on Torit failed.", "Torit", set()),
        ("Torit said that he would come.", "Torit", set()),
        ("The Torit Broadcasting Corporation fell silent.", "Torit", set()),
        ("El Carmen in Bolívar, where 60 men were killed.", "El Carmen", {"El Carmen", "Bolívar"}),
    ],
)
def test_known_names_that_stand_as_places(parser: SpacyParser, text: str, known: str, places: set[str]) -> None:
    (sentences,) = split_sentences([Document(id="d", work="w", own_id="d", text=text)], parser)
    labelled = label_known_places(sentences, Known(known))
    found = set().union(*(find_labelled(parsed.parse) for parsed in labelled))
    assert found == places


def test_a_name_that_is_not_known_stays(parser: SpacyParser) -> None:
    (sentences,) = split_sentences([Document(id="d", work="w", own_id="d", text="A raid by gunmen on Torit.")], parser)
    assert label_known_places(sentences, Known()) == sentences
