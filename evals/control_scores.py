"""Changes of hands beside those of a gold table: which were found, how they stand, what the map makes of them.

A change is found when one of the same unit and side lies within a day of gold's span of days, each used once. Its class
is `contested`, `claimed` or `firm`. A change that the table of what never was names is forbidden; one that it sets
aside is true but outside the gold, and is not counted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

Row = Mapping[str, Any]
SLACK = timedelta(days=1)
CLASSES = ("firm", "claimed", "contested")
# sides as gold writes them -> words of a side as tidings names it
SIDES = {"TLB": ("taliban",), "GOV": ("government", "forces", "army", "police")}


@dataclass(frozen=True)
class Change:
    """A change of hands: of a unit by its code, else by its names, to a side, on a day or within a span."""

    code: str
    names: frozenset[str]
    side: str
    day: date
    first: date
    last: date
    kind: str


def plain(name: str) -> str:
    """A name without accents, brackets, spaces and points."""
    letters = unicodedata.normalize("NFKD", re.sub(r"\(.*?\)", "", name)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", letters.lower())


def read_side(name: str) -> str:
    """A side by the word that gold has for it."""
    if name in SIDES:
        return name
    return next((side for side, words in SIDES.items() if any(word in name.lower() for word in words)), plain(name))


def read_change(row: Row) -> Change:
    """A row that tidings lists."""
    day = _day(row["day"])
    kind = (
        "contested"
        if "contested" in (row["state"], row["standing"])
        else "claimed"
        if row["state"] == "claimed"
        else "firm"
    )
    names = frozenset({plain(row["place"])})
    return Change(row["pcode"] or "", names, read_side(row["side"]), day, day, day, kind)


def read_gold(row: Row) -> Change:
    """A row of a gold table; `status` is its class, or `kind` in the table of what never was."""
    first, last = _day(row["date_first"]), _day(row["date_last"])
    names = frozenset(plain(name) for name in [row["place"], *row["names"].split("|")] if name)
    day = _day(row["date"]) if "date" in row else first
    return Change(row["pcode"], names, read_side(row["side"]), day, first, last, row.get("status") or row["kind"])


def is_same_unit(gold: Change, change: Change) -> bool:
    """By code where gold has one, else by name."""
    return gold.code == change.code if gold.code else not change.code and bool(gold.names & change.names)


def pair_changes(gold: Sequence[Change], changes: Sequence[Change]) -> dict[int, int]:
    """Gold row -> change, by their numbers; the narrowest gold first, and of several changes the nearest."""
    free, pairs = set(range(len(changes))), {}
    for g in sorted(range(len(gold)), key=lambda g: (gold[g].last - gold[g].first, gold[g].day)):
        near = [i for i in free if _is_found(gold[g], changes[i], SLACK)]
        if near:
            pairs[g] = min(near, key=lambda i: (abs(changes[i].day - gold[g].day), i))
            free.discard(pairs[g])
    return pairs


def score_changes(gold: Sequence[Change], changes: Sequence[Change], never: Sequence[Change]) -> dict[str, float]:
    """The scores in percent, and the number of forbidden changes."""
    pairs = pair_changes(gold, changes)
    unused = set(range(len(changes))) - set(pairs.values())
    aside = {i for i in unused if _is_named(changes[i], never, {"aside"})}
    forbidden = [i for i in unused - aside if _is_named(changes[i], never, {n.kind for n in never} - {"aside"})]
    counted = len(changes) - len(aside)
    right = [g for g, i in pairs.items() if gold[g].kind == changes[i].kind]
    scores = {
        "recall": percent(len(pairs), len(gold)),
        "precision": percent(len(pairs), counted),
        "f1": percent(2 * len(pairs), len(gold) + counted),
        "status": percent(len(right), len(pairs)),
        "map": score_map(gold, changes),
        "forbidden": float(len(forbidden)),
    }
    for kind in CLASSES:
        found = [g for g in pairs if gold[g].kind == kind]
        scores[kind] = percent(sum(g in right for g in found), len(found))
    return scores


def score_map(gold: Sequence[Change], changes: Sequence[Change]) -> float:
    """Share of days, from each unit's first gold change on, on which the last change names gold's holder.

    Days within a gold change's span, and days that rest on a contested one, are not asked.
    """
    right = asked = 0
    end = max((change.last for change in gold), default=date.min)
    for unit in {(change.code, change.names if not change.code else frozenset()) for change in gold}:
        mine = sorted(
            (g for g in gold if (g.code, g.names if not g.code else frozenset()) == unit), key=lambda change: change.day
        )
        told = sorted((c for c in changes if is_same_unit(mine[0], c)), key=lambda change: change.day)
        for number in range((end - mine[0].day).days + 1):
            on = mine[0].day + timedelta(days=number)
            now = [g for g in mine if g.day <= on][-1]
            if now.kind == "contested" or any(g.first <= on < g.last for g in mine):
                continue
            asked += 1
            right += [c.side for c in told if c.day <= on][-1:] == [now.side]
    return percent(right, asked)


def percent(part: int, whole: int) -> float:
    """0 where there is nothing to have a share of."""
    return round(100 * part / whole, 1) if whole else 0.0


def read_never(rows: Iterable[Row]) -> list[Change]:
    """The table of what never was, without what names no unit or no side."""
    return [read_gold(row) for row in rows if not row["kind"].startswith("no_")]


def _is_named(change: Change, never: Iterable[Change], kinds: Collection[str]) -> bool:
    return any(n.kind in kinds and _is_found(n, change, timedelta(0)) for n in never)


def _is_found(gold: Change, change: Change, slack: timedelta) -> bool:
    in_time = gold.first - slack <= change.day <= gold.last + slack
    return in_time and gold.side == change.side and is_same_unit(gold, change)


def _day(day: Any) -> date:
    return day if isinstance(day, date) else date.fromisoformat(day)
