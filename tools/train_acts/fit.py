"""Fits boosted trees, the same ones for the same rows, and takes them out of their library as plain numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import lightgbm
import numpy as np

from tidings.mentions.learned.trees import score
from tidings.mentions.learned.weights import Trees

SEED = 1848
ROUNDS = 150
SETTINGS: dict[str, Any] = {
    "objective": "binary", "learning_rate": 0.06, "num_leaves": 8, "max_depth": 4, "min_data_in_leaf": 30,
    "lambda_l2": 5.0, "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1, "seed": SEED,
    "num_threads": 1, "deterministic": True, "force_row_wise": True, "verbose": -1,
}  # fmt: skip
Rows = Sequence[Sequence[float]]
Node = tuple[int, float, int, int]


def fit_trees(rows: Rows, told: Sequence[bool]) -> Trees:
    """Trees that tell the rows that are told from the others."""
    numbers = np.array(rows, dtype=np.float64)
    booster = lightgbm.train(SETTINGS, lightgbm.Dataset(numbers, np.array(told, dtype=np.float64)), ROUNDS)
    flat = [_flatten(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
    trees = Trees(
        split=tuple(tuple(node[0] for node in nodes) for nodes, _ in flat),
        threshold=tuple(tuple(node[1] for node in nodes) for nodes, _ in flat),
        left=tuple(tuple(node[2] for node in nodes) for nodes, _ in flat),
        right=tuple(tuple(node[3] for node in nodes) for nodes, _ in flat),
        leaf=tuple(tuple(leaves) for _, leaves in flat),
    )
    own = [score(trees, row) for row in rows]
    if not np.allclose(own, booster.predict(numbers), atol=1e-6):
        raise ValueError("the trees taken out of lightgbm do not score as they did inside it")
    return trees


def _flatten(tree: dict[str, Any]) -> tuple[list[Node], list[float]]:
    """Inner nodes and leaves of a tree, the root first; a leaf is named by -1 less its index."""
    nodes: list[Node] = []
    leaves: list[float] = []

    def walk(part: dict[str, Any]) -> int:
        if "split_feature" not in part:
            leaves.append(part["leaf_value"])
            return -len(leaves)
        at = len(nodes)
        nodes.append((0, 0.0, 0, 0))
        left, right = walk(part["left_child"]), walk(part["right_child"])
        nodes[at] = (part["split_feature"], part["threshold"], left, right)
        return at

    if walk(tree) < 0:  # a single leaf: both ways lead to it
        nodes.append((0, 0.0, -1, -1))
    return nodes, leaves
