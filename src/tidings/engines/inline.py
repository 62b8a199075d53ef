"""One task after another, in this process."""

from __future__ import annotations

from collections.abc import Generator, Iterable

from tidings.engines.worker import carry_out
from tidings.plugins import ReadingHalf, Task, Work, make_reading


class InlineEngine:
    """Reads in this very process. The reading half is made when the first task comes."""

    def run(self, tasks: Iterable[Task], work: Work) -> Generator[str, None, None]:
        half: ReadingHalf | None = None
        for task in tasks:
            half = half or make_reading(work)
            yield carry_out(task, half, work.folder)
