"""Clefts: "it was not our drone that hit the bus", "denied that it was its planes that bombed the camp"."""

from __future__ import annotations

from tidings.claims.scope.predicate import take_negation
from tidings.claims.scope.state import Scope

FARTHEST = 3  # nouns up: "one of our drones that"


def take_cleft(i: int, scope: Scope) -> None:
    """Takes the "not" of the verb to be under which a clause stands that tells who did it."""
    verb = find_cleft(i, scope)
    if verb is not None:
        take_negation(verb, scope)


def find_cleft(i: int, scope: Scope) -> int | None:
    """The verb to be of a cleft, from the verb of the clause that hangs on what it names."""
    if scope.word(i).dependency != "relcl":
        return None
    noun = scope.word(scope.word(i).head)
    for _ in range(FARTHEST):
        if noun.dependency in ("attr", "acomp"):
            break
        noun = scope.word(noun.head)
    verb = scope.word(noun.head)
    if noun.dependency not in ("attr", "acomp") or verb.lemma != "be":
        return None
    is_it = any(w.lower == "it" and w.dependency == "nsubj" for w in scope.below(verb.index))
    return verb.index if is_it else None
