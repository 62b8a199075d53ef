"""For everybody: axe finds nothing serious, in every view, at both widths, in light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open, Theme
from tests.browser.test_page import ALL, open_event
from tests.web.a_store import place_id

AXE = Path("out/axe.min.js")
RUN = """() => axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
    .then(found => found.violations.map(one =>
        [one.impact, one.id, one.nodes.map(node => node.target.join(" ")).slice(0, 4)]))"""


def judge(page: Page) -> list[Any]:
    """What axe finds that is serious or worse."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return [found for found in page.evaluate(RUN) if found[0] in ("serious", "critical")]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_serious_is_found(open_page: Open, width: int, theme: Theme) -> None:
    page = open_page(width=width, theme=theme, bypass=True)
    found = {"start": judge(page)}
    page.evaluate("tidings.state.set({tab: 'events', span: 0})")
    page.locator("#body .row").first.wait_for()
    page.locator("#filters-button").click()
    found["events"] = judge(page)
    page.locator("#filters-button").click()
    open_event(page, "capture · Goma")
    found["voices"] = judge(page)
    page.locator("#body .quote").first.click()
    page.locator("mark.chosen").first.wait_for()
    found["report"] = judge(page)
    page.evaluate("tidings.state.set({tab: 'figures', what: 'killed'})")
    page.locator("#body svg").wait_for()
    found["figures"] = judge(page)
    page.evaluate("([unit]) => tidings.state.set({tab: 'unit', unit})", [place_id("Goma")])
    page.locator("#body .leaning").wait_for()
    found["holder"] = judge(page)
    assert {view: seen for view, seen in found.items() if seen} == {}


def test_axe_finds_what_is_wrong(open_page: Open) -> None:
    page = open_page(ALL, bypass=True)
    page.evaluate("document.querySelector('#day').labels.forEach(label => label.remove())")
    page.evaluate("document.querySelector('#day').removeAttribute('id')")
    assert judge(page)
