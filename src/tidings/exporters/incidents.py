"""Incidents as exporters take them: an event that stands, the harm told with it, its places, claims and figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import msgspec

from tidings.plugins import Sidecar

if TYPE_CHECKING:
    import duckdb

ROOM = files("tidings.exporters")
TEMPORARY = ("incident_figures", "incident_events", "standing_events")
UNTOLD_EVENTS = """
SELECT id, standing, claim_ids FROM picture.events
WHERE standing NOT IN ('confirmed', 'corroborated', 'reported', 'contested') ORDER BY id
"""
SPEECH = "SELECT id, act FROM picture.claims WHERE is_speaking AND len(event_ids) = 0 ORDER BY id"


class Place(msgspec.Struct, frozen=True):
    """A place that an event names, and what the gazetteer knows of it."""

    name: str
    place_id: str | None
    place: str | None
    kind: str | None
    country: str | None
    adm1: str | None
    adm2: str | None
    lat: float | None
    lon: float | None
    point: str | None
    precision: int | None


class Telling(msgspec.Struct, frozen=True):
    """A claim behind an incident, with its report."""

    id: str
    document_id: str
    published: date | None
    publisher: str | None
    title: str | None
    url: str | None
    kind: str | None
    country: str | None
    stance: str
    certainty: str
    hedged: bool
    origins: tuple[str, ...]
    said_by: tuple[tuple[str, ...], ...]
    is_copied: bool
    quote: str
    is_head: bool
    start: int
    made_by: tuple[str, ...] = ()

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who says it, as the report has it: the last of the chain, else the report itself."""
        return self.said_by[-1] if self.said_by else (self.publisher or "an unnamed report",)

    @property
    def affirms(self) -> bool:
        return self.stance == "asserts" and self.certainty in ("happened", "ongoing")


class Part(msgspec.Struct, frozen=True):
    """One event of an incident."""

    id: str
    act: str
    actor: tuple[str, ...]
    actor_ids: tuple[str, ...]
    target: tuple[str, ...]
    target_ids: tuple[str, ...]
    first: date | None
    last: date | None
    standing: str
    manner_standing: str | None
    flags: tuple[str, ...] | None
    places: tuple[Place, ...]


class Figure(msgspec.Struct, frozen=True):
    """A figure of an incident's harm, by the house rule asked for."""

    id: str
    what: str
    of: str | None
    by: str | None
    basis: str | None
    low: float | None
    best: float | None
    high: float | None
    claim_ids: tuple[str, ...]


class Incident(msgspec.Struct, frozen=True, dict=True):
    """The head event first, then the harm told with it."""

    id: str
    events: tuple[Part, ...]
    claims: tuple[Telling, ...]
    figures: tuple[Figure, ...]
    manner: str | None

    @property
    def head(self) -> Part:
        return self.events[0]

    @property
    def acts(self) -> frozenset[str]:
        return frozenset(event.act for event in self.events)

    @cached_property
    def tellings(self) -> list[Telling]:
        """The claims in the order in which they were published, those of the head event first."""
        return sorted(self.claims, key=lambda c: (not c.is_head, c.published or date.max, c.document_id, c.start, c.id))

    @property
    def claim_ids(self) -> list[str]:
        return [claim.id for claim in self.tellings]

    @property
    def event_ids(self) -> list[str]:
        return [event.id for event in self.events]

    @property
    def first(self) -> date | None:
        return next((event.first for event in self.events if event.first), None)

    @property
    def last(self) -> date | None:
        """The last day of the event that gives the first one."""
        return next((event.last for event in self.events if event.first), None) or next(
            (event.last for event in self.events if event.last), None
        )

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it was; where the head event does not say, where the harm was."""
        return next((event.places for event in self.events if event.places), ())

    def counted(self, what: str) -> list[Figure]:
        return [figure for figure in self.figures if figure.what == what]


def read_incidents(connection: duckdb.DuckDBPyConnection, rule: str) -> Iterator[Incident]:
    """Every incident, by id, with its figures by this house rule."""
    connection.execute(f"SET VARIABLE figure_rule = '{rule}'")
    connection.execute(ROOM.joinpath("incidents.sql").read_text(encoding="utf-8"))
    for row in read_rows(connection, ROOM.joinpath("incident_rows.sql").read_text(encoding="utf-8")):
        yield msgspec.convert(row, Incident)
    for table in TEMPORARY:
        connection.execute(f"DROP TABLE temp.{table}")


def read_rows(connection: duckdb.DuckDBPyConnection, sql: str) -> Iterator[dict[str, Any]]:
    """The answer row by row, a thousand in memory at a time."""
    answer = connection.execute(sql)
    names = [column[0] for column in answer.description or ()]
    while some := answer.fetchmany(1000):
        yield from (dict(zip(names, row, strict=True)) for row in some)


def leave_out_the_rest(connection: duckdb.DuckDBPyConnection, sidecar: Sidecar, *, speech: bool = True) -> None:
    """Tells the sidecar of events that do not stand as having happened, and of speech, which makes no event."""
    for row in read_rows(connection, UNTOLD_EVENTS):
        sidecar.leave_out(row["id"], f"the event is {row['standing']}", row["claim_ids"])
    for row in read_rows(connection, SPEECH) if speech else ():
        sidecar.leave_out(row["id"], f"{row['act']}: speech alone makes no event", [row["id"]])
