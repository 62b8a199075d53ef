"""From claims to figures: the named SQL steps, and the words and house rules that they ask for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import duckdb
import msgspec

from tidings.errors import SettingsError
from tidings.records import make_id

# tellings: figures made comparable · origins: who says them · unsaid: what another telling plainly gives · placed: how
# well placed they are · like: which speak of one figure · words_of_origins: the last word of each origin ·
# fold: low, best, high by house rule · checks: arithmetic that does not come out
STEPS = ("tellings", "origins", "unsaid", "placed", "like", "words_of_origins", "fold", "checks")
ROOM = files("tidings.situations.figures")
DEFAULT_RULE = "tidings"
RULES = (DEFAULT_RULE, "ucdp", "acled", "airwars", "unama", "ibc")
GIVEN = {
    "figure_rules": "name VARCHAR, measures VARCHAR[], populations VARCHAR[], best VARCHAR, kinds INTEGER, "
    "grade VARCHAR",
    "figure_vague": "rule VARCHAR, word VARCHAR, means DOUBLE",
    "figure_populations": "rank INTEGER, name VARCHAR, pattern VARCHAR",
    "figure_speakers": "rank INTEGER, kind VARCHAR, interest VARCHAR, side VARCHAR, pattern VARCHAR",
    "figure_publishers": "side VARCHAR, kind VARCHAR, interest VARCHAR",
}


class HouseRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One profile: what is counted, how the best is chosen, what words are taken for, how many kinds of source."""

    meaning: str
    best: str
    measures: list[str] = []
    populations: list[str] = []
    vague: dict[str, float] = {}
    kinds: int | None = None
    grade: str | None = None


def fold_figures(connection: duckdb.DuckDBPyConnection) -> None:
    """Fills `figures`, `figure_claims` and `figure_checks` anew from the claims that speak.

    Reads the view `spoken_claims` and the tables `documents` and `publishers`. Runs in one transaction; the result does
    not depend on the order in which reports were read.
    """
    connection.begin()
    try:
        give_words(connection)
        for step in STEPS:
            run_step(connection, step)
        drop_temporary(connection)
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def run_step(connection: duckdb.DuckDBPyConnection, step: str) -> None:
    """One step alone, by the name of its file."""
    connection.execute(_text(f"{step}.sql"))


def give_words(connection: duckdb.DuckDBPyConnection) -> None:
    """Puts the words and house rules into temporary tables, where the steps find them."""
    for table, columns in GIVEN.items():
        connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} ({columns})")
    for table, row in _rows():
        marks = ", ".join("?" for _ in row)
        connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)


def drop_temporary(connection: duckdb.DuckDBPyConnection) -> None:
    """Takes away what the steps left for each other."""
    found = connection.execute("SELECT table_name FROM duckdb_tables() WHERE temporary").fetchall()
    for (table,) in found:
        connection.execute(f'DROP TABLE temp."{table}"')


def load_rule(name: str) -> HouseRule:
    """The house rule of this name; a SettingsError names those there are."""
    if name not in RULES:
        raise SettingsError([f"rule: no such house rule as {name!r}; known are {', '.join(RULES)}"])
    return msgspec.convert(tomllib.loads(_text(f"rules/{name}.toml")), HouseRule)


def make_rules_id() -> str:
    """An id of all that figures are made by: another one, and the store's figures are made anew."""
    names = [*(f"{step}.sql" for step in STEPS), "words.toml", *(f"rules/{name}.toml" for name in RULES)]
    return make_id("rul", *(_text(name) for name in names))


def _rows() -> Iterator[tuple[str, list[Any]]]:
    words = tomllib.loads(_text("words.toml"))
    for name in RULES:
        rule = load_rule(name)
        yield "figure_rules", [name, rule.measures, rule.populations, rule.best, rule.kinds, rule.grade]
        for word, means in rule.vague.items():
            yield "figure_vague", [name, word, means]
    for rank, row in enumerate(words["population"]):
        yield "figure_populations", [rank, row["name"], _pattern(row["words"])]
    for rank, row in enumerate(words["speaker"]):
        yield "figure_speakers", [rank, row["kind"], row["interest"], row.get("side"), _pattern(row["words"])]
    for row in words["publisher"]:
        yield "figure_publishers", [row["side"], row["kind"], row["interest"]]


def _pattern(words: list[str]) -> str:
    """A regular expression that finds any of the words, whole, with or without a plural s."""
    return rf"\b({'|'.join(re.escape(word) for word in words)})s?\b"


def _text(name: str) -> str:
    return ROOM.joinpath(name).read_text(encoding="utf-8")
