"""Figures over time: a bar over the days that each speaks of, with its range, coloured by who says so."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.charts.spec import OTHERS, SIDES, SOFT, Row, Spec, keep_largest, make_spec
from tidings.wording import tell_span

ROOM = 6


def chart_figures(rows: Sequence[Row], what: str, rule: str) -> Spec:
    """The chart: `rows` of `first`, `last`, `low`, `best`, `high`, `who`, `told` (what is counted, and where).

    A figure without a high is open upwards, and is drawn from its low with a light end.
    """
    kept = keep_largest([str(row["who"]) for row in rows], ROOM)
    values = [_make_value(row, kept) for row in rows]
    names = sorted({value["who"] for value in values if value["who"] != OTHERS})
    colours = dict(zip(names, SIDES, strict=False)) | (
        {OTHERS: SOFT} if any(v["who"] == OTHERS for v in values) else {}
    )
    shared = {
        "x": {
            "field": "first",
            "type": "temporal",
            "title": None,
            "axis": {"format": "%-d %b %Y", "labelOverlap": True},
        },
        "x2": {"field": "last"},
        "color": {
            "field": "who",
            "type": "nominal",
            "title": None,
            "scale": {"domain": list(colours), "range": list(colours.values())},
            "legend": {"symbolOpacity": 1, "columns": 3},
        },
        "tooltip": [{"field": name, "type": "nominal"} for name in ("told", "range", "who", "first", "last")],
    }
    scale = {"type": "symlog"}
    return make_spec(
        f"Figures over time: {what}",
        f"Each bar spans the days that a figure speaks of; what reaches up from it is its range. Rule: {rule}.",
        f"Figures of {what} by the days they speak of, with their ranges and who says so.",
        width=600,
        height=280,
        data={"values": values},
        layer=[
            {
                "mark": {"type": "rect", "opacity": 0.25},
                "encoding": {
                    **shared,
                    "y": {"field": "low", "type": "quantitative", "title": what, "scale": scale},
                    "y2": {"field": "high"},
                },
            },
            {
                "mark": {"type": "rule", "strokeWidth": 3, "strokeCap": "round"},
                "encoding": {**shared, "y": {"field": "shown", "type": "quantitative", "scale": scale}},
            },
        ],
    )


def _make_value(row: Row, kept: set[str]) -> Spec:
    low, high = row["low"], row["high"]
    shown = row["best"] if row["best"] is not None else low if low is not None else high
    return {
        "first": row["first"].isoformat(),
        # a day has a width
        "last": f"{row['last'].isoformat()}T23:59:59",
        "low": shown if low is None else low,
        "high": shown if high is None else high,
        "shown": shown,
        "range": tell_span(low, high),
        "who": row["who"] if row["who"] in kept else OTHERS,
        "told": row["told"],
    }
