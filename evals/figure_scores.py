"""Pair figures with a gold table, and score them.

A figure and a gold row may be paired when all of this agrees: `what`, up to number; place, by P-code where both have
one, else a name in common; period, give or take three days, a missing end being open; population and basis, where both
say one. Pairs are one to one, nearest first: by days between the ends, then by what is said alike, then by value.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

Row = Mapping[str, Any]

SLACK = timedelta(days=3)
UNKNOWN_DAYS = 30  # what a missing end counts as, where the other has one
UNITS = {"cities": "city", "wounded": "injured", "families": "household"}
MOVED = ("displaced", "returned", "evacuated")
GROUND = ("district", "city")
# Populations that gold and figures may name differently. Of districts and cities: who holds them, not people.
PEOPLE = (
    ("families", r"famil|household"),
    ("insurgents", r"taliban|insurgent|militant|terrorist|rebel|\bfighters?$"),
    (
        "security forces",
        r"security|soldier|army|police|troop|servicem|border guard|government forces|military|defender|militia",
    ),
    ("civilians", r"civilian|resident|villager"),
    ("prisoners", r"prisoner|inmate"),
)
HOLDERS = (
    ("contested", r"contest|disput"),
    ("taliban", r"taliban|insurgent"),
    ("government", r"government"),
    ("capitals", r"capital"),
)
NOBODY = {"", "people", "persons", "all", "unknown", "none", "null"}


@dataclass(frozen=True)
class Figure:
    """A row in a form in which two can be compared. `low` and `high` stand in for each other, and `best` for both."""

    what: str
    of: str | None
    codes: frozenset[str]
    names: frozenset[str]
    first: date | None
    last: date | None
    basis: str | None
    by: str | None
    out_of: float | None
    low: float
    best: float | None
    high: float
    row: Row

    @property
    def ratio(self) -> float:
        return self.high / max(self.low, 1)


def make_figures(rows: Iterable[Row]) -> list[Figure]:
    """Rows as figures; rows without any number are left out."""
    return [figure for row in rows if (figure := make_figure(row)) is not None]


def make_figure(row: Row) -> Figure | None:
    what = _unit(row.get("what"))
    of = _population(row.get("of"), what)
    if what == "household":
        what, of = (of if of in MOVED else "displaced"), "families"
    low, best, high = (_number(row.get(key)) for key in ("low", "best", "high"))
    known = [value for value in (low, best, high) if value is not None]
    if not known:
        return None
    return Figure(
        what=what,
        of=of,
        codes=frozenset(code.strip() for code in _listed(row.get("pcode"))),
        names=frozenset(
            re.sub(r"\b(city|district|province|town)\b|\W", "", _plain(name)) for name in _listed(row.get("place"))
        )
        - {""},
        first=_day(row.get("first")),
        last=_day(row.get("last")),
        basis=row.get("basis") or None,
        by=_plain(row.get("by")) or None,
        out_of=_number(row.get("out_of")),
        low=low if low is not None else best if best is not None else known[-1],
        best=best,
        high=high if high is not None else best if best is not None else known[0],
        row=row,
    )


def pair_figures(gold: Sequence[Figure], figures: Sequence[Figure]) -> dict[int, int]:
    """Which gold row goes with which figure, by their places in the two lists."""
    options = sorted(
        (_distance(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(figures) if can_pair(g, f)
    )
    pairs: dict[int, int] = {}
    for _, i, j in options:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def can_pair(gold: Figure, figure: Figure) -> bool:
    return (
        _is_same_thing(gold, figure)
        and _agree(gold.of, figure.of)
        and _agree(gold.basis, figure.basis)
        and _overlap(gold, figure)
    )


def is_best_right(gold: Figure, figure: Figure) -> bool:
    """The same best, within 2 % over 100; where gold has none, a range that covers gold's, at most twice as wide."""
    if gold.best is None:
        return figure.low <= gold.low and figure.high >= gold.high and figure.ratio <= 2 * max(gold.ratio, 1)
    if figure.best is None:
        return False
    return figure.best == gold.best or (gold.best > 100 and abs(figure.best - gold.best) <= 0.02 * gold.best)


def is_in_range(gold: Figure, figure: Figure) -> bool:
    """Gold's best lies in a range that is no wider than twice its low, or than gold's own."""
    return gold.best is not None and figure.low <= gold.best <= figure.high and figure.ratio <= max(2, gold.ratio)


def score_figures(gold_rows: Iterable[Row], rows: Iterable[Row]) -> dict[str, float]:
    """found, best_right, right: shares of gold. precision: of the figures whose measure and place gold speaks of."""
    gold, figures = make_figures(gold_rows), make_figures(rows)
    pairs = pair_figures(gold, figures)
    judged = [f for f in figures if any(_is_same_thing(g, f) for g in gold)]
    best = {i for i, j in pairs.items() if is_best_right(gold[i], figures[j])}
    inside = {i for i, j in pairs.items() if is_in_range(gold[i], figures[j])}
    return {
        "gold": len(gold),
        "figures": len(figures),
        "judged": len(judged),
        "found": _share(len(pairs), len(gold)),
        "best_right": _share(len(best), len(gold)),
        "right": _share(len(best | inside), len(gold)),
        "precision": _share(len(pairs), len(judged)),
    }


def _is_same_thing(gold: Figure, figure: Figure) -> bool:
    if gold.what != figure.what:
        return False
    if gold.codes and figure.codes:
        return bool(gold.codes & figure.codes)
    return bool(gold.names & figure.names)


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _overlap(gold: Figure, figure: Figure) -> bool:
    too_late = gold.last and figure.first and figure.first > gold.last + SLACK
    too_early = gold.first and figure.last and figure.last < gold.first - SLACK
    return not (too_late or too_early)


def _distance(gold: Figure, figure: Figure) -> tuple[int, int, float]:
    days = sum(
        UNKNOWN_DAYS if one is None or other is None else abs((other - one).days)
        for one, other in ((gold.first, figure.first), (gold.last, figure.last))
    )
    unlike = sum(getattr(gold, key) != getattr(figure, key) for key in ("of", "basis", "by", "out_of"))
    one, other = (f.best if f.best is not None else f.high for f in (gold, figure))
    return days, unlike, abs(one - other) / max(one, other, 1)


def _unit(text: object) -> str:
    unit = _plain(text).replace(" ", "_")
    unit = UNITS.get(unit, unit)
    return (
        unit[:-1]
        if unit.endswith("s") and unit[:-1] in {"district", "province", "building", "bridge", "checkpoint", "household"}
        else unit
    )


def _population(text: object, what: str) -> str | None:
    plain = _plain(text)
    if what in GROUND:
        return next((name for name, words in HOLDERS if re.search(words, plain)), None)
    return None if plain in NOBODY else next((name for name, words in PEOPLE if re.search(words, plain)), plain)


def _plain(text: object) -> str:
    ascii_text = unicodedata.normalize("NFKD", str(text or "")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"\(.*?\)", " ", ascii_text)).strip()


def _listed(value: object) -> list[str]:
    parts = value if isinstance(value, list) else str(value or "").split(";")
    return [str(part) for part in parts if part and str(part).strip()]


def _number(value: object) -> float | None:
    return None if value in (None, "") else float(str(value))


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)[:10]) if value else None


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
