"""Who stands behind a figure, on a few rows."""

from __future__ import annotations

from pathlib import Path

from tests.stand_ins import plain_settings
from tidings.store import open_store

ROWS = """
INSERT INTO publishers (id, name) VALUES ('elw', 'El Watan Libre');
INSERT INTO claim_origins VALUES
    ('clm-1', 'governor of casamance', 'the Governor of Casamance', 'speaker', 'quoted'),
    ('clm-2', 'another origin', 'Another', 'speaker', 'quoted');
INSERT INTO figure_claims VALUES
    ('fig-1', 'clm-1', 'publisher elw', 'counts'),
    ('fig-1', 'clm-1', 'governor of casamance', 'counts'),
    ('fig-1', 'clm-2', 'governor of casamance', 'counts'),
    ('fig-1', 'clm-3', 'publisher elw', 'the same'),
    ('fig-2', 'clm-4', 'publisher nobody knows', 'counts');
"""


def test_names_are_whole_told_once_and_in_order(tmp_path: Path) -> None:
    settings = plain_settings(tmp_path)
    with open_store(settings.store, settings) as store:
        store.connection.execute(ROWS)
        found = {row["figure_id"]: row["names"] for row in store.rows("SELECT * FROM figure_voices")}
    assert found == {
        # the second claim is of another origin in `claim_origins`: there the figure's own word for it stays
        "fig-1": ["El Watan Libre", "governor of casamance", "the Governor of Casamance"],
        "fig-2": ["publisher nobody knows"],
    }
