"""How fast and how large the reading half is, told as ratios.

    .venv/bin/python -m benchmarks.reading [--documents N] [--only speed|memory|jobs]

speed    documents a second of the whole reading half, as a share of the bare parser's on the same text, in turns
memory   growth of the process over N documents of `tidings read`: flat when it does not grow with what was read
jobs     `tidings read --engine processes --jobs 2` against `--engine inline`
Ratios are held to the floors in evals/floors.json, under "ratios"; seconds are printed and never held.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import linear_regression, median
from typing import Any

from benchmarks.corpus import make_reports, write_reports
from evals.floors import read_floors
from evals.reading import find_documents, load_reading
from tidings.language.parser import load_model
from tidings.records import Document

TURNS, SPEED_DOCUMENTS, JOBS_DOCUMENTS, MEMORY_DOCUMENTS = 3, 120, 600, 10_000
SAMPLE_SECONDS = 0.5
WARM = 0.3  # the share of a run in which caches and models may still fill
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
MEGABYTE = 1 << 20


def measure_speed(folder: Path) -> float:
    """Documents a second of the reading half, divided by those of the bare parser."""
    path = write_reports(folder / "speed", SPEED_DOCUMENTS) / "reports.jsonl"
    documents = list(find_documents(path, frozenset(row["id"] for row in make_reports(SPEED_DOCUMENTS))))
    reading, nlp = load_reading(), load_model()

    def read(report: Iterable[Document]) -> None:
        for document in report:
            reading.read_document(document)

    def parse(report: Iterable[Document]) -> None:
        with nlp.memory_zone():
            for _ in nlp.pipe(document.text for document in report):
                pass

    shares = []
    read(documents[:10])
    parse(documents[:10])
    for _ in range(TURNS):
        reading_seconds, parser_seconds = _seconds(read, documents), _seconds(parse, documents)
        shares.append(parser_seconds / reading_seconds)
        print(
            f"  reading half {len(documents) / reading_seconds:.1f} documents a second, "
            f"bare parser {len(documents) / parser_seconds:.1f}"
        )
    return median(shares)


def _seconds(work: Callable[[list[Document]], None], documents: list[Document]) -> float:
    started = time.perf_counter()
    work(documents)
    return time.perf_counter() - started


def measure_jobs(folder: Path) -> float:
    """How many times as fast two processes read as one."""
    reports = write_reports(folder / "jobs", JOBS_DOCUMENTS)
    seconds = {}
    for name, options in {
        "inline": ("--engine", "inline"),
        "processes": ("--engine", "processes", "--jobs", "2"),
    }.items():
        started = time.perf_counter()
        subprocess.run(_command(reports, folder / f"{name}.duckdb", options), check=True, stdout=subprocess.DEVNULL)
        seconds[name] = time.perf_counter() - started
        print(f"  {name}: {JOBS_DOCUMENTS / seconds[name]:.1f} documents a second, start and store included")
    return seconds["inline"] / seconds["processes"]


def measure_memory(folder: Path, count: int) -> float:
    """Growth over the run once warm, as a share of the memory it had by then; 0 is flat."""
    reports = write_reports(folder / "memory", count)
    samples: list[float] = []
    run = subprocess.Popen(_command(reports, folder / "memory.duckdb", ()), stdout=subprocess.DEVNULL)
    while run.poll() is None:
        samples.append(_resident_megabytes(run.pid))
        time.sleep(SAMPLE_SECONDS)
    if run.returncode:
        raise SystemExit(f"tidings read ended with {run.returncode}")
    return growth(samples)


def growth(samples: Sequence[float]) -> float:
    """The fitted rise of the samples after the warm part, as a share of where it begins."""
    warm = list(samples[int(WARM * len(samples)) : -2])  # the last ones see the process end
    slope, start = linear_regression(range(len(warm)), warm)
    print(f"  {warm[0]:.0f} MB warm, {max(warm):.0f} MB at most, {slope * len(warm):+.1f} MB over {len(warm)} samples")
    return slope * len(warm) / start


def _resident_megabytes(process: int) -> float:
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    except (FileNotFoundError, ProcessLookupError, IndexError):
        return 0.0
    return pages * PAGE_BYTES / MEGABYTE


def _command(reports: Path, store: Path, options: Sequence[str]) -> list[str]:
    return [str(Path(sys.executable).with_name("tidings")), "read", str(reports), "--store", str(store), *options]


def hold(name: str, ratio: float, floors: dict[str, Any]) -> bool:
    """Prints a ratio beside what it is held to, and tells whether it holds."""
    bound = floors.get("ratios", {}).get(name)
    is_growth = name.endswith(("_growth", "_added"))
    holds = bound is None or (ratio <= bound if is_growth else ratio >= bound)
    side = "at most" if is_growth else "at least"
    told = "not held to anything" if bound is None else f"{side} {bound}: {'holds' if holds else 'BROKEN'}"
    print(f"{name} {ratio:.2f}  {told}")
    return holds


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=MEMORY_DOCUMENTS, metavar="N", help="how many for memory")
    parser.add_argument("--only", choices=("speed", "memory", "jobs"))
    asked = parser.parse_args(arguments)
    floors = read_floors()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measures: dict[str, tuple[str, Callable[[], float]]] = {
            "speed": ("share_of_parser", lambda: measure_speed(folder)),
            "jobs": ("processes_over_inline", lambda: measure_jobs(folder)),
            "memory": ("memory_growth", lambda: measure_memory(folder, asked.documents)),
        }
        held = [
            hold(ratio, measure(), floors) for what, (ratio, measure) in measures.items() if asked.only in (None, what)
        ]
    sys.exit(0 if all(held) else 1)


if __name__ == "__main__":
    main()
