"""schema.org Claims as JSON-LD, one a claim, denials among them. No ClaimReview: a standing is not a rating."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from tidings.exporters.incidents import read_rows
from tidings.plugins import Sidecar

if TYPE_CHECKING:
    import duckdb

IRI, TERMS = "urn:tidings:", "urn:tidings:terms:"
CONTEXT = ["https://schema.org", {"tidings": TERMS}]
CLAIMS = """
SELECT
    claims.*, documents.title, documents.url, documents.language, documents.author,
    coalesce(documents.publisher_name, claims.publisher) AS publisher_name,
    originals.own_id AS original, originals.title AS original_title, originals.url AS original_url,
    coalesce(originals.publisher_name, originals.publisher) AS original_publisher,
    originals.published AS original_published
FROM picture.claims AS claims
JOIN picture.documents AS documents ON documents.id = claims.document_id
LEFT JOIN picture.documents AS originals ON originals.id = claims.copied_from
WHERE claims.is_speaking
ORDER BY claims.doc, claims.document_id, claims.start, claims."end", claims.id
"""
PLACES = "SELECT id, name, kind, country, lat, lon FROM picture.places"
PERSONS = "SELECT id FROM picture.actors WHERE kind = 'person'"
STANDINGS = "SELECT id, standing FROM picture.events"
# what schema.org has no place for, under names of our own; nested values as JSON literals
OWN = ("act", "stance", "certainty", "hedged", "manner", "precision")
OWN_LISTS = ("actor", "target")
OWN_JSON = ("counts", "said_by")
Node = dict[str, Any]


class ClaimJsonLdExporter:
    """A graph of schema.org Claims."""

    writes = "claims as schema.org Claims, as JSON-LD"
    is_folder = False
    rule: str | None = None

    def write(self, connection: duckdb.DuckDBPyConnection, out: Path, sidecar: Sidecar) -> None:
        """Each claim that speaks, with its report, its speaker, its places and days; the evidence is its text."""
        encode = msgspec.json.Encoder().encode
        places = {row["id"]: row for row in read_rows(connection, PLACES)}
        persons = {row["id"] for row in read_rows(connection, PERSONS)}
        standings = {row["id"]: row["standing"] for row in read_rows(connection, STANDINGS)}
        (reader,) = connection.execute("SELECT tidings FROM picture.about").fetchone() or ("",)
        with out.open("wb") as file:
            file.write(b'{"@context":' + encode(CONTEXT) + b',"@graph":[')
            for number, row in enumerate(read_rows(connection, CLAIMS)):
                claim = make_claim(row, places, persons)
                claim["claimInterpreter"] = {"@type": "Organization", "name": f"tidings {reader}"}
                if row["event_ids"]:
                    claim["tidings:standing"] = sorted({standings[event_id] for event_id in row["event_ids"]})
                file.write(b"," * bool(number) + b"\n" + encode(claim))
                sidecar.row(claim["@id"], row["event_ids"], [row["id"]])
            file.write(b"\n]}\n")


def make_claim(row: Mapping[str, Any], places: Mapping[str, Mapping[str, Any]], persons: set[str]) -> Node:
    """One claim. Its text is the evidence, word for word: what is said, never a sentence of ours."""
    report = _report(row["doc"], row["title"], row["url"], row["publisher_name"], row["published"])
    original = row["original"] and _report(
        row["original"],
        row["original_title"],
        row["original_url"],
        row["original_publisher"],
        row["original_published"],
    )
    claim: Node = {
        "@type": "Claim",
        "@id": f"{IRI}{row['id']}",
        "text": row["quote"],
        "author": _authors(row, persons),
        "datePublished": _day(row["published"]),
        "appearance": [report, original] if original else [report],
        "firstAppearance": original or None,
        "about": _about(row, places),
        "inLanguage": row["language"],
    }
    claim |= {f"tidings:{name}": row[name] for name in (*OWN, *OWN_LISTS)}
    claim |= {f"tidings:{name}": {"@type": "@json", "@value": row[name]} for name in OWN_JSON if row[name]}
    claim |= {f"tidings:{name}": _day(row[name]) for name in ("first", "last")}
    return {key: value for key, value in claim.items() if value not in (None, [], "")}


def _authors(row: Mapping[str, Any], persons: set[str]) -> list[Node]:
    """The last speakers of the chain; the publisher, where the report speaks in its own voice."""
    if not row["said_by"]:
        return [{"@type": "Organization", "name": row["publisher_name"]}] if row["publisher_name"] else []
    names = row["said_by"][-1]
    ids = row["speaker_ids"][-len(names) :] if len(row["speaker_ids"]) >= len(names) else [""] * len(names)
    return [
        {"@type": "Person" if id_ in persons or id_.startswith("new:") else "Organization", "name": name}
        for name, id_ in zip(names, ids, strict=True)
    ]


def _report(own_id: str, title: str | None, url: str | None, publisher: str | None, published: Any) -> Node:
    node: Node = {
        "@type": "NewsArticle",
        "identifier": own_id,
        "headline": title,
        "url": url,
        "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
        "datePublished": _day(published),
    }
    return {key: value for key, value in node.items() if value is not None}


def _about(row: Mapping[str, Any], places: Mapping[str, Mapping[str, Any]]) -> list[Node]:
    """The places, those wider than a town without a point, and the days."""
    found: list[Node] = []
    ids = row["place_ids"] if len(row["place_ids"]) == len(row["place"]) else [""] * len(row["place"])
    for name, place_id in zip(row["place"], ids, strict=True):
        place = places.get(place_id)
        node: Node = {"@type": "Place", "name": name}
        if place and place["lat"] is not None and place["kind"] not in ("province", "district", "country"):
            node["geo"] = {"@type": "GeoCoordinates", "latitude": place["lat"], "longitude": place["lon"]}
        found.append(node)
    if row["first"] or row["last"]:
        days = {"startDate": _day(row["first"]), "endDate": _day(row["last"])}
        found.append({"@type": "Event", "name": row["act"], **{key: day for key, day in days.items() if day}})
    return found


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
