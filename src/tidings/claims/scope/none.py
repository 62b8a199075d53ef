"""Words for nobody and never: "no one", "none of the", "not a single shell", "at no time"."""

from __future__ import annotations

from tidings.claims.scope.state import Scope
from tidings.lexicons.scope import scope_words
from tidings.records import Word
from tidings.syntax import is_noun

ASIDE = frozenset({("far", "from"), ("instead", "of"), ("short", "of")})
MISSING = frozenset({"hit", "hurt", "harm", "strike"})
SUBJECTS = ("nsubj", "nsubjpass")
SHARES = frozenset({"role", "hand", "share", "involvement"})  # "had no hand in the raid"


def take_none(word: Word, act: str, head: int, scope: Scope) -> None:
    """ "No one was hurt", "no civilians were detained", "none was killed", "no attack", "reached no agreement"."""
    is_harm = act.startswith("harm.")
    if word.dependency == "dobj" and not is_harm and scope.word(head).lemma in MISSING:
        return  # "a shell hit nobody": it was fired
    if is_harm and is_noun(scope.word(head)) and is_counted(head, scope):
        return  # "no casualties" is a figure of zero
    below = scope.below(word.index)
    if word.lower in scope_words("determiners") or (word.lower == "one" and any(w.lower == "no" for w in below)):
        scope.take("denied", word.lower)
    elif (word.dependency in SUBJECTS or (word.dependency == "dobj" and not is_harm)) and _has_no(word.index, scope):
        scope.take("denied", f"no {word.lower}")


def _has_no(i: int, scope: Scope) -> bool:
    """ "no civilians", "neither side", "not one soldier", "not a single shell"."""
    below = scope.below(i)
    if any(w.lower in ("no", "neither") and w.dependency in ("det", "preconj", "cc", "intj") for w in below):
        return True
    ones = [w for w in (scope.word(i), *below) if w.lower in ("one", "a", "single")]
    return any(w.lower == "not" for w in [*below, *(v for one in ones for v in scope.below(one.index))]) and bool(ones)


def take_none_of(i: int, scope: Scope, but: int = -1) -> None:
    """Takes the subject of verb i, other than word `but`, if it is nobody: "no one", "none", "not one soldier"."""
    for word in scope.below(i):
        if word.dependency in SUBJECTS and word.index != but:
            below = scope.below(word.index)
            if word.lower in scope_words("determiners") or (
                word.lower == "one" and any(w.lower == "no" for w in below)
            ):
                scope.take("denied", word.lower)
                return
            if _has_no(word.index, scope):
                scope.take("denied", f"no {word.lower}")
                return


def says_nothing(word: Word, act: str, scope: Scope) -> bool:
    """ "Asked for nothing", "talked to no one": nobody and nothing behind the preposition of speech and talks."""
    if word.dependency != "prep" or not act.startswith(("say.", "talk.")):
        return False
    below = [w for w in scope.below(word.index) if w.dependency == "pobj"]
    return any(
        w.lower in ("nothing", "none", "nobody") or (w.lower == "one" and _has_no(w.index, scope)) for w in below
    )


def is_counted(i: int, scope: Scope) -> bool:
    """Whether a noun of harm is counted, so that its "no" is a figure of zero: casualties, not a massacre."""
    return scope.word(i).lemma in scope_words("counted")


def is_never(word: Word, scope: Scope) -> bool:
    """ "At no time", "under no circumstances", "no longer"."""
    if word.lower == "longer":
        return any(w.lower == "no" for w in scope.below(word.index))
    return word.dependency == "prep" and any(
        w.lemma in scope_words("never") and any(d.lower == "no" for d in scope.below(w.index))
        for w in scope.below(word.index)
    )


def how_set_aside(head: int, scope: Scope) -> str | None:
    """The words that set an act aside: "nothing to do with the raid", "no part in it", "instead of attacking"."""
    above = scope.word(scope.word(head).head)
    governor = scope.word(above.head)
    if (governor.lower, above.lower) in ASIDE:
        return f"{governor.lower} {above.lower}"
    beside = {w.lower for w in [*scope.below(above.index), *scope.below(head)]}
    if (above.lower == "of" and "instead" in beside) or {"rather", "than"} <= beside:
        return "instead"  # "instead of attacking", "rather than surrender"
    if above.lower == "with" and governor.lemma == "do" and scope.word(governor.head).lower == "nothing":
        return "nothing to do with"
    if above.lower == "in" and governor.lemma in SHARES and any(w.lower == "no" for w in scope.below(governor.index)):
        return f"no {governor.lemma} in"
    return None
