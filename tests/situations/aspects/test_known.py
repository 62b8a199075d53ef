"""What was known on a day is what a store of that day holds, and the order of reading changes nothing."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.events.literal import fill
from tests.situations.aspects.asking import ADMITS, ARMY, FRONT, REPORTS, WITNESS, claim, figure, report, told
from tidings.knowing import know_on, name_undated
from tidings.pipeline import link_store
from tidings.records import Claim
from tidings.situations.aspects import ASPECTS, ask_aspect
from tidings.store import Store

FLED = {"act": "displace.flee", "actor": "families", "place": "Ansel"}
PEACE = {"actor": ("the Front", "the government")}
EVERYTHING = [
    told("wire-3", day=2, counts=(figure("displaced", 400, 400, "families", basis="incremental"),), **FLED),
    told("radio-6", day=2, counts=(figure("displaced", 520, 520, "families", basis="incremental"),), **WITNESS, **FLED),
    told("wire-20", day=19, counts=(figure("displaced", 3000, 3000, "people"),), **FLED),
    told("wire-4", "harm.kill", 3, target="villagers", place="Bray", counts=(figure("killed", 6, 6),), **FRONT),
    told("radio-9", "harm.kill", 3, target="villagers", place="Bray", counts=(figure("killed", 9, 9),), **WITNESS),
    told("gazette-12", "harm.kill", 3, target="villagers", place="Bray", stance="denies", **ARMY),
    told("wire-5", "talk.meet", 4, place="Lund", **PEACE),
    told("radio-11", "talk.ceasefire", 10, place="Lund", **PEACE, **FRONT),
    told("gazette-11", "talk.ceasefire", 10, place="Lund", stance="denies", **PEACE, **ARMY),
    told("wire-22", "talk.break", 21, **PEACE, **WITNESS),
    told("wire-7", "govern.close", 6, target="school", place="Corve", **WITNESS),
    told("radio-15", "govern.close", 14, target="school", place="Corve", stance="denies", **FRONT),
    told("wire-8", "destroy.infrastructure", 7, target="bridge", place="Corve", **ADMITS),
    told("wire-2", "fight.attack", 10, actor="the Front", place="Dole", certainty="possible"),
    told("radio-14", "fight.shelling", 13, actor="the Front", place="Dole", **WITNESS),
    told("gazette-2", "fight.attack", 6, actor="the Front", place="Ewell", certainty="planned"),
    told("gazette-16", "fight.clash", 15, actor=("the Front", "the army"), place="Ewell"),
]


def lay_down(claims: Iterable[Claim], until: date | None = None) -> Store:
    """A linked store of these claims, and of all reports that came out by that day."""
    reports = [document for document in REPORTS if until is None or (document.published or date.max) <= until]
    known = {document.id for document in reports}
    store = Store(Path("memory"), fill(reports, [claim for claim in claims if claim.document_id in known]))
    link_store(store)
    return store


def ask_all(store: Store) -> dict[str, list[dict[str, Any]]]:
    rows = {}
    for aspect in ASPECTS:
        ask_aspect(store.connection, aspect)
        rows[aspect] = list(store.rows("SELECT * FROM answer ORDER BY rowid"))
    return rows


def test_the_order_of_reading_changes_nothing() -> None:
    with lay_down(EVERYTHING) as store:
        once = ask_all(store)
    assert all(len(rows) >= 1 for rows in once.values())
    for seed in range(2):
        with lay_down(random.Random(seed).sample(EVERYTHING, len(EVERYTHING))) as store:
            assert ask_all(store) == once


@pytest.mark.parametrize("number", [6, 11, 15, 21])
def test_what_was_known_on_a_day_is_what_a_store_of_that_day_holds(number: int) -> None:
    day = date(1992, 5, number)
    with lay_down(EVERYTHING) as store:
        know_on(store, day)
        known = ask_all(store)
    with lay_down(EVERYTHING, day) as store:
        assert known == ask_all(store)


def test_of_several_versions_the_one_that_spoke_then_speaks() -> None:
    early, late = (msgspec.structs.replace(report(f"wire-{n}", f"1992-05-{n:02}"), work="wrk-one") for n in (3, 9))
    closed: dict[str, Any] = {"act": "govern.close", "target": "clinic", "place": "Corve"}
    claims = [claim("wire-3", day="1992-05-02", **closed), claim("wire-9", day="1992-05-02", stance="denies", **closed)]
    with Store(Path("memory"), fill([early, late], claims)) as store:
        link_store(store)
        assert [row["state"] for row in ask_all(store)["service"]] == ["open"]
        know_on(store, date(1992, 5, 8))
        assert [row["state"] for row in ask_all(store)["service"]] == ["closed"]


def test_a_report_without_a_day_is_left_out_and_named() -> None:
    undated = claim("omega-1", "govern.close", "1992-05-02", target="court", place="Corve")
    with Store(Path("memory"), fill([*REPORTS, report("omega-1", None)], [*EVERYTHING, undated])) as store:
        link_store(store)
        assert "court" in [row["service"] for row in ask_all(store)["service"]]
        know_on(store, date(1992, 5, 30))
        assert "court" not in [row["service"] for row in ask_all(store)["service"]]
        assert name_undated(store) == ["omega-1"]
