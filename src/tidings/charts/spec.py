"""What all charts share: type, colours that colour-blind readers can tell apart, and how a side gets its colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Spec = dict[str, Any]
Row = Mapping[str, Any]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
# Okabe and Ito's colours, in an order in which the first ones differ most; grey is kept for what is not known.
SIDES = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442")
UNKNOWN, PAPER, INK, SOFT, LINE = "#d4d8dd", "#ffffff", "#1b1f24", "#5a6472", "#d9dde2"
FONT = "Helvetica, Arial, Liberation Sans, sans-serif"
OTHERS = "others"

CONFIG: Spec = {
    "background": PAPER,
    "font": FONT,
    "view": {"stroke": None},
    "title": {
        "anchor": "start",
        "fontSize": 15,
        "color": INK,
        "subtitleColor": SOFT,
        "subtitleFontSize": 11,
        "offset": 12,
    },
    "axis": {"labelColor": SOFT, "titleColor": SOFT, "gridColor": "#eceef1", "domainColor": LINE, "tickColor": LINE},
    "legend": {"labelColor": INK, "titleColor": SOFT, "orient": "bottom", "labelLimit": 260, "columns": 4},
    "header": {"labelColor": INK, "titleColor": SOFT},
}


def make_spec(title: str, subtitle: str | Sequence[str], description: str, **parts: Any) -> Spec:
    """A description with its heading; `description` is what a reader who cannot see it is told."""
    lines = [subtitle] if isinstance(subtitle, str) else list(subtitle)
    heading = {"text": title, "subtitle": [line for line in lines if line]}
    return {"$schema": SCHEMA, "config": CONFIG, "title": heading, "description": description, **parts}


def colour_sides(shown: Iterable[str], every: Iterable[str] = ()) -> dict[str, str]:
    """A colour for each side shown: by the alphabet of `every` side, so that it is the same in each chart of these."""
    wanted = {side for side in shown if side != OTHERS}
    named = sorted(wanted.union(every))
    return {side: SIDES[number % len(SIDES)] for number, side in enumerate(named) if side in wanted}


def keep_largest(names: Sequence[str], room: int) -> set[str]:
    """The `room` names that stand in most rows; ties by the alphabet."""
    counted = {name: names.count(name) for name in set(names)}
    return set(sorted(counted, key=lambda name: (-counted[name], name))[:room])
