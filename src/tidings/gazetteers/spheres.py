"""Distances on the globe."""

from __future__ import annotations

import math

EARTH_KM = 6371.0
Position = tuple[float, float]


def distance_km(a: Position, b: Position) -> float:
    """Great-circle distance between two points given as (lat, lon) in degrees."""
    lat1, lat2 = math.radians(a[0]), math.radians(b[0])
    chord = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, chord)))
