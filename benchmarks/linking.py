"""How linking grows with the claims, told as a ratio, within bounds of memory.

    .venv/bin/python -m benchmarks.linking [--claims N] [--only added]

Links N generated claims (100,000) with 2 GB for the store, then ten times as many with 4 GB, each several times when
they are few. The ratio of the times is held to `linking_growth` in evals/floors.json; DuckDB keeps to the memory, or
fails. Then ten reports are added to a store of N claims: the time that this takes, divided by that of linking them all
anew, is held to `linking_added`. Seconds are printed and never held.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import duckdb

from benchmarks.reading import hold
from evals.floors import read_floors
from tidings.events import find_steps, forget_other_rules, run_step
from tidings.store.opening import migrations

CLAIMS, TIMES = 100_000, 10
MEMORY = {1: "2GB", TIMES: "4GB"}
ADDED = 10  # reports
TURNS = {1: 3, TIMES: 1}  # the short run is taken several times, and the shortest counts
THREADS = 2


def make_store(folder: Path, claims: int, memory: str) -> duckdb.DuckDBPyConnection:
    """A store in a file with so many generated claims in it, bounded as a real one is."""
    config: dict[str, str | bool | int | float | list[str]] = {"memory_limit": memory, "threads": str(THREADS)}
    connection = duckdb.connect(str(folder / f"{claims}.duckdb"), config=config)
    for sql in migrations().values():
        connection.execute(sql)
    make_claims(connection, claims)
    return connection


def make_claims(connection: duckdb.DuckDBPyConnection, claims: int) -> None:
    """So many generated claims with their reports and places, in an empty store."""
    sql = Path(__file__).with_name("claims.sql").read_text(encoding="utf-8")
    connection.execute(sql.replace("$claims", str(claims)))


def measure_linking(connection: duckdb.DuckDBPyConnection, rules: str = "") -> float:
    """Seconds that all steps take, each printed; by other rules than before, so that all is linked anew."""
    forget_other_rules(connection, rules)
    seconds: dict[str, float] = {}
    for step in find_steps(connection):
        started = time.perf_counter()
        run_step(connection, step)
        seconds[step] = seconds.get(step, 0) + time.perf_counter() - started
    total = sum(seconds.values())
    print(f"  {total:.1f} s: " + ", ".join(f"{step} {took:.1f}" for step, took in seconds.items()))
    return total


def measure_growth(folder: Path, claims: int) -> float:
    """The time for ten times as many claims, divided by the time for so many."""
    totals = {}
    for times in (1, TIMES):
        with make_store(folder, claims * times, MEMORY[times]) as connection:
            print(f"{claims * times} claims within {MEMORY[times]}")
            totals[times] = min(measure_linking(connection, f"turn {turn}") for turn in range(TURNS[times]))
            (events,) = connection.execute("SELECT count(*) FROM events").fetchone() or (0,)
            print(f"  {events} events")
    return totals[TIMES] / totals[1]


def measure_adding(folder: Path, claims: int) -> float:
    """The time to link ten reports more, divided by the time to link all anew; the result is compared, ids included."""
    claims += ADDED * 10
    with make_store(folder, claims, MEMORY[1]) as connection:
        later = f"list_contains(range({claims // 10 - ADDED}, {claims // 10}), CAST(substr({{}}, 5) AS BIGINT))"
        for table, owner in (("documents", "id"), ("claims", "document_id")):
            connection.execute(f"CREATE TEMP TABLE later_{table} AS FROM {table} WHERE {later.format(owner)}")
            connection.execute(f"DELETE FROM {table} WHERE {later.format(owner)}")
        print(f"{claims - ADDED * 10} claims within {MEMORY[1]}, then {ADDED} reports more, then all anew")
        measure_linking(connection)
        for table in ("documents", "claims"):
            connection.execute(f"INSERT INTO {table} FROM later_{table}")
        added = measure_linking(connection)
        found = _dump(connection)
        anew = measure_linking(connection, "other rules")
        if found != _dump(connection):
            raise AssertionError("ten reports added give other events than all linked anew")
    return added / anew


def _dump(connection: duckdb.DuckDBPyConnection) -> list[object]:
    return [
        connection.execute(f"SELECT count(*), bit_xor(hash(CAST(told AS VARCHAR))) FROM {table} AS told").fetchall()
        for table in ("events", "event_claims", "event_voices", "event_links", "claim_origins")
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=CLAIMS, metavar="N", help="how many in the smaller run")
    parser.add_argument("--only", choices=["growth", "added"], help="one of the two measures")
    asked = parser.parse_args(arguments)
    measures = {"growth": measure_growth, "added": measure_adding}
    with tempfile.TemporaryDirectory() as name:
        ratios = {kind: measures[kind](Path(name), asked.claims) for kind in measures if asked.only in (None, kind)}
    held = [hold(f"linking_{kind}", ratio, read_floors()) for kind, ratio in ratios.items()]
    sys.exit(0 if all(held) else 1)


if __name__ == "__main__":
    main()
