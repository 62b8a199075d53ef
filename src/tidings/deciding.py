"""A person's hand: decisions are entered in the ledger beside the shards and replayed whenever the store is built.

A decision is never overwritten: of two on one pair, or on one field of a claim, the later holds, and one that is undone
is as if never taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

import msgspec

from tidings.actors import load_actors
from tidings.engines.entries import Decided, Named, Undone
from tidings.engines.ledger import Ledger
from tidings.errors import TidingsError
from tidings.gazetteers import load_gazetteer
from tidings.hand import (
    check_ids,
    correct_claim,
    load_claims,
    make_decision_id,
    name_claim,
    name_report,
    read_decisions,
    write_decisions,
)
from tidings.pipeline import find_documents, load_store
from tidings.records import Claim
from tidings.settings import Settings
from tidings.store import Store, open_store, shards_folder

Verdict = Literal["same", "different"]


class Loaded(msgspec.Struct):
    """What became of a file of decisions: how many are new, known already, and taken back here before.

    `waiting` tells by the id of a decision what it names that is not here.
    """

    new: int = 0
    known: int = 0
    taken_back: int = 0
    waiting: dict[str, str] = {}


def decide_copy(verdict: Verdict, pair: tuple[str, str], author: str, reason: str, settings: Settings) -> Decided:
    """That the first report copies the second (same), or does not (different). Reports by own id or id."""
    with Ledger(shards_folder(settings.store)) as ledger:
        one, other = (find_documents(name, ledger)[-1] for name in pair)
        if ledger.standings[one].mark.work == ledger.standings[other].mark.work:
            raise TidingsError(f"{pair[0]} and {pair[1]} are one report; name two")
        with open_store(settings.store, settings, read_only=True) as store:
            named = (name_report(store, one), name_report(store, other))
        return _enter(ledger, settings, [_make("copies", verdict, (one, other), (author, reason), named)])[0]


def decide_event(verdict: Verdict, pair: tuple[str, str], author: str, reason: str, settings: Settings) -> Decided:
    """That two claims, or the earliest claims of two events, speak of the same event or of different ones."""
    with open_store(settings.store, settings, read_only=True) as store:
        one, other = (_find_claim(store, name) for name in pair)
        if one == other:
            raise TidingsError(f"{pair[0]} and {pair[1]} are one claim; name two")
        named = (name_claim(store, one), name_claim(store, other))
    with Ledger(shards_folder(settings.store)) as ledger:
        return _enter(ledger, settings, [_make("events", verdict, (one, other), (author, reason), named)])[0]


def decide_correction(
    name: str, values: Mapping[str, Any], author: str, reason: str, settings: Settings
) -> tuple[list[Decided], Claim]:
    """That fields of a claim are to have these values, a decision each; and the claim as it is held to be then."""
    given = load_gazetteer(), load_actors(*([settings.actors] if settings.actors else []))
    with open_store(settings.store, settings, read_only=True) as store:
        claim_id = _check_claim(store, name)
        named = (name_claim(store, claim_id),)
        ((document, beside),) = load_claims(store, [claim_id]).values()
        before = {row["field"]: msgspec.json.decode(row["value"]) for row in store.rows(CORRECTED, [claim_id])}
    claim = next(one for one in beside if one.id == claim_id)
    for field in values:
        if field.endswith("_ids"):
            check_ids(field, values[field], *given)
    held = {**before, **values}
    act = held.get("act", claim.act)
    if values.get("manner") and not act.startswith("territory."):
        raise TidingsError(f"manner tells how a place changed hands; {claim_id} is {act}: correct its act too")
    made = [
        _make("claims", "correct", (claim_id, ""), (author, reason), named, (field, value))
        for field, value in values.items()
    ]
    with Ledger(shards_folder(settings.store)) as ledger:
        _enter(ledger, settings, made)
    return made, correct_claim(claim, held, document, beside, given)


def decide_rejection(name: str, author: str, reason: str, settings: Settings) -> Decided:
    """That a claim is none: what it says, its report does not say."""
    with open_store(settings.store, settings, read_only=True) as store:
        claim_id = _check_claim(store, name)
        named = (name_claim(store, claim_id),)
    with Ledger(shards_folder(settings.store)) as ledger:
        return _enter(ledger, settings, [_make("claims", "reject", (claim_id, ""), (author, reason), named)])[0]


def undo_decision(decision_id: str, author: str, settings: Settings) -> Decided:
    """Takes a decision back, and gives what it was."""
    with Ledger(shards_folder(settings.store)) as ledger:
        decision = ledger.decisions.get(decision_id)
        if decision is None:
            raise TidingsError(f"no decision is called {decision_id!r}; to see them all, run: tidings decisions")
        ledger.add(Undone(decision_id, author, date.today()))  # noqa: DTZ011  # the day where the person sits
        load_store(ledger, settings)
    return decision


def export_decisions(settings: Settings) -> str:
    """All decisions that were not taken back, as lines that `import_decisions` takes."""
    with Ledger(shards_folder(settings.store)) as ledger:
        return write_decisions(ledger.decisions.values())


def import_decisions(path: Path, settings: Settings) -> Loaded:
    """Enters the decisions of a file. What is known is left as it is, and what was taken back here stays so."""
    found = {decision.id: decision for decision in read_decisions(path)}
    loaded = Loaded()
    with Ledger(shards_folder(settings.store)) as ledger:
        fresh = [d for d in found.values() if d.id not in ledger.decisions and d.id not in ledger.undone]
        loaded.new, loaded.taken_back = len(fresh), len(found.keys() & ledger.undone)
        loaded.known = len(found) - loaded.new - loaded.taken_back
        _enter(ledger, settings, fresh)
    with open_store(settings.store, settings, read_only=True) as store:
        loaded.waiting = {row["id"]: row["waits_for"] for row in store.rows(WAITING) if row["id"] in found}
    return loaded


WAITING = """
SELECT id, waits_for FROM decisions JOIN decision_names AS names ON names.number = decisions.number
WHERE waits_for IS NOT NULL ORDER BY decisions.number
"""
CORRECTED = """
SELECT field, value FROM holding_decisions WHERE about = 'claims' AND verdict = 'correct' AND one = ? ORDER BY number
"""
CLAIM = """
SELECT id AS claim_id FROM claims WHERE id = ?
UNION ALL SELECT claim_ids[1] FROM events WHERE id = ?
UNION ALL SELECT claim_ids[1] FROM events JOIN event_aliases ON event_aliases.event_id = events.id WHERE alias = ?
"""


def _find_claim(store: Store, name: str) -> str:
    """The claim of this id, or the earliest of the event of this id."""
    found = list(store.rows(CLAIM, [name, name, name]))
    if not found:
        raise TidingsError(f"no claim or event is called {name!r}; to see them, run: tidings claims, tidings events")
    return str(found[0]["claim_id"])


def _check_claim(store: Store, name: str) -> str:
    if not list(store.rows("SELECT id FROM claims WHERE id = ?", [name])):
        raise TidingsError(f"no claim is called {name!r}; to see them, run: tidings claims --format jsonl")
    return name


def _make(
    about: Literal["copies", "events", "claims"],
    verdict: Literal["same", "different", "correct", "reject"],
    pair: tuple[str, str],
    by: tuple[str, str],
    named: tuple[Named, ...],
    correction: tuple[str | None, Any] = (None, None),
) -> Decided:
    """The decision as it is entered, dated today."""
    decision = Decided(
        id="",
        about=about,
        verdict=verdict,
        one=pair[0],
        other=pair[1],
        author=by[0],
        reason=by[1],
        day=date.today(),  # noqa: DTZ011  # the day where the person sits
        field=correction[0],
        value=correction[1],
        named=named,
    )
    return msgspec.structs.replace(decision, id=make_decision_id(decision))


def _enter(ledger: Ledger, settings: Settings, decisions: Iterable[Decided]) -> list[Decided]:
    decisions = list(decisions)
    for decision in decisions:
        ledger.add(decision)
    load_store(ledger, settings)
    return decisions
