"""How long the map of a day takes over a million claims, told as a ratio to a bare grouping of the same rows.

    .venv/bin/python -m benchmarks.control [--claims N]

Generated claims (1,000,000, most of them of territory) are linked and folded once, untimed. Then both questions are
asked of the one store in turns, in one process: who holds what on a day, as `tidings control --as-of` asks it, and
`SELECT place, arg_max(side, day) ... GROUP BY place` over as many rows. The ratio of the times is held to `map_growth`
in evals/floors.json. Seconds are printed and never held.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from statistics import median

import duckdb

from benchmarks.linking import make_store
from benchmarks.reading import hold
from evals.floors import read_floors
from tidings.events import STEPS, run_step
from tidings.situations.control import MAP_SQL, SideRow, UnitRow, fold_control, know_by

CLAIMS, TURNS = 1_000_000, 5
UNITS, REGION = 4_000, 20  # districts, and how many of them make a region
MEMORY = "4GB"
DAY = date(2017, 6, 1)
# A war that moves over many districts: each claim is of one, told by a side that takes, holds or leaves it.
SPREAD = """
UPDATE claims SET
    act = 'territory.' || ['capture', 'capture', 'hold', 'withdraw'][1 + CAST(hash(id) % 4 AS INTEGER)],
    place = ['District ' || CAST(hash(id || 'district') % $units AS VARCHAR)],
    place_ids = ['id:District ' || CAST(hash(id || 'district') % $units AS VARCHAR)],
    actor_ids = list_transform(actor, lambda name: 'side-' || replace(name, 'Side ', '')),
    certainty = 'happened'
"""
BARE = """
SELECT place, arg_max(side, day) AS side
FROM (SELECT place[1] AS place, actor[1] AS side, coalesce(last, first) AS day FROM claims)
WHERE day <= ?
GROUP BY place
"""


def fold(connection: duckdb.DuckDBPyConnection) -> None:
    """Lets each claim speak of territory by a side, says who tells it, and folds who holds what."""
    connection.execute(SPREAD, {"units": UNITS})
    connection.execute(
        "INSERT INTO places BY NAME SELECT 'id:District ' || n AS id, 'District ' || n AS name, 'district' AS kind, "
        "'XX' AS country, 10.0 AS lat, 20.0 AS lon, 'given' AS point, [] AS within FROM range(?) AS numbers(n)",
        [UNITS],
    )
    for step in STEPS[: STEPS.index("origins") + 1]:
        run_step(connection, step)
    names = [row[0] for row in connection.execute("SELECT DISTINCT unnest(actor_ids) FROM claims").fetchall()]
    days = [row[0] for row in connection.execute("SELECT DISTINCT published FROM documents").fetchall()]
    sides = (SideRow(name, day, name, name, name == "side-0") for name in names for day in days)
    units = (
        UnitRow(f"id:District {n}", "district", f"District {n}", None, f"Region {n // REGION}", "XX")
        for n in range(UNITS)
    )
    started = time.perf_counter()
    fold_control(connection, units, sides)
    print(f"  folded in {time.perf_counter() - started:.1f} s, untimed")


def ask_map(connection: duckdb.DuckDBPyConnection) -> int:
    """The map of a day, as the command lists it."""
    know_by(connection, None)
    return len(connection.execute(MAP_SQL, {"as_of": DAY, "level": None}).fetchall())


def ask_bare(connection: duckdb.DuckDBPyConnection) -> int:
    """The last side told of each place, with no rule at all."""
    return len(connection.execute(BARE, [DAY]).fetchall())


def measure(connection: duckdb.DuckDBPyConnection) -> float:
    """The time of the map, divided by that of the bare grouping: the median of turns taken one after the other."""
    taken: dict[str, list[float]] = {"map": [], "bare": []}
    questions: dict[str, Callable[[duckdb.DuckDBPyConnection], int]] = {"map": ask_map, "bare": ask_bare}
    for _ in range(TURNS):
        for name, ask in questions.items():
            started = time.perf_counter()
            rows = ask(connection)
            taken[name].append(time.perf_counter() - started)
            if not rows:
                raise SystemExit(f"the {name} question has no answer: nothing was measured")
    seconds = {name: median(times) for name, times in taken.items()}
    print(f"  map {seconds['map']:.3f} s, bare {seconds['bare']:.3f} s")
    return seconds["map"] / seconds["bare"]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=CLAIMS, metavar="N", help="how many claims")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name, make_store(Path(name), asked.claims, MEMORY) as connection:
        print(f"{asked.claims} claims within {MEMORY}")
        fold(connection)
        ratio = measure(connection)
    sys.exit(0 if hold("map_growth", ratio, read_floors()) else 1)


if __name__ == "__main__":
    main()
