"""What an act is said to be before it has come: "is in the offing", "is an option", "the goal is the capture"."""

from __future__ import annotations

from tidings.claims.scope.state import Scope
from tidings.lexicons.scope import scope_words
from tidings.records import Word

STAYING = frozenset({"be", "remain", "stay", "seem", "appear", "become", "come"})
UNITS = frozenset({"time", "day", "hour", "week", "month", "minute"})  # "a matter of days"


def take_standing(i: int, scope: Scope) -> None:
    """Takes what the predicate of the verb above says of the act's noun i, its subject or its predicate noun."""
    verb = scope.word(scope.word(i).head)
    if verb.lemma not in STAYING:
        return
    if scope.word(i).dependency == "attr":
        subjects = [w for w in scope.below(verb.index) if w.dependency == "nsubj"]
        _take_called(subjects, scope)
        return
    _take_called([w for w in scope.below(verb.index) if w.dependency == "attr"], scope)
    for word in scope.below(verb.index):
        if word.dependency == "prep" and (found := _effect_of_phrase(word, scope)):
            scope.take(found[0], found[1])


def _take_called(nouns: list[Word], scope: Scope) -> None:
    for noun in nouns:
        effect = scope_words("called").get(noun.lemma)
        if effect and (noun.lemma != "matter" or _is_of_time(noun, scope)):
            denied = any(w.lower in ("no", "not") for w in scope.below(noun.index))
            scope.take("denied" if denied else effect, noun.lemma)


def _is_of_time(noun: Word, scope: Scope) -> bool:
    return any(w.lemma in UNITS for of in scope.below(noun.index) for w in scope.below(of.index))


def _effect_of_phrase(preposition: Word, scope: Scope) -> tuple[str, str] | None:
    """The effect of "in the offing", "out of the question", "in the planning stage", and its words."""
    for word in scope.below(preposition.index):
        if word.dependency == "prep":
            return _effect_of_phrase(word, scope)
        for name in (word, *(w for w in scope.below(word.index) if w.dependency == "compound")):
            phrase = f"{preposition.lower} {name.lemma}"
            if effect := scope_words("standing").get(phrase):
                return effect, phrase
    return None
