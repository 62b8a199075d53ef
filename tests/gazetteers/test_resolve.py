"""All names of a report together: cues, ambiguity, precision, and names that stand for governments."""

from __future__ import annotations

import pytest

from tidings.gazetteers import MARGIN, Gazetteer, Resolution, Toponym, look_up, resolve


def resolved(gazetteer: Gazetteer, text: str, *names: str, country: str | None = None) -> list[Resolution]:
    """The names in the order of the text, each where it first stands after the one before."""
    toponyms, at = [], 0
    for name in names:
        start = text.index(name, at)
        toponyms.append(Toponym(name, start, start + len(name)))
        at = start + len(name)
    return resolve(text, toponyms, gazetteer, country)


def chosen(resolution: Resolution) -> tuple[str, str, str | None] | None:
    place = resolution.chosen.place if resolution.chosen else None
    return (place.name, place.kind, place.adm1 if place.country == "AF" else place.country) if place else None


@pytest.mark.parametrize(
    "text, names, want",
    [
        ("Shells fell on Goma in the east.", ["Goma"], ("Goma", "city", "CD")),
        ("The mayor of Athens, Ga. resigned.", ["Athens", "Ga."], ("Athens", "city", "US")),
        ("Bridges in Tripoli, Lebanon, were cut.", ["Tripoli", "Lebanon"], ("Tripoli", "city", "LB")),
        ("Bridges in Tripoli, Libya, were cut.", ["Tripoli", "Libya"], ("Tripoli", "city", "LY")),
        ("He fled to Idlib province.", ["Idlib"], ("Idlib", "province", "SY")),
        ("They hold Arghandab district in northern Zabul.", ["Arghandab", "Zabul"], ("Arghandab", "district", "Zābul")),
        ("Kandahar's Arghandab district fell.", ["Kandahar", "Arghandab"], ("Kandahār", "city", "Kandahār")),
        ("Faizabad fell, the capital of Badakhshan.", ["Faizabad", "Badakhshan"], ("Fayzabad", "city", "Badakhshān")),
        ("Trucks crossed at Torkham.", ["Torkham"], ("Torkham", "crossing", "Nangarhār")),
    ],
)
def test_cues_settle_a_name(
    gazetteer: Gazetteer, text: str, names: list[str], want: tuple[str, str, str | None]
) -> None:
    assert chosen(resolved(gazetteer, text, *names)[0]) == want


def test_a_province_elsewhere_in_the_report_settles_a_district(gazetteer: Gazetteer) -> None:
    text = "Fighting spread in Balkh. By evening Dawlat Abad was lost, and Sholgara too."
    (_, district, _) = resolved(gazetteer, text, "Balkh", "Dawlat Abad", "Sholgara")
    assert district.chosen is not None and district.chosen.place.pcode == "AF2109"


@pytest.mark.parametrize("name", ["Dawlat Abad", "Khost", "Arghandab", "Khash", "Fayzabad"])
def test_a_name_of_two_provinces_is_ambiguous_without_a_cue(gazetteer: Gazetteer, name: str) -> None:
    found = look_up(name, gazetteer, country="Afghanistan")
    assert found.is_ambiguous
    assert len({candidate.place.adm1 for candidate in found.candidates[:4]}) > 1
    assert found.precision is None


def test_a_choice_leads_what_is_elsewhere_by_the_margin(gazetteer: Gazetteer) -> None:
    found = look_up("Mosul", gazetteer)
    assert found.chosen is not None and found.chosen is found.candidates[0]
    rivals = [c for c in found.candidates if c.place.country != "IQ"]
    assert all(found.chosen.score - rival.score >= MARGIN for rival in rivals)


def test_kinds_are_told_apart_by_the_word_beside(gazetteer: Gazetteer) -> None:
    kinds = {}
    for text in ("Ghazni city", "Ghazni province", "Ghazni district"):
        found = resolved(gazetteer, f"Rockets hit {text} again.", "Ghazni", country="AF")[0]
        assert found.chosen is not None
        kinds[text] = found.chosen.place.kind
    assert kinds == {"Ghazni city": "city", "Ghazni province": "province", "Ghazni district": "district"}


@pytest.mark.parametrize(
    "text, near, precision",
    [
        ("A convoy burned in Beni.", False, 1),
        ("A convoy burned about 15 km from Beni.", True, 2),
        ("A convoy burned near Beni.", True, 2),
        ("A convoy burned 12 miles north of the town of Beni.", True, 2),
    ],
)
def test_near_a_place_is_not_the_place(gazetteer: Gazetteer, text: str, near: bool, precision: int) -> None:
    found = resolved(gazetteer, text, "Beni", country="CD")[0]
    assert (found.near, found.precision) == (near, precision)


def test_precision_follows_the_kind(gazetteer: Gazetteer) -> None:
    text = "Clashes in Mali, in Gao Region and in Zhari district."
    precisions = [r.precision for r in resolved(gazetteer, text, "Mali", "Gao Region", "Zhari")]
    assert precisions == [6, 4, 3]


@pytest.mark.parametrize(
    "text, name, use",
    [
        ("The Islamabad government objected.", "Islamabad", "rulers"),
        ("Kandahar police found the van.", "Kandahar", "rulers"),
        ("Khartoum denied the raid.", "Khartoum", "rulers"),
        ("Moscow's troops withdrew.", "Moscow", "rulers"),
        ("An official in Khartoum denied the raid.", "Khartoum", "place"),
        ("Shells fell in Khartoum.", "Khartoum", "place"),
    ],
)
def test_a_name_that_stands_for_those_who_rule_is_no_place_of_an_act(
    gazetteer: Gazetteer, text: str, name: str, use: str
) -> None:
    assert resolved(gazetteer, text, name)[0].use == use


def test_a_name_nobody_knows_has_no_candidates(gazetteer: Gazetteer) -> None:
    found = look_up("Qwxtrazzle", gazetteer)
    assert (found.candidates, found.chosen, found.is_ambiguous) == ((), None, False)


def test_each_reading_says_why(gazetteer: Gazetteer) -> None:
    found = look_up("Dawlat Abad", gazetteer, context="Faryab", country="AF")
    assert found.chosen is not None and found.chosen.place.pcode == "AF2909"
    reasons = [reason for reason, _ in found.chosen.reasons]
    assert "the report is about Afghanistan" in reasons
    assert "near or within the report's other places" in reasons
    total = sum(amount for _, amount in found.chosen.reasons)
    assert abs(total - found.chosen.score) < 0.01


def test_answers_do_not_hang_on_the_order_in_which_names_are_handed_in(gazetteer: Gazetteer) -> None:
    text = "From Gao to Kidal, then Timbuktu."
    toponyms = [Toponym(n, text.index(n), text.index(n) + len(n)) for n in ("Gao", "Kidal", "Timbuktu")]
    forwards = resolve(text, toponyms, gazetteer)
    backwards = resolve(text, toponyms[::-1], gazetteer)
    assert forwards == backwards[::-1]
