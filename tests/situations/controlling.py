"""Control folded from the few claims of one test, in a country with two provinces."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import duckdb

from tests.events.literal import claim, fill, insert, put, report
from tidings.events.link import STEPS, run_step
from tidings.records import Claim, Document
from tidings.situations.control import CHANGES_SQL, MAP_SQL, SideRow, UnitRow, fold_control, know_by

# "radio" is of the country, "wire" is foreign, "front" and "press" belong to the sides
REPORTS = [
    *(report(f"radio-{day}", f"1999-05-{day:02}") for day in range(1, 31)),
    *(report(f"wire-{day}", f"1999-05-{day:02}") for day in range(1, 31)),
    report("front-1", "1999-05-10"),
    report("press-1", "1999-05-10"),
    report("press-2", "1999-05-12"),
    report("omega-1", None),
]
UNITS = [
    UnitRow("p:north", "province", "Northshire", "NL01", "Northshire", "NL"),
    UnitRow("c:arlen", "city", "Arlen", "NL0101", "Northshire", "NL"),
    UnitRow("d:arlen", "district", "Arlen", "NL0101", "Northshire", "NL", "c:arlen"),
    UnitRow("d:harrow", "district", "Harrow", "NL0102", "Northshire", "NL"),
    UnitRow("d:selby", "district", "Selby", "NL0201", "Southshire", "NL"),
    UnitRow("d:harrow-s", "district", "Harrow", "NL0202", "Southshire", "NL"),
]
PLACES = {
    "Northshire": ("p:north", "province", "NL01"),
    "Arlen": ("c:arlen", "city", "NL0101"),
    "Arlen district": ("d:arlen", "district", "NL0101"),
    "Harrow": ("d:harrow", "district", "NL0102"),
    "Selby": ("d:selby", "district", "NL0201"),
    "Dover Gate": ("x:dover", "crossing", "NL0102"),
    "Norland": ("iso:NL", "country", None),
}
LEAGUE, STATE = "league", "nl.army"
Row = dict[str, Any]


def fold(
    claims: Iterable[Claim],
    reports: Iterable[Document] = REPORTS,
    connection: duckdb.DuckDBPyConnection | None = None,
) -> duckdb.DuckDBPyConnection:
    """A store with these claims, their origins found, folded."""
    claims = list(claims)
    told_in = {claim.document_id for claim in claims}
    reports = [report for report in reports if report.id in told_in]
    if connection is None:
        connection = fill(reports, claims)
        _lay_out(connection)
    else:
        put(connection, reports, claims)
    days = {day for (day,) in connection.execute("SELECT DISTINCT published FROM documents").fetchall()}
    sides = [SideRow(LEAGUE, day, "league", "Northern League", False) for day in days]
    sides += [SideRow(STATE, day, "nl", "Norland government", True) for day in days]
    for step in STEPS[: STEPS.index("origins") + 1]:
        run_step(connection, step)
    fold_control(connection, UNITS, sides)
    return connection


def _lay_out(connection: duckdb.DuckDBPyConnection) -> None:
    """The publishers and places of the country."""
    for name, side, country in (
        ("front", "insurgent", "NL"),
        ("press", "government", "NL"),
        ("wire", None, "ZZ"),
        ("radio", None, "NL"),
    ):
        insert(connection, "publishers", {"id": name, "name": name, "side": side, "country": country})
    for name, (place_id, kind, pcode) in PLACES.items():
        province = next((unit.province for unit in UNITS if unit.id == place_id), "Northshire")
        row: Row = {
            "id": place_id,
            "name": name,
            "kind": kind,
            "country": "NL",
            "adm1": province,
            "pcode": pcode,
            "point": "none",
            "within": [],
        }
        insert(connection, "places", row)


def taken(
    own_id: str, place: str | tuple[str, ...] = "Harrow", by: str = LEAGUE, day: int | None = 9, **fields: Any
) -> Claim:
    """A claim that a side took a place on a day of May, or on one not told."""
    given: dict[str, Any] = {"actor": by, "actor_ids": (by,), "place": place, "act": "territory.capture", **fields}
    act = given.pop("act")
    given.setdefault("place_ids", (PLACES[place][0],) if isinstance(place, str) and place in PLACES else ())
    return claim(own_id, act, None if day is None else f"1999-05-{day:02}", **given)


def says(speaker: str, kind: str, against: bool | None = None) -> dict[str, Any]:
    """The fields of what somebody is quoted as saying."""
    return {"said_by": speaker, "interest": kind, "against_interest": against}


ADMITS = says("General Brook", "party", True)
BOASTS = says("Northern League", "party", False)
ARMY_DENIES = {**says("the army", "party", False), "stance": "denies"}
RESIDENTS = says("residents", "witness")


def changes(*claims: Claim, known_on: date | None = None) -> list[Row]:
    """The changes of hands, as they are listed."""
    return ask(fold(claims), CHANGES_SQL, {"as_of": None, "level": None}, known_on)


def held(*claims: Claim, as_of: str | None = None, known_on: date | None = None, level: str | None = None) -> list[Row]:
    """The map, as it is listed."""
    return ask(fold(claims), MAP_SQL, {"as_of": as_of, "level": level}, known_on)


def ask(connection: duckdb.DuckDBPyConnection, sql: str, parameters: Row, known_on: date | None = None) -> list[Row]:
    """The rows of a listing, by what was known on a day."""
    know_by(connection, known_on)
    answer = connection.execute(sql, parameters)
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def brief(rows: Iterable[Row]) -> list[tuple[Any, ...]]:
    """Place, day of May, side, state and standing."""
    return [(row["place"], row["day"].day, row["side"], row["state"], row["standing"]) for row in rows]
