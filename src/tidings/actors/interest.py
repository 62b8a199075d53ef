"""What a speaker is to an act, and whether a claim runs with or against its interest (docs/reconcile.md, section 1)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Literal

import msgspec

from tidings.actors.actor import BUILT_IN, load_kinds
from tidings.actors.identify import Identity
from tidings.actors.table import ActorTable
from tidings.records import Claim

Runs = Literal["own", "against"]
CIVILIANS = frozenset(
    "civilians children women families residents villagers journalists refugees students passengers worshippers "
    "demonstrators protesters patients teachers farmers workers girls boys".split()
)
FIGHTERS = frozenset("insurgents soldiers police fighters militants rebels guerrillas troops".split())
BODIES_OF_STATE = frozenset({"state", "government", "parliament", "court", "army", "police"})


class Stake(msgspec.Struct, frozen=True):
    """What an act says for (1) or against (-1) those who do it and suffer it."""

    actor: int = 0
    target: int = 0
    civilians: int | None = None


class Interest(msgspec.Struct, frozen=True):
    """`party`, `ally`, `third`, `witness` or `unknown`; whether the claim runs for or against the speaker."""

    kind: str
    runs: Runs | None
    reason: str


class Side(msgspec.Struct, frozen=True):
    """How a speaker stands to a side of an act: 1 own or allied, -1 enemy, 0 neither; `own` where it is of it."""

    sign: int
    own: bool
    reason: str


@cache
def load_stakes() -> Mapping[str, Stake]:
    """The stakes by act."""
    text = BUILT_IN.joinpath("stakes.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Stake])


def interest(
    claim: Claim,
    speaker: Identity,
    actors: Iterable[Identity],
    targets: Iterable[Identity],
    table: ActorTable,
    on: date | None,
) -> Interest:
    """What the speaker is to this claim's act on a day, with the reason."""
    actors, targets = list(actors), list(targets)
    kind = table_interest(speaker)
    if kind == "witness":
        return Interest("witness", None, f"{speaker.why}: {kind}")
    doer = relation(speaker, actors, table, on)
    sufferer = relation(speaker, targets, table, on)
    if not doer.sign and not sufferer.sign:
        return _neither(speaker, kind)
    unnamed_other = not targets or not actors
    named = doer if doer.sign else sufferer
    is_party = doer.own or sufferer.own or (unnamed_other and named.sign < 0)
    found = "party" if is_party else "ally"
    reasons = [side.reason for side in (doer, sufferer) if side.sign]
    runs, why = _runs(claim, doer, sufferer, targets)
    return Interest(found, runs, "; ".join([*reasons, *([why] if why else [])]))


def of_publisher(found: Interest, publisher: Identity | None, countries: Iterable[str], home: str | None) -> Interest:
    """The interest of a report's own voice: `third` when the outlet is foreign to the conflict, else `unknown`.

    An outlet that a side owns speaks for it, so `party` and `ally` stand, and so does how the claim runs.
    """
    if publisher is None:
        return Interest("unknown", None, "the report's own voice; its publisher is not in the table")
    if found.kind in ("party", "ally"):
        return found
    foreign = home is not None and bool(list(countries)) and home not in countries
    if foreign:
        return Interest("third", None, f"the report's own voice; {publisher.name} is foreign to {home}")
    return Interest(
        "unknown", None, f"the report's own voice; {publisher.name} is not known to be foreign to the conflict"
    )


def table_interest(speaker: Identity) -> str | None:
    """What a speaker of this kind is to a conflict not its own."""
    return load_kinds()[speaker.kind].interest


def _neither(speaker: Identity, kind: str | None) -> Interest:
    if kind == "third":
        return Interest("third", None, f"{speaker.why}: belongs to no side of it")
    if speaker.kind in BODIES_OF_STATE and speaker.sides:
        return Interest("third", None, f"{speaker.why}: a state without a known tie to either side")
    return Interest("unknown", None, f"{speaker.why}: no tie to either side is known")


def relation(speaker: Identity, others: Iterable[Identity], table: ActorTable, on: date | None) -> Side:
    """How a speaker stands to those who do or suffer an act together: its own first, then friends, then enemies."""
    found = [_between(speaker, other, table, on) for other in others]
    found.sort(key=lambda side: (not side.own, -side.sign if side.sign else 2))
    return found[0] if found else Side(0, False, "")


def _between(speaker: Identity, other: Identity, table: ActorTable, on: date | None) -> Side:
    ours = _all_sides(speaker, table, on)
    theirs = _all_sides(other, table, on)
    common = [at for at in ours if at in theirs]
    hostile = _tied(ours, theirs, table, on, "enemies")
    allied = _tied(ours, theirs, table, on, "allies")
    if hostile and allied and not common:
        return Side(0, False, "")  # on which day it was said decides, and that is not known
    if common and not hostile:
        if speaker.id == other.id:
            return Side(1, True, f"{speaker.name} speaks of itself")
        return Side(
            1, True, f"{speaker.name} and {other.name} are both of {_title(common[0], table)}{_paths(ours, common)}"
        )
    if hostile and not common:
        return Side(-1, False, f"{_title(hostile[0], table)} is an enemy of {_title(hostile[1], table)}")
    if allied and not common and not hostile:
        return Side(1, False, f"{_title(allied[0], table)} is an ally of {_title(allied[1], table)}")
    return Side(0, False, "")


def _all_sides(identity: Identity, table: ActorTable, on: date | None) -> dict[str, str]:
    sides: dict[str, str] = {}
    for side in identity.sides:
        sides |= table.sides(side, on)
    return sides


def _tied(
    ours: Mapping[str, str], theirs: Mapping[str, str], table: ActorTable, on: date | None, field: str
) -> tuple[str, str] | None:
    """The first pair of our sides and theirs of which one names the other as ally or enemy on the day."""
    for mine, others in ((ours, theirs), (theirs, ours)):
        for at in mine:
            actor = table.get(at)
            if actor is None:
                continue
            for tie in getattr(actor, field):
                if tie.to in others and tie.holds(on):
                    return (at, tie.to) if mine is ours else (tie.to, at)
            if field == "enemies" and table.kind(actor).against == "state":
                home = next((code for code in table.homes(actor) if code in others), None)
                if home and not any(tie.to == home for tie in (*actor.enemies, *actor.allies, *actor.of)):
                    return (at, home) if mine is ours else (home, at)
    return None


def _runs(claim: Claim, doer: Side, sufferer: Side, targets: Iterable[Identity]) -> tuple[Runs | None, str]:
    """Whether what is asserted or denied speaks for or against the speaker's side."""
    stake = load_stakes().get(claim.act)
    if stake is None or claim.certainty in ("planned", "possible"):
        return None, ""
    of_civilians = _suffered_by_civilians(claim, targets)
    by_actor = stake.actor if of_civilians is False or stake.civilians is None else stake.civilians
    if of_civilians is None and stake.civilians is not None and stake.civilians != stake.actor:
        by_actor = 0  # it is not said who suffered it
    by_target = 0 if of_civilians else stake.target
    total = doer.sign * by_actor + sufferer.sign * by_target
    if claim.stance != "asserts":
        total = -total
    if not total:
        return None, ""
    runs: Runs = "own" if total > 0 else "against"
    said = {"asserts": "asserting", "denies": "denying", "doubts": "doubting"}[claim.stance]
    return runs, f"{said} {claim.act} {'serves' if total > 0 else 'runs against'} that side"


def _suffered_by_civilians(claim: Claim, targets: Iterable[Identity]) -> bool | None:
    """Whether civilians suffer the act, fighters or a side do, or it is not said."""
    kinds = {target.kind for target in targets}
    of = {str(count.of).lower() for count in claim.counts if count.of}
    if of & CIVILIANS or kinds & {"civilians", "medics", "media", "aid", "protesters", "church"}:
        return True
    if of & FIGHTERS or any(target.sides for target in targets):
        return False
    return None if not claim.act.startswith("territory.") else False


def _title(actor_id: str, table: ActorTable) -> str:
    actor = table.get(actor_id)
    return actor.name if actor else actor_id


def _paths(ours: Mapping[str, str], common: list[str]) -> str:
    return f" ({ours[common[0]]})" if ours[common[0]] else ""
