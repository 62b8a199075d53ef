"""Both sides of an incident as ACLED asks for them: names, classes, interaction, and what had to be put in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from tidings.exporters.countries import Country
from tidings.exporters.incidents import Incident
from tidings.exporters.schemas import load_schema
from tidings.exporters.sides import CIVILIANS, LABELS, MILITIA, PROTESTERS, RIOTERS, Side

NAMES = {
    MILITIA: "Unidentified Armed Group",
    CIVILIANS: "Civilians",
    PROTESTERS: "Protesters",
    RIOTERS: "Rioters",
}
CALM = ("Strategic developments", "Protests")  # never told as targeting civilians


class Case(msgspec.Struct, frozen=True):
    """An incident with its sides: who acts, and whom it hits."""

    incident: Incident
    is_lost_again: bool
    one: tuple[Side, ...] = ()
    two: tuple[Side, ...] = ()


def name_sides(case: Case, event_type: str, country: Country) -> tuple[list[Side], list[Side], list[str]] | str:
    """Both sides as ACLED asks for them, with what had to be put in; or why it cannot be."""
    one, two, notes = list(case.one), list(case.two), []
    is_war = event_type in ("Battles", "Explosions/Remote violence", "Violence against civilians")
    if not one and is_war:
        one = [_unnamed(MILITIA, country)]
        notes.append(f"who did it is not told: written as {one[0].name}")
    elif not one and event_type in ("Protests", "Riots"):
        one = [_unnamed(PROTESTERS if event_type == "Protests" else RIOTERS, country)]
    elif not one and case.incident.head.act.startswith("displace."):
        one, two = two or [_unnamed(CIVILIANS, country)], []
    elif not one:
        return "nobody is said to have done it, and ACLED asks for an actor"
    if not two and event_type in ("Battles", "Violence against civilians"):
        two = [_unnamed(CIVILIANS if event_type == "Violence against civilians" else MILITIA, country)]
        notes.append(f"the other side is not told: written as {two[0].name}")
    filled_one = [_classed(side, MILITIA if is_war else CIVILIANS, notes) for side in one]
    filled_two = [_classed(side, CIVILIANS, notes) for side in two]
    return filled_one, filled_two, notes


def _unnamed(inter: int, country: Country) -> Side:
    return Side("", f"{NAMES[inter]} ({country.name})", inter, "UNK", country, is_known=False, is_state=False)


def _classed(side: Side, otherwise: int, notes: list[str]) -> Side:
    if side.inter is not None:
        return side
    notes.append(f"what {side.told} is, is not known: classed as {LABELS[otherwise]}")
    return msgspec.structs.replace(side, inter=otherwise)


def tell_sides(one: Sequence[Side], two: Sequence[Side], event_type: str) -> dict[str, Any]:
    first, second = int(one[0].inter or 0), int(two[0].inter or 0) if two else 0
    code = min(first, second) * 10 + max(first, second) if second else first * 10
    labels = {row["code"]: row["label"] for row in load_schema("acled")["domains"]["interaction"]}
    hits_civilians = event_type == "Violence against civilians" or (second == CIVILIANS and event_type != "Battles")
    return {
        "actor1": one[0].name,
        "assoc_actor_1": "; ".join(side.name for side in one[1:]),
        "inter1": LABELS[first],
        "actor2": two[0].name if two else "",
        "assoc_actor_2": "; ".join(side.name for side in two[1:]),
        "inter2": LABELS[second] if two else "",
        "interaction": labels[code],
        "civilian_targeting": "Civilian targeting" if hits_civilians and event_type not in CALM else "",
    }
