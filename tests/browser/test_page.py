"""The page, as a person meets it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, served
from tests.web.a_store import RIGHT_TO_LEFT, make_store, place_id

Shoot = Callable[[Page, str], None]
ALL = "span=0&tab=events"


def rows(page: Page) -> list[str]:
    """The events that are listed."""
    page.wait_for_timeout(300)
    return [text.split("\n")[0] for text in page.locator("#body .row").all_inner_texts()]


def slide(page: Page, name: str, value: int) -> None:
    """Moves a slider, as a hand or a key does."""
    page.locator(f"#{name}").evaluate("(e, v) => { e.value = v; e.dispatchEvent(new Event('input')); }", value)
    page.wait_for_timeout(300)


def open_event(page: Page, words: str) -> None:
    page.locator("#body .row", has_text=words).first.click()
    page.locator("#body .claim").first.wait_for()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_first_view_explains_itself(open_page: Open, shoot: Shoot, width: int, theme: str) -> None:
    page = open_page(width=width, theme=theme)
    expect(page.get_by_role("heading", name="What reports say, and who says so")).to_be_visible()
    expect(page.locator("#body")).to_contain_text("never what is true")
    expect(page.locator("#map canvas").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    shoot(page, f"first-{width}-{theme}")


def test_the_map_shows_points_areas_and_plans_honestly(open_page: Open) -> None:
    page = open_page(ALL)
    signs = page.evaluate("tidings.map.get().getSource('events').serialize().data.features.map(f => f.properties.icon)")
    areas = page.evaluate(
        "tidings.map.get().getSource('event-areas').serialize().data.features.map(f => f.properties.key)"
    )
    assert "fight-ahead" in signs
    assert areas == [place_id("Borno")]


def test_the_slider_moves_what_was_so(open_page: Open) -> None:
    page = open_page("day=2024-02-25&span=7&tab=events")
    assert [row.split(" — ")[-1] for row in rows(page)] == ["police · Borno"]
    first = page.evaluate("tidings.days.parse('2024-01-09')")
    slide(page, "day", first)
    assert any("Goma" in row for row in rows(page))
    assert not any("Borno" in row for row in rows(page))
    assert "day=2024-01-09" in page.url
    expect(page.locator("output[for=day]")).to_have_text("9 Jan 2024")


def test_play_moves_the_day_and_stops(open_page: Open) -> None:
    page = open_page("day=2024-01-12&span=7&tab=events")
    page.get_by_role("button", name="Play").click()
    expect(page.locator("output[for=day]")).not_to_have_text("12 Jan 2024")
    page.get_by_role("button", name="Pause").click()
    stood = page.locator("output[for=day]").inner_text()
    page.wait_for_timeout(900)
    assert page.locator("output[for=day]").inner_text() == stood


def test_the_second_time_takes_away_what_was_not_known_yet(open_page: Open) -> None:
    page = open_page(ALL)
    assert any("El Fasher" in row for row in rows(page))
    page.get_by_label("no limit").uncheck()
    slide(page, "known", 1)
    expect(page.locator("#body .row", has_text="El Fasher")).to_have_count(0)
    assert "known=2024-01-11" in page.url
    assert any("Goma" in row for row in rows(page))
    open_event(page, "capture · Goma")
    expect(page.locator("#body")).to_contain_text("were published after 11 Jan 2024 and are left out")


def test_filters_narrow_map_list_and_address(open_page: Open, shoot: Shoot) -> None:
    page = open_page(ALL)
    every = len(rows(page))
    page.get_by_role("button", name="Filters").click()
    page.get_by_label("Fighting").check()
    assert 0 < len(rows(page)) < every
    assert "act=fight" in page.url
    shoot(page, "filters-1280-light")
    page.get_by_label("Search the reports").fill("market burned")
    expect(page.locator("#body")).to_contain_text("No event passes")
    page.get_by_role("button", name="Take off the filter What happened: Fighting").click()
    expect(page.locator("#body .row")).to_have_count(1)


def test_who_says_it_filters_too(open_page: Open) -> None:
    page = open_page(f"{ALL}&side=witness")
    assert rows(page) == ["M23 rebels — capture · Goma"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_an_event_ends_at_the_sentence(open_page: Open, shoot: Shoot, width: int, theme: str) -> None:
    page = open_page(ALL, width=width, theme=theme)
    open_event(page, "capture · Goma")
    expect(page.locator("#body")).to_contain_text("Who says so")
    expect(page.locator("#body")).to_contain_text("Who denies or doubts it")
    expect(page.locator("#body")).to_contain_text("in its own favour")
    expect(page.locator("#body .claim details summary").first).to_contain_text("copy of it")
    shoot(page, f"voices-{width}-{theme}")
    page.locator("#body .quote").first.click()
    expect(page.locator("mark.chosen").first).to_have_text("M23 rebels captured Goma")
    shoot(page, f"report-{width}-{theme}")


def test_a_click_on_the_map_ends_at_the_sentence(open_page: Open) -> None:
    page = open_page("day=2024-02-25&span=7&tab=events")
    page.evaluate("tidings.map.get().jumpTo({center: [13.0, 11.6], zoom: 6})")
    page.wait_for_timeout(1500)
    box = page.locator("#map").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("#body .quote")).to_contain_text("clashed with police")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_contested_place_says_which_way_the_evidence_leans(
    open_page: Open, shoot: Shoot, width: int, theme: str
) -> None:
    page = open_page(f"span=0&tab=unit&unit={place_id('Goma')}", width=width, theme=theme)
    expect(page.get_by_role("heading", name="Which way the evidence leans")).to_be_visible()
    expect(page.locator("#body .leaning")).to_have_text("Towards March 23 Movement")
    expect(page.locator("#body")).to_contain_text(
        "Whether March 23 Movement took it: likelier so than not: more witnesses and third parties say so than deny it"
    )
    expect(page.locator("#body .claim", has_text="Goma had fallen").locator(".mark")).to_have_text("denied")
    expect(page.locator("#body .claim .mark")).to_have_count(1)
    page.locator("#body .leaning").scroll_into_view_if_needed()
    shoot(page, f"holder-{width}-{theme}")
    page.evaluate("([unit]) => tidings.state.set({unit})", [place_id("Sake")])
    expect(page.locator("#body h3.title")).to_contain_text("Sake")
    expect(page.locator("#body .leaning")).to_have_count(0)


@pytest.mark.parametrize(
    ("is_so", "told"),
    [
        ({"leans": "unlikely", "leansTo": "army", "taker": "M23"}, "Towards army"),
        ({"leans": "unlikely", "leansTo": "M23", "taker": "M23"}, "Towards M23, by what was told before"),
        ({"leans": "unlikely", "leansTo": None, "taker": "M23"}, "Against M23"),
        ({"leans": "even", "leansTo": "army", "taker": "M23"}, "Neither way"),
        ({"leans": None}, "Not weighed: reports name more than one holder"),
    ],
)
def test_every_leaning_has_its_words(open_page: Open, is_so: dict[str, str | None], told: str) -> None:
    page = open_page("span=0&tab=events")
    is_so = {"holder": None, "state": "contested", "since": None, "lastHeard": None, "why": "one to one", **is_so}
    page.evaluate("(is) => { tidings.control.of = () => ({ ...is, claims: [] }); }", is_so)
    page.evaluate("([unit]) => tidings.state.set({tab: 'unit', unit})", [place_id("Goma")])
    expect(page.locator("#body section")).to_contain_text(f"Which way the evidence leans{told}")


def test_an_admission_is_marked(open_page: Open) -> None:
    page = open_page(ALL)
    open_event(page, "capture · Sake")
    expect(page.locator(".mark.against")).to_have_text("against its own interest")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_figures_are_ranges_by_who_says_so(open_page: Open, shoot: Shoot, width: int, theme: str) -> None:
    page = open_page("span=0&tab=figures&what=killed", width=width, theme=theme)
    expect(page.locator("#body svg.plot-t")).to_be_visible()
    expect(page.locator("#body .row", has_text="8–15")).to_be_visible()
    shoot(page, f"figures-{width}-{theme}")
    page.locator("#body .row", has_text="8–15").click()
    expect(page.locator("mark.chosen")).to_have_text("At least 8 to 15 people were killed in Goma")


def test_the_address_is_the_state(open_page: Open) -> None:
    page = open_page(ALL)
    open_event(page, "capture · Goma")
    page.wait_for_timeout(400)
    again = open_page(page.url.split("#")[1])
    expect(again.locator("#body h3.title")).to_have_text(page.locator("#body h3.title").inner_text())
    page.go_back()
    expect(page.locator("#body .row").first).to_be_visible()


def test_hostile_words_stay_words(open_page: Open) -> None:
    page = open_page(f"{ALL}&text=market+burned")
    assert page.locator("#body img, #body script").count() == 0
    open_event(page, "destroy")
    expect(page.locator("#body .quote")).to_contain_text("<img src=x")
    page.locator("#body .quote").first.click()
    expect(page.locator(".text")).to_contain_text("<script>document.title='taken'</script>&lt;b&gt;")
    assert page.title().startswith("tidings")
    assert page.locator("#body img, #body script").count() == 0


def test_names_from_right_to_left_stand_right(open_page: Open) -> None:
    page = open_page(f"{ALL}&act=fight")
    name = page.locator("#body bdi", has_text=RIGHT_TO_LEFT).first
    expect(name).to_be_visible()
    assert page.evaluate("maplibregl.getRTLTextPluginStatus()") == "loaded"


def test_all_of_it_goes_by_keyboard(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "text"
    page.get_by_role("tab", name="Start here").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Events")).to_have_attribute("aria-selected", "true")
    before = page.locator("output[for=day]").inner_text()
    page.locator("#day").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("output[for=day]")).not_to_have_text(before)
    page.locator("#body .row").first.focus()
    page.keyboard.press("Enter")
    page.locator("#body .quote").first.press("Enter")
    expect(page.locator("mark.chosen").first).to_be_visible()


def test_a_server_that_is_gone_is_told_in_words(open_page: Open, request: pytest.FixtureRequest) -> None:
    page = open_page(ALL)
    page.route("**/api/events/*", lambda route: route.fulfill(status=503, json={"error": "the store is being moved"}))
    page.locator("#body .row").first.click()
    expect(page.get_by_role("alert")).to_contain_text("the store is being moved")
    page.unroute("**/api/events/*")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#body .claim").first).to_be_visible()


def test_a_store_without_events_says_what_to_do(open_page: Open, tmp_path: Path) -> None:
    with served(make_store(tmp_path / "bare.duckdb", claims=[])) as address:
        page = open_page(at=address)
        expect(page.get_by_role("heading", name="This store holds no events yet")).to_be_visible()
        expect(page.locator("#body code")).to_have_text("tidings read FOLDER --store FILE")
        expect(page.locator("#time")).to_be_hidden()
