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
    helped = [w for w in below if w.dependency in ("aux", "auxpass")]
    present = any(w.tag in PRESENT for w in helped) or (word.tag in PRESENT and not helped)
    if present and any(w.tag == "MD" for w in scope.below(above.index)):
        scope.take("conditional", "when")


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
