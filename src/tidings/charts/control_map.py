"""The map of a day: each district in the colour of who holds it, paler where only its holder says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tidings.charts.shapes import Outline, flatten
from tidings.charts.spec import INK, PAPER, UNKNOWN, Row, Spec, colour_sides, make_spec
from tidings.wording import tell_day

# How firmly a side holds it, in words and in strength of colour.
STATES = {"held": 0.95, "claimed": 0.5, "contested": 0.95}
CONTESTED = "#3b3f45"
NOBODY = "no report tells"
WIDTH, HEIGHT = 640, 470


def map_control(
    rows: Sequence[Row],
    outlines: Mapping[str, Outline],
    borders: Sequence[Outline],
    day: date,
    sides: Iterable[str] = (),
    *,
    approximate: bool,
) -> Spec:
    """The map: `rows` as `tidings control --level district` gives them with `id`; outlines by unit id.

    A unit of which no report tells is grey; a contested one is dark, with its last holder in the tip. `borders` are
    drawn over it all: those of the provinces. `sides` are all that have a colour, shown or not.
    """
    shapes = flatten({**outlines, **{f"border {number}": border for number, border in enumerate(borders)}})
    units = [_make_unit(row, shapes[row["id"]]) for row in rows if row["id"] in shapes]
    colours = colour_sides((str(row["holder"]) for row in rows if row["holder"]), sides)
    legend = {NOBODY: UNKNOWN, **colours, "contested": CONTESTED}
    told = sum(unit["properties"]["holder"] != NOBODY for unit in units)
    return make_spec(
        f"Who holds which district, {tell_day(day)}",
        [
            f"{told} of {len(units)} districts are told of. Paler: only the holder says so.",
            "The areas are approximate: no surveyed boundaries." if approximate else "",
        ],
        f"A map of {len(units)} districts by who holds them on {tell_day(day)}.",
        width=WIDTH,
        height=HEIGHT,
        projection={"type": "identity", "reflectY": True},
        layer=[_fill_units(units, legend), _draw_borders([shapes[f"border {n}"] for n in range(len(borders))])],
    )


def _make_unit(row: Row, shape: Outline) -> Spec:
    state = row["state"]
    told = {
        "place": row["place"],
        "province": row["province"],
        "holder": row["holder"] or NOBODY,
        "state": state,
        "colour": "contested" if state == "contested" else row["holder"] or NOBODY,
        "strength": STATES.get(state, 1.0),
        "last heard": row["last_heard"].isoformat() if row["last_heard"] else "never",
    }
    return {"type": "Feature", "geometry": shape, "properties": told}


def _fill_units(units: Sequence[Spec], legend: Mapping[str, str]) -> Spec:
    tip = ("place", "province", "holder", "state", "last heard")
    return {
        "data": {"values": list(units)},
        "mark": {"type": "geoshape", "stroke": PAPER, "strokeWidth": 0.5},
        "encoding": {
            "color": {
                "field": "properties.colour",
                "type": "nominal",
                "scale": {"domain": list(legend), "range": list(legend.values())},
                "title": None,
            },
            "opacity": {"field": "properties.strength", "type": "quantitative", "scale": None, "legend": None},
            "tooltip": [{"field": f"properties.{name}", "title": name, "type": "nominal"} for name in tip],
        },
    }


def _draw_borders(borders: Sequence[Outline]) -> Spec:
    features = [{"type": "Feature", "geometry": border, "properties": {}} for border in borders]
    return {
        "data": {"values": features},
        "mark": {"type": "geoshape", "filled": False, "stroke": INK, "strokeWidth": 0.7, "strokeOpacity": 0.55},
    }
