"""Workers that are lost: the same shard again, then its documents one by one, then the one that is to blame."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.stand_ins import dump, plain_settings, some_rows, write_rows
from tidings.engines import processes
from tidings.errors import TaskError
from tidings.pipeline import read

ROOT = Path(__file__).parents[2]


def test_the_document_that_kills_its_worker_is_dropped_and_no_other(tmp_path: Path) -> None:
    rows = [*some_rows(8), {"id": "killer", "text": "It KILLS."}, *some_rows(8, start=8)]
    settings = plain_settings(tmp_path, engine="processes", jobs=2, shard_characters=400)
    counts = read([write_rows(tmp_path / "a.jsonl", rows)], settings)
    assert (counts.found, counts.new, counts.dropped) == (17, 16, 1)
    (drop,) = dump(settings)["drops"]
    assert "is lost (its process ended with code -9)" in str(drop[4])


def test_a_worker_that_is_lost_by_chance_costs_nothing(tmp_path: Path) -> None:
    rows = [*some_rows(3), {"id": "unlucky", "text": f"ONCE {tmp_path / 'flag'} ."}]
    settings = plain_settings(tmp_path, engine="processes", shard_characters=10_000)
    counts = read([write_rows(tmp_path / "a.jsonl", rows)], settings)
    assert (counts.new, counts.dropped) == (4, 0)
    assert len(list(tmp_path.glob("s.duckdb.shards/shd-*"))) == 1, "the same shard again, not its documents one by one"


def test_workers_lost_one_after_the_other_stop_the_run(tmp_path: Path) -> None:
    rows = [{"id": f"k{number}", "text": f"{number} KILLS."} for number in range(processes.MOST_LOST)]
    settings = plain_settings(tmp_path, engine="processes", shard_characters=1)
    with pytest.raises(TaskError, match="try fewer --jobs"):
        read([write_rows(tmp_path / "a.jsonl", rows)], settings)


SCRIPT = """
from pathlib import Path
import tidings.pipeline
from tests.stand_ins import read_plain
from tidings.cli import main
tidings.pipeline.read_documents = lambda paths, settings: read_plain(paths)
tidings.pipeline.load_publisher_rows = lambda *given: []
if __name__ == "__main__":
    main()
"""


@pytest.fixture
def long_run(tmp_path: Path) -> subprocess.Popen[str]:
    """A run of two workers in a session of its own, that has begun to write shards and is far from done."""
    write_rows(tmp_path / "a.jsonl", [{"id": f"s{number}", "text": f"SLOW {number}."} for number in range(1000)])
    (tmp_path / "tidings.toml").write_text(
        'reading = "tests.stand_ins:PlainReading"\nshard_characters = 100\nstore = "s.duckdb"\n', encoding="utf-8"
    )
    (tmp_path / "run.py").write_text(SCRIPT, encoding="utf-8")
    parent = subprocess.Popen(
        [sys.executable, "run.py", "read", "a.jsonl", "--jobs", "2"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), *sys.path]))},
        cwd=tmp_path,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert _comes_true(lambda: len(list(tmp_path.glob("s.duckdb.shards/shd-*"))) > 2)
    return parent


def test_no_worker_outlives_a_parent_that_is_killed(long_run: subprocess.Popen[str]) -> None:
    assert len(_session(long_run.pid)) >= 3
    long_run.kill()
    long_run.communicate()
    assert _comes_true(lambda: _session(long_run.pid) == [])


def test_ctrl_c_ends_the_workers_in_peace(long_run: subprocess.Popen[str], tmp_path: Path) -> None:
    os.killpg(long_run.pid, signal.SIGINT)
    _, said = long_run.communicate(timeout=60)
    assert long_run.returncode == 130
    assert said == "tidings: stopped; what was read is kept. Run the same command again to go on.\n"
    assert _comes_true(lambda: _session(long_run.pid) == [])
    assert dump(plain_settings(tmp_path))["claims"]


def _comes_true(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 60
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.05)
    return condition()


def _session(leader: int) -> list[int]:
    """The living processes of the session that this process leads."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == leader and fields[0] != "Z":
                found.append(int(entry.name))
    return found
