"""Infinitives that a verb settles by its form: "had to flee", "has yet to leave", "was too weak to march"."""

from __future__ import annotations

from tidings.claims.scope.state import Scope

FINITE = frozenset({"VBP", "VBZ", "VBD"})


def take_settled_infinitive(i: int, scope: Scope) -> bool:
    """Takes what the verb above infinitive i settles; whether it settled anything."""
    word = scope.word(i)
    above, governor = word.head, scope.word(word.head)
    if governor.lemma == "have" and word.dependency == "xcomp" and _was_forced(above, scope):
        return True
    by = None
    if _is_too(above, scope):
        by = "too"
    elif governor.lemma == "remain" and word.tag == "VBN":
        by = "remain to be"
    elif governor.lemma in ("have", "be") and any(w.lower == "yet" for w in scope.below(above)):
        by = "yet to"
    if by:
        scope.take("denied", by)
    return by is not None


def _is_too(above: int, scope: Scope) -> bool:
    """ "Was too weak to march": the infinitive hangs on the adjective, or on its verb."""
    adjectives = [w for w in scope.below(above) if w.dependency == "acomp"]
    return any(d.lower == "too" for a in adjectives for d in scope.below(a.index))


def _was_forced(above: int, scope: Scope) -> bool:
    """ "Had to flee": they did; but "said that they had to leave", "did not have to leave", "had yet to leave"."""
    word = scope.word(above)
    if word.tag != "VBD" or word.dependency == "ccomp":
        return False
    return not any(w.dependency in ("aux", "neg") or w.lower == "yet" for w in scope.below(above))


def effect_of_form(i: int, infinitive: bool, scope: Scope) -> str | None:
    """Verbs that look ahead in one form only: "is going to", "expects to take", "announced he was withdrawing"."""
    word = scope.word(i)
    governor = scope.word(word.head)
    if governor.lemma == "go" and governor.tag == "VBG" and infinitive:
        return "planned"
    if governor.lemma == "expect" and infinitive and governor.tag in FINITE and word.dependency == "xcomp":
        return "planned"  # but "the town is expected to fall"
    if governor.lemma == "announce" and word.tag == "VBG" and any(w.tag == "VBD" for w in scope.below(i)):
        return "planned"
    return None
