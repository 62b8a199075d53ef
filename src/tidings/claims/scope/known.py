"""Acts that a sentence only names as known: "after the meeting", "lift the siege", "treat the wounded"."""

from __future__ import annotations

from tidings.claims.scope.articles import is_indefinite
from tidings.claims.scope.state import Scope
from tidings.claims.scope.through import effect_through_preposition
from tidings.lexicons.scope import scope_words
from tidings.syntax import is_noun, is_verb

CIRCUMSTANCES = frozenset({"after", "following", "since", "during", "amid", "despite", "before", "throughout", "under"})


def has_befallen(i: int, scope: Scope) -> bool:
    """Whether an act only tells which persons are meant: "will treat the wounded", "freed the abducted girls"."""
    word = scope.word(i)
    if word.lemma in scope_words("befallen") or word.lower in scope_words("befallen"):
        return word.dependency in ("dobj", "pobj")
    return word.dependency == "amod" and word.tag in ("VBN", "VBG") and is_noun(scope.word(word.head))


def is_known(i: int, scope: Scope) -> bool:
    """Whether an act's noun names something that the verb above takes as given: "before the raid", "lift the siege"."""
    word = scope.word(i)
    if not is_noun(word) or word.dependency not in ("dobj", "pobj"):
        return False
    above = scope.word(word.head)
    governor = scope.word(above.head) if word.dependency == "pobj" else above
    if not is_verb(governor) or is_indefinite(i, scope):
        return False
    if word.dependency == "pobj" and effect_through_preposition(above.index, scope):
        return False
    return governor.lemma not in scope_words("occurring") and governor.lemma not in scope_words("objects")


def is_circumstance(i: int, above: int, scope: Scope) -> bool:
    """ "After the meeting", "despite having fled"; "is not under siege" says it of the town."""
    verb = scope.word(scope.word(above).head)
    if scope.word(above).lower == "under" and verb.lemma in ("be", "remain", "come", "stay"):
        return False
    return scope.word(i).dependency in ("pobj", "pcomp") and scope.word(above).lower in CIRCUMSTANCES
