"""Others read what we write: GDAL, Frictionless, a JSON-LD processor, and Arrow."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pyld
import pyogrio
import pytest
from frictionless import Package, system

from tidings.exporters import export
from tidings.exporters.geopackage import write_point
from tidings.store import Store

STANDS = "standing IN ('confirmed', 'corroborated', 'reported', 'contested')"


def count(copy: Store, sql: str) -> int:
    return int(next(copy.rows(f"SELECT count(*) AS rows FROM {sql}"))["rows"])


@pytest.mark.parametrize(("name", "file", "layer"), [("geojson", "e.geojson", "e"), ("geopackage", "e.gpkg", "events")])
def test_gdal_reads_the_events_where_they_are(name: str, file: str, layer: str, copy: Store, out: Path) -> None:
    done = export(copy.connection, name, out / file)
    about = pyogrio.read_info(done.out, layer=layer)
    assert (about["geometry_type"], about["crs"]) == ("Point", "EPSG:4326")
    _, table = pyogrio.read_arrow(done.out, layer=layer)
    assert (
        about["features"]
        == table.num_rows
        == count(copy, f"picture.events LEFT JOIN picture.event_places ON event_id = events.id WHERE {STANDS}")
    )
    frame = pyogrio.read_dataframe(done.out, layer=layer)
    gwoza = frame[(frame["place_told"] == "Gwoza") & (frame["act"] == "territory.capture")].iloc[0]
    assert (round(gwoza.geometry.x, 2), round(gwoza.geometry.y, 2)) == (13.7, 11.08), "longitude first"
    assert gwoza["point_is"] == "the place"
    assert gwoza["standing"] in ("reported", "contested")
    assert frame.geometry.isna().sum() == frame["point_is"].isna().sum() > 0, "no map shows them, and they are there"


def test_gdal_and_sqlite_find_the_package_whole(copy: Store, out: Path) -> None:
    done = export(copy.connection, "geopackage", out / "e.gpkg")
    assert [tuple(row) for row in pyogrio.list_layers(done.out)] == [("events", "Point"), ("claims", None)]
    claims = pyogrio.read_dataframe(done.out, layer="claims")
    assert len(claims) == count(copy, "picture.claims WHERE is_speaking")
    with closing(sqlite3.connect(done.out)) as package:
        assert package.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert package.execute("PRAGMA foreign_key_check").fetchall() == []
        assert package.execute("PRAGMA application_id").fetchone() == (0x47504B47,)
        box = package.execute("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'events'")
        west, south, east, north = box.fetchone()
    assert (west < east, south < north) == (True, True)
    assert -180 <= west <= east <= 180


def test_a_point_is_written_as_the_standard_says() -> None:
    assert write_point(1.0, 2.0).hex() == "47500001e61000000101000000000000000000f03f0000000000000040"


def test_a_wide_place_is_no_bare_point(copy: Store, out: Path) -> None:
    features = json.loads(export(copy.connection, "geojson", out / "e").out.read_text(encoding="utf-8"))["features"]
    for feature in features:
        told = feature["properties"]
        if feature["geometry"] is not None and told["place_precision"] not in (1, 2):
            assert told["point_is"].startswith("the middle of a ")


def test_frictionless_validates_types_keys_and_references(copy: Store, out: Path) -> None:
    done = export(copy.connection, "frictionless", out / "package")
    with system.use_context(trusted=True):
        report = Package(str(done.out / "datapackage.json")).validate()
        assert report.flatten(["taskNumber", "type", "message"]) == []
        claims = Package(str(done.out / "datapackage.json")).get_table_resource("claims").read_rows()
    assert len(claims) == count(copy, "picture.claims")
    assert all(isinstance(row["said_by"], list) for row in claims)
    package = json.loads((done.out / "datapackage.json").read_text(encoding="utf-8"))
    assert all(field["description"] for resource in package["resources"] for field in resource["schema"]["fields"])


def test_frictionless_would_find_a_claim_that_is_not_there(copy: Store, out: Path) -> None:
    done = export(copy.connection, "frictionless", out / "package")
    path = done.out / "event_claims.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("clm-", "clm-x", 1), encoding="utf-8")
    with system.use_context(trusted=True):
        report = Package(str(done.out / "datapackage.json")).validate()
    assert "foreign-key" in {kind for (kind,) in report.flatten(["type"])}


def offline(url: str, options: dict[str, Any]) -> dict[str, Any]:
    """What schema.org answers, as far as it matters here: its names are words of its own."""
    assert url == "https://schema.org"
    context = {"@vocab": "https://schema.org/"}
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": context},
    }


def test_the_claims_are_json_ld(copy: Store, out: Path) -> None:
    done = export(copy.connection, "claim-jsonld", out / "claims.jsonld")
    document = json.loads(done.out.read_text(encoding="utf-8"))
    expanded = pyld.jsonld.expand(document, {"documentLoader": offline})
    assert len(expanded) == count(copy, "picture.claims WHERE is_speaking")
    schema, ours = "https://schema.org/", "urn:tidings:terms:"
    for claim in expanded:
        assert claim["@type"] == [f"{schema}Claim"]
        assert claim["@id"].startswith("urn:tidings:clm-")
        assert claim[f"{schema}appearance"]
        assert {key.startswith((schema, ours, "@")) for key in claim} == {True}
        for author in claim[f"{schema}author"]:
            assert author["@type"][0] in (f"{schema}Person", f"{schema}Organization")
    denials = [claim for claim in expanded if claim[f"{ours}stance"] == [{"@value": "denies"}]]
    assert denials
    assert all(claim[f"{schema}author"] for claim in denials), "a denial is a claim of its own, by who denies"
    counts = [claim[f"{ours}counts"][0] for claim in expanded if f"{ours}counts" in claim]
    assert {count["@type"] for count in counts} == {"@json"}, "figures as they are, by JSON-LD's own literal"
    assert "ClaimReview" not in done.out.read_text(encoding="utf-8")


def test_the_claims_hold_what_schema_org_asks_for(copy: Store, out: Path) -> None:
    done = export(copy.connection, "claim-jsonld", out / "claims.jsonld")
    graph = json.loads(done.out.read_text(encoding="utf-8"))["@graph"]
    allowed = {"@type", "@id", "text", "author", "datePublished", "appearance", "firstAppearance", "claimInterpreter"}
    for claim in graph:
        assert {"@type", "@id", "text", "appearance", "claimInterpreter"} <= set(claim)
        assert {key for key in claim if not key.startswith("tidings:")} <= allowed | {"about", "inLanguage"}
        for thing in claim.get("about", ()):
            assert thing["@type"] in ("Place", "Event")
    spoken = next(claim for claim in graph if "residents" in [author["name"] for author in claim["author"]])
    assert spoken["appearance"][0]["publisher"] == {"@type": "Organization", "name": "Lagoon Wire"}


def test_arrow_reads_every_table_in_its_own_types(copy: Store, out: Path) -> None:
    done = export(copy.connection, "parquet", out / "tables")
    layout = json.loads((done.out / "schema.json").read_text(encoding="utf-8"))
    assert {path.stem for path in done.out.glob("*.parquet")} == set(layout)
    for name, about in layout.items():
        table = pyarrow.parquet.read_table(done.out / f"{name}.parquet")
        assert table.num_rows == count(copy, f"picture.{name}")
        assert table.column_names == [column["name"] for column in about["columns"]]
        assert about["row"]
        assert all(column["means"] for column in about["columns"])
    said_by = pyarrow.parquet.read_table(done.out / "claims.parquet")["said_by"].to_pylist()
    assert [["hospital doctor"]] in said_by
