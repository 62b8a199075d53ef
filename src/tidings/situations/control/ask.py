"""What is asked of control: the map of a day, the changes, the counts, and what was left out of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tidings.situations.control.fold import clear, make_changes, read_step

if TYPE_CHECKING:
    import duckdb  # named in signatures alone: --help loads nothing heavy

LEVELS = ("district", "city", "province", "crossing")
CHANGES_SQL, COUNTS_SQL = read_step("told_changes"), read_step("counts")
# the map of one day, and the maps of all days, by one rule
MAP_SQL, SPANS_SQL = (read_step(step).replace("/* states.sql */", read_step("states")) for step in ("map", "spans"))
# the map as those draw it who know units and sides by id
UNIT_MAP_SQL = (
    MAP_SQL.replace("    units.place, units.unit,", "    units.id AS unit_id, units.country, units.place, units.unit,")
    .replace("    coalesce(side_names.name,", "    states.side AS holder_id, coalesce(side_names.name,")
    .replace("states.claim_ids, units.id", "states.claim_ids")
)
UNRESOLVED_SQL = """
SELECT
    place, min(published) AS first_told, max(published) AS last_told, count(*) AS claims,
    list(claim_id ORDER BY claim_id) AS claim_ids
FROM control_unresolved
WHERE CAST($known_on AS DATE) IS NULL OR published <= CAST($known_on AS DATE)
GROUP BY place
ORDER BY claims DESC, place
"""
# changes that were told, and refuted
REFUTED_SQL = CHANGES_SQL.replace("changes.state IS NOT NULL", "changes.state IS NULL")
UNDATED_SQL = """
SELECT documents.own_id AS doc
FROM control_evidence JOIN documents ON documents.id = document_id
WHERE control_evidence.published IS NULL
GROUP BY documents.own_id ORDER BY documents.own_id
"""


def know_by(connection: duckdb.DuckDBPyConnection, known_on: date | None) -> None:
    """Lays down `changes` and `evidence` for the day by which things are known; all that was read, without one."""
    if known_on is None:
        clear(connection)
        connection.execute("CREATE OR REPLACE TEMP VIEW changes AS SELECT * FROM control_changes")
        connection.execute("CREATE OR REPLACE TEMP VIEW evidence AS SELECT * FROM control_evidence")
        return
    make_changes(connection, known_on)


def name_undated(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The reports without a day of publication that tell who holds what: left out where a day of knowledge is asked."""
    return [str(row[0]) for row in connection.execute(UNDATED_SQL).fetchall()]


def count_silent(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[int, int]]:
    """By kind of unit: how many of the frame nobody speaks of, and how many there are."""
    rows = connection.execute(
        "SELECT unit, count(*) FILTER (coalesce(seat, id) NOT IN (SELECT unit_id FROM evidence)), count(*) "
        "FROM control_units WHERE in_frame GROUP BY unit ORDER BY unit"
    ).fetchall()
    return {str(unit): (int(silent), int(every)) for unit, silent, every in rows}
