"""Events by week and kind: how much is told of each theme. Few reports look like few events, and it says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tidings.charts.spec import SIDES, Row, Spec, make_spec


def chart_events(rows: Sequence[Row], themes: Mapping[str, str]) -> Spec:
    """The chart: `rows` of `week` (its Monday), `theme` and `events`; `themes` gives each theme's title, in order."""
    values = [
        {"week": row["week"].isoformat(), "kind": themes[row["theme"]], "events": row["events"]}
        for row in rows
        if row["theme"] in themes
    ]
    titles = [title for title in themes.values() if any(value["kind"] == title for value in values)]
    return make_spec(
        "Events by week",
        [
            "Events told as having happened, by the week they fell in; those of no single week are not counted.",
            "A low week can be one of few reports.",
        ],
        "Number of events by week and kind.",
        width=600,
        height=260,
        data={"values": values},
        mark={"type": "bar", "tooltip": True, "width": {"band": 0.85}},
        encoding={
            "x": {
                "field": "week",
                "type": "ordinal",
                "timeUnit": "yearmonthdate",
                "title": "week from",
                "axis": {"format": "%-d %b", "labelOverlap": True, "labelAngle": 0},
            },
            "y": {"field": "events", "type": "quantitative", "title": "events", "axis": {"tickMinStep": 1}},
            "color": {
                "field": "kind",
                "type": "nominal",
                "title": None,
                "scale": {"domain": titles, "range": list(SIDES)},
            },
        },
    )
