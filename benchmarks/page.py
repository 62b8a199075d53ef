"""The page in headless Chromium: the first useful view and a step of the slider, with few events and with 20,000.

    .venv/bin/python -m benchmarks.page [--store FILE] [--events N]

A step is from the slider's new day until the map has drawn it; it is held, as `step_growth`, to a bare `setData` of the
same features on the same map until that is drawn. Seconds are printed and never held. CHROMIUM names the browser.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.many_events import fill_store
from benchmarks.reading import hold
from benchmarks.serving import served
from evals.floors import read_floors
from tidings.settings import Settings

EVENTS, TURNS = 20_000, 9
FLAGS = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--no-sandbox"]
EXAMPLES = Path("examples/reports.jsonl")
DEMO = Path("out/demo.duckdb")
FIRST = """() => new Promise(done => {
    const map = tidings.map.get();
    const tell = () => done(performance.now());
    if (map.loaded() && !map.isMoving()) map.once("idle", tell), map.triggerRepaint(); else map.once("idle", tell);
})"""
# each step waits until the map has nothing left to do; a bare one gives the same features to the same source
MEASURE = """async ([turns, lasting]) => {
    const map = tidings.map.get(), range = tidings.days.parse;
    const idle = () => new Promise(done => map.once("idle", done));
    const source = map.getSource("events");
    const steps = [], bare = [];
    const last = tidings.state.get().day;
    tidings.state.set({span: lasting, day: last - turns - 1});
    await idle();
    for (let turn = 0; turn < turns; turn++) {
        let waits = idle(), started = performance.now();
        tidings.state.set({day: last - turns + turn});
        await waits;
        steps.push(performance.now() - started);
        await new Promise(done => setTimeout(done, 300));
        const data = source.serialize().data;
        waits = idle(); started = performance.now();
        source.setData({type: "FeatureCollection", features: data.features});
        await waits;
        bare.push(performance.now() - started);
        await new Promise(done => setTimeout(done, 100));
    }
    return {steps, bare, features: source.serialize().data.features.length};
}"""


@contextmanager
def opened(address: tuple[str, int]) -> Iterator[Any]:
    """A page of the browser, at the map."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # make web-test installs it

    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        sys.exit("there is no Chromium: install it, or name it: CHROMIUM=/path/to/it")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto("http://{}:{}/".format(*address))
        page.wait_for_selector("html[data-ready=yes]", state="attached", timeout=120_000)
        yield page
        browser.close()


def measure(settings: Settings, name: str, lasting: int) -> float:
    """Prints the first view and the steps over a store, and gives a step over a bare setData."""
    with served(settings) as address:
        with opened(address):
            pass  # the server's first answer is made once for a copy, and is not the page's
        with opened(address) as page:
            first = page.evaluate(FIRST)
            found = page.evaluate(MEASURE, [TURNS, lasting])
    step, bare = statistics.median(found["steps"]), statistics.median(found["bare"])
    print(
        f"{name}: first useful view {first / 1000:.1f} s; a step {step:.0f} ms, a bare setData of the same "
        f"{found['features']} features {bare:.0f} ms"
    )
    return float(step / bare)


def find_demo(folder: Path) -> Settings:
    """The store that `make demo` leaves, or one read from the examples."""
    if DEMO.exists():
        return Settings(store=DEMO)
    from tidings.pipeline import read  # noqa: PLC0415

    settings = Settings(store=folder / "demo.duckdb")
    read([EXAMPLES], settings)
    return settings


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", type=Path, metavar="FILE", help="the demo store; else out/demo.duckdb")
    parser.add_argument("--events", type=int, default=EVENTS, metavar="N", help="how many in the large store")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measure(Settings(store=asked.store) if asked.store else find_demo(folder), "the examples", 30)
        many = Settings(store=folder / "many.duckdb")
        fill_store(many, asked.events, "v0")
        ratio = measure(many, f"{asked.events} events", 0)
    sys.exit(0 if hold("step_growth", ratio, read_floors()) else 1)


if __name__ == "__main__":
    main()
