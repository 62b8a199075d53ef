"""From claims to events: the named SQL steps, in the order in which they run."""

from __future__ import annotations

from importlib.resources import files

import duckdb

# keys: claims made comparable · block: equal ones put together · pair: which telling can be a vaguer one of which ·
# group: one event each, where no other can be meant · deny: denials and doubts · standing: the table of events
STEPS = ("keys", "block", "pair", "group", "deny", "standing")


def link_events(connection: duckdb.DuckDBPyConnection) -> None:
    """Fills `events` and `event_claims` anew from the claims that speak.

    Reads the view `spoken_claims` and the table `documents`. Runs in one transaction: a reader sees the old events
    or the new ones. The result does not depend on the order in which reports were read.
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
    connection.execute(files("tidings.events").joinpath(f"{step}.sql").read_text(encoding="utf-8"))
