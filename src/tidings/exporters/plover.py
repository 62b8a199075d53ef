"""PLOVER records as JSON lines: events, and the speech that PLOVER codes. docs/theory/exports.md has the rationale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from tidings.exporters.countries import load_countries
from tidings.exporters.deaths import count_deaths
from tidings.exporters.incidents import Incident, Place, leave_out_the_rest, read_incidents, read_rows
from tidings.exporters.mapping import Rule, find_rule
from tidings.exporters.schemas import load_schema
from tidings.exporters.sides import KnownActor, Side, find_sides, load_actors
from tidings.exporters.untold import tell_untold
from tidings.plugins import Sidecar

if TYPE_CHECKING:
    import duckdb

# the conditions that mappings/plover.csv names
CONDITIONS = {
    "by agreement": lambda incident: incident.manner in ("agreement", "surrender"),
    "without force": lambda incident: incident.manner in ("unopposed", "withdrawal"),
}
RESOLUTIONS = {"country": 1, "province": 2, "district": 3}
CITY = 4
SPEECH = """
SELECT
    claims.id, claims.act, claims.actor, claims.actor_ids, claims.target, claims.target_ids, claims.first, claims.last,
    claims.stance, claims.certainty, claims.hedged, claims.copied_from, claims.origins, claims.published,
    documents.title, documents.url, coalesce(documents.publisher_name, claims.publisher) AS publisher
FROM picture.claims AS claims
JOIN picture.documents AS documents ON documents.id = claims.document_id
WHERE claims.is_speaking AND len(claims.event_ids) = 0
ORDER BY claims.id
"""
Entity = dict[str, Any]
NOBODY: Entity = {"sector": "UNK"}


class PloverExporter:
    """PLOVER's event records, one a line."""

    writes = "events and speech as PLOVER records, as JSON lines"
    is_folder = False
    rule = "tidings"

    def write(self, connection: duckdb.DuckDBPyConnection, out: Path, sidecar: Sidecar) -> None:
        """A record an event, with its dead and injured; a record a claim of speech, which PLOVER codes as events."""
        encode = msgspec.json.Encoder().encode
        actors = load_actors(connection)
        with out.open("wb") as file:
            for record, event_ids, claim_ids, untold in self._records(connection, actors, sidecar):
                file.write(encode(record) + b"\n")
                sidecar.row(record["id"], event_ids, claim_ids, untold)
        leave_out_the_rest(connection, sidecar, speech=False)

    def _records(
        self, connection: duckdb.DuckDBPyConnection, actors: Mapping[str, KnownActor], sidecar: Sidecar
    ) -> Iterator[tuple[dict[str, Any], list[str], list[str], dict[str, Any]]]:
        for incident in read_incidents(connection, self.rule):
            made = make_record(incident, actors)
            if isinstance(made, str):
                sidecar.leave_out(incident.id, made, incident.claim_ids)
            else:
                notes = ["a figure's lower bound stands in size"] if incident.figures else []
                yield made, incident.event_ids, incident.claim_ids, tell_untold(incident, notes)
        for row in read_rows(connection, SPEECH):
            made = make_speech(row, actors)
            if isinstance(made, str):
                sidecar.leave_out(row["id"], made, [row["id"]])
            else:
                yield made, [], [row["id"]], {"hedged": row["hedged"], "said_by": {row["id"]: row["origins"]}}


def make_record(incident: Incident, actors: Mapping[str, KnownActor]) -> dict[str, Any] | str:
    """The record of an incident, or why there is none."""
    rule = find_rule("plover", incident.head.act, incident, CONDITIONS)
    first = incident.first
    if not rule.values.get("event"):
        return f"{incident.head.act}: {rule.why or 'PLOVER has no event for it'}"
    if first is None:
        return "no first day is told"
    acting = next((event for event in incident.events if event.actor), incident.head)
    hit = next((event for event in incident.events if event.target), incident.head)
    one = [_entity(side) for side in find_sides(acting.actor, acting.actor_ids, actors)]
    two = [_entity(side) for side in find_sides(hit.target, hit.target_ids, actors)]
    if rule.when == "by agreement":
        one, two = two, one
    last = incident.last
    record = {"id": incident.id, "date": first.isoformat()}
    record |= {"enddate": last.isoformat()} if last and last != first else {}
    made = record | _typed(rule, one, two)
    if _lacks_recipient(rule, two):
        return f"{rule.values['event']} asks for a recipient, and none is told"
    if size := _size(incident):
        made["size"] = size
    if place := next(iter(incident.places), None):
        made["event_loc"] = _location(place)
    claim = next((claim for claim in incident.tellings if claim.affirms), incident.tellings[0])
    return made | {"cite_info": _cite(claim.publisher, claim.title, claim.url)}


def make_speech(row: Mapping[str, Any], actors: Mapping[str, KnownActor]) -> dict[str, Any] | str:
    """The record of a claim that somebody spoke, or why there is none. The day of publication is never its day."""
    rule = find_rule("plover", row["act"], None, {})
    day = row["first"]
    if not rule.values.get("event"):
        return f"{row['act']}: {rule.why or 'PLOVER has no event for it'}"
    if (row["stance"], row["certainty"]) not in (("asserts", "happened"), ("asserts", "ongoing")):
        return f"its speaker {row['stance']} the speech, and it is {row['certainty']}"
    if row["copied_from"]:
        return "copied from another report"
    if day is None:
        return "no first day is told"
    one = [_entity(side) for side in find_sides(tuple(row["actor"]), tuple(row["actor_ids"]), actors)]
    two = [_entity(side) for side in find_sides(tuple(row["target"]), tuple(row["target_ids"]), actors)]
    if _lacks_recipient(rule, two):
        return f"{rule.values['event']} asks for a recipient, and none is told"
    record = {"id": row["id"], "date": day.isoformat()} | _typed(rule, one, two)
    return record | {"cite_info": _cite(row["publisher"], row["title"], row["url"])}


def _typed(rule: Rule, one: list[Entity], two: list[Entity]) -> dict[str, Any]:
    event = rule.values["event"]
    about = next(row for row in load_schema("plover")["domains"]["event"] if row["event"] == event)
    made: dict[str, Any] = {"actor": one or [NOBODY], "event": [event], "quad_code": about["quad_code"]}
    made |= {"recipient": two} if two else {}
    made |= {"mode": [rule.values["mode"]]} if rule.values["mode"] else {}
    return made | ({"context": [rule.values["context"]]} if rule.values["context"] else {})


def _lacks_recipient(rule: Rule, two: list[Entity]) -> bool:
    rows = load_schema("plover")["domains"]["event"]
    return not two and any(row["recipient_required"] for row in rows if row["event"] == rule.values["event"])


def _entity(side: Side) -> Entity:
    made: Entity = {"sector": side.sector, "entity_text": side.told}
    return made | ({"code": side.country.iso3} if side.country else {})


def _size(incident: Incident) -> dict[str, int]:
    deaths = count_deaths(incident)
    size = {"dead": deaths.low} if incident.counted("killed") and not deaths.is_total else {}
    for key, what in (("injured", "injured"), ("arrested", "detained")):
        figures = [f for f in incident.counted(what) if f.basis != "cumulative" and f.low is not None]
        if figures:
            size[key] = int(max(f.low or 0 for f in figures))
    return size


def _location(place: Place) -> dict[str, Any]:
    country = load_countries().get(place.country or "")
    geonames = place.place_id.removeprefix("gn:") if place.place_id and place.place_id.startswith("gn:") else None
    is_unit = place.kind in RESOLUTIONS
    found = {
        "extracted_place": place.name,
        "resolved_place": place.place,
        "geonameid": int(geonames) if geonames else None,
        "lat": place.lat,
        "lon": place.lon,
        "city": None if is_unit else place.place,
        "district": place.adm2 or (place.place if place.kind == "district" else None),
        "province": place.adm1 or (place.place if place.kind == "province" else None),
        "country": country.name if country else None,
        "country_code": country.iso3 if country else None,
        "resolution": RESOLUTIONS.get(place.kind or "", CITY) if place.kind else None,
    }
    return {key: value for key, value in found.items() if value is not None}


def _cite(publisher: str | None, title: str | None, url: str | None) -> dict[str, str]:
    found = {"publication": publisher, "title": title, "url": url, "coder": "tidings"}
    return {key: value for key, value in found.items() if value}
