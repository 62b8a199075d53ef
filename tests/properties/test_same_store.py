"""The same reports make the same store, whatever their order, however often they are read, and in however many runs."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings, strategies

from tests.stand_ins import dump, plain_settings, write_rows
from tidings.pipeline import forget, read

# few ids, texts and days, so that repeats, versions and contradictions come up often
rows = strategies.fixed_dictionaries(
    {"id": strategies.sampled_from(["r1", "r2"])},
    optional={
        "text": strategies.sampled_from(["One shelled two. Three.", "One.", "This FAILS.", "C'est FOREIGN.", ""]),
        "published": strategies.sampled_from(["1994-04-06", "1994-04-07", None]),
    },
)
files = strategies.lists(strategies.lists(rows, min_size=1, max_size=4), min_size=2, max_size=3)
few = settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@few
@given(files, strategies.randoms(use_true_random=False), strategies.integers(1, 3))
def test_order_repetition_and_runs_do_not_matter(contents: list[list[dict[str, object]]], random, runs: int) -> None:  # type: ignore[no-untyped-def]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [write_rows(folder / f"{number}.jsonl", content) for number, content in enumerate(contents)]
        once, often = (plain_settings(folder, store=folder / store) for store in ("once.duckdb", "often.duckdb"))
        read(paths, once)
        for _ in range(runs):
            random.shuffle(paths)
            for path in paths:
                read([path], often)
        assert dump(often) == dump(once)


@few
@given(files)
def test_counts_add_up(contents: list[list[dict[str, object]]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [write_rows(folder / f"{number}.jsonl", content) for number, content in enumerate(contents)]
        given_ = plain_settings(folder)
        for _ in range(2):
            counts = read(paths, given_)
            assert counts.found == sum(len(content) for content in contents)
            assert counts.found == counts.new + counts.again + counts.known + counts.dropped
        assert counts.new == counts.again == 0
        stored = dump(given_)
        assert len(stored["documents"]) == len({row[0] for row in stored["documents"]})


@few
@given(files, strategies.integers(0, 5))
def test_what_is_forgotten_is_gone_and_comes_back_when_it_is_read(
    contents: list[list[dict[str, object]]], which: int
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [write_rows(folder / f"{number}.jsonl", content) for number, content in enumerate(contents)]
        given_ = plain_settings(folder)
        read(paths, given_)
        before = dump(given_)
        if not before["documents"]:
            return
        gone = str(before["documents"][which % len(before["documents"])][0])
        forget([gone], given_)
        for store_is_lost in (False, True):
            if store_is_lost:
                given_.store.unlink()
                read([], given_)
            left = dump(given_)
            for table, column in (("documents", 0), ("sentences", 1), ("claims", 1), ("drops", 1)):
                assert left[table] == [row for row in before[table] if row[column] != gone]
        read(paths, given_)
        assert dump(given_) == before
