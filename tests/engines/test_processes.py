"""Workers that are lost: the same shard again, then its documents one by one, then the one that is to blame."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.stand_ins import dump, plain_settings, some_rows, write_rows
from tidings.engines import processes
from tidings.errors import TaskError
from tidings.pipeline import read


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


def test_no_worker_outlives_a_parent_that_is_killed(tmp_path: Path) -> None:
    slow = [{"id": f"s{number}", "text": f"SLOW {number}."} for number in range(500)]
    write_rows(tmp_path / "a.jsonl", slow)
    script = (
        "from pathlib import Path; import tidings.pipeline as p; from tests.stand_ins import *\n"
        "p.read_documents = lambda paths, settings: read_plain(paths); p.load_publisher_rows = lambda *a: []\n"
        "if __name__ == '__main__':\n"
        f"    folder = Path({str(tmp_path)!r})\n"
        "    p.read([folder / 'a.jsonl'], plain_settings(folder, engine='processes', jobs=2))\n"
    )
    (tmp_path / "run.py").write_text(script)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    parent = subprocess.Popen([sys.executable, str(tmp_path / "run.py")], env=environment, start_new_session=True)
    deadline = time.monotonic() + 30
    while not list(tmp_path.glob("s.duckdb.shards/shd-*")) and time.monotonic() < deadline:
        time.sleep(0.05)
    group = [pid for pid in _session(parent.pid) if pid != parent.pid]
    assert len(group) >= 2
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    while _session(parent.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert _session(parent.pid) == []


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
