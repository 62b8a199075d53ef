"""Second-order boundaries from GeoJSON as OCHA (COD-AB) and geoBoundaries write it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from tidings.errors import TidingsError
from tidings.gazetteers.shapes import Polygon, Ring

# by column, the property names of COD-AB (old and new spelling) and of geoBoundaries, without regard to case
PROPERTIES = {
    "name": ("adm2_en", "adm2_name", "adm2_ref_name", "shapename", "name_2"),
    "pcode": ("adm2_pcode", "shapeid", "gid_2"),
    "province": ("adm1_en", "adm1_name", "name_1"),
    "country": ("adm0_pcode", "iso_2", "shapegroup", "shapeiso", "gid_0"),
}


class Boundary(msgspec.Struct, frozen=True):
    """One district as a file has it; rings are (lon, lat)."""

    name: str
    pcode: str
    province: str | None
    country: str | None
    polygons: list[Polygon]


def read_boundaries(path: Path) -> list[Boundary]:
    """All districts of a file, or a TidingsError that says what is wrong with it and where."""
    try:
        content = msgspec.json.decode(path.read_bytes())
    except OSError as error:
        raise TidingsError(f"{path} cannot be read: {error.strerror}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise TidingsError(f"{path} is not GeoJSON: {error}") from error
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list) or content.get("type") != "FeatureCollection":
        raise TidingsError(f"{path} is not GeoJSON: a FeatureCollection is wanted; other forms can be turned into one")
    if not features:
        raise TidingsError(f"{path} holds no districts")
    return list(_boundaries(features, path))


def _boundaries(features: Sequence[Any], path: Path) -> Iterator[Boundary]:
    for number, feature in enumerate(features, 1):
        where = f"{path}, feature {number}"
        if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
            raise TidingsError(f"{where}: is not a GeoJSON feature with properties")
        values = _values(feature["properties"])
        if not values["name"]:
            known = ", ".join(PROPERTIES["name"])
            raise TidingsError(f"{where}: has no name of a district; one of these properties is wanted: {known}")
        polygons = list(_polygons(feature.get("geometry"), where))
        pcode = values["pcode"] or values["name"]
        yield Boundary(values["name"], pcode, values["province"], values["country"], polygons)


def _values(properties: Mapping[str, Any]) -> dict[str, Any]:
    lower = {str(key).lower(): value for key, value in properties.items()}
    return {
        column: next((str(lower[name]) for name in names if lower.get(name)), None)
        for column, names in PROPERTIES.items()
    }


def _polygons(geometry: Any, where: str) -> Iterator[Polygon]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise TidingsError(f"{where}: a Polygon or MultiPolygon is wanted, not {kind or 'nothing'}")
    found = geometry.get("coordinates")
    for polygon in [found] if kind == "Polygon" else found or []:
        try:
            yield [_ring(ring) for ring in polygon]
        except (TypeError, ValueError, IndexError) as error:
            raise TidingsError(f"{where}: its corners are no pairs of longitude and latitude: {error}") from error


def _ring(corners: Any) -> Ring:
    ring = [(float(corner[0]), float(corner[1])) for corner in corners]
    if len(ring) < 4:
        raise ValueError(f"a ring has {len(ring)} corners, and 4 are the fewest")
    if any(abs(x) > 180 or abs(y) > 90 for x, y in ring):
        raise ValueError("some lie outside the globe; degrees (WGS 84) are wanted, not metres")
    return ring


def middle_of(polygons: Sequence[Polygon]) -> tuple[float, float]:
    """A (lat, lon) in the largest polygon: its centroid, or the middle of its widest stretch at that latitude."""
    outer = max((polygon[0] for polygon in polygons), key=lambda ring: abs(_area(ring)))
    area = _area(outer)
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in _edges(outer)) / (6 * area)
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in _edges(outer)) / (6 * area)
    crossings = sorted(
        a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]) for a, b in _edges(outer) if (a[1] > y) != (b[1] > y)
    )
    stretches = list(zip(crossings[::2], crossings[1::2], strict=False))
    if stretches and not any(west <= x <= east for west, east in stretches):
        west, east = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
        x = (west + east) / 2
    return y, x


def _area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in _edges(ring)) / 2 or 1e-12


def _edges(ring: Ring) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    return list(zip(ring, [*ring[1:], ring[0]], strict=True))
