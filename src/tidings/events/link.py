"""From claims to copies, origins and events: the named SQL steps, in the order in which they run."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from importlib.resources import files

import duckdb

from tidings.records import make_id
from tidings.weighing import BALANCES_SQL

# sample: what to compare reports by · order: which came first · overlap: what they share · copies: who reprints whom ·
# changed: which claims have changed · origins: who says them first
# keys: claims made comparable · block: equal ones put together · pair: which telling can be a vaguer one of which ·
# group: one event each, where no other can be meant · near: events compared, and merged where it is plain ·
# widen: what else is touched · merge: merged ones go together · deny: denials and doubts · judge: what persons decided
# members: which claims make which event · links: which events may be one · voices: who says what of each ·
# standing: how the outcome stands · weighed, balances, leaning: which way the evidence leans where it is contested
# manner: how the manner does · events: the table of events
GROUPING = ("block", "pair", "group")
STEPS = (
    *("sample", "order", "overlap", "copies", "changed", "origins"),
    *("keys", *GROUPING, "near", "widen", "merge", "deny", "judge"),
    *("members", "links", "voices", "standing", "weighed", "balances", "leaning", "manner", "events"),
)
WIDENED = "SELECT count(*) FROM scope WHERE cell NOT IN (SELECT cell FROM narrow)"
# what is kept from one linking to the next
KEPT = (
    "linked_claims",
    "linked_keys",
    "linked_events",
    "linked_heads",
    "linked_near",
    "linked_merges",
    "linked_unsure",
)

# what a step reads from a file beside it. roles: words for people, in the singular, and whether they are witnesses,
# bodies or other voices · weights: what each level of a comparison says for two events being one
TABLES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "origins": ("roles", {"head": "VARCHAR", "kind": "VARCHAR"}),
    "near": ("weights", {"comparison": "VARCHAR", "level": "VARCHAR", "weight": "DOUBLE"}),
}


def link_events(connection: duckdb.DuckDBPyConnection, rules: str = "") -> None:
    """Brings the tables of copies, origins and events up to date with the reports and claims that speak.

    These are `copies`, `claim_origins`, `events`, `event_claims`, `event_voices` and `event_links`. Reads the views
    `spoken_claims` and `speaking_documents`, `places` and `decisions`. Only what has changed since it was linked last,
    and what that touches, is linked anew; all is, where it was linked by other `rules`. Runs in one transaction: a
    reader sees the old tables or the new ones. The result does not depend on the order in which reports were read,
    nor on how many times they were linked between.
    """
    connection.begin()
    try:
        forget_other_rules(connection, rules)
        for step in find_steps(connection):
            run_step(connection, step)
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def find_steps(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """The steps in their order; claims are grouped again where more is touched than was seen at first."""
    for step in STEPS:
        yield step
        if step == "widen":
            (widened,) = connection.execute(WIDENED).fetchone() or (0,)
            yield from GROUPING if widened else ()


def forget_other_rules(connection: duckdb.DuckDBPyConnection, rules: str) -> None:
    """Empties what is kept, where other rules made it."""
    if connection.execute("SELECT rules FROM linked_by").fetchall() != [(rules,)]:
        for table in (*KEPT, "linked_by", "claim_origins", "event_claims", "event_voices"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("INSERT INTO linked_by VALUES (?)", [rules])


def run_step(connection: duckdb.DuckDBPyConnection, step: str) -> None:
    """One step alone, by the name of its file."""
    if step in TABLES:
        load_table(connection, *TABLES[step])
    connection.execute(read_step(step))


def read_step(step: str) -> str:
    """The SQL of a step."""
    return BALANCES_SQL if step == "balances" else _text(f"{step}.sql")


def make_linking_id() -> str:
    """The id of the rules that make events: another one, and events are made anew."""
    return make_id("rul", *map(read_step, STEPS), *(_text(f"{name}.csv") for name, _ in TABLES.values()))


def load_table(connection: duckdb.DuckDBPyConnection, name: str, columns: Mapping[str, str]) -> None:
    """The temporary table of a CSV file of this package, under the file's name."""
    lines = _text(f"{name}.csv").splitlines()
    rows = list(csv.DictReader(lines))
    declared = ", ".join(f"{column} {kind}" for column, kind in columns.items())
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} ({declared})")
    values = [[row[column] for row in rows] for column in columns]
    connection.execute(f"INSERT INTO {name} SELECT {', '.join('unnest(?)' for _ in columns)}", values)


def _text(name: str) -> str:
    return files("tidings.events").joinpath(name).read_text(encoding="utf-8")
