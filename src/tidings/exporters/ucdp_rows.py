"""One incident as a row of UCDP GED, or the reason why it is none."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from typing import Any

import msgspec

from tidings.exporters.countries import Country, load_countries
from tidings.exporters.days import Span, find_span
from tidings.exporters.deaths import Deaths, count_deaths
from tidings.exporters.incidents import Incident, Place, Telling
from tidings.exporters.sides import CIVILIANS, ORGANISED, STATE, Side, class_by_words
from tidings.exporters.ucdp_dyads import ONE_SIDED, UNARMED, Dyad, find_dyad

YEAR, MONTH = 366, 31
OURS = 1_000_000_000  # ids of ours start here, far above UCDP's own
CIVILIANS_ID = 1  # UCDP's own id of civilians, the same in every row
GRID_COLUMNS, GRID_DEGREES = 720, 0.5


class UcdpRow(msgspec.Struct):
    """A row with the incident behind it."""

    values: dict[str, Any]
    incident: Incident
    untold: dict[str, Any]


def make_row(incident: Incident, one: Sequence[Side], two: Sequence[Side]) -> UcdpRow | str:
    """The row, or why there is none."""
    deaths, span, placed, dyad = (
        count_deaths(incident),
        find_span(incident, YEAR),
        _find_place(incident),
        find_dyad(one, two),
    )
    for why in (span, placed, dyad):
        if isinstance(why, str):
            return why
    assert not isinstance(span, str) and not isinstance(placed, str) and not isinstance(dyad, str)
    if deaths.high < 1:
        return "nobody is said to have been killed"
    if deaths.is_total and span.days > MONTH:
        return "a total over more than a month, which is no event"
    if deaths.is_total and not incident.head.act.startswith("harm."):
        return "its dead are told in a total over a period alone"
    values, notes = _tell(incident, dyad, span, placed, deaths)
    return UcdpRow(values, incident, {"notes": notes})


def _find_place(incident: Incident) -> tuple[Place, Country] | str:
    """The first place of an incident that is on the map, with its country; or why there is none."""
    place = next((place for place in incident.places if place.lat is not None), None)
    country = load_countries().get(place.country or "") if place else None
    if place is None or country is None:
        return "no place on the map is told"
    return (place, country) if country.gwno else f"{country.name} has no number of Gleditsch and Ward"


def _tell(
    incident: Incident, dyad: Dyad, span: Span, placed: tuple[Place, Country], deaths: Deaths
) -> tuple[dict[str, Any], list[str]]:
    place, country = placed
    names = [_name(dyad.side_a), _name(dyad.side_b) if dyad.side_b else "Civilians"]
    ids = [_own_id("side", names[0]), _own_id("side", names[1]) if dyad.side_b else CIVILIANS_ID]
    dyad_id = _own_id("dyad", *names)
    conflict_id = _own_id("conflict", country.iso, *names)
    id_ = _own_id("event", incident.id, digits=15)
    killed, notes = _whose(deaths, dyad)
    values = {
        "id": id_,
        "relid": f"{country.iso3}-{span.first.year}-{dyad.type_of_violence}-X{dyad_id}-{id_}",
        "year": span.first.year,
        "active_year": 0,
        "code_status": "Clear",
        "type_of_violence": dyad.type_of_violence,
        "conflict_dset_id": conflict_id,
        "conflict_new_id": conflict_id,
        "conflict_name": f"{country.name}: {' - '.join(names)}",
        "dyad_dset_id": dyad_id,
        "dyad_new_id": dyad_id,
        "dyad_name": " - ".join(names),
        "side_a_dset_id": ids[0],
        "side_a_new_id": ids[0],
        "side_a": names[0],
        "side_b_dset_id": ids[1],
        "side_b_new_id": ids[1],
        "side_b": names[1],
        **_tell_sources(incident),
        **_tell_where(place, country),
        "event_clarity": 2 if deaths.is_total else 1,
        "date_prec": _date_precision(span),
        "date_start": f"{span.first} 00:00:00.000",
        "date_end": f"{span.last} 00:00:00.000",
        **killed,
        "best": sum(killed.values()),
        "high": max(deaths.high, 1),
        "low": min(deaths.low, deaths.best),
        "gwnoa": _gwno(dyad.side_a),
        "gwnob": _gwno(dyad.side_b) if dyad.side_b else "",
    }
    return values, [*notes, *deaths.notes]


def _name(side: Side) -> str:
    """A state's forces are its government (UCDP actors); others go by their own name."""
    return f"Government of {side.country.name}" if side.is_state and side.country else side.name


def _gwno(side: Side) -> int | str:
    return side.country.gwno or "" if side.is_state and side.country else ""


def _own_id(*parts: str, digits: int = 8) -> int:
    """A whole number of our own, the same for the same parts."""
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return OURS + int(int(digest[:15], 16) % 10**digits)


def _date_precision(span: Span) -> int:
    return 1 if span.days == 1 else 2 if span.days < 7 else 3 if span.days == 7 else 4 if span.days <= MONTH else 5


def _whose(deaths: Deaths, dyad: Dyad) -> tuple[dict[str, int], list[str]]:
    """The dead of each side, of civilians, and those of whom it is not said."""
    killed = {"deaths_a": 0, "deaths_b": 0, "deaths_civilians": 0, "deaths_unknown": 0}
    notes = []
    for of, count in deaths.parts:
        killed[_column_of(of, dyad)] += count
        if of is not None:
            notes.append(f"{count} killed of {of} stand under {_column_of(of, dyad)}")
    if dyad.type_of_violence == ONE_SIDED:
        killed["deaths_civilians"] += killed["deaths_unknown"]
        killed["deaths_unknown"] = 0
    return killed, notes


def _column_of(of: str | None, dyad: Dyad) -> str:
    if of is None:
        return "deaths_unknown"
    inter = CIVILIANS if of in ("civilians", "families", "prisoners") else class_by_words(of)
    if inter in UNARMED:
        return "deaths_civilians"
    sides = {"deaths_a": dyad.side_a, "deaths_b": dyad.side_b}
    fitting = [
        column
        for column, side in sides.items()
        if side is not None and inter in ORGANISED and (inter == STATE) == side.is_state
    ]
    return fitting[0] if len(fitting) == 1 else "deaths_unknown"


def _tell_where(place: Place, country: Country) -> dict[str, Any]:
    lat, lon = float(place.lat or 0), float(place.lon or 0)
    row = math.floor((lat + 90) / GRID_DEGREES) * GRID_COLUMNS
    adm_1 = place.adm1 or (place.place if place.kind == "province" else None)
    adm_2 = place.adm2 or (place.place if place.kind == "district" else None)
    return {
        "where_prec": place.precision or 5,
        "where_coordinates": place.place or place.name,
        "where_description": place.name,
        "adm_1": f"{adm_1} province" if adm_1 else "",
        "adm_2": f"{adm_2} district" if adm_2 else "",
        "latitude": lat,
        "longitude": lon,
        "geom_wkt": f"POINT ({lon:.6f} {lat:.6f})",
        "priogrid_gid": row + math.floor((lon + 180) / GRID_DEGREES) + 1,
        "country": country.name,
        "country_id": country.gwno,
        "region": country.ucdp_region,
    }


def _tell_sources(incident: Incident) -> dict[str, Any]:
    reports: dict[str, Telling] = {c.document_id: c for c in incident.tellings if c.affirms}
    told = sorted(reports.values(), key=lambda c: (str(c.published or ""), c.publisher or "", c.document_id))
    articles = [f'"{c.publisher or "unknown"},{c.published or ""},{c.title or ""}"' for c in told]
    return {
        "number_of_sources": len({c.publisher or c.document_id for c in told if not c.is_copied}),
        "source_article": ";".join(articles),
        "source_office": ";".join(c.publisher or "unknown" for c in told),
        "source_date": ";".join(str(c.published or "") for c in told),
        "source_headline": ";".join((c.title or "").replace(";", ",") for c in told),
        "source_original": "; ".join(sorted({name for c in told if c.said_by for name in c.said_by[-1]})),
    }
