"""What is said to be beyond doubt, or not to be: "it is certain that", "there is no doubt that", "is not sure that"."""

from __future__ import annotations

from tidings.claims.scope.conditions import has_to
from tidings.claims.scope.state import Scope
from tidings.lexicons.scope import scope_words


def take_settled(adjective: int, scope: Scope) -> bool:
    """Takes what "certain", "clear" or "not sure" says of the clause under it; whether it said anything."""
    word = scope.word(adjective)
    if word.lemma not in scope_words("settled"):
        return False
    beside = [*scope.below(adjective), *scope.below(word.head)]
    if any(w.dependency == "neg" for w in beside):
        if word.lemma == "true":
            return False  # "it is not true that": a denial like any other
        scope.take("doubted", f"not {word.lemma}")
    scope.stands = True
    return True


def take_wrong_to_say(saying: int, scope: Scope) -> None:
    """ "It is wrong to say that they fled", "calls it slander to claim that": the word of speech is called untrue."""
    preposition = scope.word(scope.word(saying).head)
    if scope.word(preposition.head).lower in ("contrary", "nothing") and preposition.lower in ("to", "in"):
        scope.take("untrue", f"{scope.word(preposition.head).lower} {preposition.lower}")  # "contrary to reports that"
        return
    if not has_to(saying, scope):
        return
    above = scope.word(scope.word(saying).head)
    called = [above, *(w for w in scope.below(above.index) if w.dependency in ("acomp", "attr", "oprd", "ccomp"))]
    for word in called:
        if any(scope_words(part).get(word.lemma) == "untrue" for part in ("adjectives", "nouns", "faulty")):
            scope.take("untrue", word.lemma)
            return
