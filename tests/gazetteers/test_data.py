"""The files that the package carries: whole, small, quick to open, with sources, licences and marks."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tidings.gazetteers import Gazetteer
from tidings.gazetteers.manifest import DATA, checksum, damaged_files, load_manifest

MEGABYTES = 1_000_000
# What is mapped into memory and never read is not held, so the peak is measured, where the system tells it of this
# process alone (getrusage counts the parent's with it).
OPEN = """
from pathlib import Path
from tidings.gazetteers import Gazetteer
gazetteer = Gazetteer()
found = [named.place.id for name in ("Gao", "Mosul", "Khash", "Texan") for named in gazetteer.find(name)]
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else ["VmHWM: 0 kB"]
print(len(gazetteer), len(found), next(line.split()[1] for line in lines if line.startswith("VmHWM")))
"""


def test_files_are_what_the_manifest_says() -> None:
    manifest = load_manifest()
    assert set(manifest.files) == {path.name for path in DATA.glob("*.gaz")} != set()
    assert damaged_files() == []
    assert manifest.bytes == {path.name: path.stat().st_size for path in DATA.glob("*.gaz")}


def test_all_files_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in DATA.iterdir()) < 25 * MEGABYTES


def test_every_source_has_a_licence_and_words_to_show() -> None:
    sources = load_manifest().sources
    assert {source.name for source in sources} >= {"GeoNames", "Natural Earth", "geoBoundaries"}
    assert all(source.licence and source.attribution and source.used_for for source in sources)


def test_our_own_lists_are_those_of_the_build() -> None:
    made_from = load_manifest().made_from
    own = {name: digest for name, digest in made_from.items() if name.startswith("geodata/")}
    root = DATA.parents[3]
    assert {"geodata/countries.csv", "geodata/names.toml", "geodata/sources.toml"} <= set(own)
    assert {name: checksum(root / name) for name in own} == own, "run: make geodata RAW=FOLDER"


def test_opening_takes_little_memory() -> None:
    said = subprocess.run([sys.executable, "-c", OPEN], capture_output=True, text=True, check=True).stdout
    places, found, kilobytes = said.split()
    assert int(places) > 280_000 and int(found) > 4
    assert int(kilobytes) < 250_000


def test_the_afghan_frame_is_whole(gazetteer: Gazetteer) -> None:
    districts = gazetteer.districts_with_codes("AF")
    assert len(districts) == 399
    assert len({district.pcode for district in districts}) == 399
    assert all(district.adm1 and district.lat and district.lon for district in districts)


def test_areas_of_afghan_districts_are_marked_as_approximate(gazetteer: Gazetteer) -> None:
    shapes = gazetteer.outlines["district AF"]
    assert shapes.approximate
    assert len(shapes) == 399


@pytest.mark.parametrize(
    "point, country",
    [
        ((34.53, 69.17), "iso:AF"),
        ((66.0, -172.0), "iso:RU"),  # beyond the date line
        ((66.0, 170.0), "iso:RU"),
        ((-80.0, 0.0), "iso:AQ"),
        ((15.5, 32.5), "iso:SD"),
        ((42.6, 21.0), "iso:XK"),
        ((0.0, -30.0), None),  # at sea
    ],
)
def test_outlines_hold_what_lies_in_them(gazetteer: Gazetteer, point: tuple[float, float], country: str | None) -> None:
    assert gazetteer.outlines["country"].holding(point) == ([country] if country else [])


@pytest.mark.parametrize("name, place_id", [("Iraqi", "iso:IQ"), ("Texan", "gn:4736286"), ("Malians", "iso:ML")])
def test_peoples_stand_for_their_places(gazetteer: Gazetteer, name: str, place_id: str) -> None:
    assert [named.place.id for named in gazetteer.find(name)] == [place_id]


def test_countries_and_units_have_points(gazetteer: Gazetteer) -> None:
    for code, lat, lon in (("IQ", 33, 44), ("US", 39.5, -98.5), ("CL", -35, -71), ("FR", 46.5, 2.5)):
        country = gazetteer.country(code)
        assert country is not None and country.lat is not None and country.lon is not None
        assert abs(country.lat - lat) < 4 and abs(country.lon - lon) < 4


def test_every_place_is_found_by_its_id(gazetteer: Gazetteer) -> None:
    for name in ("Torkham", "Takhtapul", "Khash", "Gao", "Darfur"):
        for named in gazetteer.find(name):
            assert gazetteer.by_id(named.place.id) == named.place
