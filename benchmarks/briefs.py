"""How a brief grows with its events: one on ten times as many events against ten on so many.

    .venv/bin/python -m benchmarks.briefs

Makes and writes a brief, as Markdown and as a page, of stores of generated claims with about 500 and 5,000 events.
The ratio is held to `brief_growth` in evals/floors.json: a brief that reads every event for every event would break it.
Seconds are printed and never held; pictures and paper are drawn by libraries and are not counted.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import duckdb

from benchmarks.linking import make_store, measure_linking
from benchmarks.reading import hold
from evals.floors import read_floors
from tidings.briefs import make_brief, write_html, write_markdown

EVENTS, TIMES, TURNS = 500, 10, 3


def measure_brief(connection: duckdb.DuckDBPyConnection) -> float:
    """Seconds for one brief in both forms."""
    started = time.perf_counter()
    brief = make_brief(connection)
    write_markdown(brief)
    write_html(brief)
    return time.perf_counter() - started


def measure_growth(folder: Path, events: int) -> float:
    """The time for ten times as many events, divided by ten times the time for so many; each event counted as made."""
    cost: dict[int, float] = {}
    for times in (1, TIMES):
        with make_store(folder, events * times, "2GB") as connection:  # a claim makes an event, roughly
            measure_linking(connection)
            (made,) = connection.execute("SELECT count(*) FROM events").fetchone() or (0,)
            seconds: float = min(measure_brief(connection) for _ in range(TURNS))
            cost[times] = seconds / made
            print(f"{made} events: {seconds:.2f} s")
    return cost[TIMES] / cost[1]


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        growth = measure_growth(Path(name), EVENTS)
    sys.exit(0 if hold("brief_growth", growth, read_floors()) else 1)


if __name__ == "__main__":
    main()
