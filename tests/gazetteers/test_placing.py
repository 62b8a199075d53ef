"""Ids of a claim's places: only what is settled, and nothing for a government."""

from __future__ import annotations

import pytest

from tidings.gazetteers import Gazetteer
from tidings.gazetteers.placing import find_lands, place_claims
from tidings.records import Claim, Document, Parse, ParsedSentence, Sentence

NO_PARSE = Parse((), (), "none")


def placed(gazetteer: Gazetteer, text: str, *places: str, at: int = 0) -> tuple[str, ...]:
    """The place ids of one claim, made in the sentence of that number."""
    return placed_claim(gazetteer, text, *places, at=at).place_ids


def placed_claim(gazetteer: Gazetteer, text: str, *places: str, at: int = 0) -> Claim:
    document = Document(id="doc-1", work="w", own_id="1", text=text)
    sentences, start = [], 0
    for index, part in enumerate(text.split("\n")):
        sentence = Sentence(document_id="doc-1", index=index, paragraph=index, start=start, end=start + len(part))
        sentences.append(ParsedSentence(sentence, NO_PARSE))
        start += len(part) + 1
    own = sentences[at].sentence
    claim = Claim(id="c", document_id="doc-1", sentence_id=own.id, act="harm.kill", place=places, start=0, end=1)
    (found,) = place_claims([claim], document, sentences, gazetteer)
    assert found.place == places
    return found


@pytest.mark.parametrize(
    "text, place, ids",
    [
        ("Two died in Goma.", "Goma", ("gn:216281",)),
        ("Two died in Khost.", "Khost", ()),  # two provinces have one
        ("Two died in Bagarzinka.", "Bagarzinka", ()),
        ("The Khartoum government killed two.", "Khartoum", ()),
    ],
)
def test_only_a_settled_place_gives_an_id(gazetteer: Gazetteer, text: str, place: str, ids: tuple[str, ...]) -> None:
    assert placed(gazetteer, text, place) == ids


def test_the_mention_in_the_claims_own_sentence_counts(gazetteer: Gazetteer) -> None:
    text = "In Arghandab, Zabul, a school burned.\nIn Arghandab, Kandahar, a bridge fell."
    assert placed(gazetteer, text, "Arghandab", at=0) == ()  # its province is not among the names handed in
    assert placed(gazetteer, text, "Arghandab", "Zabul", at=0)[0] == "cod:AF2605"
    assert placed(gazetteer, text, "Arghandab", "Kandahar", "Zabul", at=1)[0] == "cod:AF2702"


def test_several_places_keep_their_order(gazetteer: Gazetteer) -> None:
    assert placed(gazetteer, "Fighting in Mosul and Aleppo.", "Mosul", "Aleppo") == ("gn:99072", "gn:170063")


@pytest.mark.parametrize(
    "text, place, precision",
    [
        ("Two died in Goma.", "Goma", 1),
        ("Two died some 15 km from Goma.", "Goma", 2),
        ("Two died in Kivu, in Bukavu.", "Bukavu", 1),
        ("Two died in Badakhshan province.", "Badakhshan", 4),
        ("Two died in Burundi.", "Burundi", 6),
        ("Two died in Bagarzinka.", "Bagarzinka", None),
    ],
)
def test_how_exactly_a_place_is_known(gazetteer: Gazetteer, text: str, place: str, precision: int | None) -> None:
    assert placed_claim(gazetteer, text, place).place_precision == precision


def test_lands_are_those_of_the_places(gazetteer: Gazetteer) -> None:
    claims = [placed_claim(gazetteer, "Two died in Goma and Mosul.", "Goma", "Mosul")]
    assert find_lands(claims, gazetteer) == ["cod", "irq"]


def test_a_name_means_what_it_means_elsewhere_in_the_report(gazetteer: Gazetteer) -> None:
    names = ("Dawlat Abad", "Faryab", "Balkh", "Qaysar", "Chimtal", "Mazar-e-Sharif")
    open_here = "Dawlat Abad, in Faryab, fell.\nQaysar, Balkh and Dawlat Abad were quiet."
    assert placed(gazetteer, open_here, *names[:4], at=1)[0] == "cod:AF2909"
    another = "Dawlat Abad, in Faryab, fell.\nIn Balkh, Mazar-e-Sharif, Dawlat Abad and Chimtal were quiet."
    assert not {"cod:AF2909", "cod:AF2109"} & set(placed_claim(gazetteer, another, *names, at=1).place_ids)


def test_a_district_spelled_otherwise_is_found_where_nothing_bears_the_name(gazetteer: Gazetteer) -> None:
    assert [named.place.id for named in gazetteer.find("Sherin Tagab")] == ["cod:AF2906"]
    assert gazetteer.find("Bagarzinka") == []
    assert all(named.place.country != "AF" for named in gazetteer.find("Mandel"))  # a town in Germany has that name
