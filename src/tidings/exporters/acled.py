"""ACLED's 31 columns: one row a place, a day and a pair of actors. docs/theory/exports.md says why."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from tidings.exporters.acled_rows import Row, fold, make_rows
from tidings.exporters.acled_sides import Case
from tidings.exporters.incidents import leave_out_the_rest, read_incidents, read_rows
from tidings.exporters.mapping import find_rule
from tidings.exporters.schemas import column_names
from tidings.exporters.sides import CIVILIANS, ORGANISED, PROTESTERS, RIOTERS, STATE, find_sides, load_actors
from tidings.exporters.untold import tell_untold
from tidings.plugins import Sidecar

if TYPE_CHECKING:
    import duckdb

HARM = frozenset(("harm.kill", "harm.injure", "harm.casualties"))
UNARMED = frozenset((CIVILIANS, PROTESTERS))
# the conditions that mappings/acled.csv names
CONDITIONS: Mapping[str, Callable[[Case], bool]] = {
    "civilians targeted": lambda case: bool(case.two) and all(side.inter in UNARMED for side in case.two),
    "an armed target": lambda case: any(side.inter in ORGANISED for side in case.two),
    "rioters": lambda case: any(side.inter == RIOTERS for side in case.one),
    "people killed or hurt": lambda case: bool(case.incident.acts & HARM),
    "by agreement": lambda case: case.incident.manner in ("agreement", "surrender"),
    "without force": lambda case: case.incident.manner in ("unopposed", "withdrawal"),
    "not held over a day": lambda case: case.is_lost_again,
    "a state gains": lambda case: any(side.inter == STATE for side in case.one),
    "a state acts": lambda case: any(side.inter == STATE for side in case.one),
}
LOST_AGAIN = """
WITH turns AS (
    SELECT
        claim_ids, side_id, day, lead(day) OVER turn AS next_day, lead(side_id) OVER turn AS next_side
    FROM picture.control_changes WHERE state IS NOT NULL
    WINDOW turn AS (PARTITION BY unit_id ORDER BY number)
)
SELECT DISTINCT unnest(claim_ids) AS id FROM turns WHERE next_side <> side_id AND next_day - day <= 1
"""


class AcledExporter:
    """ACLED's columns and value domains, as CSV."""

    writes = "events in ACLED's 31 columns, as CSV"
    is_folder = False
    rule = "acled"

    def write(self, connection: duckdb.DuckDBPyConnection, out: Path, sidecar: Sidecar) -> None:
        """One row an incident and place; those of the same sides at one place and day fold into the highest rank."""
        rows = fold(self._make_rows(connection, sidecar))
        leave_out_the_rest(connection, sidecar)
        with out.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, column_names("acled"), lineterminator="\n")
            writer.writeheader()
            for row in sorted(rows, key=lambda row: (row.values["event_date"], row.key)):
                writer.writerow(row.values)
                sidecar.row(row.key, row.event_ids, row.claim_ids, row.untold)

    def _make_rows(self, connection: duckdb.DuckDBPyConnection, sidecar: Sidecar) -> Iterator[Row]:
        actors = load_actors(connection)
        lost_again = {row["id"] for row in read_rows(connection, LOST_AGAIN)}
        for incident in read_incidents(connection, self.rule):
            case = Case(incident, is_lost_again=not lost_again.isdisjoint(incident.claim_ids))
            head = incident.head
            iso = next((place.country for place in incident.places if place.country), None)
            with_sides = next((event for event in incident.events if event.actor), head)
            hit = next((event for event in incident.events if event.target), head)
            case = msgspec.structs.replace(
                case,
                one=tuple(find_sides(with_sides.actor, with_sides.actor_ids, actors, iso, incident.first)),
                two=tuple(find_sides(hit.target, hit.target_ids, actors, iso, incident.first)),
            )
            rule = find_rule("acled", head.act, case, CONDITIONS)
            made: str | list[Row] = f"{head.act}: {rule.why or 'not coded'}"
            if rule.values.get("event_type"):
                made = make_rows(case, rule.values["event_type"], rule.values["sub_event_type"], rule.why)
            if isinstance(made, str):
                sidecar.leave_out(incident.id, made, incident.claim_ids)
                continue
            for row in made:
                row.untold |= _untold(case, row)
                yield row


def _untold(case: Case, row: Row) -> dict[str, Any]:
    return tell_untold(case.incident, row.untold["notes"])
