"""Boosted trees over named numbers."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from tidings.mentions.learned.weights import Trees


def score(trees: Trees, row: Sequence[float]) -> float:
    """The chance that the trees give a row of numbers, between 0 and 1."""
    total = 0.0
    for split, threshold, left, right, leaf in zip(
        trees.split, trees.threshold, trees.left, trees.right, trees.leaf, strict=True
    ):
        node = 0
        while node >= 0:
            node = left[node] if row[split[node]] <= threshold[node] else right[node]
        total += leaf[-node - 1]
    return 1 / (1 + exp(-total))
