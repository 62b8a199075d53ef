"""Reports and claims of one invented war, laid down and asked: what the tests of aspects share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from tests.events.literal import claim, figure, fill, report
from tidings.knowing import know_on
from tidings.pipeline import link_store
from tidings.records import Claim
from tidings.situations.aspects import ask_aspect
from tidings.store import Store

Row = dict[str, Any]
# wire and radio on the days of May 1992; the number after the dash is the day
OUTLETS = ("wire", "radio", "gazette")
REPORTS = [report(f"{outlet}-{day}", f"1992-05-{day:02}") for outlet in OUTLETS for day in range(1, 31)]
WITNESS = {"said_by": "Ines Pohl", "interest": "witness"}
ARMY = {"said_by": "the army", "interest": "party", "against_interest": False}
FRONT = {"said_by": "Marek Dunn", "interest": "party", "against_interest": False}
ADMITS = {"said_by": "Colonel Vane", "interest": "party", "against_interest": True}


def told(own_id: str, act: str, day: int | None = None, **fields: Any) -> Claim:
    """A claim of a report, of one day of May 1992 or of none."""
    return claim(own_id, act, None if day is None else f"1992-05-{day:02}", **fields)


def lay_down(claims: Iterable[Claim]) -> Store:
    """A linked store of these claims and the reports that hold them."""
    claims = list(claims)
    reports = {told.document_id for told in claims}
    store = Store(Path("memory"), fill([document for document in REPORTS if document.id in reports], claims))
    link_store(store)
    return store


def ask(claims: Iterable[Claim], aspect: str, as_of: str | None = None, known_on: date | None = None) -> list[Row]:
    """The rows of an aspect."""
    with lay_down(claims) as store:
        if known_on is not None:
            know_on(store, known_on)
        ask_aspect(store.connection, aspect, date.fromisoformat(as_of) if as_of else None)
        return list(store.rows("SELECT * FROM answer ORDER BY rowid"))


__all__ = ["ADMITS", "ARMY", "FRONT", "REPORTS", "WITNESS", "ask", "claim", "figure", "lay_down", "report", "told"]
