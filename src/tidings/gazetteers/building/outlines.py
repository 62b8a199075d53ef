"""Country outlines, first-order outlines, and the district areas that the build makes of its own."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from shapely import MultiPoint, Point, from_wkb, make_valid, transform, union_all, voronoi_polygons
from shapely.geometry.base import BaseGeometry

from tidings.gazetteers.building import afghanistan
from tidings.gazetteers.building.entries import Entries, Entry
from tidings.gazetteers.building.raw import Raw
from tidings.gazetteers.building.topology import read_topology
from tidings.gazetteers.building.world import unit_of_polygon
from tidings.gazetteers.kinds import Point as Basis
from tidings.gazetteers.shapes import Polygon, write_shapes

# outlines in the list that have no number: by name
UNNUMBERED = {"Kosovo": "XK"}


def write_countries(path: Path, entries: Entries, raw: Raw) -> None:
    """Outlines by country; a country's point is the middle of its largest part, or a point in it."""
    iso_by_number = {row["numeric"]: row["iso"] for row in raw.csv("countries.csv", own=True)}
    shapes = []
    for about, outline in read_topology(raw.json("countries-50m.json", own=True), "countries"):
        iso = iso_by_number.get(str(about["id"]).zfill(3)) or UNNUMBERED.get(about["name"])
        if iso is None or iso not in entries:
            continue
        shapes.append((place_id(entries[iso]), polygons_of(outline)))
        middle = middle_of(outline)
        entry = entries[iso]
        entry.lat, entry.lon, entry.point = middle.y, middle.x, Basis.DERIVED
    write_shapes(path, merged(shapes), approximate=False)


def middle_of(outline: BaseGeometry) -> Point:
    """The centroid by true area of the largest part; a point in that part where the centroid lies outside it."""
    parts = [transform(part, _equal_area) for part in getattr(outline, "geoms", [outline])]
    largest = max(parts, key=lambda part: part.area)
    middle = largest.centroid if largest.contains(largest.centroid) else largest.representative_point()
    return Point(middle.x, math.degrees(math.asin(middle.y)))


def _equal_area(corners: np.ndarray) -> np.ndarray:
    """Lambert's cylindrical projection: areas stay true."""
    return np.column_stack([corners[:, 0], np.sin(np.radians(corners[:, 1]))])


def write_provinces(path: Path, entries: Entries, raw: Raw) -> dict[str, BaseGeometry]:
    """First-order outlines under the id of the unit; gives them by code as well."""
    parts: dict[str, list[BaseGeometry]] = defaultdict(list)
    for row in raw.parquet("admin1_polygons.parquet", "gn_id, gn_a1_code, adm1_code, geometry"):
        key = unit_of_polygon(entries, row) or f"ne:{row['adm1_code']}"
        parts[key].append(make_valid(from_wkb(row["geometry"])))
    outlines = {code: union_all(shapes) for code, shapes in sorted(parts.items())}
    write_shapes(path, [(_id(entries, code), polygons_of(o)) for code, o in outlines.items()], approximate=False)
    return outlines


def write_districts(path: Path, entries: Entries, provinces: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Areas of districts as Voronoi cells of their points and places inside the provinces: approximate throughout."""
    areas = make_areas(entries, provinces)
    shapes = [(key, polygons_of(area.simplify(0.002))) for key, area in sorted(areas.items())]
    write_shapes(path, [shape for shape in shapes if shape[1]], approximate=True)
    return areas


def make_areas(entries: Entries, provinces: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """For each district the cells of its own point and of the places known to lie in it."""
    areas: dict[str, BaseGeometry] = {}
    seeds: dict[str, dict[tuple[float, float], str]] = defaultdict(dict)
    for entry in entries.values():
        if entry.country != afghanistan.COUNTRY or entry.lat is None or entry.lon is None:
            continue
        district = entry.key if entry.kind == "district" else entry.parent
        if district and entries[district].kind == "district":
            province = entries[district].parent
            seeds[str(province)][(entry.lon, entry.lat)] = district
    for province, points in seeds.items():
        for district, cells in _cells(points, provinces[province]).items():
            areas[district] = union_all(cells)
    return areas


def _cells(points: Mapping[tuple[float, float], str], province: BaseGeometry) -> dict[str, list[BaseGeometry]]:
    cells: dict[str, list[BaseGeometry]] = defaultdict(list)
    places = MultiPoint(list(points))
    for cell in voronoi_polygons(places, extend_to=province).geoms:
        owner = next(district for (x, y), district in points.items() if cell.covers(Point(x, y)))
        part = cell.intersection(province)
        if not part.is_empty:
            cells[owner].append(part)
    return cells


def find_districts(entries: Entries, raw: Raw) -> dict[str, str]:
    """The P-code of the district that holds each Afghan place, by polygons that are read here and go no further."""
    if not (raw.folder / "afghanistan/districts.topojson").is_file():
        return {}
    polygons = list(read_topology(raw.json("afghanistan/districts.topojson"), "districts"))
    found = {}
    for entry in entries.values():
        if entry.country == afghanistan.COUNTRY and entry.kind in ("city", "place"):
            holder = _holder(entry, polygons)
            if holder:
                found[entry.key] = holder
    return found


def _holder(entry: Entry, polygons: Sequence[tuple[Mapping[str, str], BaseGeometry]]) -> str | None:
    point = Point(entry.lon, entry.lat)
    return next((about["ADM2_PCODE"] for about, polygon in polygons if polygon.covers(point)), None)


def polygons_of(shape: BaseGeometry) -> list[Polygon]:
    """The rings of a shape as plain corners; lines and points that a cut left over fall away."""
    parts = getattr(shape, "geoms", [shape])
    return [
        [list(part.exterior.coords), *(list(hole.coords) for hole in part.interiors)]
        for part in parts
        if part.geom_type == "Polygon"
    ]


def merged(shapes: Iterable[tuple[str, list[Polygon]]]) -> list[tuple[str, list[Polygon]]]:
    """One row a key, where a list has a country in several rows."""
    found: dict[str, list[Polygon]] = defaultdict(list)
    for key, polygons in shapes:
        found[key] += polygons
    return sorted(found.items())


def _id(entries: Entries, code: str) -> str:
    return place_id(entries[code]) if code in entries else code


def place_id(entry: Entry) -> str:
    """The id under which a place is known outside: its country's code, its P-code, or its GeoNames number."""
    if entry.kind == "country":
        return f"iso:{entry.key}"
    return f"gn:{entry.geonameid}" if entry.key.startswith("gn:") or "." in entry.key else entry.key
