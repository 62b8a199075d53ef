"""The picture of a day in one table, so that two days can be held against each other, row by row."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import TYPE_CHECKING

from tidings.situations.aspects import ask_aspect
from tidings.situations.control import MAP_SQL, know_by

if TYPE_CHECKING:
    import duckdb  # named in signatures alone: --help loads nothing heavy

ROOM = files("tidings.situations.revisions")
DIFF_SQL = ROOM.joinpath("diff.sql").read_text(encoding="utf-8")
COLUMNS = ("aspect", "what", "place", "change", "before", "after")
PICTURE: Mapping[str, Mapping[str, str]] = tomllib.loads(ROOM.joinpath("picture.toml").read_text(encoding="utf-8"))
ASPECTS = tuple(PICTURE)
RANGED = """
CREATE OR REPLACE TEMP MACRO as_number(number) AS coalesce(regexp_replace(CAST(number AS VARCHAR), '[.]0$', ''), '?');
CREATE OR REPLACE TEMP MACRO ranged(low, best, high) AS
    concat('low ', as_number(low), ', best ', as_number(best), ', high ', as_number(high));
"""


def lay_picture(connection: duckdb.DuckDBPyConnection) -> None:
    """The table `picture` of the database in use: what stands there of control, events, figures and each aspect."""
    connection.execute(RANGED)
    connection.execute(
        "CREATE OR REPLACE TABLE picture "
        "(aspect VARCHAR, id VARCHAR, what VARCHAR, place VARCHAR, told VARCHAR, subject VARCHAR, claim_ids VARCHAR[])"
    )
    for aspect, row in PICTURE.items():
        parameters = {}
        if aspect == "control":
            know_by(connection, None)
            source, parameters = f"({MAP_SQL})", {"as_of": None, "level": None}
        elif "source" in row:
            source = row["source"]
        else:
            ask_aspect(connection, aspect)
            source = "answer"
        connection.execute(
            f"INSERT INTO picture BY NAME SELECT '{aspect}' AS aspect, {row['columns']}, claim_ids FROM {source}",
            parameters,
        )
