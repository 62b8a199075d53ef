"""How what each origin said turned out."""

from __future__ import annotations

from typing import Any

from tests.situations.aspects.asking import ADMITS, ARMY, FRONT, WITNESS, ask, told
from tidings.situations.aspects import RECORD

KILLED = {"act": "harm.kill", "target": "villagers"}


def taken(own_id: str, place: str, day: int, **fields: Any) -> Any:
    return told(own_id, "territory.capture", day, actor="the Front", target="the army", place=place, **fields)


def record(claims: list[Any], name: str, about: str = "territory") -> dict[str, Any]:
    (row,) = [row for row in ask(claims, RECORD) if row["name"] == name and row["about"] == about]
    return row


def test_what_others_and_the_side_it_hurts_confirm_later() -> None:
    claims = [
        taken("wire-3", "Ansel", 2, **FRONT),
        taken("radio-5", "Ansel", 2, **ADMITS),
        taken("wire-6", "Bray", 5, **FRONT),
        taken("radio-7", "Bray", 5, **WITNESS),
        taken("wire-9", "Corve", 8, **FRONT),
    ]
    row = record(claims, "Marek Dunn")
    assert (row["events"], row["confirmed"], row["by_side_hurt"], row["alone"]) == (3, 2, 1, 1)
    assert row["confirmed_of"] == "2 of 2, a small number"
    assert len(row["claim_ids"]) == 3


def test_what_is_contested_refuted_and_said_by_others_before() -> None:
    claims = [
        taken("wire-3", "Ansel", 2, **FRONT),
        taken("radio-3", "Ansel", 2, stance="denies", **ARMY),
        taken("wire-6", "Bray", 5, **FRONT),
        taken("radio-8", "Bray", 5, stance="denies", **WITNESS),
        taken("radio-9", "Corve", 8, **WITNESS),
        taken("wire-12", "Corve", 8, **FRONT),
    ]
    row = record(claims, "Marek Dunn")
    assert (row["contested"], row["refuted"], row["repeated"], row["confirmed"]) == (1, 1, 1, 0)
    assert record(claims, "Ines Pohl")["confirmed"] == 1


def test_the_counts_add_up_to_the_events() -> None:
    claims = [taken(f"wire-{day}", f"Town {day}", day - 1, **FRONT) for day in range(2, 20)]
    claims += [taken(f"radio-{day}", f"Town {day}", day - 1, **WITNESS) for day in range(2, 9)]
    for row in ask(claims, RECORD):
        turns = ("confirmed", "repeated", "contested", "refuted", "doubted", "alone")
        assert row["events"] == sum(row[turn] for turn in turns) > 0


def test_a_rate_is_given_of_twenty_or_more_alone() -> None:
    def claims(many: int) -> list[Any]:
        front = [taken(f"wire-{day}", f"Town {day}", day - 1, **FRONT) for day in range(2, many + 2)]
        return front + [taken(f"radio-{day}", f"Town {day}", day - 1, **WITNESS) for day in range(2, many + 2)]

    assert record(claims(19), "Marek Dunn")["confirmed_of"] == "19 of 19, a small number"
    assert record(claims(20), "Marek Dunn")["confirmed_of"] == "20 of 20 (100 %)"


def test_the_bodies_of_one_side_do_not_confirm_each_other() -> None:
    ministry = {"said_by": "Ministry of War", "interest": "party", "against_interest": False}
    claims = [taken("wire-3", "Ansel", 2, **FRONT), taken("radio-5", "Ansel", 2, **ministry)]
    row = record(claims, "Marek Dunn")
    assert (row["alone"], row["confirmed"]) == (1, 0)


def test_copies_and_repeats_are_no_confirmation() -> None:
    claims = [taken("wire-3", "Ansel", 2, **FRONT), taken("radio-5", "Ansel", 2, **FRONT)]
    row = record(claims, "Marek Dunn")
    assert (row["events"], row["alone"], row["confirmed"]) == (1, 1, 0)


def test_how_forecasts_fared() -> None:
    def attack(own_id: str, day: int | None, **fields: Any) -> Any:
        return told(own_id, "fight.attack", day, actor="the Front", **fields)

    claims = [
        attack("wire-2", 6, place="Ansel", certainty="possible", said_by="Abel Trask"),
        attack("radio-7", 6, place="Ansel", **WITNESS),
        attack("wire-3", 8, place="Bray", certainty="possible", said_by="Abel Trask"),
        attack("radio-12", 8, place="Bray", stance="denies", **WITNESS),
        attack("wire-4", None, place="Corve", certainty="possible", said_by="Abel Trask"),
        # told again is one
        attack("gazette-5", 6, place="Ansel", certainty="possible", said_by="Abel Trask"),
    ]
    (row,) = [row for row in ask(claims, RECORD) if row["forecasts"]]
    assert (row["events"], row["forecasts"], row["came"], row["did_not"], row["unknown"]) == (0, 3, 1, 1, 1)
    assert row["came_of"] == "1 of 2, a small number"
