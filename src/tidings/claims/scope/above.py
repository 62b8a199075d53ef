"""The walk from an act to the root of its sentence, word by word."""

from __future__ import annotations

from tidings.claims.scope.ahead import take_wait
from tidings.claims.scope.asked import take_question
from tidings.claims.scope.bounds import is_aside, is_told_apart
from tidings.claims.scope.cleft import take_cleft
from tidings.claims.scope.effects import PLAIN_SPEECH
from tidings.claims.scope.governors import take_governor
from tidings.claims.scope.known import has_befallen, is_circumstance, is_known
from tidings.claims.scope.mandative import take_mandative
from tidings.claims.scope.modals import take_modal
from tidings.claims.scope.predicate import take_negation
from tidings.claims.scope.settled import take_wrong_to_say
from tidings.claims.scope.state import Scope
from tidings.lexicons.scope import scope_words
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
        if is_told_apart(i, above, scope):
            return
        if word.dependency in ("conj", "parataxis"):
            _across(i, above, scope)
        elif word.dependency in PASSABLE and _takes_last(i, above, scope):
            return
        scope.stands = scope.stands or (i == head and is_known(i, scope)) or is_circumstance(i, above, scope)
        i = above


def _takes_last(i: int, above: int, scope: Scope) -> bool:
    """Takes what word `above` does to the act; whether nothing above it speaks of the act any more."""
    if _take_through_object(i, above, scope):
        return True
    _take_none_of(i, above, scope)
    take_mandative(i, scope)
    take_wait(i, scope)
    take_question(i, scope)
    if is_aside(i, above, scope):
        take_cleft(i, scope)
        return True
    take_governor(i, above, scope)
    is_plain = scope.word(i).dependency == "ccomp" and scope.word(above).lemma in PLAIN_SPEECH
    if is_plain or (above in scope.cues and scope.word(above).pos != "ADP"):
        take_wrong_to_say(above, scope)
        return True  # what stands above the speaking ("declined to say") is about the speaking
    return False


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


def _take_none_of(i: int, above: int, scope: Scope) -> None:
    """ "There were no shots fired", "without a shot being fired"."""
    noun = scope.word(above)
    if scope.word(i).dependency != "acl" or scope.word(i).tag != "VBN" or not is_noun(noun):
        return
    if any(w.dependency in ("mark", "nsubj", "nsubjpass") for w in scope.below(i)):
        return  # "no doubt that", "no evidence that they had fled"
    there_were = noun.dependency in ("attr", "ROOT") and any(w.lower == "no" for w in scope.below(above))
    if there_were or scope.word(noun.head).lower == "without":
        scope.take("denied", f"no {noun.lower}")


def _take_through_object(i: int, above: int, scope: Scope) -> bool:
    """ "threatened the capital with bombardment": a preposition of the verb that parsers hang on its object."""
    word, noun = scope.word(i), scope.word(above)
    verb = scope.word(noun.head)
    if word.dependency != "prep" or noun.dependency != "dobj" or not is_noun(noun):
        return False
    effect = scope_words("through").get(f"{verb.lemma} {word.lower}")
    if effect is None or effect == "kept":
        return False
    scope.take(effect, verb.lemma)
    take_negation(verb.index, scope)
    return True
