"""Roles of a claim that its evidence does not name: filled from elsewhere in the report, or from who fights whom.

Whoever tells or exports a claim tells them as guesses: no word is put into anybody's mouth.
"""

from __future__ import annotations

from collections.abc import Collection

# the rules of `made_by` that fill each role
GUESSES = {
    "actor": frozenset({"inherit.actor", "inherit.actor_beside", "sides.actor"}),
    "target": frozenset({"sides.target"}),
}


def find_guessed(made_by: Collection[str]) -> tuple[str, ...]:
    """The roles that these rules filled: `actor`, `target`."""
    return tuple(role for role, rules in GUESSES.items() if not rules.isdisjoint(made_by))
