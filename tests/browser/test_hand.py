"""A person's decisions from the page: entered, shown, and kept."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.conftest import Open
from tests.browser.test_page import ALL, open_event


def decide(claim: Locator, what: str, why: str) -> None:
    """Opens the form of this name on a claim, and sends it."""
    claim.locator("summary", has_text=what).click()
    form = claim.locator("details[open] form")
    form.get_by_label("Why").fill(why)
    form.get_by_label("Your name").fill("a tester")
    form.get_by_role("button", name=what).click()
    expect(claim.page.locator(".note").last).to_contain_text("holds; to take it back", timeout=60_000)


def test_a_claim_is_judged_to_be_of_another_event(open_page: Open, own_address: str) -> None:
    page = open_page(ALL, at=own_address)
    open_event(page, "capture · Goma")
    decide(page.locator("#body .claim", has_text="Goma had fallen"), "This speaks of another event", "another town")
    expect(page.locator("#body")).to_contain_text("another event: a tester")
    expect(page.locator("#body .claim", has_text="Goma had fallen")).to_have_count(0)


def test_a_reading_is_corrected_and_another_rejected(open_page: Open, own_address: str) -> None:
    page = open_page(f"{ALL}&act=fight", at=own_address)
    open_event(page, "clash")
    claim = page.locator("#body .claim").first
    claim.locator("summary", has_text="Correct this reading").click()
    claim.get_by_label("What is wrong").select_option("target")
    expect(claim.get_by_label("What it should be")).to_have_value("police")
    claim.get_by_label("What it should be").fill("army")
    claim.locator("summary", has_text="Correct this reading").click()
    decide(claim, "Correct this reading", "seen myself")
    expect(page.locator("#body h3.title")).to_contain_text("army")
    decide(page.locator("#body .claim").first, "Reject this reading", "it was a drill")
    page.evaluate("tidings.state.set({tab: 'events'})")
    # the note of the first decision may still be there: that of the second is no sign that the page is drawn anew
    expect(page.locator("#body .row", has_text="clash")).to_have_count(0, timeout=60_000)
