"""A browser before the page, over a server that runs here; `make web-test` runs these, and `make test` does not."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="make web-test installs what a browser needs")

import uvicorn  # noqa: E402
from playwright.sync_api import (  # noqa: E402
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Response,
    ViewportSize,
    sync_playwright,
)

from tests.web.a_store import make_store  # noqa: E402
from tidings.exporters import export  # noqa: E402
from tidings.publishing import open_fresh  # noqa: E402
from tidings.serving import Copies, Person, listen, make_lookups  # noqa: E402
from tidings.settings import Settings  # noqa: E402
from tidings.web.app import make_app  # noqa: E402

# a map without a graphics card
FLAGS = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
LOADING = "Failed to load resource"  # what failed is told by its address below
SHOTS = Path("out/web")
Open = Callable[..., Page]
Theme = Literal["light", "dark"]


def find_chromium() -> str | None:
    """The browser's program: the one that CHROMIUM names, else one that the system has."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = find_chromium()
    if program is None:
        pytest.skip("no Chromium: install it, or say where it is: CHROMIUM=/path make web-test")
    flags = [*FLAGS, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else FLAGS
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=flags)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return make_store(tmp_path_factory.mktemp("browser") / "war.duckdb")


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """The page of a store, served in a thread; gives its address."""
    copies = Copies(settings, print)
    app = make_app(copies, make_lookups(copies.table), Person(settings, copies), loopback=True, version="0")
    listener = listen("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def address(settings: Settings) -> Iterator[str]:
    """Where the page is served."""
    with served(settings) as address:
        yield address


@pytest.fixture
def own_address(tmp_path: Path) -> Iterator[str]:
    """The same over a store that a test may change."""
    with served(make_store(tmp_path / "own.duckdb")) as address:
        yield address


@pytest.fixture(scope="session")
def folder(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the page stands as files."""
    out = tmp_path_factory.mktemp("site") / "site"
    with open_fresh(settings) as store:
        export(store.connection, "site", out)
    return (out / "index.html").as_uri()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Opens the page at a state; whatever it asks of another host, and whatever error it tells, fails the test."""
    contexts: list[BrowserContext] = []
    asked: list[str] = []
    told: list[str] = []

    def note_message(message: ConsoleMessage) -> None:
        if message.type == "error" and LOADING not in message.text:
            told.append(message.text)

    def note_answer(answer: Response) -> None:
        if answer.status in (404, 500):
            told.append(f"{answer.status} {answer.url}")

    def open_one(
        state: str = "", at: str = address, width: int = 1280, theme: Theme = "light", bypass: bool = False
    ) -> Page:
        size: ViewportSize = {"width": width, "height": 800 if width > 500 else 844}
        context = browser.new_context(viewport=size, color_scheme=theme, bypass_csp=bypass)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("console", note_message)
        page.on("response", note_answer)
        page.goto(f"{at}#{state}")
        page.wait_for_selector("html[data-ready=yes]", state="attached", timeout=60_000)
        return page

    yield open_one
    for context in contexts:
        context.close()
    elsewhere = [url for url in asked if not url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:"))]
    assert elsewhere == []
    assert told == []


@pytest.fixture
def shoot(request: pytest.FixtureRequest) -> Callable[[Page, str], None]:
    """Keeps a picture of the page."""
    SHOTS.mkdir(parents=True, exist_ok=True)

    def take(page: Page, name: str) -> None:
        page.wait_for_timeout(400)
        page.screenshot(path=SHOTS / f"{name}.png")

    return take
