"""A store with many events, made row by row and not read: what the map and its server are measured on."""

from __future__ import annotations

from pathlib import Path

from tidings.settings import Settings
from tidings.store import open_store

ROWS = Path(__file__).with_name("events.sql").read_text(encoding="utf-8")
TABLES = (
    *("documents", "claims", "events", "event_claims", "event_voices", "claim_origins", "places", "linked"),
    *("figures", "figure_claims"),
)


def fill_store(settings: Settings, events: int, mark: str) -> None:
    """Makes the store hold so many events, five claims each; `mark` stands in every row."""
    with open_store(settings.store, settings) as store:
        store.connection.begin()
        for table in TABLES:
            store.connection.execute(f"DELETE FROM {table}")
        store.connection.execute(ROWS.replace("$events", str(events)).replace("$mark", f"'{mark}'"))
        store.connection.commit()
