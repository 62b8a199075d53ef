"""What a report tells around a word: the acts that the lexicon finds beside it, in the sentences before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tidings.mentions.acts import Found

Told = Sequence[Sequence[Found]]
"""For each sentence, the acts that the lexicon found in it."""


class Around:
    """The acts of a report as one of its sentences sees them."""

    def __init__(self, at: int, told: Told, counted: Counter[str]) -> None:
        self._same = _acts(told, at)
        self._before = _acts(told, at - 1)
        self._earlier = _acts(told, at - 2)
        self._after = _acts(told, at + 1)
        self._counted = counted
        self._total = max(1, counted.total())
        self._families = frozenset(map(_family, self._same))
        self._families_before = frozenset(map(_family, self._before + self._earlier))

    def of(self, act: str) -> dict[str, float]:
        """How an act stands to what is told around."""
        family = _family(act)
        return {
            "same": act in self._same,
            "before": act in self._before,
            "earlier": act in self._earlier,
            "after": act in self._after,
            "last": act in self._before[-1:],
            "told": self._counted[act] / self._total,
            "family here": family in self._families,
            "family before": family in self._families_before,
        }


def _acts(told: Told, at: int) -> tuple[str, ...]:
    return tuple(row.act for _, row in told[at]) if 0 <= at < len(told) else ()


def _family(act: str) -> str:
    return act.partition(".")[0]
