"""Districts that a person brings: taken whole or not at all, and then found like any other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tidings.errors import MissingResource, TidingsError
from tidings.gazetteers import Gazetteer, add_districts, look_up

# two squares in Mali, as COD-AB names things
PROPERTIES = [
    {"ADM2_EN": "Ansongo", "ADM2_PCODE": "ML0702", "ADM1_EN": "Gao", "ADM0_PCODE": "ML"},
    {"ADM2_EN": "Bourem", "ADM2_PCODE": "ML0703", "ADM1_EN": "Gao", "ADM0_PCODE": "ML"},
]


def square(west: float, south: float) -> dict[str, Any]:
    corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]
    return {"type": "Polygon", "coordinates": [[[west + x, south + y] for x, y in corners]]}


def write_file(folder: Path, features: list[dict[str, Any]] | None = None) -> Path:
    if features is None:
        features = [
            {"type": "Feature", "properties": properties, "geometry": square(-0.5 - number, 15 + number)}
            for number, properties in enumerate(PROPERTIES)
        ]
    path = folder / "adm2.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def test_added_districts_are_found_with_their_province_and_outline(tmp_path: Path, gazetteer: Gazetteer) -> None:
    added = add_districts("ML", write_file(tmp_path), gazetteer, tmp_path / "places")
    opened = Gazetteer(added=tmp_path / "places")
    assert len(opened) == len(gazetteer) + 2
    found = look_up("Ansongo", opened, context="Gao")
    districts = [c.place for c in found.candidates if c.place.kind == "district"]
    assert [(d.id, d.pcode, d.adm1, d.country, d.lat, d.lon) for d in districts] == [
        ("adm:ML0702", "ML0702", "Gao", "ML", 15.5, 0.0)
    ]
    assert opened.by_id("adm:ML0703") is not None
    shapes = opened.outlines["district ML"]
    assert not shapes.approximate
    assert shapes.holding((15.5, 0.1)) == ["adm:ML0702"]
    assert opened.added["ML"].folder == added.folder


def test_names_of_geoboundaries_are_read_as_well(tmp_path: Path, gazetteer: Gazetteer) -> None:
    properties = {"shapeName": "Ménaka Cercle", "shapeID": "ML-7-1", "shapeGroup": "MLI", "shapeType": "ADM2"}
    feature = {"type": "Feature", "properties": properties, "geometry": square(2.0, 15.0)}
    add_districts("ml", write_file(tmp_path, [feature]), gazetteer, tmp_path / "places")
    place = Gazetteer(added=tmp_path / "places").by_id("adm:ML-7-1")
    assert place is not None and (place.country, place.kind) == ("ML", "district")


def test_a_district_that_is_known_by_its_code_keeps_its_names_and_gets_the_outline(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    properties = {"adm2_name": "Zheray", "adm2_pcode": "AF2705", "adm1_name": "Kandahar", "iso_2": "AF"}
    feature = {"type": "Feature", "properties": properties, "geometry": square(65.0, 31.0)}
    add_districts("AF", write_file(tmp_path, [feature]), gazetteer, tmp_path / "places")
    opened = Gazetteer(added=tmp_path / "places")
    assert len(opened) == len(gazetteer)
    assert opened.outlines["district AF"].holding((31.5, 65.5)) == ["cod:AF2705"]
    assert look_up("Zhari", opened, country="AF").chosen is not None


BAD = {
    "{oops": "is not GeoJSON",
    '{"type": "Topology"}': "is not GeoJSON: a FeatureCollection is wanted",
    '{"type": "FeatureCollection", "features": []}': "holds no districts",
    '{"type": "FeatureCollection", "features": [{"properties": {"x": 1}, "geometry": null}]}': "has no name",
    '{"type": "FeatureCollection", "features": [{"properties": {"ADM2_EN": "A"}, "geometry": {"type": "Point"}}]}': (
        "a Polygon or MultiPolygon is wanted, not Point"
    ),
    '{"type": "FeatureCollection", "features": [{"properties": {"ADM2_EN": "A"}, "geometry": '
    '{"type": "Polygon", "coordinates": [[[999, 1], [999, 2], [998, 2], [999, 1]]]}}]}': "outside the globe",
}


@pytest.mark.parametrize("content", BAD, ids=BAD.values())
def test_a_bad_file_is_told_and_leaves_what_was_there(tmp_path: Path, gazetteer: Gazetteer, content: str) -> None:
    add_districts("ML", write_file(tmp_path), gazetteer, tmp_path / "places")
    before = {path.name: path.read_bytes() for path in (tmp_path / "places" / "ML").iterdir()}
    bad = tmp_path / "bad.geojson"
    bad.write_text(content, encoding="utf-8")
    with pytest.raises(TidingsError, match=BAD[content]):
        add_districts("ML", bad, gazetteer, tmp_path / "places")
    assert {path.name: path.read_bytes() for path in (tmp_path / "places" / "ML").iterdir()} == before
    assert [path.name for path in (tmp_path / "places").iterdir()] == ["ML"]


def test_a_file_of_another_country_is_not_taken(tmp_path: Path, gazetteer: Gazetteer) -> None:
    with pytest.raises(TidingsError, match="is of ML, not of NE"):
        add_districts("NE", write_file(tmp_path), gazetteer, tmp_path / "places")
    assert not (tmp_path / "places").exists()


@pytest.mark.parametrize("code", ["QQ", "Mali", ""])
def test_a_code_of_no_country(tmp_path: Path, gazetteer: Gazetteer, code: str) -> None:
    with pytest.raises(TidingsError, match="no country has the code"):
        add_districts(code, write_file(tmp_path), gazetteer, tmp_path / "places")


def test_what_was_added_to_another_build_is_refused(tmp_path: Path, gazetteer: Gazetteer) -> None:
    add_districts("ML", write_file(tmp_path), gazetteer, tmp_path / "places")
    table = tmp_path / "places" / "ML" / "added.gaz"
    table.write_bytes(table.read_bytes().replace(gazetteer.build.encode(), b"0" * 64))
    with pytest.raises(MissingResource, match="tidings places add --country ML"):
        Gazetteer(added=tmp_path / "places")
