"""What the verb above does to an act: "plans to", "failed to", "fears that", "was foiled"."""

from __future__ import annotations

from tidings.claims.scope.predicate import (
    is_indefinite,
    is_left_open,
    take_adjective,
    take_mood,
    take_negation,
    take_predicate,
    undoes,
)
from tidings.claims.scope.state import Scope
from tidings.lexicons.scope import governing_prepositions, scope_words
from tidings.syntax import is_noun

PLAIN_SPEECH = frozenset({"say", "tell", "confirm", "report", "claim"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "dobj", "prep", "pcomp", "pobj", "acomp", "attr"})
FINITE = frozenset({"VBP", "VBZ", "VBD"})
# "Discussed the siege", "ordered the burning of the mill": what is named as known, was.
TALKING = frozenset({"discuss", "debate", "consider", "order", "authorize", "authorise", "direct"})
LETTING = frozenset({"allow", "let", "permit", "enable"})
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
    if word.dependency == "dobj" and undoes(above, scope):
        scope.take("denied", governor.lemma)
        take_negation(above, scope, i)
        scope.failed = scope.negations % 2 == 1  # "called off the march"
        return
    if word.dependency in ("dobj", "ccomp") and above not in scope.cues and is_left_open(above, scope):
        return
    effect = _effect_through(i, infinitive, scope)
    if governor.lemma in ("have", "be") and infinitive and any(w.lower == "yet" for w in scope.below(above)):
        scope.take("denied", "yet to")
        return
    effect = _effect_of_form(i, infinitive, scope) or effect
    _take_effect(i, effect, infinitive, scope)
    reported = word.dependency == "ccomp" and governor.lemma in PLAIN_SPEECH
    if above not in scope.cues and word.dependency in COMPLEMENTS and not reported and _reaches(i, scope):
        take_negation(above, scope, i)
    if (word.dependency != "ccomp" or governor.lemma in COMES_ABOUT | LETTING) and _reaches(i, scope):
        take_mood(above, scope, i)
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


def _effect_of_form(i: int, infinitive: bool, scope: Scope) -> str | None:
    """Verbs that look ahead in one form only: "is going to", "expects to take", "announced he was withdrawing"."""
    word = scope.word(i)
    governor = scope.word(word.head)
    if governor.lemma == "go" and governor.tag == "VBG" and infinitive:
        return "planned"
    if governor.lemma == "expect" and infinitive and governor.tag in FINITE and word.dependency == "xcomp":
        return "planned"  # but "the town is expected to fall"
    if governor.lemma == "keep" and word.dependency == "prep" and word.lower == "from":
        return "denied"  # "kept the rebels from taking it"
    if governor.lemma == "announce" and word.tag == "VBG" and any(w.tag == "VBD" for w in scope.below(i)):
        return "planned"
    return None


def _take_effect(i: int, effect: str | None, infinitive: bool, scope: Scope) -> None:
    word = scope.word(i)
    governor = scope.word(word.head)
    if effect and governor.lemma == "rule":
        scope.take("planned", "rule out")  # "ruled out talks": none to come
    if effect == "denied" and governor.lemma in PREVENTING and governor.tag in ("VB", "VBG"):
        scope.take("denied", f"to {governor.lemma}")  # a purpose: nothing was prevented yet
    elif effect and effect != "kept":
        scope.take(effect, governor.lemma)
    elif infinitive and word.dependency == "xcomp" and governor.lemma == "be":
        # "Were they to attack, the garrison would fight"
        scope.take("conditional" if governor.text == "Were" else "planned", "be to")
    elif infinitive and word.dependency in ("advcl", "xcomp") and governor.lemma not in scope_words("verbs"):
        scope.take("planned", "to")  # what is done in order to


def _effect_through(i: int, infinitive: bool, scope: Scope) -> str | None:
    """What the verb above does to the act, given how the act hangs on it; None when it lets it be."""
    word = scope.word(i)
    above, governor = word.head, scope.word(word.head)
    effect = scope_words("verbs").get(governor.lemma)
    if _means_another(i, scope):
        return None
    if word.dependency == "prep" and (word.lower, governor.lemma) not in governing_prepositions():
        return None
    if effect in ("planned", "possible") and not _looks_ahead(i, infinitive, effect, scope):
        return None
    if effect in ("hedged", "kept") and not _keeps_distance(i, infinitive, scope):
        return None
    if above in scope.cues and effect in ("untrue", "doubted", "denied", "hedged"):
        return None  # the attribution says what its speaker does with it
    return effect


def _means_another(i: int, scope: Scope) -> bool:
    """ "Called a strike" asks for nothing, "ruled that" without its "out" shuts nothing out."""
    word = scope.word(i)
    governor = scope.word(word.head)
    if governor.lemma == "call":
        return word.dependency == "oprd"
    return governor.lemma == "rule" and not any(w.lower == "out" for w in scope.below(word.head))


def _keeps_distance(i: int, infinitive: bool, scope: Scope) -> bool:
    """ "is said to have fled", "suspected of shelling"; plain "said they fled" leaves it to the speaker."""
    word = scope.word(i)
    plain = word.dependency == "ccomp" and scope.word(word.head).lemma in PLAIN_SPEECH
    return not plain and (infinitive or word.dependency in ("ccomp", "prep"))


def _looks_ahead(i: int, infinitive: bool, effect: str, scope: Scope) -> bool:
    """Whether the act is what the verb above looks forward to: "told them to leave", not "told them he had left"."""
    word = scope.word(i)
    governor = scope.word(word.head)
    if word.dependency == "dobj":
        talked_of = governor.lemma in TALKING and not is_indefinite(i, scope)  # "discussed the siege"
        return governor.lemma in scope_words("objects") and not talked_of
    if governor.lemma in ("have", "need"):  # "had to leave"; "had hit" is a tense
        return infinitive
    if infinitive or word.dependency not in ("ccomp", "conj"):
        return True
    return effect == "possible" or _is_bare(i, scope)


def _is_bare(i: int, scope: Scope) -> bool:
    """ "Ordered that the town be held"; "did not fall", "will not fall" is no order."""
    return scope.word(i).tag == "VB" and not any(w.dependency == "aux" for w in scope.below(i))


def _reaches(i: int, scope: Scope) -> bool:
    """Whether "not" and "may" above reach the act: "did not launch an attack", not "did not mourn the dead"."""
    word = scope.word(i)
    if not is_noun(word) or word.dependency not in ("dobj", "nsubj", "nsubjpass", "attr"):
        return True
    return scope.word(word.head).lemma in scope_words("occurring") or is_indefinite(i, scope)
