"""From claims to copies, origins and events: the named SQL steps, in the order in which they run."""

from __future__ import annotations

import csv
from importlib.resources import files

import duckdb

# sample: what to compare reports by · order: which came first · overlap: what they share · copies: who reprints whom ·
# origins: who says it first
# keys: claims made comparable · block: equal ones put together · pair: which telling can be a vaguer one of which ·
# group: one event each, where no other can be meant · deny: denials and doubts · judge: what persons decided ·
# members: which claims make which event · voices: who says what of it · standing: how it stands · manner: how the manner
# stands · events: the table of events
STEPS = (
    *("sample", "order", "overlap", "copies", "origins"),
    *("keys", "block", "pair", "group", "deny", "judge", "members", "voices", "standing", "manner", "events"),
)


def link_events(connection: duckdb.DuckDBPyConnection) -> None:
    """Fills `copies`, `claim_origins`, `events`, `event_claims` and `event_voices` anew from the reports and claims that speak.

    Reads the views `spoken_claims` and `speaking_documents`, and `decisions`. Runs in one transaction: a reader sees
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
    if step == "origins":
        load_roles(connection)
    connection.execute(files("tidings.events").joinpath(f"{step}.sql").read_text(encoding="utf-8"))


def load_roles(connection: duckdb.DuckDBPyConnection) -> None:
    """The table `roles`: words for people, in the singular, and whether they are witnesses, bodies or other voices."""
    lines = files("tidings.events").joinpath("roles.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(lines))
    connection.execute("CREATE OR REPLACE TEMP TABLE roles (head VARCHAR, kind VARCHAR)")
    columns = [[row["head"] for row in rows], [row["kind"] for row in rows]]
    connection.execute("INSERT INTO roles SELECT unnest(?), unnest(?)", columns)
