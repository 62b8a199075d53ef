"""A `read` that is killed at any moment loses nothing and doubles nothing: re-run, it gives the store of one in peace.

The runs are forked from this process, which has everything imported, so that 200 of them take seconds, not minutes.
Each is killed at a moment drawn over the whole length of a run, from its first line to the folding in of the store.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stand_ins import dump, plain_settings, some_rows, use_plain_readers, write_rows
from tidings.cli import cli
from tidings.settings import Settings

KILLS = 200
# newer Pythons warn of every fork once a library has threads; here the child only reads on, as the parent would
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """Settings under which a run takes many small shards, and the folder that the runs stand in."""
    use_plain_readers(monkeypatch)
    monkeypatch.chdir(tmp_path)
    yield plain_settings(tmp_path, shard_characters=400)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    rows = [*some_rows(30), {"id": "bad"}, {"id": "x", "text": "This FAILS."}, {"id": "y", "text": "C'est FOREIGN."}]
    path = write_rows(tmp_path / "in" / "a.jsonl", rows)
    (tmp_path / "tidings.toml").write_text(
        'reading = "tests.stand_ins:PlainReading"\nshard_characters = 400\nthreads = 1\n', encoding="utf-8"
    )
    return path


def start(reports: Path, store: Path) -> int:
    """The id of a process that runs `tidings read`."""
    sys.stdout.flush()
    process = os.fork()
    if process == 0:
        code = 70
        try:
            silent = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silent, 1)
            os.dup2(silent, 2)
            signal.signal(signal.SIGINT, signal.default_int_handler)
            cli.main(["read", str(reports), "--store", str(store)], prog_name="tidings")
        except SystemExit as error:
            code = error.code if isinstance(error.code, int) else 70
        finally:
            os._exit(code)
    return process


def strike(process: int, with_: signal.Signals) -> int:
    """Sends the signal; gives how the process ended, as a code or as minus the signal."""
    os.kill(process, with_)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def undisturbed(reports: Path, folder: Path) -> tuple[Settings, float]:
    """A store that was read in peace, and how many seconds a run takes: the shorter of two."""
    seconds = []
    for name in ("warm", "peace"):
        started = time.perf_counter()
        process = start(reports, folder / f"{name}.duckdb")
        assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
        seconds.append(time.perf_counter() - started)
    return plain_settings(folder, store=folder / "peace.duckdb"), min(seconds)


def test_kills_at_random_moments_end_in_the_same_store(settings: Settings, reports: Path, tmp_path: Path) -> None:
    peace, seconds = undisturbed(reports, tmp_path)
    wanted, chance = dump(peace), random.Random(1994)
    kills = stores = 0
    while kills < KILLS:
        store = tmp_path / f"{stores}.duckdb"
        stores += 1
        ended = -9
        while ended == -9:
            process = start(reports, store)
            time.sleep(chance.uniform(0, seconds))
            ended = strike(process, signal.SIGKILL) if kills < KILLS else _wait(process)
            kills += ended == -9
        assert ended == 0
        assert dump(plain_settings(tmp_path, store=store)) == wanted
    assert stores > 1


def test_ctrl_c_says_how_to_go_on_and_loses_nothing(settings: Settings, reports: Path, tmp_path: Path) -> None:
    slow = write_rows(reports, [*some_rows(5), *({"id": f"s{at}", "text": f"SLOW {at}."} for at in range(200))])
    store = tmp_path / "s.duckdb"
    process = start(slow, store)
    ledger = tmp_path / "s.duckdb.shards" / "ledger.ndjson"
    while not (ledger.exists() and "shd-" in ledger.read_text(encoding="utf-8")):  # a shard counts once it is entered
        time.sleep(0.01)
    assert strike(process, signal.SIGINT) == 130
    read_before = len(dump(settings)["documents"])
    assert 0 < read_before < 205
    assert _wait(start(slow, store)) == 0
    assert len(dump(settings)["documents"]) == 205


def _wait(process: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
