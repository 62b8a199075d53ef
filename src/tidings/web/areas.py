"""The areas that the page shades: outlines of countries, provinces and districts, and circles where there are none."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tidings.web.named_sql import read_sql
from tidings.web.view import Row, Tables, View

DECIMALS = {"country": 2, "province": 3, "district": 3}
FAR_DECIMALS = 1  # of countries that are no neighbours of those that claims speak of
NEAR_DEGREES = 6
# a place of these kinds is an area; with no outline it is a circle of so many kilometres about its point
CIRCLES = {"country": 200, "province": 60, "region": 80, "natural": 30, "district": 12, "temporary_district": 8}
CORNERS = 36
Box = tuple[float, float, float, float]
KM_A_DEGREE = 111.32


def make_areas(view: View, tables: Tables) -> dict[str, Any]:
    """GeoJSON of every area that a claim or a unit may mean, and of all countries for the ground."""
    places = list(view.rows(read_sql("picture_places")))
    units = list(view.rows(read_sql("picture_units")))
    countries = sorted({row["country"] for row in (*places, *units)})
    features = list(_outlined(tables, countries))
    known = {feature["properties"]["id"] for feature in features}
    features += [
        _circle(row) for row in places if row["kind"] in CIRCLES and row["id"] not in known and row["lat"] is not None
    ]
    return {
        "type": "FeatureCollection",
        "copy": view.copy,
        "countries": countries,
        "credits": list(tables.credits),
        "features": features,
    }


def _outlined(tables: Tables, countries: Sequence[str]) -> Iterator[dict[str, Any]]:
    found = list(tables.outlines(countries))
    meant = {f"iso:{code}" for code in countries}
    boxes = [box for place_id, *_, geometry in found if place_id in meant for box in _boxes(geometry)]
    for place_id, kind, name, is_approximate, geometry in found:
        is_near = kind != "country" or any(_touch(box, other) for box in _boxes(geometry) for other in boxes)
        drawn = _rounded(geometry, DECIMALS.get(kind, 3) if is_near else FAR_DECIMALS)
        if drawn["coordinates"]:
            yield _feature(place_id, kind, name, drawn, "approximate" if is_approximate else "outline")


def _boxes(geometry: Mapping[str, Any]) -> Iterator[Box]:
    """West, south, east and north of each part."""
    for polygon in geometry["coordinates"]:
        xs, ys = [x for x, _ in polygon[0]], [y for _, y in polygon[0]]
        yield min(xs), min(ys), max(xs), max(ys)


def _touch(one: Box, other: Box) -> bool:
    """Whether two boxes lie within a few degrees of each other."""
    return all(one[i] - NEAR_DEGREES <= other[i + 2] and other[i] - NEAR_DEGREES <= one[i + 2] for i in (0, 1))


def _feature(place_id: str, kind: str, name: str, geometry: Mapping[str, Any], drawn: str) -> dict[str, Any]:
    """`drawn` says how true the edge is: outline, approximate, circle. It bears no id, as maps take only numbers."""
    properties = {"id": place_id, "kind": kind, "name": name, "drawn": drawn}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _rounded(geometry: Mapping[str, Any], decimals: int) -> dict[str, Any]:
    polygons = []
    for polygon in geometry["coordinates"]:
        rings = [_round_ring(ring, decimals) for ring in polygon]
        if rings and len(rings[0]) >= 4:
            polygons.append([ring for ring in rings if len(ring) >= 4])
    return {"type": "MultiPolygon", "coordinates": polygons}


def _round_ring(ring: Sequence[Sequence[float]], decimals: int) -> list[list[float]]:
    kept: list[list[float]] = []
    for x, y in ring:
        point = [round(x, decimals), round(y, decimals)]
        if not kept or kept[-1] != point:
            kept.append(point)
    if kept and kept[0] != kept[-1]:
        kept.append(kept[0])
    return kept


def _circle(row: Row) -> dict[str, Any]:
    lat, lon, radius = row["lat"], row["lon"], CIRCLES[row["kind"]] / KM_A_DEGREE
    wide = radius / max(0.1, math.cos(math.radians(lat)))
    turns = [2 * math.pi * i / CORNERS for i in range(CORNERS)]
    ring = [[round(lon + wide * math.cos(t), 4), round(lat + radius * math.sin(t), 4)] for t in turns]
    geometry = {"type": "MultiPolygon", "coordinates": [[[*ring, ring[0]]]]}
    return _feature(row["id"], row["kind"], row["name"], geometry, "circle")
