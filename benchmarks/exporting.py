"""What an export costs beside bare DuckDB, told as a ratio, and how much memory it takes.

    .venv/bin/python -m benchmarks.exporting [--claims N]

Publishes a store of N generated claims (1,000,000), then writes its tables to Parquet: in turns as `tidings export`
does, and by bare `COPY` of the same rows. The ratio of the times is held to `export_growth` in evals/floors.json, the
largest memory of a process that exports to `export_memory_growth`, as a share of one gigabyte. Seconds are printed,
those of publishing too, and never held.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import duckdb

from benchmarks.reading import hold
from evals.floors import read_floors
from tidings.exporters import export
from tidings.exporters.layout import read_tables
from tidings.publishing import open_fresh
from tidings.settings import Settings
from tidings.store import open_store
from tidings.store.opening import store_options

CLAIMS, TURNS = 1_000_000, 3
GIGABYTE = 2**30
# what a person would do: the same verb in a process of its own, which says how much memory it took at most
MEASURED = """
import resource, sys
from tidings.cli import cli
cli(sys.argv[1:], standalone_mode=False)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
"""


def make_store(folder: Path, claims: int) -> Settings:
    """A store with so many generated claims in it, published."""
    settings = Settings(store=folder / "store.duckdb")
    sql = Path(__file__).with_name("claims.sql").read_text(encoding="utf-8")
    with open_store(settings.store, settings) as store:
        store.connection.execute(sql.replace("$claims", str(claims)))
    print(f"  published in {_seconds(lambda: open_fresh(settings).close()):.1f} s")
    return settings


def measure_export(settings: Settings, folder: Path) -> float:
    """The time of an export to Parquet, divided by that of bare `COPY` of the same rows."""
    ratios = []
    with open_fresh(settings) as copy:
        path, tables = copy.path, [table.name for table in read_tables(copy.connection)]
    for turn in range(TURNS):

        def by_export(turn: int = turn) -> None:
            with open_fresh(settings) as copy:
                export(copy.connection, "parquet", folder / f"export-{turn}")

        def by_copy(turn: int = turn) -> None:
            (folder / f"copy-{turn}").mkdir()
            with duckdb.connect(str(path), read_only=True, config=store_options(settings)) as connection:
                for table in tables:
                    connection.execute(f"COPY (FROM picture.{table}) TO '{folder}/copy-{turn}/{table}.parquet'")

        ours, bare = _seconds(by_export), _seconds(by_copy)
        print(f"  export {ours:.2f} s, bare COPY {bare:.2f} s")
        ratios.append(ours / bare)
    return median(ratios)


def measure_memory(settings: Settings, folder: Path) -> float:
    """The largest memory of a process that exports, as a share of one gigabyte."""
    words = ("export", "--to", "parquet", str(folder / "measured"), "--store", str(settings.store))
    done = subprocess.run([sys.executable, "-c", MEASURED, *words], check=True, capture_output=True, text=True)
    most = int(done.stdout.splitlines()[-1])
    print(f"  {most / GIGABYTE:.2f} GB at most")
    return most / GIGABYTE


def _seconds(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=CLAIMS, metavar="N", help="how many")
    asked = parser.parse_args(arguments)
    floors = read_floors()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = make_store(folder, asked.claims)
        held = [
            hold("export_growth", measure_export(settings, folder), floors),
            hold("export_memory_growth", measure_memory(settings, folder), floors),
        ]
    sys.exit(0 if all(held) else 1)


if __name__ == "__main__":
    main()
