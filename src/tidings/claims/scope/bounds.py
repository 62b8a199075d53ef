"""Where a sentence stops speaking of an act: a semicolon, a side clause, a finite verb beside an infinitive."""

from __future__ import annotations

from tidings.claims.scope.conditions import has_to
from tidings.claims.scope.state import Scope
from tidings.claims.scope.through import is_talked_of
from tidings.lexicons.scope import scope_words
from tidings.records import Word
from tidings.syntax import is_noun, is_verb


def is_told_apart(i: int, above: int, scope: Scope) -> bool:
    """Whether the word above belongs to something told apart: "left without firing and took the hill"."""
    word = scope.word(i)
    finite = word.tag in ("VBD", "VBZ") or (word.tag == "VBN" and not _is_helped(i, scope))
    apart = word.dependency == "conj" and finite and scope.word(above).tag in ("VBG", "VB")
    return apart or _is_another_sentence(i, above, scope)


def _is_helped(i: int, scope: Scope) -> bool:
    return any(w.dependency in ("aux", "auxpass") for w in scope.below(i))


def _is_another_sentence(i: int, above: int, scope: Scope) -> bool:
    """ "Rockets hit the port at noon; nobody was hurt": a semicolon parts what a parser hangs together."""
    word, governor = scope.word(i), scope.word(above)
    if above in scope.cues:
        return False
    spliced = word.dependency == "ccomp" and i < above and governor.lemma not in scope_words("verbs") and is_verb(word)
    if spliced and governor.lemma != "be":
        return True  # "there was no battle, none was lost"
    return any(scope.word(k).text == ";" for k in range(min(i, above), max(i, above)))


def is_aside(i: int, above: int, scope: Scope) -> bool:
    """Whether the word above is no longer about the act: the act only sits in a side clause or beside it."""
    word, governor = scope.word(i), scope.word(above)
    if word.dependency == "relcl":  # "a lie that they had fled" is no relative clause, whatever a parser takes it for
        return not is_purpose(i, scope) and not any(w.dependency == "mark" for w in scope.below(i))
    if word.dependency == "acl":  # "the four persons injured"; but "a plan to attack", "evidence that they attacked"
        is_content = any(w.dependency == "mark" for w in scope.below(i)) or _is_bare_content(word, governor, scope)
        return not has_to(i, scope) and not is_content
    if word.dependency == "advcl":
        return not has_to(i, scope)
    if word.dependency in ("nsubj", "nsubjpass", "csubj"):
        return not is_verb(governor)
    if word.dependency == "prep" and is_noun(governor):  # "residents under siege may flee": the siege stands
        return not frames_act(word, governor) and not is_talked_of(i, above, scope)
    return False


def _is_bare_content(word: Word, governor: Word, scope: Scope) -> bool:
    """ "Speculation they are preparing an attack": a clause with a subject of its own, its "that" left out."""
    effect = scope_words("nouns").get(governor.lemma)
    has_subject = any(w.dependency in ("nsubj", "nsubjpass") for w in scope.below(word.index))
    return effect in ("possible", "untrue", "doubted") and word.tag not in ("VBN",) and has_subject


def frames_act(word: Word, governor: Word) -> bool:
    """Whether a noun has a say over what hangs on its preposition: "plans for", "the way to", "a wave of"."""
    nouns = scope_words("nouns")
    return (
        governor.lemma in scope_words("frames") or governor.lemma in nouns or f"{governor.lemma} {word.lower}" in nouns
    )


def is_purpose(i: int, scope: Scope) -> bool:
    """Whether an infinitive that passes for a relative clause tells a purpose: "an operation to arrest him"."""
    parts = {"nsubj", "nsubjpass", "expl"}
    return has_to(i, scope) and parts.isdisjoint(w.dependency for w in scope.below(i))
