"""What a person judged of events holds for changes of hands too."""

from __future__ import annotations

from typing import Any

from tests.events.literal import insert
from tests.situations.controlling import ADMITS, ARMY_DENIES, BOASTS, ask, brief, fold, taken
from tidings.records import Claim
from tidings.situations.control import CHANGES_SQL

Judgement = tuple[str, Claim, Claim]


def judged(claims: list[Claim], *judgements: Judgement) -> list[tuple[Any, ...]]:
    """The changes that stand, once these are judged."""
    connection = fold(())
    for number, (verdict, one, other) in enumerate(judgements):
        row = {"number": number, "id": f"dec-{number}", "about": "events", "verdict": verdict, "author": "Ana"}
        insert(connection, "decisions", row | {"one": one.id, "other": other.id, "reason": "", "day": "2000-01-01"})
    connection.execute("DELETE FROM places")
    connection.execute("DELETE FROM publishers")
    return brief(ask(fold(claims, connection=connection), CHANGES_SQL, {"as_of": None, "level": None}))


BOASTED = taken("radio-9", day=8, **BOASTS)
ADMITTED = taken("wire-11", day=10, **ADMITS)


def test_different_parts_two_tellings_of_one_change() -> None:
    claims = [BOASTED, ADMITTED]
    assert judged(claims) == [("Harrow", 8, "Northern League", "held", "confirmed")]
    for pair in ((BOASTED, ADMITTED), (ADMITTED, BOASTED)):
        assert judged(claims, ("different", *pair)) == [
            ("Harrow", 8, "Northern League", "claimed", "reported"),
            ("Harrow", 10, "Northern League", "contested", "contested"),
        ]


def test_same_puts_two_changes_together_and_no_other() -> None:
    late = taken("wire-30", day=29, **ADMITS)
    lost = taken("radio-20", by="nl.army", day=19, said_by="residents", interest="witness")
    claims = [BOASTED, lost, late]
    assert [row[1] for row in judged(claims)] == [8, 19, 29]
    together = judged(claims, ("same", BOASTED, late))
    assert [row[2] for row in together] == ["Northern League", "Norland government"]
    assert together[0][4] == "confirmed"
    assert judged(claims, ("same", BOASTED, lost)) == judged(claims)


def test_a_denial_is_of_what_a_person_says_it_denies() -> None:
    claim = taken("radio-9", day=8, said_by="the district chief", interest="unknown")
    denial = taken("wire-30", day=28, **ARMY_DENIES)
    assert judged([claim, denial])[0][4] == "reported"
    assert judged([claim, denial], ("same", claim, denial))[0][4] == "contested"
    near = taken("wire-10", day=8, **ARMY_DENIES)
    assert judged([claim, near])[0][4] == "contested"
    assert judged([claim, near], ("different", claim, near))[0][4] == "reported"
