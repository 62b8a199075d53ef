"""The trees of the model, as tools/train_acts writes them: numbers and names in weights.json, nothing that can run."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from tidings.errors import MissingResource

NAME = "weights.json"


class Trees(msgspec.Struct, frozen=True):
    """Boosted trees, a row each. An inner node asks whether a feature is at most a threshold; `left` and `right` are
    inner nodes, or leaves as -1 less their index. A leaf holds what the tree adds."""

    split: tuple[tuple[int, ...], ...]
    threshold: tuple[tuple[float, ...], ...]
    left: tuple[tuple[int, ...], ...]
    right: tuple[tuple[int, ...], ...]
    leaf: tuple[tuple[float, ...], ...]

    @property
    def sha256(self) -> str:
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()


class Weights(msgspec.Struct, frozen=True):
    """All that is needed to decide, and what it was made from.

    `features` are the names that the trees go by; an act is told where its score reaches the `bar`.
    """

    sha256: str
    bar: float
    features: tuple[str, ...]
    seed: int
    data: dict[str, Any]
    tools: dict[str, str]
    scores: dict[str, dict[str, float]]
    trees: Trees

    @property
    def name(self) -> str:
        return f"acts-{self.sha256[:8]}"


@cache
def load_weights() -> Weights:
    """The weights that come with tidings; MissingResource where the trees are not those that their hash tells of."""
    raw = files("tidings.mentions.learned").joinpath(NAME).read_bytes()
    return read_weights(raw)


def read_weights(raw: bytes) -> Weights:
    """Weights from the text of a file."""
    weights = msgspec.json.decode(raw, type=Weights)
    if weights.trees.sha256 != weights.sha256:
        raise MissingResource(
            f"the trees in {NAME} do not have the hash that it tells of; install tidings again, or run: make model"
        )
    return weights
