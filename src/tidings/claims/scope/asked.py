"""Questions inside a sentence: "it is not known who fired", "would not say how many houses had burned".

What is asked after is taken as given: the shots were fired, the houses burned. Only who did it stays open.
"""

from __future__ import annotations

from tidings.claims.scope.state import Scope
from tidings.lexicons.scope import scope_words
from tidings.records import Word

ROLES = frozenset({"ccomp", "csubj", "csubjpass", "pcomp", "xcomp"})
ASKING = frozenset({"who", "whose", "how", "why", "where", "when", "which", "what"})
WHO = frozenset({"who", "whose"})
OPEN = frozenset({"dispute", "debate", "question", "contest", "wonder"})


def take_question(i: int, scope: Scope) -> None:
    """Lets an act stand whose circumstances are asked after; it is doubted where its doer is."""
    word = scope.word(i)
    if word.dependency not in ROLES or any(w.dependency == "attr" for w in scope.below(word.head)):
        return  # "it was not us who fired"
    asked = _asked_after(i, scope)
    if asked is None:
        return
    if asked.lower in WHO and _is_left_open(word.head, scope):
        scope.take("doubted", asked.lower)
    scope.stands = True


def _asked_after(i: int, scope: Scope) -> Word | None:
    """The word that asks, before the verb: itself under it, or the first word of what is ("how many houses")."""
    for word in scope.below(i):
        if word.index > i:
            break
        for asked in (
            word,
            *scope.below(word.index),
            *(v for w in scope.below(word.index) for v in scope.below(w.index)),
        ):
            if asked.lower in ASKING and asked.tag.startswith("W") and asked.index < i:
                return asked
    return None


def _is_left_open(verb: int, scope: Scope) -> bool:
    """ "Is not known", "would not say", "is unclear", "is disputed"."""
    governor = scope.word(verb)
    below = scope.below(verb)
    if governor.lemma in OPEN or any(w.dependency == "neg" for w in below):
        return True
    said = [w.lemma for w in below if w.dependency in ("acomp", "oprd")]
    return any(scope_words("adjectives").get(lemma) == "doubted" for lemma in said)
