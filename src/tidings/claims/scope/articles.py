"""Whether an act's noun is told for the first time, or names what is known."""

from __future__ import annotations

from tidings.claims.scope.state import Scope

DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "these", "those"})


def is_indefinite(i: int, scope: Scope) -> bool:
    """Whether a noun is told for the first time: neither "the" nor anybody's."""
    below = scope.below(i)
    if any(w.lower == "eventual" for w in below):  # "the eventual evacuation": whenever it comes
        return True
    return not any(w.dependency == "poss" or w.lower in DEFINITE for w in below)
