"""Outlines in one file: which of them holds a point, and each as GeoJSON.

Columns of the table: `key` (the place's id), the box of each shape, its rings, and the corners in hundred-thousandths
of a degree. A ring with `outer` begins a new polygon; those after it are its holes. No ring crosses the date line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tidings.gazetteers.spheres import Position
from tidings.gazetteers.tables import AGAIN, Table, write_table

PER_DEGREE = 100_000
Ring = Sequence[tuple[float, float]]  # (lon, lat), closed or not
Polygon = Sequence[Ring]  # the outer ring, then its holes
BOX = ("west", "south", "east", "north")


class Shapes:
    """Outlines by the id of the place they belong to. `approximate` says that they are no surveyed boundaries."""

    def __init__(self, path: Path, again: str = AGAIN) -> None:
        self._table = Table(path, again)
        self.approximate: bool = self._table.about["approximate"]
        self._rings = self._table.column("ring")
        self._corners = self._table.column("corner")
        self._outer = self._table.column("outer")
        self._x, self._y = self._table.column("x"), self._table.column("y")
        self._box = tuple(self._table.column(side) for side in BOX)

    def __len__(self) -> int:
        return len(self._table)

    def keys(self) -> Iterator[str]:
        """The ids of all shapes, in the order of the file."""
        return (self._table.text("key", i) for i in range(len(self)))

    def boxes(self) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
        """The id of each shape with its west, south, east and north in degrees."""
        west, south, east, north = self._box
        for i, key in enumerate(self.keys()):
            yield (
                key,
                (west[i] / PER_DEGREE, south[i] / PER_DEGREE, east[i] / PER_DEGREE, north[i] / PER_DEGREE),
            )

    def holding(self, point: Position) -> list[str]:
        """The ids of the shapes that hold a (lat, lon)."""
        x, y = round(point[1] * PER_DEGREE), round(point[0] * PER_DEGREE)
        west, south, east, north = self._box
        return [
            self._table.text("key", i)
            for i in range(len(self))
            if west[i] <= x <= east[i] and south[i] <= y <= north[i] and self._holds(i, x, y)
        ]

    def geojson(self, i: int) -> Mapping[str, Any]:
        """A shape as a GeoJSON MultiPolygon."""
        polygons: list[list[list[list[float]]]] = []
        for ring in range(self._rings[i], self._rings[i + 1]):
            corners = range(self._corners[ring], self._corners[ring + 1])
            points = [[self._x[k] / PER_DEGREE, self._y[k] / PER_DEGREE] for k in corners]
            if self._outer[ring]:
                polygons.append([])
            polygons[-1].append(points)
        return {"type": "MultiPolygon", "coordinates": polygons}

    def _holds(self, i: int, x: int, y: int) -> bool:
        """Counts the edges east of the point over all rings, so that holes take themselves out."""
        inside = False
        for ring in range(self._rings[i], self._rings[i + 1]):
            first, end = self._corners[ring], self._corners[ring + 1]
            before_x, before_y = self._x[end - 1], self._y[end - 1]
            for k in range(first, end):
                here_x, here_y = self._x[k], self._y[k]
                if (here_y > y) != (before_y > y):
                    crossing = here_x + (y - here_y) * (before_x - here_x) / (before_y - here_y)
                    inside ^= x < crossing
                before_x, before_y = here_x, here_y
        return inside


def write_shapes(path: Path, shapes: Sequence[tuple[str, Sequence[Polygon]]], approximate: bool, **about: Any) -> None:
    """Writes outlines as (id, polygons)."""
    columns: dict[str, list[Any]] = {
        f"{name}:{kind}": []
        for name, kind in (("key", "text"), *((side, "i4") for side in BOX), ("outer", "u1"), ("x", "i4"), ("y", "i4"))
    }
    rings, corners = [0], [0]
    for key, polygons in shapes:
        whole: list[tuple[int, int]] = []
        for polygon in polygons:
            for number, ring in enumerate(polygon):
                points = [(round(x * PER_DEGREE), round(y * PER_DEGREE)) for x, y, *_ in ring]
                columns["outer:u1"].append(number == 0)
                columns["x:i4"] += [x for x, _ in points]
                columns["y:i4"] += [y for _, y in points]
                corners.append(corners[-1] + len(points))
                whole += points
        rings.append(len(corners) - 1)
        columns["key:text"].append(key)
        xs, ys = [x for x, _ in whole], [y for _, y in whole]
        for side, value in zip(BOX, (min(xs), min(ys), max(xs), max(ys)), strict=True):
            columns[f"{side}:i4"].append(value)
    columns |= {"ring:u4": rings, "corner:u4": corners}
    write_table(path, len(shapes), columns, approximate=approximate, **about)
