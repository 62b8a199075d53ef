"""UCDP GED's 49 columns: one row an incident with a death. docs/theory/exports.md says why a row is what it is."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tidings.exporters.acled import HARM
from tidings.exporters.incidents import Incident, leave_out_the_rest, read_incidents
from tidings.exporters.schemas import column_names
from tidings.exporters.sides import KnownActor, find_sides, load_actors
from tidings.exporters.ucdp_rows import UcdpRow, make_row
from tidings.exporters.untold import tell_untold
from tidings.plugins import Sidecar

if TYPE_CHECKING:
    import duckdb

ACTIVE = 25  # deaths of a dyad in a year


class UcdpExporter:
    """UCDP GED's columns and value domains, as CSV."""

    writes = "incidents with deaths in UCDP GED's 49 columns, as CSV"
    is_folder = False
    rule = "ucdp"

    def write(self, connection: duckdb.DuckDBPyConnection, out: Path, sidecar: Sidecar) -> None:
        """One row an incident; `active_year` counts the deaths of the rows written, for no others are known."""
        rows = list(self._make_rows(connection, sidecar))
        leave_out_the_rest(connection, sidecar)
        deaths: Counter[tuple[int, int]] = Counter()
        for row in rows:
            deaths[row.values["dyad_new_id"], row.values["year"]] += row.values["best"]
        with out.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, column_names("ucdp_ged"), lineterminator="\n")
            writer.writeheader()
            for row in sorted(rows, key=lambda row: (row.values["date_start"], row.values["id"])):
                dyad = row.values["dyad_new_id"], row.values["year"]
                writer.writerow(row.values | {"active_year": int(deaths[dyad] >= ACTIVE)})
                sidecar.row(str(row.values["id"]), row.incident.event_ids, row.incident.claim_ids, row.untold)

    def _make_rows(self, connection: duckdb.DuckDBPyConnection, sidecar: Sidecar) -> Iterator[UcdpRow]:
        actors = load_actors(connection)
        for incident in read_incidents(connection, self.rule):
            made = find_row(incident, actors)
            if isinstance(made, str):
                sidecar.leave_out(incident.id, made, incident.claim_ids)
            else:
                made.untold |= tell_untold(incident, made.untold["notes"])
                yield made


def find_row(incident: Incident, actors: Mapping[str, KnownActor]) -> UcdpRow | str:
    """The row of an incident, or why it is none of UCDP's."""
    if not (incident.acts & HARM or incident.head.act.startswith("fight.")):
        return f"{incident.head.act}: no use of armed force that may kill"
    if not incident.counted("killed"):
        return "no death is told"
    iso = next((place.country for place in incident.places if place.country), None)
    acting = next((event for event in incident.events if event.actor), incident.head)
    hit = next((event for event in incident.events if event.target), incident.head)
    one = find_sides(acting.actor, acting.actor_ids, actors, iso, incident.first)
    two = find_sides(hit.target, hit.target_ids, actors, iso, incident.first)
    return make_row(incident, one, two)
