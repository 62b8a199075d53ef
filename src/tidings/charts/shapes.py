"""Outlines for a flat picture: longitudes are drawn in by the cosine of the middle latitude, against stretching."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Outline = Mapping[str, Any]  # a GeoJSON MultiPolygon in degrees
PLACES = 4


def flatten(outlines: Mapping[str, Outline]) -> dict[str, dict[str, Any]]:
    """The same outlines on a plane, all by one measure; north stays up (the picture turns y around)."""
    latitudes = [lat for _, lat in _corners(outlines.values())]
    narrow = math.cos(math.radians((min(latitudes) + max(latitudes)) / 2)) if latitudes else 1.0
    return {key: _flatten(outline, narrow) for key, outline in outlines.items()}


def _flatten(outline: Outline, narrow: float) -> dict[str, Any]:
    polygons = [
        [[[round(lon * narrow, PLACES), round(lat, PLACES)] for lon, lat in ring] for ring in polygon]
        for polygon in outline["coordinates"]
    ]
    return {"type": "MultiPolygon", "coordinates": polygons}


def _corners(outlines: Iterable[Outline]) -> Iterator[tuple[float, float]]:
    for outline in outlines:
        for polygon in outline["coordinates"]:
            for ring in polygon:
                yield from ((corner[0], corner[1]) for corner in ring)
