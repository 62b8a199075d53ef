"""From claims to copies, origins and events: the named SQL steps, in the order in which they run."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from importlib.resources import files

import duckdb

# sample: what to compare reports by · order: which came first · overlap: what they share · copies: who reprints whom ·
# origins: who says it first
# keys: claims made comparable · block: equal ones put together · pair: which telling can be a vaguer one of which ·
# group: one event each, where no other can be meant · near: events compared, and merged where it is plain ·
# deny: denials and doubts · judge: what persons decided
# members: which claims make which event · links: which events may be one · voices: who says what of each ·
# standing: how the outcome stands · manner: how the manner does · events: the table of events
STEPS = (
    *("sample", "order", "overlap", "copies", "origins"),
    *("keys", "block", "pair", "group", "near", "deny", "judge"),
    *("members", "links", "voices", "standing", "manner", "events"),
)

# what a step reads from a file beside it. roles: words for people, in the singular, and whether they are witnesses,
# bodies or other voices · weights: what each level of a comparison says for two events being one
TABLES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "origins": ("roles", {"head": "VARCHAR", "kind": "VARCHAR"}),
    "near": ("weights", {"comparison": "VARCHAR", "level": "VARCHAR", "weight": "DOUBLE"}),
}


def link_events(connection: duckdb.DuckDBPyConnection) -> None:
    """Fills the tables of copies, origins and events anew from the reports and claims that speak.

    These are `copies`, `claim_origins`, `events`, `event_claims`, `event_voices` and `event_links`. Reads the views
    `spoken_claims` and `speaking_documents`, `places` and `decisions`. Runs in one transaction: a reader sees
    the old tables or the new ones. The result does not depend on the order in which reports were read.
    """
    connection.begin()
    try:
        for step in STEPS:
            run_step(connection, step)
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def run_step(connection: duckdb.DuckDBPyConnection, step: str) -> None:
    """One step alone, by the name of its file."""
    if step in TABLES:
        load_table(connection, *TABLES[step])
    connection.execute(files("tidings.events").joinpath(f"{step}.sql").read_text(encoding="utf-8"))


def load_table(connection: duckdb.DuckDBPyConnection, name: str, columns: Mapping[str, str]) -> None:
    """The temporary table of a CSV file of this package, under the file's name."""
    lines = files("tidings.events").joinpath(f"{name}.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(lines))
    declared = ", ".join(f"{column} {kind}" for column, kind in columns.items())
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} ({declared})")
    values = [[row[column] for row in rows] for column in columns]
    connection.execute(f"INSERT INTO {name} SELECT {', '.join('unnest(?)' for _ in columns)}", values)
