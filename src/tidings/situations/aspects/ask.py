"""What is asked of an aspect, on a day and at a place: the named SQL steps, and what they are given."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb  # named in signatures alone: --help loads nothing heavy

ROOM = files("tidings.situations.aspects")
# not an aspect of the world: how what each origin said turned out
RECORD = "record"
# each aspect's steps after `told` and `asked_places`; the last is the listing
STEPS: Mapping[str, Sequence[str]] = {
    "displacement": ("displacement",),
    "harm": ("harm",),
    "talks": ("talk_steps", "timeline", "talks"),
    "service": ("service_steps", "timeline", "service"),
    "foretold": ("foretold", "foretold_rows"),
    RECORD: ("foretold", "record"),
}
ASPECTS = tuple(aspect for aspect in STEPS if aspect != RECORD)
# what a table on a terminal has room for
COLUMNS: Mapping[str, Sequence[str]] = {
    "displacement": (
        "kind",
        "movement",
        "of",
        "place",
        "destination",
        "first",
        "last",
        "low",
        "best",
        "high",
        "standing",
    ),
    "harm": ("what", "of", "place", "first", "last", "low", "best", "high", "standing", "origins"),
    "talks": ("parties", "state", "before", "since", "place", "standing", "last_heard"),
    "service": ("service", "place", "pcode", "state", "before", "since", "standing", "last_heard"),
    RECORD: (
        "name",
        "about",
        "events",
        "confirmed_of",
        "by_side_hurt",
        "contested",
        "refuted",
        "alone",
        "forecasts",
        "came_of",
    ),
    "foretold": (
        "foretold_on",
        "act",
        "actor",
        "place",
        "last",
        "outcome",
        "how",
        "came_on",
        "days",
        "coverage",
        "origin",
    ),
}
# what claims tell and no row shows, by why: asked after the aspect itself
LEFT_OUT = tomllib.loads(ROOM.joinpath("left_out.toml").read_text(encoding="utf-8"))


def ask_aspect(
    connection: duckdb.DuckDBPyConnection, aspect: str, as_of: date | None = None, place: str | None = None
) -> None:
    """Lays down the temporary table `answer`: the rows of an aspect, in their order, by a day and at a place.

    Reads `spoken_claims`, `claim_origins`, `events`, `figures`, `places`, `actor_sides`, `documents` and `sentences`.
    """
    connection.execute("SET VARIABLE asked_day = CAST(? AS DATE)", [as_of])
    connection.execute("SET VARIABLE asked_place = CAST(? AS VARCHAR)", [place])
    give_words(connection)
    for step in ("told", "asked_places", *STEPS[aspect][:-1]):
        connection.execute(read_step(step))
    connection.execute(f"CREATE OR REPLACE TEMP TABLE answer AS {read_step(STEPS[aspect][-1])}")


def count_left_out(connection: duckdb.DuckDBPyConnection, aspect: str) -> dict[str, int]:
    """How much is told that no row of the aspect shows, by the reason; after `ask_aspect`."""
    counted = {}
    for row in LEFT_OUT[aspect]:
        found = connection.execute(f"SELECT count(*) FROM {row['rows']}").fetchone()
        if found and found[0]:
            counted[str(row["why"])] = int(found[0])
    return counted


def read_step(step: str) -> str:
    """The SQL of a step, by the name of its file."""
    return _text(f"{step}.sql")


def give_words(connection: duckdb.DuckDBPyConnection) -> None:
    """The words of words.toml as patterns, and the table of what counts as having come."""
    words = tomllib.loads(_text("words.toml"))
    for kind in ("talks", "opening", "role"):
        for row in words[kind]:
            name = row.get("state") or row["name"]
            connection.execute(f"SET VARIABLE {name}_words = ?", [_pattern(row["words"])])
    services = [(word, row["name"]) for row in words["service"] for word in row["words"]]
    connection.execute("SET VARIABLE service_words = ?", [_pattern([word for word, _ in services])])
    _fill(connection, "aspect_services", services)
    _fill(
        connection,
        "aspect_outcomes",
        [tuple(row.values()) for row in csv.DictReader(_text("outcomes.csv").splitlines())],
    )


TABLES = {
    "aspect_services": "word VARCHAR, name VARCHAR",
    "aspect_outcomes": "foretold VARCHAR, told VARCHAR, outcome VARCHAR",
}


def _fill(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Sequence[object]]) -> None:
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} ({TABLES[table]})")
    columns = [list(column) for column in zip(*rows, strict=True)]
    connection.execute(f"INSERT INTO {table} SELECT {', '.join('unnest(?)' for _ in columns)}", columns)


def _pattern(words: Sequence[str]) -> str:
    """A regular expression that finds any of the words, whole, with or without a plural s; the longest first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return rf"\b({'|'.join(re.escape(word) for word in longest_first)})s?\b"


def _text(name: str) -> str:
    return ROOM.joinpath(name).read_text(encoding="utf-8")
