"""Scope: what a sentence does with an act that it tells. `judge` is the one door."""

from tidings.claims.scope.judge import FAILED, NOTHING, Judgement, judge
from tidings.claims.scope.presupposed import is_presupposed

__all__ = ["FAILED", "NOTHING", "Judgement", "is_presupposed", "judge"]
