"""Readers of the server while the published copy is swapped under them, told as a ratio to one lone reader.

    .venv/bin/python -m benchmarks.serving [--events N] [--readers N]

`tidings serve` runs in a process of its own over a store of 100,000 claims (20,000 events); a third process writes to
the store and publishes it anew while 50 readers ask once a second. Every row of a copy bears the copy's mark, so that
an answer made of two copies shows. None may fail, none may be mixed, and the slowest answer but one in a hundred is
held to `readers_growth` times the middle answer of a lone reader.
"""

from __future__ import annotations

import argparse
import http.client
import json
import multiprocessing
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.many_events import fill_store
from benchmarks.reading import hold
from evals.floors import read_floors
from tidings.publishing import publish
from tidings.settings import Settings
from tidings.store import read_current

EVENTS, READERS, SECONDS, MOST_SECONDS, SWAPS = 20_000, 50, 20, 180, 2
LONE = 60
MARK = re.compile(r'"actor":\["(v\d+)"\]|"said_by":\[\["(v\d+)"\]\]|"author":"(v\d+)"')


class Tally:
    """What the readers met: seconds, faults, and which mark each copy bears."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.faults: list[str] = []
        self.marks: dict[str, set[str]] = {}
        self._lock = threading.Lock()

    def note(self, path: str, took: float, status: int, body: str) -> None:
        """One answer: its status, and whether all of it is of one copy."""
        with self._lock:
            self.seconds.append(took)
            if status != http.client.OK:
                self.faults.append(f"{status} {path} {body[:200]}")
                return
            found = {mark for groups in MARK.findall(body) for mark in groups if mark}
            copy = str(json.loads(body)["copy"])
            self.marks.setdefault(copy, set()).update(found)


def ask(connection: http.client.HTTPConnection, path: str, tally: Tally) -> None:
    """Asks once, and notes how it went."""
    started = time.perf_counter()
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read().decode()
    except (OSError, http.client.HTTPException) as error:
        connection.close()
        tally.note(path, time.perf_counter() - started, 0, repr(error))
        return
    tally.note(path, time.perf_counter() - started, answer.status, body)


def draw_path(chance: random.Random, events: int) -> str:
    """A question that a page or a script asks: mostly what was not asked before."""
    number = chance.randrange(events)
    day = f"2020-0{chance.randint(1, 3)}-{chance.randint(1, 28):02}"
    return chance.choice(
        [
            f"/api/events?limit=50&last={day}",
            f"/api/events/evt-{number:016x}",
            f"/api/claims?limit=50&start={number}",
            f"/api/search?text=Place+{number}&limit=20",
            f"/api/claims/clm-{number}",
            f"/api/documents/doc-{number}",
            f"/api/situation?as_of={day}",
        ]
    )


@contextmanager
def served(settings: Settings) -> Iterator[tuple[str, int]]:
    """`tidings serve` over this store, in a process of its own; gives its host and port."""
    command = [
        sys.executable,
        "-c",
        "from tidings.cli import main; main()",
        "serve",
        "--store",
        str(settings.store),
        "--port",
        "0",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            told = []
            for line in process.stderr:
                told.append(line)
                if found := re.search(r"http://([\d.]+):(\d+)/", line):
                    yield found[1], int(found[2])
                    return
            sys.exit(f"the server did not start: {''.join(told)}")
        finally:
            process.terminate()


def write_anew(settings: Settings, events: int, swaps: int, done: multiprocessing.synchronize.Event) -> None:
    """Writes other rows to the store and publishes them, again and again."""
    for number in range(1, swaps + 1):
        fill_store(settings, events, f"v{number}")
        publish(settings)
    done.set()


def read_alone(address: tuple[str, int], events: int) -> float:
    """The middle of a lone reader's seconds."""
    tally, chance = Tally(), random.Random(1)
    connection = http.client.HTTPConnection(*address, timeout=60)
    for _ in range(LONE):
        ask(connection, draw_path(chance, events), tally)
        time.sleep(0.05)
    assert not tally.faults, tally.faults[:3]
    return statistics.median(tally.seconds)


def shows(address: tuple[str, int], copy: str) -> bool:
    """Whether the server shows this copy."""
    connection = http.client.HTTPConnection(*address, timeout=60)
    connection.request("GET", "/api/overview")
    return bool(json.loads(connection.getresponse().read())["copy"] == copy)


def read_together(address: tuple[str, int], events: int, readers: int, stop: threading.Event) -> Tally:
    """So many readers, each asking once a second until `stop`."""
    tally = Tally()

    def read(number: int) -> None:
        chance = random.Random(number)
        connection = http.client.HTTPConnection(*address, timeout=60)
        if stop.wait(chance.random()):
            return
        while True:
            started = time.perf_counter()
            ask(connection, draw_path(chance, events), tally)
            if stop.wait(max(0.0, 1 - (time.perf_counter() - started))):
                return

    threads = [threading.Thread(target=read, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally


def measure(events: int, readers: int, folder: Path) -> tuple[float, float, Tally]:
    """The lone reader's middle, the 99th of a hundred together, and what they met."""
    settings = Settings(store=folder / "many.duckdb")
    fill_store(settings, events, "v0")
    publish(settings)
    with served(settings) as address:
        alone = read_alone(address, events)
        done, stop = multiprocessing.Event(), threading.Event()
        writer = multiprocessing.Process(target=write_anew, args=(settings, events, SWAPS, done))
        started = time.perf_counter()

        def watch() -> None:
            done.wait(MOST_SECONDS)
            last = read_current(settings.store)
            # the last copy is opened a moment after it is published
            while time.perf_counter() - started < MOST_SECONDS and last and not shows(address, Path(last.file).stem):
                time.sleep(1)
            stop.wait(max(5.0, SECONDS - (time.perf_counter() - started)))
            stop.set()

        writer.start()
        threading.Thread(target=watch).start()
        tally = read_together(address, events, readers, stop)
        writer.join()
    return alone, sorted(tally.seconds)[int(len(tally.seconds) * 0.99)], tally


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=EVENTS, metavar="N", help="how many; five claims each")
    parser.add_argument("--readers", type=int, default=READERS, metavar="N", help="how many ask at once")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        alone, slowest, tally = measure(asked.events, asked.readers, Path(name))
    mixed = {copy: marks for copy, marks in tally.marks.items() if len(marks) != 1}
    print(
        f"{asked.events * 5} claims, {asked.readers} readers, {len(tally.seconds)} answers from {len(tally.marks)} "
        "copies: "
        f"a lone reader's middle {alone * 1000:.0f} ms, together {statistics.median(tally.seconds) * 1000:.0f} ms, "
        f"99 of 100 within {slowest * 1000:.0f} ms; failed {len(tally.faults)}, mixed {len(mixed)}"
    )
    for fault in tally.faults[:5]:
        print(f"  {fault}")
    sound = not tally.faults and not mixed and len(tally.marks) > 1
    if not sound:
        print("BROKEN: answers failed, were mixed, or no copy was swapped")
    sys.exit(0 if hold("readers_growth", slowest / alone, read_floors()) and sound else 1)


if __name__ == "__main__":
    main()
