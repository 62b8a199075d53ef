"""A store of the reports of a simulated war, taken through linking, control and figures as any other is."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import msgspec

from evals.truth.regimes import HERE, Setting, Side
from evals.truth.reports import Report, make_records, place_id
from evals.truth.world import World
from tidings.actors import ActorTable, resolve_actors
from tidings.actors.actor import Actor
from tidings.actors.rows import read_rows
from tidings.actors.states import States, load_states
from tidings.events import link_events
from tidings.given import make_sides
from tidings.records import Claim, Document, Sentence
from tidings.situations.control import UnitRow, fold_control
from tidings.situations.figures import fold_figures
from tidings.store.opening import Store, migrations

COUNTRY, LAND, STATE = "ZZ", "Norland", "zzl"
ABROAD = {"Ocean Wire": "PE", "Continental Press Review": "BT"}
# what an interest is read off: everything of a claim but its place and day
RESOLVED = (
    "actor",
    "target",
    "actor_ids",
    "target_ids",
    "speaker_ids",
    "interest",
    "against_interest",
    "interest_reason",
)


def link_reports(reports: Iterable[Report], world: World, setting: Setting) -> duckdb.DuckDBPyConnection:
    """A store in memory with the reports, linked and folded."""
    store = open_empty()
    records = [*_tell_holders(world, setting), *(make_records(report, setting) for report in reports)]
    fill(store.connection, records, setting)
    link_events(store.connection)
    units = [
        UnitRow(place_id(place), "district", place, f"ZZ{number:04}", "Norland Shire", COUNTRY)
        for number, place in enumerate(setting.places)
    ]
    fold_control(store.connection, units, make_sides(store, load_table()))
    fold_figures(store.connection)
    return store.connection


def open_empty() -> Store:
    """A store in memory, of one thread: several are run side by side."""
    connection = duckdb.connect(config={"threads": "1"})
    for sql in migrations().values():
        connection.execute(sql)
    return Store(Path(":memory:"), connection)


def fill(
    connection: duckdb.DuckDBPyConnection,
    records: Iterable[tuple[Document, list[Sentence], Claim]],
    setting: Setting,
) -> None:
    """Puts the records into the tables, each claim with the ids and the interest that the table of actors gives it."""
    records = list(records)
    _put(connection, "documents", (_row(document) for document, _, _ in records))
    sentences = ({**_row(sentence), "id": sentence.id} for _, found, _ in records for sentence in found)
    _put(connection, "sentences", sentences)
    _put(connection, "claims", (_claim_row(resolve(document, claim)) for document, _, claim in records))
    _put(connection, "publishers", _publishers(setting))
    _put(connection, "places", (_place_row(place, number) for number, place in enumerate(setting.places)))


@cache
def load_table() -> ActorTable:
    """The states of tidings, and who is who in the invented one."""
    problems: list[str] = []
    states = load_states(problems)
    state = Actor(id=STATE, name=LAND, kind="state", countries=(LAND,), source="simulation")
    states = States({**states.actors, STATE: state}, {LAND: STATE}, states.bodies)
    lines = (HERE / "actors.csv").read_text(encoding="utf-8").splitlines()
    un = Actor(id="un", name="United Nations", kind="igo", aliases=("UN",))
    actors = [un, *read_rows(lines, "actors.csv", problems)]
    if problems:
        raise ValueError("; ".join(problems))
    return ActorTable([*states.actors.values(), *actors], states)


def resolve(document: Document, claim: Claim) -> Claim:
    """The claim with ids and interest, worked out once for all that differ only in place, day and number."""
    alike = _resolve(document.publisher, claim.act, claim.actor, claim.target, claim.said_by, claim.stance)
    return msgspec.structs.replace(claim, **{name: getattr(alike, name) for name in RESOLVED})


@cache
def _resolve(publisher: str | None, act: str, actor: Any, target: Any, said_by: Any, stance: Any) -> Claim:
    text = f"In {LAND} the Northern League fights the {LAND} army."
    document = Document(id="doc", work="wrk", own_id="doc", publisher=publisher, text=text)
    claim = Claim(
        id="clm", document_id="doc", sentence_id="snt", act=act, actor=actor, target=target, said_by=said_by,
        stance=stance, start=0, end=1,
    )  # fmt: skip
    return resolve_actors(document, [claim], load_table(), (STATE,)).claims[0]


def _tell_holders(world: World, setting: Setting) -> Iterable[tuple[Document, list[Sentence], Claim]]:
    """A map of the United Nations of the first day, a report for each place."""
    for place, side in world.at_first.items():
        yield _holding(place, side, setting)


def _holding(place: str, side: Side, setting: Setting) -> tuple[Document, list[Sentence], Claim]:
    text = f"The United Nations said that the {side.name} holds {place}."
    document_id = f"doc-map-{place.lower()}"
    document = Document(
        id=document_id, work=document_id, own_id=document_id, publisher="Ocean Wire", text=text,
        published=setting.first_day,
    )  # fmt: skip
    sentence = Sentence(document_id=document_id, index=0, paragraph=0, start=0, end=len(text))
    claim = Claim(
        id=f"clm-map-{place.lower()}", document_id=document_id, sentence_id=sentence.id, act="territory.hold",
        actor=(side.name,), place=(place,), place_ids=(place_id(place),), first=setting.first_day,
        last=setting.first_day, precision="day", said_by=("United Nations",), certainty="ongoing", start=0,
        end=len(text),
    )  # fmt: skip
    return document, [sentence], claim


def _publishers(setting: Setting) -> Iterable[Mapping[str, Any]]:
    sides = {outlet: side.kind for side in setting.side for outlet in side.outlets}
    for row in csv.DictReader((HERE / "actors.csv").read_text(encoding="utf-8").splitlines()):
        if row["kind"] == "media":
            outlet = row["name"]
            yield {
                "id": outlet,
                "name": outlet,
                "country": ABROAD.get(outlet, COUNTRY),
                "side": sides.get(outlet, "independent"),
            }


def _place_row(place: str, number: int) -> Mapping[str, Any]:
    return {
        "id": place_id(place), "name": place, "kind": "district", "country": COUNTRY, "adm1": "Norland Shire",
        "pcode": f"ZZ{number:04}", "point": "none", "within": [],
    }  # fmt: skip


def _row(record: Document | Sentence | Claim) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(record)
    return row


def _claim_row(claim: Claim) -> Mapping[str, Any]:
    return {**_row(claim), "said_by": [[link] if isinstance(link, str) else list(link) for link in claim.said_by]}


def _put(connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """The rows into a table, by way of JSON lines: row by row would take as long as the linking."""
    described = connection.execute(f"DESCRIBE {table}").fetchall()
    types = {str(name): str(kind) for name, kind, *_ in described}
    with tempfile.NamedTemporaryFile(suffix=".ndjson") as file:
        encoder = msgspec.json.Encoder()
        for row in rows:
            file.write(encoder.encode(row) + b"\n")
        file.flush()
        columns = ", ".join(f"'{name}': '{kind}'" for name, kind in types.items())
        connection.execute(
            f"INSERT INTO {table} BY NAME SELECT * FROM "
            f"read_json('{file.name}', format = 'newline_delimited', columns = {{{columns}}})"
        )
