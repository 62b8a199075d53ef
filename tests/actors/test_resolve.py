"""Names and roles of a report's claims become ids; interest follows from them. All texts are our own."""

from datetime import date
from typing import Any

import pytest

from tidings.actors import Resolved, load_actors, resolve_actors
from tidings.records import Claim, Document


def report(text: str, published: date | None = None, publisher: str | None = None) -> Document:
    return Document(id="doc-1", work="w", own_id="r1", text=text, published=published, publisher=publisher)


def claim(act: str, **fields: Any) -> Claim:
    return Claim(id="clm-1", document_id="doc-1", sentence_id="snt-1", act=act, start=0, end=5, **fields)


def resolve(document: Document, *claims: Claim) -> Resolved:
    return resolve_actors(document, claims, load_actors())


def one(document: Document, act: str, **fields: Any) -> Claim:
    return resolve(document, claim(act, **fields)).claims[0]


HELMAND = report("The army in Helmand, Afghanistan, fought the Taliban. Afghan officials spoke.", date(2021, 6, 24))
MALI = report(
    "Soldiers in Mali fought JNIM near Gao. The Malian army said so; in Mali JNIM denied it.", date(2022, 3, 1)
)
SRI_LANKA = report(
    "In Sri Lanka the LTTE shelled a camp. The Sri Lankan navy fired back in Sri Lanka.", date(2008, 2, 1)
)
COLOMBIA = report("In Colombia the FARC burned buses. Colombian police came, in Colombia's south.", date(2002, 5, 1))


def test_every_name_has_an_id_and_the_claim_keeps_its_own() -> None:
    found = one(
        MALI,
        "fight.clash",
        actor=("soldiers", "JNIM"),
        target=("herders",),
        said_by=(("Malian army", "residents"), "JNIM"),
    )
    assert found.actor_ids == ("mli.forces", "jnim")
    assert found.target_ids == ("mli:herders",)
    assert found.speaker_ids == ("mli.fama", "mli:residents", "jnim")
    assert found.id == "clm-1"


def test_other_names_of_one_group_become_one() -> None:
    found = one(HELMAND, "territory.capture", actor=("Islamic Emirate", "Taleban", "Taliban fighters"))
    assert (found.actor, found.actor_ids) == (("Taliban",), ("taliban",))


def test_a_group_goes_by_the_letters_that_the_report_uses() -> None:
    found = one(SRI_LANKA, "fight.shelling", actor=("Liberation Tigers of Tamil Eelam",))
    assert found.actor == ("LTTE",)


def test_rebels_without_a_name_are_those_the_report_is_about() -> None:
    assert one(COLOMBIA, "fight.attack", actor=("guerrillas",)).actor_ids == ("farc",)


def test_forces_without_a_country_are_those_of_the_report() -> None:
    found = one(SRI_LANKA, "fight.attack", actor=("navy",), target=("commandos",))
    assert found.actor == ("Sri Lankan navy",)
    assert found.target_ids == ("lka.special-forces",)


def test_a_last_name_is_that_of_the_full_name() -> None:
    text = "Colonel Amadou Keba, a police chief in Mali, spoke on Friday. Keba said that two men were held in Mali."
    found = resolve(report(text), claim("harm.detain", said_by=("Keba",)), claim("harm.kill", said_by=("Amadou Keba",)))
    assert {c.speaker_ids for c in found.claims} == {("new:amadou-keba@mli",)}


def test_letters_are_what_the_report_writes_out() -> None:
    text = "The Lake Farmers Union (LFU) met in Kenya. In Kenya the LFU asked for rain."
    found = resolve(
        report(text), claim("say.demand", actor=("LFU",)), claim("talk.meet", actor=("Lake Farmers Union",))
    )
    assert {c.actor_ids for c in found.claims} == {("new:lake-farmers-union@ken",)}


def test_somebody_new_has_the_side_that_the_text_gives() -> None:
    text = "In Mali the town fell, army officer Ousmane Bari said. In Mali the army left for Gao."
    found = resolve(report(text), claim("territory.withdraw", actor=("army",), said_by=("Ousmane Bari",)))
    bari = next(actor for actor in found.actors if actor.id == "new:ousmane-bari@mli")
    assert bari.sides == ("mli.army",)
    assert "army officer" in bari.why
    assert (found.claims[0].interest, found.claims[0].against_interest) == ("party", True)


def test_a_name_in_two_countries_is_nobody_the_table_knows_where_the_report_does_not_say() -> None:
    text = "The ELN issued a statement."
    assert one(report(text), "say.threaten", actor=("ELN",)).actor_ids == ("new:eln@doc-1",)


@pytest.mark.parametrize(
    ("speaker", "act", "fields", "interest", "against"),
    [
        ("army officer", "territory.capture", {"actor": ("Taliban",)}, "party", True),
        ("Zabihullah Mujahid", "territory.capture", {"actor": ("Taliban",)}, "party", False),
        ("local officials", "territory.capture", {"actor": ("Taliban",), "stance": "denies"}, "party", False),
        ("Taliban commander", "harm.kill", {"actor": ("army",), "target": ("Taliban fighters",)}, "party", True),
        ("Taliban", "harm.kill", {"actor": ("Taliban",), "target": ("civilians",)}, "party", True),
        ("Taliban", "harm.kill", {"actor": ("army",), "target": ("villagers",)}, "ally", False),
        ("US officials", "harm.kill", {"actor": ("Afghan army",), "target": ("Taliban",)}, "ally", False),
        ("residents", "territory.capture", {"actor": ("Taliban",)}, "witness", None),
        ("doctors", "harm.kill", {"actor": ("Taliban",)}, "witness", None),
        ("UNAMA", "harm.kill", {"actor": ("Taliban",), "target": ("civilians",)}, "third", None),
        ("Norwegian Refugee Council", "displace.flee", {}, "third", None),
        ("analysts", "territory.capture", {"actor": ("Taliban",)}, "third", None),
        ("a source", "territory.capture", {"actor": ("Taliban",)}, "unknown", None),
        ("local officials", "territory.capture", {"actor": ("Taliban",), "certainty": "possible"}, "party", None),
    ],
)
def test_interest(speaker: str, act: str, fields: dict[str, Any], interest: str, against: bool | None) -> None:
    found = one(HELMAND, act, said_by=(speaker,), **fields)
    assert (found.interest, found.against_interest) == (interest, against)
    assert found.interest_reason


def test_sides_change_with_the_day() -> None:
    text = "In Afghanistan the Taliban met in Kabul. The Afghan police in Afghanistan were there."
    fields: dict[str, Any] = {"actor": ("Taliban",), "said_by": ("Afghan police",)}
    before = one(report(text, date(2021, 6, 1)), "territory.capture", **fields)
    after = one(report(text, date(2022, 6, 1)), "territory.capture", **fields)
    assert (before.against_interest, after.against_interest) == (True, False)


def test_it_is_the_first_to_say_it_who_counts() -> None:
    assert one(MALI, "fight.attack", actor=("JNIM",), said_by=("Reuters", "residents")).interest == "witness"


def test_of_several_side_by_side_the_one_against_its_interest_counts() -> None:
    found = one(HELMAND, "territory.capture", actor=("Taliban",), said_by=(("Taliban", "army officer"),))
    assert found.against_interest is True


@pytest.mark.parametrize(
    ("publisher", "interest"),
    [
        ("Reuters", "third"),
        ("Pajhwok Afghan News", "unknown"),
        ("Voice of Jihad", "party"),
        (None, "unknown"),
        ("Hill Post", "unknown"),
    ],
)
def test_a_reports_own_voice_is_its_publishers(publisher: str | None, interest: str) -> None:
    document = report(HELMAND.text, HELMAND.published, publisher)
    assert one(document, "territory.capture", actor=("Taliban",)).interest == interest


def test_reading_a_report_does_not_hang_on_capitals() -> None:
    shouted = report("THE ARMY SAID IN A STATEMENT ON MONDAY THAT (FMLN) REBELS ATTACKED A POST NEAR THE TOWN. " * 200)
    assert one(shouted, "fight.attack", actor=("FMLN",)).actor_ids == ("fmln",)


def test_where_things_happen_weighs_and_alone_says_nothing() -> None:
    def police(text: str) -> str:
        found = resolve_actors(report(text), [claim("harm.kill", actor=("police",))], load_actors(), ["afg", "afg"])
        return found.claims[0].actor[0]

    assert police("The police found two bodies. Pakistan condemned it. In Afghanistan rain fell.") == "Afghan police"
    assert police("The police found two bodies. Pakistan condemned it.") == "police"
    assert police("The police found two bodies.") == "police"
