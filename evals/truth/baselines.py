"""Simple readers to beat. Which reports speak of one thing is given to them; tidings finds that out itself.

A baseline answers of each topic whether the change was so, and how many were killed. Every reprint counts as a report.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import median_low

from evals.truth.reports import Report

Believe = Callable[[Sequence[Report]], bool]
Count = Callable[[Sequence[int]], int]


def believe_majority(reports: Sequence[Report]) -> bool:
    """What more reports affirm than deny."""
    return 2 * sum(report.telling.affirms for report in reports) > len(reports)


def believe_last(reports: Sequence[Report]) -> bool:
    return reports[-1].telling.affirms


def believe_first(reports: Sequence[Report]) -> bool:
    return reports[0].telling.affirms


def believe_all(reports: Sequence[Report]) -> bool:
    """The most that is told: every change that anybody affirms."""
    return any(report.telling.affirms for report in reports)


# name -> of the reports on a topic, in the order in which they came out: was it so, and how many were killed. A vote
# over numbers elects the one in the middle.
BASELINES: Mapping[str, tuple[Believe, Count]] = {
    "majority vote": (believe_majority, median_low),
    "latest wins": (believe_last, lambda numbers: numbers[-1]),
    "largest number": (believe_all, max),
    "first report": (believe_first, lambda numbers: numbers[0]),
}
