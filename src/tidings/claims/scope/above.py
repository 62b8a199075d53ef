"""The walk from an act to the root of its sentence, word by word."""

from __future__ import annotations

from tidings.claims.scope.asked import take_question
from tidings.claims.scope.cleft import take_cleft
from tidings.claims.scope.conditions import has_to
from tidings.claims.scope.known import has_befallen, is_circumstance, is_known
from tidings.claims.scope.modals import take_modal
from tidings.claims.scope.predicate import take_negation
from tidings.claims.scope.state import Scope
from tidings.claims.scope.verbs import PLAIN_SPEECH, take_verb
from tidings.lexicons.scope import governing_prepositions, scope_words
from tidings.syntax import is_noun, is_verb

PASSABLE = frozenset(
    {
        "xcomp", "ccomp", "conj", "acl", "advcl", "relcl", "pcomp", "dobj", "pobj", "prep", "nsubj", "nsubjpass",
        "attr", "appos", "dep", "csubj", "agent", "oprd", "acomp", "parataxis",
    }
)  # fmt: skip
WITHIN_NAME = frozenset({"compound", "amod", "poss", "nmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
FARTHEST = 12  # words up; a longer way has lost the act


def walk_up(head: int, scope: Scope) -> None:
    """Takes the effect of each word above the trigger, as far as the sentence still speaks of the act."""
    if has_befallen(head, scope):
        return
    i = head
    for _ in range(FARTHEST):
        word = scope.word(i)
        above = word.head
        if above == i or (word.dependency not in PASSABLE and word.dependency not in WITHIN_NAME):
            return
        if _is_parted(i, above, scope):
            return
        if word.dependency in ("conj", "parataxis"):
            _across(i, above, scope)
        elif word.dependency in PASSABLE:
            if _take_through_object(i, above, scope):
                return
            _take_none_of(i, above, scope)
            take_question(i, scope)
            if _is_aside(i, above, scope):
                take_cleft(i, scope)
                return
            _take_governor(i, above, scope)
            if (above in scope.cues and scope.word(above).pos != "ADP") or (
                word.dependency == "ccomp" and scope.word(above).lemma in PLAIN_SPEECH
            ):
                return  # what stands above the speaking ("declined to say") is about the speaking
        scope.stands = scope.stands or (i == head and is_known(i, scope)) or is_circumstance(i, above, scope)
        i = above


def _is_parted(i: int, above: int, scope: Scope) -> bool:
    """ "They asked for lorries; none has come": a parser hangs the first clause on the second, past the semicolon."""
    if scope.word(i).dependency not in ("ccomp", "advcl", "dep", "parataxis") or above in scope.cues:
        return False
    return any(scope.word(j).text == ";" for j in range(i + 1, above))


def _across(i: int, above: int, scope: Scope) -> None:
    """A coordinated verb shares the modal of the first, unless it has a subject or an auxiliary of its own."""
    word = scope.word(i)
    if is_verb(word) and word.tag in ("VB", "VBP"):
        if {"nsubj", "nsubjpass", "aux"}.isdisjoint(w.dependency for w in scope.below(i)):
            for modal in scope.below(above):
                if modal.dependency == "aux" and modal.tag == "MD":
                    take_modal(above, modal, scope)
    elif is_noun(word) and any(w.lower == "no" for w in scope.below(above)):
        scope.take("denied", "no")
    if (
        is_verb(word)
        and SUBJECTS.isdisjoint(w.dependency for w in scope.below(i))
        and _is_joined_by_or(i, above, scope)
    ):
        take_negation(above, scope)


def _is_joined_by_or(i: int, above: int, scope: Scope) -> bool:
    """ "No ship was hit or sunk": neither."""
    joints = [w for w in scope.below(above) if w.dependency == "cc" and above < w.index < i]
    return bool(joints) and joints[-1].lower == "or"


def _is_aside(i: int, above: int, scope: Scope) -> bool:
    """Whether the word above is no longer about the act: the act only sits in a side clause or beside it."""
    word, governor = scope.word(i), scope.word(above)
    if word.dependency == "relcl":
        return not is_purpose(i, scope)
    if word.dependency == "acl":  # "the four persons injured"; but "a plan to attack", "evidence that they attacked"
        return not has_to(i, scope) and not any(w.dependency == "mark" for w in scope.below(i))
    if word.dependency == "advcl":
        return not has_to(i, scope)
    if word.dependency in ("nsubj", "nsubjpass", "csubj"):
        return not is_verb(governor)
    if word.dependency == "prep" and is_noun(governor):  # "residents under siege may flee": the siege stands
        return governor.lemma not in scope_words("nouns") and governor.lemma not in scope_words("frames")
    return False


def is_purpose(i: int, scope: Scope) -> bool:
    """Whether an infinitive that passes for a relative clause tells a purpose: "an operation to arrest him"."""
    parts = {"nsubj", "nsubjpass", "expl"}
    return has_to(i, scope) and parts.isdisjoint(w.dependency for w in scope.below(i))


def _take_none_of(i: int, above: int, scope: Scope) -> None:
    """ "There were no shots fired", "without a shot being fired"."""
    noun = scope.word(above)
    if scope.word(i).dependency != "acl" or scope.word(i).tag != "VBN" or not is_noun(noun):
        return
    there_were = noun.dependency in ("attr", "ROOT") and any(w.lower == "no" for w in scope.below(above))
    if there_were or scope.word(noun.head).lower == "without":
        scope.take("denied", f"no {noun.lower}")


def _take_through_object(i: int, above: int, scope: Scope) -> bool:
    """ "threatened the capital with bombardment": a preposition of the verb that parsers hang on its object."""
    word, noun = scope.word(i), scope.word(above)
    verb = scope.word(noun.head)
    if word.dependency != "prep" or noun.dependency != "dobj" or not is_noun(noun):
        return False
    effect = scope_words("verbs").get(verb.lemma)
    if effect is None or (word.lower, verb.lemma) not in governing_prepositions():
        return False
    scope.take(effect, verb.lemma)
    take_negation(verb.index, scope)
    return True


def _take_governor(i: int, above: int, scope: Scope) -> None:
    word, governor = scope.word(i), scope.word(above)
    infinitive = has_to(i, scope)
    if is_verb(governor):
        if not (infinitive and _is_ranked_by(i, above, scope)):
            take_verb(i, infinitive, scope)
    elif is_noun(governor):
        _take_noun(i, above, infinitive, scope)
    elif governor.pos == "ADJ" and (effect := scope_words("adjectives").get(governor.lemma)):
        if infinitive or word.dependency in ("ccomp", "xcomp", "prep", "nsubj"):
            scope.take(effect, governor.lemma)
            if governor.lemma == "unlikely":
                scope.take("denied", governor.lemma)
            take_negation(above, scope)
    elif governor.lower in ("near", "to") and (short := _falls_short(above, scope)):
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
    if above.lower != "close":
        return None
    return ("denied", "close to") if scope.word(above.head).lemma == "come" else ("possible", "close to")


def _take_noun(i: int, above: int, infinitive: bool, scope: Scope) -> None:
    word, governor = scope.word(i), scope.word(above)
    if word.dependency not in ("prep", "acl", "relcl", "pobj", "ccomp", "compound") and not (
        word.dependency == "advcl" and infinitive
    ):
        return
    effect = scope_words("nouns").get(governor.lemma)
    if effect == "shown":  # "no evidence that": not known; "evidence that": a claim like any other
        if _is_denied(above, scope):
            scope.take("doubted", f"no {governor.lemma}")
        return
    if effect and (word.dependency != "prep" or word.lower in RULING):
        scope.take(effect, governor.lemma)
    elif infinitive and word.dependency in ("acl", "relcl") and not (_is_ranked(above, scope) or _is_perfect(i, scope)):
        scope.take("planned", f"{governor.lemma} to")
    take_negation(above, scope)


def _is_perfect(i: int, scope: Scope) -> bool:
    """ "Their boast to have taken the town"."""
    return any(w.lower == "have" and w.dependency == "aux" for w in scope.below(i))


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


RULING = frozenset({"of", "for", "to", "about", "on", "against", "in", "that", "at"})
