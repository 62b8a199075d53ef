"""Control over time: how many units each side holds, day by day, stacked, with the contested ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tidings.charts.spec import SOFT, Row, Spec, colour_sides, make_spec

CONTESTED, NOBODY = "contested", "no report tells"


def chart_control(days: Mapping[date, Sequence[Row]], units: str, sides: Iterable[str] = ()) -> Spec:
    """The chart: for each day the rows of the map of that day, of one kind of unit (`units`, such as `districts`).

    Silent units are counted under the heading and not in the stack: there would be nothing else to see. `sides` are all
    that have a colour, shown or not.
    """
    counted = [_count(day, rows) for day, rows in sorted(days.items())]
    values = [value for day in counted for value in day if value["who"] != NOBODY]
    colours = colour_sides((value["who"] for value in values if value["who"] != CONTESTED), sides)
    legend = {**colours, CONTESTED: SOFT}
    every = max((len(rows) for rows in days.values()), default=0)
    silent = [value["units"] for day in counted for value in day if value["who"] == NOBODY]
    return make_spec(
        f"Who holds how many {units}",
        f"Of {every} {units}; of {min(silent, default=0)} to {max(silent, default=0)} of them no report tells, "
        "and they are not shown.",
        f"Number of {units} by who holds them, day by day.",
        width=600,
        height=260,
        data={"values": values},
        mark={"type": "area", "interpolate": "step-after", "tooltip": True},
        encoding={
            "x": {
                "field": "day",
                "type": "temporal",
                "title": None,
                "axis": {"format": "%-d %b %Y", "labelOverlap": True},
            },
            "y": {"field": "units", "type": "quantitative", "title": units, "axis": {"tickMinStep": 1}},
            "color": {
                "field": "who",
                "type": "nominal",
                "title": None,
                "scale": {"domain": list(legend), "range": list(legend.values())},
            },
            "order": {"field": "who", "type": "nominal"},
        },
    )


def _count(day: date, rows: Sequence[Row]) -> list[Spec]:
    named = [CONTESTED if row["state"] == CONTESTED else row["holder"] or NOBODY for row in rows]
    return [{"day": day.isoformat(), "who": who, "units": named.count(who)} for who in sorted(set(named))]
