"""What the verb above does to an act: "plans to", "failed to", "fears that", "was foiled"."""

from __future__ import annotations

from tidings.claims.scope.articles import is_indefinite
from tidings.claims.scope.coming import is_lifted
from tidings.claims.scope.effects import LETTING, PLAIN_SPEECH, effect_through
from tidings.claims.scope.infinitives import effect_of_form, take_settled_infinitive
from tidings.claims.scope.predicate import (
    is_left_open,
    take_adjective,
    take_mood,
    take_negation,
    take_predicate,
    undoes,
)
from tidings.claims.scope.settled import take_settled
from tidings.claims.scope.standing import take_standing
from tidings.claims.scope.state import Scope
from tidings.claims.scope.through import effect_through_preposition
from tidings.lexicons.scope import scope_words
from tidings.syntax import is_noun

COMPLEMENTS = frozenset({"xcomp", "ccomp", "dobj", "prep", "pcomp", "pobj", "acomp", "attr"})
PREVENTING = frozenset({"prevent", "avoid", "avert", "stop", "deter", "preclude", "deny", "forestall"})
ATTEMPTS = frozenset({"try", "attempt", "seek"})
COMES_ABOUT = frozenset({"happen", "occur", "be"})  # "it could happen that a city falls"


def take_verb(i: int, infinitive: bool, scope: Scope) -> None:
    """Takes the effect of the verb that word i hangs on."""
    word = scope.word(i)
    above, governor = word.head, scope.word(word.head)
    if word.dependency in ("nsubj", "nsubjpass", "csubj"):
        take_predicate(i, scope)
        return
    if word.dependency == "attr":
        take_standing(i, scope)
    if _is_told_by_verb(i, scope):
        return
    effect = effect_through(i, infinitive, scope)
    if infinitive and take_settled_infinitive(i, scope):
        return
    effect = effect_of_form(i, infinitive, scope) or effect
    _take_effect(i, effect, infinitive, scope)
    reported = word.dependency == "ccomp" and governor.lemma in PLAIN_SPEECH
    if above not in scope.cues and word.dependency in COMPLEMENTS and not reported and _reaches(i, scope):
        take_negation(above, scope, i)
    if (word.dependency != "ccomp" or governor.lemma in COMES_ABOUT | LETTING) and _reaches(i, scope):
        take_mood(above, scope, i)
    elif any(w.lower == "whether" for w in scope.below(above)):
        scope.take("doubted", "whether")
    if word.dependency in ("ccomp", "csubj") and governor.lemma == "be":
        take_adjective(above, scope)
    if infinitive and governor.lemma in ATTEMPTS and (_failed_beside(above, scope) or _failed_beside(i, scope)):
        scope.take("denied", "fail")
        scope.failed = scope.negations % 2 == 1


def _failed_beside(i: int, scope: Scope) -> bool:
    """ "Tried to take the town and failed"; "and failed to hold it" is another matter."""
    return any(
        w.dependency == "conj" and w.lemma == "fail" and not any(c.dependency == "xcomp" for c in scope.below(w.index))
        for w in scope.below(i)
    )


def _is_told_by_verb(i: int, scope: Scope) -> bool:
    """Whether the verb above says all of the act: "lifted the ban", "called off the march", "is certain that"."""
    word = scope.word(i)
    above, governor = word.head, scope.word(word.head)
    if word.dependency == "dobj" and is_lifted(above, scope):
        scope.take("denied", governor.lemma)
        take_mood(above, scope)
        return True
    if word.dependency == "dobj" and undoes(above, scope):
        scope.take("denied", governor.lemma)
        take_negation(above, scope, i)
        scope.failed = scope.negations % 2 == 1  # "called off the march"
        return True
    if word.dependency in ("dobj", "ccomp") and above not in scope.cues and is_left_open(above, scope):
        return True
    return word.dependency in ("ccomp", "csubj") and governor.lemma == "be" and _is_settled(above, scope)


def _is_settled(above: int, scope: Scope) -> bool:
    return any(w.dependency == "acomp" and take_settled(w.index, scope) for w in scope.below(above))


def _take_effect(i: int, effect: str | None, infinitive: bool, scope: Scope) -> None:
    word = scope.word(i)
    governor = scope.word(word.head)
    if effect and governor.lemma == "rule":
        scope.take("planned", "rule out")  # "ruled out talks": none to come
    if effect == "denied" and governor.lemma in PREVENTING and governor.tag in ("VB", "VBG"):
        scope.take("denied", f"to {governor.lemma}")  # a purpose: nothing was prevented yet
    elif effect and effect != "kept":
        scope.take(effect, governor.lemma)
        if governor.lemma in ("refuse", "decline") and governor.tag in ("VBZ", "VBP"):
            scope.take("planned", f"not {governor.lemma}")  # "refuse to leave": will not
        if infinitive and word.dependency == "advcl" and effect == "planned":
            take_negation(word.head, scope, i)  # "were not sent to fight"
    elif infinitive and word.dependency == "xcomp" and governor.lemma == "be":
        # "Were they to attack, the garrison would fight"
        scope.take("conditional" if governor.text == "Were" else "planned", "be to")
    elif infinitive and word.dependency == "advcl" and governor.lemma == "be":
        scope.take("planned", "to")  # "are on standby to leave"
    elif infinitive and word.dependency in ("advcl", "xcomp") and governor.lemma not in scope_words("verbs"):
        scope.take("planned", "to")  # what is done in order to


def _reaches(i: int, scope: Scope) -> bool:
    """Whether "not" and "may" above reach the act: "did not launch an attack", not "did not mourn the dead"."""
    word = scope.word(i)
    if word.dependency == "prep" and effect_through_preposition(i, scope) is None:
        return scope.word(word.head).lemma in scope_words("occurring")  # not "will not resign over an attack"
    if not is_noun(word) or word.dependency not in ("dobj", "nsubj", "nsubjpass", "attr"):
        return True
    return scope.word(word.head).lemma in scope_words("occurring") or is_indefinite(i, scope)
