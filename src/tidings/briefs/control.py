"""Control in a brief: how many units of each kind each side holds, by province, and what no report tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from tidings.briefs.arrange import Draft, Labels, make_line
from tidings.briefs.cited import CitedClaim, Line, Piece
from tidings.briefs.names import is_plural, list_up, tell_name
from tidings.briefs.parts import ControlRow, ControlTable
from tidings.briefs.words import load_words
from tidings.wording import is_or_are, tell_day

CONTESTED, NOBODY = "contested", "no word"
# A unit of which nothing has been heard for so many days is told to have a stale last word.
STALE_DAYS, STALE_NAMED, SILENT_NAMED = 30, 6, 10


class ControlFacts(msgspec.Struct, frozen=True):
    """The map of a day, as `tidings control --level` lists it, by kind of unit."""

    day: date
    maps: Mapping[str, Sequence[Mapping[str, Any]]]


def tell_control(facts: ControlFacts, claims: Mapping[str, CitedClaim], labels: Labels) -> ControlTable | None:
    """Sentences and a table by province; None where no unit is told of."""
    summary = tuple(
        line
        for unit, rows in facts.maps.items()
        if (line := _tell_kind(unit, rows, facts.day, claims, labels)) is not None
    )
    if not summary:
        return None
    told: dict[str, list[Mapping[str, Any]]] = {}
    for row in facts.maps.get("district", ()):
        told.setdefault(row["province"] or "province not known", []).append(row)
    sides = sorted({str(row["holder"]) for rows in told.values() for row in rows if row["holder"]})
    columns = (*sides, CONTESTED, NOBODY)
    rows = [
        ControlRow(province, tuple(counts[column] for column in columns))
        for province, units in sorted(told.items())
        if (counts := Counter(_column_of(row) for row in units))
    ]
    heard = [row for row in rows if sum(row.counts[:-1])]
    silent = tuple(row.province for row in rows if not sum(row.counts[:-1]))
    if len(silent) > SILENT_NAMED:
        silent = (*silent[:SILENT_NAMED], f"and of {len(silent) - SILENT_NAMED} more provinces")
    return ControlTable(tell_day(facts.day), summary, tuple(map(_name, columns)), tuple(heard), silent)


def tell_silence(facts: ControlFacts) -> list[str]:
    """What is not known of units: those without a word, and those whose last word is old."""
    told = []
    for unit, rows in facts.maps.items():
        silent = sum(row["last_heard"] is None for row in rows)
        if silent and silent < len(rows):
            told.append(f"Of {len(rows)} {_many(unit)}, {silent} {is_or_are(silent)} named by no report.")
        old = [row for row in rows if row["last_heard"] and (facts.day - row["last_heard"]).days > STALE_DAYS]
        if old:
            old.sort(key=lambda row: (row["last_heard"], row["place"]))
            named = [f"{row['place']} ({tell_day(row['last_heard'])})" for row in old[:STALE_NAMED]]
            more = f" and {len(old) - STALE_NAMED} more" if len(old) > STALE_NAMED else ""
            units = _many(unit) if len(old) > 1 else unit
            told.append(
                f"The last word on {len(old)} {units} is more than {STALE_DAYS} days old: "
                f"{list_up(named) if not more else ', '.join(named) + more}."
            )
    return told


def _tell_kind(
    unit: str, rows: Sequence[Mapping[str, Any]], day: date, claims: Mapping[str, CitedClaim], labels: Labels
) -> Line | None:
    """ "On 31 August 2021, by all that was read, the Taliban hold 25 of 34 cities, 2 by their own word alone." """
    pieces: list[Piece] = []
    cited: dict[str, CitedClaim] = {}
    begin = f"On {tell_day(day)}, by all that was read, "  # reports of later days tell of this one too
    sides = sorted({str(row["holder"]) for row in rows if row["holder"] and row["state"] != CONTESTED})
    for side in sides:
        mine = [row for row in rows if row["holder"] == side and row["state"] != CONTESTED]
        known = _cited_by(mine, claims)
        if not known:
            continue
        cited |= known
        start = "; " if pieces else begin
        pieces.append(Piece(f"{start}{_tell_side(side, mine, unit, len(rows), is_first=not pieces)}", tuple(known)))
    disputed = [row for row in rows if row["state"] == CONTESTED]
    known = _cited_by(disputed, claims)
    if known:
        cited |= known
        start = "; " if pieces else begin
        pieces.append(Piece(f"{start}{len(disputed)} {is_or_are(len(disputed))} contested", tuple(known)))
    if not pieces:
        return None
    draft = Draft("territory.hold", "reported", None, day, (), None, (*pieces, Piece(".")), tuple(cited.values()))
    return make_line(draft, labels)


def _tell_side(side: str, rows: Sequence[Mapping[str, Any]], unit: str, every: int, *, is_first: bool) -> str:
    name = tell_name(side)
    verb = "hold" if is_plural([side]) else "holds"
    own = sum(row["state"] == "claimed" for row in rows)
    frame = f"{len(rows)} of {every} {_many(unit)}" if is_first else f"{len(rows)}"
    alone = f", {own} of them by {'their' if verb == 'hold' else 'its'} own word alone" if own else ""
    return f"{name} {verb} {frame}{alone}"


def _cited_by(rows: Iterable[Mapping[str, Any]], claims: Mapping[str, CitedClaim]) -> dict[str, CitedClaim]:
    return {claim_id: claims[claim_id] for row in rows for claim_id in row["claim_ids"] if claim_id in claims}


def _column_of(row: Mapping[str, Any]) -> str:
    if row["state"] == CONTESTED:
        return CONTESTED
    return str(row["holder"]) if row["holder"] else NOBODY


def _name(column: str) -> str:
    return column[:1].upper() + column[1:]


def _many(unit: str) -> str:
    return load_words().units[unit][1] if unit in load_words().units else f"{unit}s"
