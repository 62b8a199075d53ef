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
    asked = find_asked(i, scope)
    if asked is None:
        return
    if asked.lower in WHO and _is_left_open(scope.word(i).head, scope):
        scope.take("doubted", asked.lower)
    scope.stands = True


def find_asked(i: int, scope: Scope) -> Word | None:
    """The word that asks, where verb i is what is asked: under it ("who fired"), or deeper ("how many houses")."""
    word = scope.word(i)
    if word.dependency not in ROLES or any(w.dependency == "attr" for w in scope.below(word.head)):
        return None  # "it was not us who fired"
    before = [w for w in scope.below(i) if w.index < i]
    deeper = [v for w in before for v in scope.below(w.index)]
    deepest = [v for w in deeper for v in scope.below(w.index)]
    asking = (w for w in (*before, *deeper, *deepest) if w.lower in ASKING and w.tag.startswith("W") and w.index < i)
    return next(asking, None)


def _is_left_open(verb: int, scope: Scope) -> bool:
    """ "Is not known", "would not say", "is unclear", "is disputed"."""
    governor = scope.word(verb)
    below = scope.below(verb)
    if governor.lemma in OPEN or any(w.dependency == "neg" for w in below):
        return True
    said = [w.lemma for w in below if w.dependency in ("acomp", "oprd")]
    return any(scope_words("adjectives").get(lemma) == "doubted" for lemma in said)
