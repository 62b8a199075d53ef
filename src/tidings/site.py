"""`tidings export --to site`: the map as a folder, made from the published copy that every export is made from."""

from __future__ import annotations

from pathlib import Path

import duckdb

from tidings.actors import load_actors
from tidings.plugins import Sidecar
from tidings.serving import OpenCopy, make_lookups
from tidings.settings import load_settings
from tidings.web.site import write_site


class SiteExporter:
    """The map of `tidings serve` with its data beside it; it opens from a disk and needs no network."""

    writes = "the map of tidings serve as a folder that opens in a browser from a disk"
    is_folder = True
    rule = None

    def write(self, connection: duckdb.DuckDBPyConnection, out: Path, sidecar: Sidecar) -> None:
        """Writes the page and its data; a row is an event, or a claim that belongs to none."""
        settings = load_settings()
        (path,) = (
            Path(row[0])
            for row in connection.execute("SELECT path FROM duckdb_databases() WHERE path IS NOT NULL").fetchall()
        )
        table = load_actors() if settings.actors is None else load_actors(settings.actors)
        view = OpenCopy.of_file(path, settings, table)
        write_site(view, make_lookups(table), out)
        for row in view.rows("SELECT id, claim_ids FROM quick.events ORDER BY id"):
            sidecar.row(row["id"], [row["id"]], row["claim_ids"])
        # what is only said makes no event, and stands in the report
        for row in view.rows("SELECT id FROM quick.claims WHERE event_id IS NULL ORDER BY id"):
            sidecar.row(row["id"], [], [row["id"]])
