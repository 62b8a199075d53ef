"""What effect the verb above has on an act, and whether it reaches it: "told them to go", not "told them he left"."""

from __future__ import annotations

from tidings.claims.scope.articles import is_indefinite
from tidings.claims.scope.state import Scope
from tidings.claims.scope.through import effect_through_preposition
from tidings.lexicons.scope import scope_words

PLAIN_SPEECH = frozenset({"say", "tell", "confirm", "report", "claim"})
LETTING = frozenset({"allow", "let", "permit", "enable"})
# "Discussed the siege", "ordered the burning of the mill": what is named as known, was.
TALKING = frozenset(
    {
        "discuss",
        "debate",
        "consider",
        "order",
        "authorize",
        "authorise",
        "direct",
        "back",
        "sanction",
        "approve",
        "weigh",
        "negotiate",
        "favour",
        "favor",
    }
)
GRANTING = LETTING | {"authorize", "authorise", "free", "clear"}  # "the decree allows them to shut it"
HOLDING = frozenset(
    {"include", "comprise", "entail", "involve", "contain", "stipulate", "specify", "cover", "mean", "feature"}
)


def effect_through(i: int, infinitive: bool, scope: Scope) -> str | None:
    """What the verb above does to the act, given how the act hangs on it; None when it lets it be."""
    word = scope.word(i)
    above, governor = word.head, scope.word(word.head)
    if word.dependency == "dobj" and governor.lemma in HOLDING and _is_held_by_plan(above, scope):
        return "planned"
    is_through = word.dependency == "prep"
    effect = effect_through_preposition(i, scope) if is_through else _effect_of_verb(above, scope)
    if governor.lemma in GRANTING and infinitive and effect == "kept" and _is_present(above, scope):
        return None if any(w.dependency == "neg" for w in scope.below(above)) else "possible"
    ruled_out = effect == "denied" and governor.lemma == "rule" and above in scope.cues and not _means_another(i, scope)
    if ruled_out and word.dependency != "ccomp":
        return "possible" if any(w.dependency == "neg" for w in scope.below(above)) else "planned"
    if effect is None or not _has_its_say(i, infinitive, effect, scope):
        return None
    return effect


def _has_its_say(i: int, infinitive: bool, effect: str, scope: Scope) -> bool:
    """Whether the verb's effect reaches the act, given how the act hangs on it."""
    word = scope.word(i)
    above = word.head
    if word.dependency == "agent":
        return False  # "backed by air strikes"
    if _is_noun_delay(above, scope):
        return False
    if _means_another(i, scope):
        return False
    if effect in ("planned", "possible"):
        return _looks_ahead(i, infinitive, effect, scope)
    if effect in ("hedged", "kept") and not _keeps_distance(i, infinitive, scope):
        return False
    # what its speaker does with it, the attribution says
    return above not in scope.cues or effect not in ("untrue", "doubted", "denied", "hedged")


def _is_noun_delay(above: int, scope: Scope) -> bool:
    """ "To lift without further delay the siege": a parser takes the noun for a verb."""
    word = scope.word(above)
    return word.lower == "delay" and word.dependency in ("pcomp", "pobj") and scope.word(word.head).lower == "without"


def _effect_of_verb(verb: int, scope: Scope) -> str | None:
    """The effect of a verb, with its particle if that changes it: "headed off", "gave up"."""
    lemma, verbs = scope.word(verb).lemma, scope_words("verbs")
    particles = [w.lower for w in scope.below(verb) if w.dependency in ("prt", "advmod")]
    return next((verbs[f"{lemma} {p}"] for p in particles if f"{lemma} {p}" in verbs), verbs.get(lemma))


def _is_present(verb: int, scope: Scope) -> bool:
    word = scope.word(verb)
    helped = any(w.dependency == "auxpass" and w.tag in ("VBZ", "VBP") for w in scope.below(verb))
    return word.tag in ("VBZ", "VBP") or (word.tag == "VBN" and helped)


def _is_held_by_plan(verb: int, scope: Scope) -> bool:
    """ "The accord includes an exchange of prisoners"."""
    subjects = [w for w in scope.below(verb) if w.dependency == "nsubj"]
    return any(w.lemma in scope_words("holding") for w in subjects)


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
        is_known = not is_indefinite(i, scope) and scope.act not in scope_words("negotiable")
        talked_of = governor.lemma in TALKING and is_known  # "discussed the siege"
        return governor.lemma in scope_words("objects") and not talked_of
    if governor.lemma in ("have", "need"):  # "had to leave"; "had hit" is a tense
        return infinitive
    if infinitive or word.dependency not in ("ccomp", "conj"):
        return True
    return effect == "possible" or _is_bare(i, scope)


def _is_bare(i: int, scope: Scope) -> bool:
    """ "Ordered that the town be held"; "did not fall", "will not fall" is no order."""
    return scope.word(i).tag == "VB" and not any(w.dependency == "aux" for w in scope.below(i))


def _means_another(i: int, scope: Scope) -> bool:
    """ "Called a strike" asks for nothing, "ruled that" without its "out" shuts nothing out."""
    word = scope.word(i)
    governor = scope.word(word.head)
    if governor.lemma == "call":
        return word.dependency == "oprd"
    return governor.lemma == "rule" and not any(w.lower == "out" for w in scope.below(word.head))
