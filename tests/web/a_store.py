"""A small store of several conflicts, whose reports tell hostile things in hostile letters too."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.events.literal import claim, figure, insert, put, report
from tidings.gazetteers import load_gazetteer, look_up
from tidings.pipeline import link_store
from tidings.records import Claim, Document
from tidings.settings import Settings
from tidings.store import open_store

HOSTILE = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>&lt;b&gt;"
RIGHT_TO_LEFT = "كتيبة النصر"
STORY = (
    "M23 rebels captured Goma, residents said. Twelve people were killed in the city. Shops along the lake road stayed "
    "shut all morning while families carried mattresses towards the border post, and the power station on the western "
    "hill had gone dark by noon. At the harbour two ferries lay idle with their crews asleep on the deck."
)
TEXTS = {
    "radio-1": ("2024-01-10", STORY),
    "wire-1": ("2024-01-11", "The army denied on Thursday that Goma had fallen. Officers confirmed the loss of Sake."),
    "wire-2": ("2024-01-12", STORY),
    "press-1": ("2024-01-14", "At least 8 to 15 people were killed in Goma, the ministry of defence said."),
    "radio-2": ("2024-02-02", f"The paramilitaries shelled El Fasher. {HOSTILE} A market burned."),
    "radio-3": ("2024-02-20", f"{RIGHT_TO_LEFT} clashed with police somewhere in Borno state."),
    "wire-3": (None, "The rebels plan to attack Bukavu."),
}


def place_id(name: str, context: str = "") -> str:
    """The id of a place that the gazetteer settles."""
    found = look_up(name, load_gazetteer(), context)
    assert found.candidates, name
    return (found.chosen or found.candidates[0]).place.id


def told(where: str, act: str, quote: str, **fields: Any) -> Claim:
    """A claim whose evidence is these words; `where` is its report and its place, as in `radio-1 at Goma`."""
    own_id, _, place = where.partition(" at ")
    start = TEXTS[own_id][1].index(quote)
    given: dict[str, Any] = {"start": start, "end": start + len(quote), **fields}
    if place:
        given |= {"place": place, "place_ids": (place_id(place),)}
    return claim(own_id, act, given.pop("day", None), **given)


def some_claims() -> list[Claim]:
    taken: dict[str, Any] = {"actor": "M23 rebels", "actor_ids": ("m23",), "day": "2024-01-09"}
    seen = taken | {"said_by": "residents", "interest": "witness"}
    denied = taken | {"said_by": "army", "stance": "denies", "interest": "party", "against_interest": False}
    admitted = taken | {"said_by": "Officers", "interest": "party", "against_interest": True}
    dead: dict[str, Any] = {"counts": (figure("killed", 12, 12, text="Twelve"),), "day": "2024-01-09"}
    more: dict[str, Any] = {"counts": (figure("killed", 8, 15, text="8 to 15"),), "day": "2024-01-09"}
    shelled, clashed = {"actor": HOSTILE, "day": "2024-02-01"}, {"actor": RIGHT_TO_LEFT, "day": "2024-02-19"}
    return [
        told("radio-1 at Goma", "territory.capture", "M23 rebels captured Goma", **seen),
        told("radio-1 at Goma", "harm.kill", "Twelve people were killed in the city", **dead),
        told("wire-2 at Goma", "territory.capture", "M23 rebels captured Goma", **seen),
        told("wire-2 at Goma", "harm.kill", "Twelve people were killed in the city", **dead),
        told("wire-1 at Goma", "territory.capture", "Goma had fallen", **denied),
        told("wire-1 at Sake", "territory.capture", "the loss of Sake", **admitted),
        told("press-1 at Goma", "harm.kill", "At least 8 to 15 people were killed in Goma", said_by="ministry", **more),
        told("radio-2 at El Fasher", "fight.shelling", "The paramilitaries shelled El Fasher", **shelled),
        told("radio-2 at El Fasher", "destroy.property", f"{HOSTILE} A market burned", day="2024-02-01"),
        told("radio-3 at Borno", "fight.clash", f"{RIGHT_TO_LEFT} clashed with police", target="police", **clashed),
        told("wire-3 at Bukavu", "fight.attack", "attack Bukavu", actor="rebels", certainty="planned"),
    ]


def some_reports() -> list[Document]:
    reports = [report(own_id, day, text) for own_id, (day, text) in TEXTS.items()]
    return [*reports, report("void-1", "2024-02-25", f"{HOSTILE} nothing told here.", title=HOSTILE)]


def make_store(path: Path, claims: Iterable[Claim] | None = None) -> Settings:
    """A store in this file; the settings that name it."""
    settings = Settings(store=path)
    with open_store(path, settings) as store:
        put(store.connection, some_reports(), some_claims() if claims is None else claims)
        for name, side in (("radio", None), ("wire", None), ("press", "government")):
            insert(store.connection, "publishers", {"id": name, "name": f"The {name.title()}", "side": side})
        link_store(store)
    return settings
