"""The folder that opens from a disk shows the same as the server."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.browser.test_page import ALL, open_event

STATES = [
    "",
    ALL,
    f"{ALL}&act=fight,territory&text=goma",
    f"{ALL}&known=2024-01-11",
    "span=0&tab=figures&what=killed",
    "day=2024-01-12&span=30&tab=events&side=witness",
]
MAP = """() => ["events", "event-areas", "control", "control-points"].map(name =>
    tidings.map.get().getSource(name).serialize().data)"""


def seen(page: Page) -> dict[str, object]:
    """All that the page shows: its words, and what the map is given."""
    page.wait_for_timeout(500)
    return {"words": page.locator("body").inner_text(), "map": page.evaluate(MAP)}


@pytest.mark.parametrize("state", STATES)
def test_the_folder_shows_what_the_server_shows(open_page: Open, folder: str, state: str) -> None:
    assert seen(open_page(state, at=folder)) == seen(open_page(state))


def test_voices_and_reports_are_the_same(open_page: Open, folder: str) -> None:
    pages = [open_page(ALL, at=folder), open_page(ALL)]
    for page in pages:
        open_event(page, "capture · Goma")
    # one may decide at the server, and not in a folder
    voices = [page.locator("#body .quote").all_inner_texts() for page in pages]
    assert voices[0] == voices[1]
    for page in pages:
        page.locator("#body .quote").first.click()
        page.locator("mark.chosen").first.wait_for()
    assert seen(pages[0])["words"] == seen(pages[1])["words"]
    assert pages[0].evaluate("maplibregl.getRTLTextPluginStatus()") == "loaded"
