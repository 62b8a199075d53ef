"""Clauses that hang on an act's noun and tell when it was to be, or that it never was."""

from __future__ import annotations

from tidings.claims.scope.conditions import has_to, is_condition, take_condition
from tidings.claims.scope.state import Scope
from tidings.lexicons.scope import scope_words
from tidings.records import Word


def take_clause(word: Word, scope: Scope) -> bool:
    """Takes the effect of a clause under the act; whether it had one."""
    if word.dependency == "advcl" and is_condition(word.index, scope):
        take_condition(word.head, word.index, scope)
        return True
    effect, by = _effect_of_clause(word, scope)
    if effect:
        scope.take(effect, by)
    return bool(effect)


def _effect_of_clause(word: Word, scope: Scope) -> tuple[str, str]:
    below = scope.below(word.index)
    is_to = any(w.dependency == "xcomp" and has_to(w.index, scope) for w in below)
    if (
        word.dependency == "relcl"
        and word.lemma in scope_words("arriving")
        and any(w.dependency == "neg" for w in below)
    ):
        return "denied", f"never {word.lemma}"  # "a truce that never came"
    is_occurring = word.lemma in scope_words("occurring") and has_to(word.index, scope)
    if word.dependency in ("relcl", "acl") and (is_occurring or (word.lemma == "be" and is_to)):
        return "planned", "be to"  # "a meeting to be held in Oslo", "that was to have begun"
    if word.lower in scope_words("due") and is_to:
        return "planned", word.lower  # "the truce, due to begin at dawn"
    if word.dependency == "acl" and word.tag == "VBN" and word.lemma in scope_words("arranged"):
        return "planned", word.lemma  # "an exchange planned for Friday"
    return "", ""
