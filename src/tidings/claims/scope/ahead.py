"""What is set for a day, or waited for: "a strike for Monday", "when the town is taken, they will march"."""

from __future__ import annotations

from tidings.claims.scope.state import Scope
from tidings.lexicons.scope import scope_words
from tidings.records import Word
from tidings.syntax import is_verb

OPENERS = frozenset({"when", "once", "before", "after", "as", "assuming", "supposing", "providing"})
SETTING = frozenset(
    {
        "announce",
        "call",
        "declare",
        "schedule",
        "set",
        "fix",
        "plan",
        "order",
        "slate",
        "pencil",
        "time",
        "book",
        "propose",
    }
)
INSIDE = frozenset({"nummod", "compound", "amod", "nmod", "det"})
PRESENT = ("VBZ", "VBP")
# What a clause hangs on and belongs to: "key to holding it after they leave will be", "ready to talk once they leave".
CARRYING = ("pcomp", "xcomp", "prep", "acl", "advcl", "acomp", "nsubj", "csubj")


def take_wait(i: int, scope: Scope) -> None:
    """ "When the town is taken, they will march": a clause in the present tense beside one that looks ahead."""
    word, above = scope.word(i), scope.word(scope.word(i).head)
    if word.dependency != "advcl" or not is_verb(word) or not is_verb(above):
        return
    below = scope.below(i)
    if any(c.lemma in ("case", "event") for w in below if w.dependency == "prep" for c in scope.below(w.index)):
        scope.take("conditional", "in case")
        return
    if not any(w.lower in OPENERS and w.dependency in ("mark", "advmod") for w in below):
        return
    if is_present(i, scope) and _looks_ahead(above, scope):
        scope.take("conditional", "when")


def is_present(i: int, scope: Scope) -> bool:
    """Whether a verb, or the first word that helps it, stands in the present tense."""
    helped = [w for w in scope.below(i) if w.dependency in ("aux", "auxpass")]
    return any(w.tag in PRESENT for w in helped) or (scope.word(i).tag in PRESENT and not helped)


def _looks_ahead(word: Word, scope: Scope) -> bool:
    """Whether a verb, or one above it, has a modal: "key to holding the town after they leave will be the road"."""
    while not any(w.tag == "MD" for w in scope.below(word.index)):
        if word.head == word.index or word.dependency not in CARRYING:
            return False
        word = scope.word(word.head)
    return True


def take_day_ahead(head: int, scope: Scope) -> None:
    """ "A strike for Monday", "called a march for 3 May": a day that the act is set for."""
    word = scope.word(head)
    verb = scope.word(word.head)
    hosts = [head] + ([verb.index] if verb.lemma in SETTING and word.dependency in ("dobj", "nsubjpass") else [])
    for host in hosts:
        for preposition in scope.below(host):
            if preposition.lower == "for" and preposition.dependency == "prep" and _names_a_day(preposition, scope):
                scope.take("planned", "for")
                return


def _names_a_day(preposition: Word, scope: Scope) -> bool:
    return any(
        w.lower in scope_words("days")
        or any(d.lower in scope_words("days") and d.dependency in INSIDE for d in scope.below(w.index))
        for w in scope.below(preposition.index)
        if w.dependency == "pobj" and w.lemma != "time"  # "for the third time Sunday"
    )
