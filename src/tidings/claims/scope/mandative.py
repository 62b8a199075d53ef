"""Clauses that name what is to be done: "demanded that the gates be opened", "wants the pass shut"."""

from __future__ import annotations

from tidings.claims.scope.conditions import has_to
from tidings.claims.scope.state import Scope
from tidings.lexicons.scope import scope_words
from tidings.syntax import is_verb

WISHING = frozenset({"hope", "wish", "pray", "dream"})
WANTING = frozenset({"want", "order", "like", "demand", "request"})
CLAUSES = ("ccomp", "acl", "relcl", "xcomp", "advcl")
PRESENT = ("VB", "VBP", "VBZ")


def take_mandative(i: int, scope: Scope) -> None:
    """Takes the mood of the clause whose verb is i under the word above it."""
    word, above = scope.word(i), scope.word(scope.word(i).head)
    if not is_verb(word) or word.dependency not in CLAUSES or has_to(i, scope):
        return
    below = scope.below(i)
    helped = [w for w in below if w.dependency in ("aux", "auxpass")]
    if any(w.tag == "MD" for w in helped):
        return
    is_clause = any(w.dependency in ("nsubj", "nsubjpass") for w in below)
    bare = any(w.lower == "be" for w in helped) or (word.tag == "VB" and not helped)
    present = (word.tag in PRESENT and not helped) or bare or any(w.tag in PRESENT for w in helped)
    if above.lemma in WISHING and above.tag != "NN" and word.dependency == "ccomp":
        scope.take("possible", above.lemma)
    elif above.lemma in scope_words("mandative") and is_clause and (bare or (present and above.tag in ("VBD", "VBN"))):
        scope.take("planned", above.lemma)
    elif above.lemma == "be" and word.dependency == "ccomp" and present and _is_plan(above.index, scope):
        scope.take("planned", "be that")
    elif above.lemma in WANTING and word.tag == "VBN" and not helped and word.dependency in ("ccomp", "xcomp"):
        scope.take("planned", above.lemma)


def _is_plan(verb: int, scope: Scope) -> bool:
    """ "The plan is that the bridge is taken first"."""
    subjects = [w.lemma for w in scope.below(verb) if w.dependency == "nsubj"]
    return any(scope_words("nouns").get(w) == "planned" or w in ("idea", "scheme") for w in subjects)
