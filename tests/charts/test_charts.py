"""Charts: what stands in each of them, and that they are drawn without a network."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from tidings.charts import chart_control, chart_events, chart_figures, chart_voices, draw, map_control
from tidings.charts.shapes import flatten
from tidings.charts.spec import SIDES, UNKNOWN, colour_sides, keep_largest

DAY = date(1999, 5, 9)
THEMES = {"control": "Control of places", "harm": "Harm to people"}


def square(west: float, south: float) -> dict[str, Any]:
    ring = [[west, south], [west, south + 1], [west + 1, south + 1], [west + 1, south], [west, south]]
    return {"type": "MultiPolygon", "coordinates": [[ring]]}


def unit(place: str, holder: str | None, state: str, heard: date | None = DAY) -> dict[str, Any]:
    return {
        "id": place, "place": place, "province": "Northshire", "holder": holder, "state": state, "last_heard": heard
    }  # fmt: skip


ROWS = [
    unit("Harrow", "Northern League", "held"),
    unit("Selby", "Northern League", "claimed"),
    unit("Corley", "Norland", "contested"),
    unit("Dorley", None, "unknown", None),
]
OUTLINES = {row["id"]: square(number, 50) for number, row in enumerate(ROWS)}


def features(spec: Any) -> dict[str, Any]:
    return {value["properties"]["place"]: value["properties"] for value in spec["layer"][0]["data"]["values"]}


def test_the_map_tells_held_claimed_contested_and_unknown_apart() -> None:
    spec = map_control(ROWS, OUTLINES, [square(0, 50)], DAY, approximate=True)
    told = features(spec)
    assert told["Harrow"]["colour"] == told["Selby"]["colour"] == "Northern League"
    assert told["Harrow"]["strength"] > told["Selby"]["strength"]
    assert told["Corley"]["colour"] == "contested"
    assert told["Dorley"]["colour"] == "no report tells"
    scale = spec["layer"][0]["encoding"]["color"]["scale"]
    assert dict(zip(scale["domain"], scale["range"], strict=True))["no report tells"] == UNKNOWN
    assert "3 of 4 districts are told of" in spec["title"]["subtitle"][0]


def test_approximate_areas_are_said_to_be_so() -> None:
    assert "approximate" in str(map_control(ROWS, OUTLINES, [], DAY, approximate=True)["title"])
    assert "approximate" not in str(map_control(ROWS, OUTLINES, [], DAY, approximate=False)["title"])


def test_a_unit_without_an_outline_is_not_drawn_elsewhere() -> None:
    assert set(features(map_control(ROWS, {"Harrow": square(0, 50)}, [], DAY, approximate=True))) == {"Harrow"}


def test_all_outlines_are_narrowed_alike() -> None:
    drawn = flatten({"south": square(0, 0), "north": square(0, 60)})
    widths = {key: shape["coordinates"][0][0][2][0] for key, shape in drawn.items()}
    assert widths["south"] == widths["north"] == pytest.approx(0.86, abs=0.02)


def test_control_over_time_counts_units_by_day_and_leaves_silence_out() -> None:
    later = [unit(row["place"], "Norland", "held") for row in ROWS[:2]] + ROWS[2:]
    spec = chart_control({DAY: ROWS, date(1999, 5, 20): later}, "districts")
    told = {(value["day"], value["who"]): value["units"] for value in spec["data"]["values"]}
    assert told == {
        ("1999-05-09", "Northern League"): 2,
        ("1999-05-09", "contested"): 1,
        ("1999-05-20", "Norland"): 2,
        ("1999-05-20", "contested"): 1,
    }
    assert "Of 4 districts; of 1 to 1 of them no report tells" in spec["title"]["subtitle"][0]


def test_events_stand_under_their_theme_and_in_its_order() -> None:
    rows = [
        {"week": date(1999, 5, 3), "theme": "harm", "events": 2},
        {"week": date(1999, 5, 3), "theme": "control", "events": 5},
    ]
    spec = chart_events(rows, THEMES)
    assert [value["events"] for value in spec["data"]["values"]] == [2, 5]
    assert spec["encoding"]["color"]["scale"]["domain"] == list(THEMES.values())


def figure(**fields: Any) -> dict[str, Any]:
    return {
        "first": DAY, "last": DAY, "low": 27.0, "best": None, "high": 30.0, "who": "army", "told": "killed", **fields
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "told"),
    [({}, "27 to 30"), ({"high": None}, "27 or more"), ({"low": None}, "up to 30"), ({"high": 27.0}, "27")],
)
def test_a_range_is_told_as_a_range(fields: dict[str, Any], told: str) -> None:
    (value,) = chart_figures([figure(**fields)], "killed", "tidings")["data"]["values"]
    assert value["range"] == told


def test_figures_of_voices_heard_less_are_kept_as_others() -> None:
    rows = [figure(who=f"voice {number}") for number in range(9) for _ in range(2 if number < 6 else 1)]
    values = chart_figures(rows, "killed", "tidings")["data"]["values"]
    assert len(values) == len(rows)
    assert {value["who"] for value in values} == {*(f"voice {number}" for number in range(6)), "others"}


def test_the_matrix_keeps_the_voices_heard_most_and_says_how_many_it_leaves_out() -> None:
    rows = [
        {"voice": f"voice {number:02}", "theme": "harm", "word": "denied", "claims": 20 - number}
        for number in range(18)
    ]
    spec = chart_voices(rows, THEMES)
    assert len({value["voice"] for value in spec["data"]["values"]}) == 16
    assert "2 voices heard less are not shown" in spec["title"]["subtitle"][0]


def test_a_side_has_one_colour_and_the_first_ones_differ() -> None:
    assert colour_sides(["b", "a", "b", "others"]) == {"a": SIDES[0], "b": SIDES[1]}
    assert colour_sides(["b"], ["a", "b"]) == {"b": SIDES[1]}, "as in the chart that shows both"
    assert keep_largest(["a", "b", "b"], 1) == {"b"}


@pytest.mark.parametrize(("form", "start"), [(".png", b"\x89PNG"), (".svg", b"<svg"), (".html", b"<!DOCTYPE html")])
def test_a_chart_is_drawn_in_every_form(form: str, start: bytes) -> None:
    assert draw(map_control(ROWS, OUTLINES, [], DAY, approximate=True), form).startswith(start)


def test_a_chart_in_html_fetches_nothing() -> None:
    page = draw(chart_figures([figure()], "killed", "tidings"), ".html").decode()
    head, _, script = page.partition('<script type="application/json"')
    assert not re.findall(r"\b(?:src|href)=", head)
    assert "default-src 'none'" in head
    assert "vega" in script


def test_names_out_of_reports_are_no_markup_in_a_picture() -> None:
    rows = [unit("Harrow", "</script><script>alert(1)</script>", "held")]
    for form in (".svg", ".html"):
        assert b"<script>alert" not in draw(map_control(rows, OUTLINES, [], DAY, approximate=True), form)
