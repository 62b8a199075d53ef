"""The word above an act, by its kind: a verb, a noun ("plans for"), an adjective ("close to"), "without"."""

from __future__ import annotations

from tidings.claims.scope.conditions import has_to
from tidings.claims.scope.predicate import take_negation
from tidings.claims.scope.settled import take_settled
from tidings.claims.scope.state import Scope
from tidings.claims.scope.through import is_talked_of
from tidings.claims.scope.verbs import take_verb
from tidings.lexicons.scope import scope_words
from tidings.records import Word
from tidings.syntax import is_noun, is_verb

LOOKING_TO = frozenset({"for", "of", "to", "on", "about", "at", "in"})
RULING = frozenset({"of", "for", "to", "about", "on", "against", "in", "that", "at"})


def take_governor(i: int, above: int, scope: Scope) -> None:
    word, governor = scope.word(i), scope.word(above)
    infinitive = has_to(i, scope)
    if is_verb(governor):
        if not (infinitive and _is_ranked_by(i, above, scope)):
            take_verb(i, infinitive, scope)
    elif is_noun(governor):
        _take_noun(i, above, infinitive, scope)
    elif governor.pos == "ADJ" and _is_said_by_adjective(word, governor, infinitive, scope):
        return
    elif governor.pos in ("ADJ", "ADV") and (effect := _effect_of_adjective(governor, word)):
        if infinitive or word.dependency in ("ccomp", "xcomp", "prep", "nsubj"):
            scope.take(effect, governor.lemma)
            if governor.lemma == "unlikely":
                scope.take("denied", governor.lemma)
            take_negation(above, scope)
    elif governor.lower == "nothing" and word.lower == "in":  # "nothing in the claims that"
        scope.take("untrue", "nothing in")
    else:
        _take_preposition(above, scope)


def _is_said_by_adjective(word: Word, governor: Word, infinitive: bool, scope: Scope) -> bool:
    """Whether an adjective settles the act: "it is certain that", "too weak to march", "was able to march"."""
    if word.dependency == "ccomp" and take_settled(governor.index, scope):
        return True
    if infinitive and any(w.lower == "too" for w in scope.below(governor.index)):
        scope.take("denied", "too")
        return True
    if infinitive and _was_able(governor, scope):
        take_negation(governor.index, scope)
        return True
    return False


def _was_able(governor: Word, scope: Scope) -> bool:
    """ "Was not able to reach it" did not; "said that they were able to strike" tells of a power."""
    verb = scope.word(governor.head)
    if governor.lemma != "able" or governor.dependency != "acomp" or verb.dependency == "ccomp":
        return False
    return verb.tag == "VBD" or (verb.tag == "VBN" and any(w.lemma == "have" for w in scope.below(verb.index)))


def _effect_of_adjective(governor: Word, word: Word) -> str | None:
    adjectives = scope_words("adjectives")
    if word.dependency == "prep" and (word.lower not in LOOKING_TO or governor.lemma == "free"):
        return adjectives.get(f"{governor.lemma} {word.lower}")  # not "free from attacks"
    return adjectives.get(f"{governor.lemma} {word.lower}") or adjectives.get(governor.lemma)


def _take_noun(i: int, above: int, infinitive: bool, scope: Scope) -> None:
    word, governor = scope.word(i), scope.word(above)
    if word.dependency not in ("prep", "acl", "relcl", "pobj", "ccomp", "compound") and not (
        word.dependency == "advcl" and infinitive
    ):
        return
    if is_talked_of(i, above, scope):
        scope.take("planned", governor.lemma)
        scope.stands = True  # whether the talks were held is told of the talks
        return
    nouns = scope_words("nouns")
    effect = nouns.get(f"{governor.lemma} {word.lower}") or nouns.get(governor.lemma)
    if effect == "doubted" and _is_denied(above, scope):  # "there is no doubt that", "without question"
        scope.stands = True
        return
    if effect == "untrue" and above in scope.cues:
        return  # "issued a denial that": the attribution says so
    if effect == "shown":  # "no evidence that": not known; "evidence that": a claim like any other
        if _is_denied(above, scope):
            scope.take("doubted", f"no {governor.lemma}")
        return
    if effect and (word.dependency != "prep" or word.lower in RULING):
        scope.take(effect, governor.lemma)
    elif infinitive and word.dependency in ("acl", "relcl") and not (_is_ranked(above, scope) or _is_perfect(i, scope)):
        scope.take("planned", f"{governor.lemma} to")
    take_negation(above, scope)


def _is_ranked(i: int, scope: Scope) -> bool:
    """ "The seventh capital to fall", "the only one to flee": it did."""
    return any(
        w.tag == "JJ" and (w.entity == "ORDINAL" or w.lower in ("last", "only", "latest")) for w in scope.below(i)
    )


def _is_ranked_by(i: int, above: int, scope: Scope) -> bool:
    """ "It became the seventh capital to fall", where the parser hangs the fall on the verb."""
    return any(w.dependency == "attr" and w.index < i and _is_ranked(w.index, scope) for w in scope.below(above))


def _is_denied(i: int, scope: Scope) -> bool:
    """ "no evidence", "had not seen evidence"."""
    words = [*scope.below(i), *scope.below(scope.word(i).head)]
    return any(word.dependency == "neg" or word.lower in ("no", "neither", "without") for word in words)


def _take_preposition(above: int, scope: Scope) -> None:
    governor = scope.word(above)
    if governor.lower in ("near", "to") and (short := _falls_short(above, scope)):
        scope.take(*short)
    elif governor.lower == "without":
        scope.take("denied", "without")


def _falls_short(i: int, scope: Scope) -> tuple[str, str] | None:
    """ "Came close to taking it", "were nowhere near taking it" did not; "is close to falling" may."""
    below = [w.lower for w in scope.below(i)]
    above = scope.word(scope.word(i).head)
    if scope.word(i).lower == "near":
        beside = [*below, *(w.lower for w in scope.below(above.index))]
        return ("denied", "nowhere near") if "nowhere" in beside else None
    if above.lower != "close" or scope.word(above.head).lemma != "come":
        return None  # "is close to" the adjective says itself
    return "denied", "close to"


def _is_perfect(i: int, scope: Scope) -> bool:
    """ "Their boast to have taken the town"."""
    return any(w.lower == "have" and w.dependency == "aux" for w in scope.below(i))
