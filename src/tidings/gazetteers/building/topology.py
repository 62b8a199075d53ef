"""TopoJSON to shapely polygons, outlines cut where they cross the date line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from shapely import Polygon, box, make_valid, union_all
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

Point = tuple[float, float]


def read_topology(topology: Mapping[str, Any], layer: str) -> Iterator[tuple[Mapping[str, Any], BaseGeometry]]:
    """The features of one layer: id and properties, and the outline in degrees."""
    arcs = _arcs(topology)
    for feature in topology["objects"][layer]["geometries"]:
        polygons = [feature["arcs"]] if feature["type"] == "Polygon" else feature.get("arcs", [])
        parts = [_polygon([_ring(arcs, ring) for ring in polygon]) for polygon in polygons]
        if parts:
            yield {"id": feature.get("id"), **feature.get("properties", {})}, union_all(parts)


def _arcs(topology: Mapping[str, Any]) -> list[list[Point]]:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def _ring(arcs: Sequence[Sequence[Point]], numbers: Sequence[int]) -> list[Point]:
    """The corners of a ring; a negative number is an arc walked backwards."""
    ring: list[Point] = []
    for number in numbers:
        arc = list(arcs[number]) if number >= 0 else list(reversed(arcs[~number]))
        ring += arc[1:] if ring else arc
    return ring


def _polygon(rings: Sequence[Sequence[Point]]) -> BaseGeometry:
    """One polygon, cut at the date line: corners are unrolled eastwards or westwards, then laid back."""
    outer, *holes = (_unrolled(ring) for ring in rings)
    whole = make_valid(Polygon(outer, holes))
    parts = []
    for turn in (-360, 0, 360):
        part = whole.intersection(box(-180 + turn, -90, 180 + turn, 90))
        if not part.is_empty:
            parts.append(translate(part, xoff=-turn))
    return union_all(parts)


def _unrolled(ring: Sequence[Point]) -> list[Point]:
    """The ring without jumps from one side of the date line to the other; one around a pole is closed over it."""
    out = [ring[0]]
    for x, y in ring[1:]:
        before = out[-1][0]
        turns = round((before - x) / 360)
        out.append((x + 360 * turns, y))
    if abs(out[-1][0] - out[0][0]) > 180:
        pole = -90.0 if out[0][1] < 0 else 90.0
        out += [(out[-1][0], pole), (out[0][0], pole)]
    return out
