"""Prepositions by which a verb above rules an act: "called for the release", "hinted at an offensive", "kept from"."""

from __future__ import annotations

from tidings.claims.scope.articles import is_indefinite
from tidings.claims.scope.state import Scope
from tidings.lexicons.scope import scope_words
from tidings.syntax import is_noun

ABOUT = frozenset({"on", "over", "about", "for"})


def effect_through_preposition(i: int, scope: Scope) -> str | None:
    """What the verb above preposition i does to the act under it; None where it does not rule it by this one."""
    word = scope.word(i)
    pair = f"{scope.word(word.head).lemma} {word.lower}"
    if effect := scope_words("through").get(pair) or _effect_of_object(i, scope):
        return effect
    is_of_known = any(is_noun(w) and not is_indefinite(w.index, scope) for w in scope.below(i))
    if is_of_known and scope.act not in scope_words("negotiable"):
        return None
    return scope_words("mooted").get(pair)


def _effect_of_object(i: int, scope: Scope) -> str | None:
    """ "Gave the green light for an assault": a preposition that parsers hang on the verb."""
    word, nouns = scope.word(i), scope_words("nouns")
    things = [w for w in scope.below(word.head) if w.dependency == "dobj" and w.index < i]
    for thing in things:
        phrase = f"{thing.lemma} {word.lower}"
        if phrase in nouns or (word.lower == "for" and nouns.get(thing.lemma) in ("planned", "possible")):
            return nouns.get(phrase) or nouns[thing.lemma]
    return None


def is_talked_of(i: int, above: int, scope: Scope) -> bool:
    """ "Talks on the release of the crew": an act still to come, which is what the noun above is about."""
    word = scope.word(i)
    if word.dependency != "prep" or word.lower not in ABOUT or scope.word(above).lemma not in scope_words("talks"):
        return False
    named = [w for w in scope.below(i) if is_noun(w)]
    is_new = all(is_indefinite(w.index, scope) for w in named)
    return is_new or scope.act in scope_words("negotiable")
