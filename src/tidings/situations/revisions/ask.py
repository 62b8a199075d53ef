"""The picture of a day in one table, so that two days can be held against each other, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import TYPE_CHECKING

from tidings.situations.aspects import ask_aspect
from tidings.situations.control import MAP_SQL, know_by

if TYPE_CHECKING:
    import duckdb  # named in signatures alone: --help loads nothing heavy

DIFF_SQL = files("tidings.situations.revisions").joinpath("diff.sql").read_text(encoding="utf-8")
COLUMNS = ("aspect", "what", "place", "change", "before", "after")
# Each aspect: what it is about, and what is told of it. subject: by what a row is known again when its id is another.
TOLD: Mapping[str, str] = {
    "control": """
        concat_ws(' | ', unit, place, province, pcode) AS id, unit AS what, place,
        concat_ws(', ', state, holder, 'since ' || since, standing) AS told, NULL AS subject""",
    "event": """
        id, concat_ws(' ', act, NULLIF(array_to_string(actor, ', '), ''), '> ' || NULLIF(array_to_string(target, ', '), '')) AS what,
        NULLIF(array_to_string(place, '; '), '') AS place,
        concat_ws(', ', standing, 'how: ' || manner_standing) AS told, array_to_string(place, '; ') AS subject""",
    "figure": """
        id, concat_ws(' ', what, 'of ' || "of", basis) AS what, place,
        ranged(low, best, high) AS told,
        concat_ws(' ', what, 'of ' || "of") AS subject""",
    "displacement": """
        id, concat_ws(' ', kind, movement, 'of ' || NULLIF("of", '')) AS what, concat_ws(' to ', NULLIF(place, ''), NULLIF(destination, '')) AS place,
        concat_ws(', ', ranged(low, best, high), standing) AS told,
        concat_ws(' ', kind, movement) AS subject""",
    "harm": """
        id, concat_ws(' ', what, 'of ' || NULLIF("of", '')) AS what, place,
        concat_ws(', ', ranged(low, best, high), standing) AS told,
        what AS subject""",
    "talks": """
        id, array_to_string(parties, ', ') AS what, place,
        concat_ws(', ', state, CASE WHEN state = 'contested' THEN 'before: ' || before END, 'since ' || since, standing) AS told, NULL AS subject""",
    "service": "id, service AS what, place, concat_ws(', ', state, 'since ' || since, standing) AS told, NULL AS subject",
    "foretold": """
        id, concat_ws(' ', act, NULLIF(actor, ''), 'by ' || coalesce(last, first)) AS what, place,
        concat_ws(', ', outcome, how, came_on) AS told, NULL AS subject""",
}
ASPECTS = tuple(TOLD)
RANGED = """
CREATE OR REPLACE TEMP MACRO as_number(number) AS coalesce(regexp_replace(CAST(number AS VARCHAR), '[.]0$', ''), '?');
CREATE OR REPLACE TEMP MACRO ranged(low, best, high) AS
    concat('low ', as_number(low), ', best ', as_number(best), ', high ', as_number(high));
"""
KEPT = {"event": "events", "figure": "(SELECT * FROM figures WHERE rule = 'tidings')"}


def lay_picture(connection: duckdb.DuckDBPyConnection) -> None:
    """The table `picture` of the database in use: what stands there of control, events, figures and each aspect."""
    connection.execute(RANGED)
    connection.execute(
        "CREATE OR REPLACE TABLE picture "
        "(aspect VARCHAR, id VARCHAR, what VARCHAR, place VARCHAR, told VARCHAR, subject VARCHAR, claim_ids VARCHAR[])"
    )
    for aspect, columns in TOLD.items():
        parameters = {}
        if aspect == "control":
            know_by(connection, None)
            source, parameters = f"({MAP_SQL})", {"as_of": None, "level": None}
        elif aspect in KEPT:
            source = KEPT[aspect]
        else:
            ask_aspect(connection, aspect)
            source = "answer"
        connection.execute(
            f"INSERT INTO picture BY NAME SELECT '{aspect}' AS aspect, {columns}, claim_ids FROM {source}", parameters
        )
