"""From claims to who holds what: the named SQL steps, what they are given, and the day by which something was known."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

from tidings.records import make_id
from tidings.weighing import BALANCES_SQL

if TYPE_CHECKING:
    import duckdb  # named in signatures alone: --help loads nothing heavy

# units: which unit a place is · parts: what of it is meant · evidence: what each origin says of it
TOLD = ("units", "parts", "evidence")
# episodes: which tellings are one change · standing: how it stands · weighed, balances, leaning: which way the evidence
# leans where it is contested · changes: the changes of hands
KNOWN = ("episodes", "standing", "weighed", "balances", "leaning", "changes")
ROOM = files("tidings.situations.control")
PLURAL = dict.fromkeys(("part", "state", "rebels"), "s?")  # several seats are those of several places


class UnitRow(msgspec.Struct, frozen=True):
    """A unit of a country's frame: one whose holder is asked whether or not anything is told of it."""

    id: str
    unit: str
    place: str
    pcode: str | None
    province: str | None
    country: str
    seat: str | None = None


class SideRow(msgspec.Struct, frozen=True):
    """The side that an actor stands on, on the day of a report."""

    actor_id: str
    day: date | None
    side: str
    name: str
    is_state: bool


def fold_control(connection: duckdb.DuckDBPyConnection, units: Iterable[UnitRow], sides: Iterable[SideRow]) -> None:
    """Fills `control_units`, `actor_sides`, `control_evidence`, `control_unresolved` and `control_changes` anew.

    Reads `spoken_claims`, `claim_origins`, `places`, `documents` and `publishers`. Runs in one transaction; the result
    does not depend on the order in which reports were read.
    """
    connection.begin()
    try:
        _fill(connection, "control_units", [[*msgspec.structs.astuple(row)[:6], True, row.seat] for row in units])
        _fill(connection, "actor_sides", [list(msgspec.structs.astuple(row)) for row in sides])
        give_words(connection)
        for step in TOLD:
            run_step(connection, step)
        make_changes(connection)
        connection.execute("DELETE FROM control_changes")
        connection.execute("INSERT INTO control_changes SELECT * FROM changes")
        clear(connection)
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def make_changes(connection: duckdb.DuckDBPyConnection, known_on: date | None = None) -> None:
    """The temporary tables `evidence`, what was published by that day, and `changes`, what it amounts to.

    A report without a day of publication is left out where a day is asked, for nobody knows whether it was out by then.
    """
    clear(connection)
    known = "" if known_on is None else "WHERE published <= ?"
    parameters = [] if known_on is None else [known_on]
    connection.execute(f"CREATE TEMP TABLE evidence AS SELECT * FROM control_evidence {known}", parameters)
    for step in KNOWN:
        run_step(connection, step)


def clear(connection: duckdb.DuckDBPyConnection) -> None:
    """Takes away what an earlier question laid down."""
    found = connection.execute(
        "SELECT 'TABLE', table_name FROM duckdb_tables() WHERE temporary UNION ALL "
        "SELECT 'VIEW', view_name FROM duckdb_views() WHERE temporary"
    ).fetchall()
    for kind, name in found:
        if name in ("evidence", "changes"):
            connection.execute(f"DROP {kind} temp.{name}")


def run_step(connection: duckdb.DuckDBPyConnection, step: str) -> None:
    """One step alone, by the name of its file."""
    connection.execute(read_step(step))


def read_step(step: str) -> str:
    """The SQL of a step."""
    return BALANCES_SQL if step == "balances" else _text(f"{step}.sql")


def give_words(connection: duckdb.DuckDBPyConnection) -> None:
    """Puts the words for seats and parts of places, and for who takes them, into variables, a pattern a kind."""
    for kind, words in tomllib.loads(_text("words.toml")).items():
        longest_first = sorted(words, key=lambda word: (-len(word), word))
        pattern = rf"\b({'|'.join(longest_first)}){PLURAL.get(kind, '')}\b".replace("'", "''")
        connection.execute(f"SET VARIABLE {kind}_words = '{pattern}'")


def make_control_id() -> str:
    """An id of all that control is made by: another one, and it is made anew."""
    return make_id("rul", *(read_step(step) for step in (*TOLD, *KNOWN)), _text("words.toml"))


def _fill(connection: duckdb.DuckDBPyConnection, table: str, rows: list[list[object]]) -> None:
    connection.execute(f"DELETE FROM {table}")
    if rows:
        columns = [list(column) for column in zip(*rows, strict=True)]
        connection.execute(f"INSERT INTO {table} SELECT {', '.join('unnest(?)' for _ in columns)}", columns)


def _text(name: str) -> str:
    return ROOM.joinpath(name).read_text(encoding="utf-8")
