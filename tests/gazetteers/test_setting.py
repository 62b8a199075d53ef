"""Which countries a report plays in, and so which names are known in it."""

from __future__ import annotations

import pytest

from tidings.gazetteers import load_gazetteer
from tidings.gazetteers.setting import Setting
from tidings.language.parser import SpacyParser
from tidings.language.sentences import split_sentences
from tidings.records import Document


def read_setting(parser: SpacyParser, text: str) -> Setting:
    (sentences,) = split_sentences([Document(id="d", work="w", own_id="d", text=text)], parser)
    return Setting(sentences, load_gazetteer())


@pytest.mark.parametrize(
    ("text", "known", "unknown"),
    [
        ("The Kenyan army fought in Garissa.", {"Wajir", "Mandera"}, {"Zenica", "Kandy"}),
        ("Bosnian officers spoke in Zenica.", {"Olovo", "Gorazde"}, {"Wajir", "Torit"}),
        ("Sudan said its army held the town.", {"Torit", "Nyala"}, {"Garissa"}),
        ("Nothing here names a land.", set(), {"Paris", "Torit"}),
    ],
)
def test_names_are_known_where_the_report_plays(
    parser: SpacyParser, text: str, known: set[str], unknown: set[str]
) -> None:
    setting = read_setting(parser, text)
    assert {name for name in known | unknown if setting.knows(name)} == known


def test_a_place_tells_its_country_by_those_beside_it(parser: SpacyParser) -> None:
    setting = read_setting(parser, "Rebels near the Ethiopian border fled from Garissa to Wajir, said Kenyan police.")
    assert setting.land_of("Wajir") == "Kenya"
    assert setting.land_of("Kenya") is None
    assert setting.land_of("Nowhere at all") is None


def test_what_a_place_may_be_called_later(parser: SpacyParser) -> None:
    setting = read_setting(parser, "The Afghan army left Nerkh and Ghazni province for Kabul.")
    assert "district" in setting.called("Nerkh")
    assert "district" not in setting.called("Kabul")
    assert setting.called("Nowhere at all") == frozenset()
