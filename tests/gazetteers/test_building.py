"""What a build writes is what a gazetteer reads: parents, points, ranks, and how each name belongs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tidings.errors import MissingResource
from tidings.gazetteers import Gazetteer
from tidings.gazetteers.building.entries import Entries, Entry
from tidings.gazetteers.building.raw import Raw
from tidings.gazetteers.building.world import derive_points, is_latin_name
from tidings.gazetteers.building.write import write_names, write_places
from tidings.gazetteers.kinds import How, Point, Rank
from tidings.gazetteers.manifest import NAME


def build(folder: Path) -> Gazetteer:
    """A country with one province and two towns."""
    entries = Entries()
    entries.enter(Entry("ML", "Mali", "country", "ML", iso3="MLI", geonameid=1, point=Point.NONE))
    entries.enter(Entry("ML.09", "Gao", "province", "ML", "ML", geonameid=2, point=Point.NONE))
    towns = (("gn:3", "Gao", 16.27, 100, Rank.PROVINCE), ("gn:4", "Ansongo", 15.66, 50, Rank.NONE))
    for number, (key, name, lat, people, rank) in enumerate(towns, 3):
        entries.enter(Entry(key, name, "city", "ML", "ML.09", number, lat, 0.0, people, rank))
    entries["gn:3"].add(["Gawgaw", "Gao"], How.ALTERNATE)
    derive_points(entries)
    write_names(folder / "names.gaz", entries, write_places(folder / "places.gaz", entries))
    (folder / NAME).write_text('{"sources": [], "made_from": {}, "files": {}, "bytes": {}}', encoding="utf-8")
    return Gazetteer(folder)


def test_a_place_knows_what_holds_it(tmp_path: Path) -> None:
    gazetteer = build(tmp_path)
    (named,) = gazetteer.find("Ansongo")
    place = named.place
    assert (place.id, place.country, place.adm1, place.adm2, place.lat) == ("gn:4", "ML", "Gao", None, 15.66)
    assert [gazetteer.place(row).id for row in place.parents] == ["gn:2", "iso:ML"]


def test_a_unit_without_a_point_is_in_the_middle_of_its_places(tmp_path: Path) -> None:
    place = build(tmp_path).by_id("gn:2")
    assert place is not None and place.lat is not None
    assert (round(place.lat, 3), place.lon, place.point, place.population) == (15.965, 0.0, Point.DERIVED, 150)


def test_a_country_without_an_outline_has_no_point(tmp_path: Path) -> None:
    place = build(tmp_path).country("Mali")
    assert place is not None and (place.lat, place.lon, place.point) == (None, None, Point.NONE)


def test_a_name_keeps_its_better_standing(tmp_path: Path) -> None:
    gazetteer = build(tmp_path)
    assert {named.how for named in gazetteer.find("Gao")} == {How.MAIN}
    assert [named.how for named in gazetteer.find("Gawgaw")] == [How.ALTERNATE]


@pytest.mark.parametrize(
    "name, kept", [("Lashkar Gāh", True), ("Niú Yuē", True), ("КАБУЛ", False), ("KBL", False), ("surudeu", False)]
)
def test_alternate_names_that_a_report_may_use_are_kept(name: str, kept: bool) -> None:
    assert is_latin_name(name) == kept


def test_a_raw_list_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingResource, match=r"places\.parquet is not there; .*make geodata RAW=FOLDER"):
        Raw(tmp_path, tmp_path).file("places.parquet")
