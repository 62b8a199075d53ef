"""A person's hand: decisions are entered in the ledger beside the shards and replayed whenever the store is built.

A decision is never overwritten: of two on one pair the later holds, and one that is undone is as if never taken.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from tidings.engines.entries import Decided, Undone
from tidings.engines.ledger import Ledger
from tidings.errors import TidingsError
from tidings.pipeline import find_documents, load_store
from tidings.records import make_id
from tidings.settings import Settings
from tidings.store import open_store, shards_folder

Verdict = Literal["same", "different"]


def decide_copy(verdict: Verdict, pair: tuple[str, str], author: str, reason: str, settings: Settings) -> Decided:
    """That the first report copies the second (same), or does not (different). Reports by own id or id."""
    with Ledger(shards_folder(settings.store)) as ledger:
        one, other = (find_documents(name, ledger)[-1] for name in pair)
        if ledger.standings[one].mark.work == ledger.standings[other].mark.work:
            raise TidingsError(f"{pair[0]} and {pair[1]} are one report; name two")
        return _enter(ledger, settings, make_decision("copies", verdict, (one, other), author, reason))


def decide_event(verdict: Verdict, pair: tuple[str, str], author: str, reason: str, settings: Settings) -> Decided:
    """That two claims, or the earliest claims of two events, speak of the same event or of different ones."""
    with open_store(settings.store, settings, read_only=True) as store:
        one, other = (_find_claim(name, list(store.rows(CLAIM, [name, name, name]))) for name in pair)
    if one == other:
        raise TidingsError(f"{pair[0]} and {pair[1]} are one claim; name two")
    with Ledger(shards_folder(settings.store)) as ledger:
        return _enter(ledger, settings, make_decision("events", verdict, (one, other), author, reason))


def undo_decision(decision_id: str, author: str, settings: Settings) -> Decided:
    """Takes a decision back, and gives what it was."""
    with Ledger(shards_folder(settings.store)) as ledger:
        decision = ledger.decisions.get(decision_id)
        if decision is None:
            raise TidingsError(f"no decision is called {decision_id!r}; to see them all, run: tidings decisions")
        ledger.add(Undone(decision_id, author, date.today()))  # noqa: DTZ011  # the day where the person sits
        load_store(ledger, settings)
    return decision


def make_decision(
    about: Literal["copies", "events"], verdict: Verdict, pair: tuple[str, str], author: str, reason: str
) -> Decided:
    """The decision as it is entered, dated today."""
    day = date.today()  # noqa: DTZ011  # the day where the person sits
    return Decided(
        id=make_id("dec", about, verdict, *pair, author, reason, day),
        about=about,
        verdict=verdict,
        one=pair[0],
        other=pair[1],
        author=author,
        reason=reason,
        day=day,
    )


CLAIM = """
SELECT id AS claim_id FROM claims WHERE id = ?
UNION ALL SELECT claim_ids[1] FROM events WHERE id = ?
UNION ALL SELECT claim_ids[1] FROM events JOIN event_aliases ON event_aliases.event_id = events.id WHERE alias = ?
"""


def _find_claim(name: str, found: list[dict[str, str]]) -> str:
    if not found:
        raise TidingsError(f"no claim or event is called {name!r}; to see them, run: tidings claims, tidings events")
    return found[0]["claim_id"]


def _enter(ledger: Ledger, settings: Settings, decision: Decided) -> Decided:
    ledger.add(decision)
    load_store(ledger, settings)
    return decision
