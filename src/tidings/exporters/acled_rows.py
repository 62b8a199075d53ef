"""One incident as ACLED's rows, one a place; and rows of the same sides, place and day folded into one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

import msgspec

from tidings.exporters.acled_sides import Case, name_sides, tell_sides
from tidings.exporters.countries import Country, load_countries
from tidings.exporters.days import Span, find_span
from tidings.exporters.deaths import count_deaths
from tidings.exporters.incidents import Incident, Place
from tidings.exporters.schemas import load_schema
from tidings.wording import tell_day

PREFIX = "XTD"  # no country's acronym: our rows never look like ACLED's own
DIGITS = 12
SPOKEN_CHARACTERS = 300
GEO_PRECISION = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3}  # where_prec -> geo_precision; wider is no event of ACLED's
NEW_MEDIA = ("social", "telegram", "twitter", "blog", "channel")
LOCAL = ("regional", "local", "provincial")
# in the order in which two of them are written
SCALES = ("Other", "New media", "Subnational", "National", "International")


class Row(msgspec.Struct):
    """A row with what stands behind it."""

    key: str
    values: dict[str, Any]
    event_ids: list[str]
    claim_ids: list[str]
    untold: dict[str, Any]


def make_rows(case: Case, event_type: str, sub_event_type: str, why: str) -> list[Row] | str:
    """The rows of an incident, one a place that is on the map, or why there are none."""
    incident = case.incident
    span, deaths = find_span(incident), count_deaths(incident)
    if isinstance(span, str):
        return span
    if deaths.is_total and incident.head.act.startswith("harm."):
        return "a total over a period, which is no event"
    places = [place for place in incident.places if _is_placed(place)]
    if not places:
        return _why_unplaced(incident.places)
    # what a total over a period counts was not done in this one fight
    dead = 0 if deaths.is_total else deaths.best
    notes = [why, *deaths.notes, "its dead are told in a total over a period alone" if deaths.is_total else ""]
    notes += [f"{place.name} is not on the map, and has no row" for place in incident.places if not _is_placed(place)]
    rows = []
    for number, place in enumerate(places):
        country = load_countries()[str(place.country)]
        sides = name_sides(case, event_type, country)
        if isinstance(sides, str):
            return sides
        told = [*notes, *sides[2]]
        if len(places) > 1 and dead:
            told.append(f"{dead} killed at all places together stand in the row of {places[0].name}")
        values = {
            "event_id_cnty": _make_id(incident.id, place, number),
            **_tell_when(span),
            **_tell_type(event_type, sub_event_type),
            **tell_sides(sides[0], sides[1], event_type),
            **_tell_where(place, country),
            **_tell_sources(incident, country),
            "notes": _tell_notes(incident, span),
            "fatalities": dead if number == 0 else 0,
            "tags": "",
            "timestamp": _tell_known(incident),
        }
        order = [column["name"] for column in load_schema("acled")["columns"]]
        ordered = {name: values[name] for name in order}
        notes_told = {"notes": [note for note in told if note]}
        rows.append(Row(values["event_id_cnty"], ordered, incident.event_ids, incident.claim_ids, notes_told))
    return rows


def fold(rows: Iterable[Row]) -> list[Row]:
    """Rows of the same sides, place and day as one, of the highest rank; fatalities add up, for figures differ."""
    kept: dict[tuple[object, ...], Row] = {}
    for row in rows:
        values = row.values
        where_and_when = (values["event_date"], values["time_precision"], values["latitude"], values["longitude"])
        key = (*where_and_when, frozenset((values["actor1"], values["actor2"])))
        other = kept.get(key)
        if other is None:
            kept[key] = row
            continue
        best, folded = sorted((other, row), key=lambda r: (_ranks()[r.values["sub_event_type"]][0], r.key))
        best.values["fatalities"] += folded.values["fatalities"]
        best.event_ids = list(dict.fromkeys([*best.event_ids, *folded.event_ids]))
        best.claim_ids = list(dict.fromkeys([*best.claim_ids, *folded.claim_ids]))
        type_ = folded.values["sub_event_type"]
        best.untold.setdefault("folded", []).append({"row": folded.key, "sub_event_type": type_, **folded.untold})
        kept[key] = best
    return list(kept.values())


@cache
def _ranks() -> dict[str, tuple[int, str]]:
    """Rank and disorder type of each sub-event type."""
    rows = load_schema("acled")["domains"]["sub_event_types"]
    return {row["sub_event_type"]: (row["rank"], row["disorder_type"]) for row in rows}


def _is_placed(place: Place) -> bool:
    country = load_countries().get(place.country or "")
    has_point = place.lat is not None and place.lon is not None
    return has_point and country is not None and bool(country.acled_region) and place.precision in GEO_PRECISION


def _why_unplaced(places: Sequence[Place]) -> str:
    if not places:
        return "no place is told"
    if all(place.kind == "country" for place in places):
        return "told of a whole country, which is no event of ACLED's"
    return f"not on the map: {'; '.join(place.name for place in places)}"


def _make_id(incident_id: str, place: Place, number: int) -> str:
    digest = hashlib.sha256(f"{incident_id} {number} {place.name}".encode()).hexdigest()
    return f"{PREFIX}{int(digest[:12], 16) % 10**DIGITS:0{DIGITS}d}"


def _tell_when(span: Span) -> dict[str, Any]:
    day = span.middle
    return {
        "event_date": day.isoformat(),
        "year": day.year,
        "time_precision": 1 if span.days == 1 else 2 if span.days <= 7 else 3,
    }


def _tell_type(event_type: str, sub_event_type: str) -> dict[str, Any]:
    return {
        "disorder_type": _ranks()[sub_event_type][1],
        "event_type": event_type,
        "sub_event_type": sub_event_type,
    }


def _tell_where(place: Place, country: Country) -> dict[str, Any]:
    is_province = place.kind == "province"
    return {
        "iso": country.numeric,
        "region": country.acled_region,
        "country": country.name,
        "admin1": place.adm1 or (place.place if is_province else "") or "",
        "admin2": place.adm2 or (place.place if place.kind == "district" else "") or "",
        "admin3": "",
        "location": place.place or place.name,
        "latitude": round(float(place.lat or 0), 4),
        "longitude": round(float(place.lon or 0), 4),
        "geo_precision": GEO_PRECISION[int(place.precision or 0)],
    }


def _tell_sources(incident: Incident, country: Country) -> dict[str, str]:
    telling = [claim for claim in incident.tellings if claim.affirms] or incident.tellings
    names = sorted({claim.publisher for claim in telling if claim.publisher}) or ["Undisclosed Source"]
    scales = sorted({_scale_of(c.kind, c.country, country) for c in telling}, key=SCALES.index)
    return {"source": "; ".join(names), "source_scale": "-".join(scales[-2:])}


def _scale_of(kind: str | None, home: str | None, country: Country) -> str:
    if kind and any(word in kind.lower() for word in NEW_MEDIA):
        return "New media"
    if home is None:
        return "Other"
    if home.upper() not in (country.iso, country.iso3, country.name.upper()):
        return "International"
    return "Subnational" if kind and any(word in kind.lower() for word in LOCAL) else "National"


def _tell_notes(incident: Incident, span: Span) -> str:
    """The words of the earliest report, with its day; who denies it."""
    claim = next((claim for claim in incident.tellings if claim.affirms), incident.tellings[0])
    quote = " ".join(claim.quote.split())
    quote = quote if len(quote) <= SPOKEN_CHARACTERS else quote[: SPOKEN_CHARACTERS - 1].rstrip() + "…"
    when = tell_day(span.first) if span.days == 1 else f"{tell_day(span.first)} to {tell_day(span.last)}"
    deniers = sorted({name for c in incident.tellings if c.stance == "denies" for name in c.speakers})
    denied = f" Denied by {', '.join(deniers)}." if deniers else ""
    return f"On {when}, as {', '.join(claim.speakers)} told it: “{quote}”.{denied}"


def _tell_known(incident: Incident) -> int:
    """When the last report of it came out: the row is as old as its news, and the same however often it is written."""
    known = max((claim.published for claim in incident.claims if claim.published), default=None)
    return int(datetime(known.year, known.month, known.day, tzinfo=UTC).timestamp()) if known else 0
