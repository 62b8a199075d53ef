"""Labels mended by grammar: a town the parser does not know, and a man it does."""

from __future__ import annotations

import pytest

from tidings.language.labels import mend_labels
from tidings.language.parser import SpacyParser


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Soldiers clashed with rebels at Keren on Monday.", {"Keren"}),
        ("About 2,000 people fled from Gisenyi on Thursday.", {"Gisenyi"}),
        ("The rebels captured Kratie on Saturday.", {"Kratie"}),
        ("Police captured Colonel Aldana on Saturday.", set()),
        ("The brigade captured Tomás Aldana on Saturday.", set()),
        ("The envoy met fighters in the SPLA on Friday.", set()),
        ("Mortars fell near Torit. Torit had been quiet, Deng said.", {"Torit"}),
    ],
)
def test_names_that_stand_as_places(parser: SpacyParser, text: str, places: set[str]) -> None:
    (parses,) = parser.parse([text])
    labels = mend_labels(parses)
    found = {parse.words[i].text for parse, some in zip(parses, labels, strict=True) for i in some}
    known = {w.text for parse in parses for w in parse.words if w.entity in ("GPE", "LOC", "FAC")}
    assert found | (known & places) == places
