"""Districts of a country that a person brings: kept in a folder of their own, one for each country.

The folder is `$TIDINGS_PLACES`, else `tidings/places` where the system keeps a user's data. What is kept there was made
for one build of the package's gazetteer; after another build it is refused until it is added again.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tidings.errors import MissingResource, TidingsError
from tidings.gazetteers.added_rows import ADDED, Added
from tidings.gazetteers.gazetteer import Gazetteer
from tidings.gazetteers.geojson import Boundary, middle_of, read_boundaries
from tidings.gazetteers.kinds import Place
from tidings.gazetteers.normalise import key_number, name_key, strip_unit
from tidings.gazetteers.shapes import PER_DEGREE, Shapes, write_shapes
from tidings.gazetteers.tables import write_table


def added_folder() -> Path:
    """Where districts that a person added are kept."""
    if given := os.environ.get("TIDINGS_PLACES"):
        return Path(given)
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "tidings" / "places"


def add_districts(country: str, file: Path, gazetteer: Gazetteer, folder: Path | None = None) -> Added:
    """Takes a country's districts from a GeoJSON file, in place of any taken before; all of it or nothing."""
    place = gazetteer.country(country) if len(country) == 2 else None
    if place is None:
        raise TidingsError(
            f"no country has the code {country!r}; ISO codes of two letters are wanted, such as AF or IQ"
        )
    boundaries = read_boundaries(file)
    _check_country(boundaries, place, gazetteer, file)
    target = (folder or added_folder()) / place.country
    making = target.with_name(f"{place.country}.new")
    try:
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(parents=True)
        _write(making, boundaries, place, gazetteer)
        shutil.rmtree(target, ignore_errors=True)
        making.replace(target)
    except OSError as error:
        raise MissingResource(
            f"{target} cannot be written: {error.strerror}; set TIDINGS_PLACES to a folder"
        ) from error
    return Added(place.country, target, gazetteer.build)


def _check_country(boundaries: Sequence[Boundary], place: Place, gazetteer: Gazetteer, file: Path) -> None:
    """A file that says it is of another country is not taken."""
    theirs = {boundary.country for boundary in boundaries if boundary.country}
    ours = {place.country, gazetteer.iso3(place.country)}
    if others := {code for code in theirs if len(code) in (2, 3) and code.upper() not in ours}:
        raise TidingsError(f"{file} is of {', '.join(sorted(others))}, not of {place.country}")


def _write(folder: Path, boundaries: Sequence[Boundary], country: Place, gazetteer: Gazetteer) -> None:
    rows: list[tuple[Boundary, int, int, int]] = []
    names: list[tuple[int, int]] = []
    shapes = []
    provinces = _provinces(gazetteer, country)
    known = {place.pcode: place for place in gazetteer.districts_with_codes(country.country)}
    for boundary in boundaries:
        if at := known.get(boundary.pcode):
            shapes.append((at.id, boundary.polygons))
            continue
        lat, lon = middle_of(boundary.polygons)
        parent = provinces.get(name_key(strip_unit(boundary.province or "")[0]))
        parent = parent or _province_at(gazetteer, (lat, lon), country) or country
        names += [(key_number(name_key(name)), len(rows)) for name in {boundary.name, strip_unit(boundary.name)[0]}]
        shapes.append((f"adm:{boundary.pcode}", boundary.polygons))
        rows.append((boundary, round(lat * PER_DEGREE), round(lon * PER_DEGREE), parent.row))
    columns: dict[str, list[Any]] = {
        "name:text": [boundary.name for boundary, *_ in rows],
        "pcode:text": [boundary.pcode for boundary, *_ in rows],
        "lat:i4": [lat for _, lat, _, _ in rows],
        "lon:i4": [lon for _, _, lon, _ in rows],
        "parent:u4": [parent for *_, parent in rows],
        "key:u8": [key for key, _ in sorted(names)],
        "row:u4": [row for _, row in sorted(names)],
    }
    write_table(folder / ADDED, len(rows), columns, country=country.country, build=gazetteer.build)
    write_shapes(folder / "districts.gaz", shapes, approximate=False)
    Shapes(folder / "districts.gaz")  # what cannot be opened again is not kept


def _provinces(gazetteer: Gazetteer, country: Place) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for place in gazetteer.provinces_of(country):
        for name in (place.name, strip_unit(place.name)[0]):
            found.setdefault(name_key(name), place)
    return found


def _province_at(gazetteer: Gazetteer, point: tuple[float, float], country: Place) -> Place | None:
    for key in gazetteer.outlines["province"].holding(point):
        place = gazetteer.by_id(key)
        if place is not None and place.country == country.country:
            return place
    return None
