"""Words that hang on the act itself: "not", modals, "alleged", "no one", "if"."""

from __future__ import annotations

from tidings.claims.scope.conditions import is_inverted_should, take_mark
from tidings.claims.scope.later import take_clause
from tidings.claims.scope.modals import take_modal
from tidings.claims.scope.none import how_set_aside, is_never, says_nothing, take_none
from tidings.claims.scope.state import Scope
from tidings.lexicons.scope import scope_words
from tidings.records import Word
from tidings.syntax import is_verb

QUOTES = frozenset({'"', "'", "“", "”", "‘", "’", "``", "''"})
ROLES = ("nsubj", "nsubjpass", "dobj", "attr", "agent", "pobj", "det", "preconj")
PARTIAL = ("destroy.", "territory.besiege", "say.", "govern.close")  # "almost destroyed": much of it was
# Which part of the lexicon holds words that stand in a dependency.
PARTS = {"amod": "adjectives", "compound": "adjectives", "nmod": "adjectives", "advmod": "adverbs"}


def look_beside(head: int, act: str, scope: Scope) -> None:
    """Takes the effect of each word that hangs on the trigger."""
    if set_aside := how_set_aside(head, scope):
        scope.take("denied", set_aside)
    _take_before(head, scope)
    for word in scope.below(head):
        if word.dependency == "neg":
            scope.take("denied", word.lower)
        elif word.dependency == "aux":
            _take_auxiliary(head, word, scope)
        elif is_never(word, scope) or says_nothing(word, act, scope):
            scope.take("denied", f"{word.lower} no")
        elif word.dependency == "mark":
            take_mark(word, scope)
        elif word.dependency in ROLES:
            take_none(word, act, head, scope)
        elif not take_clause(word, scope):
            _take_modifier(word, scope)


def _take_before(head: int, scope: Scope) -> None:
    """Takes the effect of what stands right before the trigger, or around it."""
    if _is_behind_nor(head, scope):
        scope.take("denied", "nor")
    if _is_in_scare_quotes(head, scope):
        scope.take("hedged", "quotes")


def _is_in_scare_quotes(head: int, scope: Scope) -> bool:
    """The districts "recaptured" last year: one word in quotes, from which the text keeps its distance."""
    words = scope.parse.words
    if not 0 < head < len(words) - 1:
        return False
    return words[head - 1].text in QUOTES and words[head + 1].text in QUOTES


def _is_behind_nor(head: int, scope: Scope) -> bool:
    """ "Zepa did not fall, nor was Gorazde taken", "Nor was Gorazde taken": the verb that "nor" leads in."""
    word = scope.word(head)
    if not is_verb(word):
        return False
    before = scope.below(word.head) if word.dependency == "conj" else []
    joints = [w for w in (*before, *scope.below(head)) if w.dependency == "cc" and w.index < head]
    return bool(joints) and max(joints, key=lambda w: w.index).lower == "nor"


def _take_auxiliary(head: int, word: Word, scope: Scope) -> None:
    if word.text == "Had" and scope.word(head).tag in ("VBN", "VBD"):  # "Had the garrison surrendered, ...": it had not
        scope.take_unreal("had")
    elif word.text in ("Had", "Were") or is_inverted_should(word, scope):
        scope.take("conditional", word.lower)
    elif word.tag == "MD":
        take_modal(head, word, scope)


def _take_modifier(word: Word, scope: Scope) -> None:
    part = PARTS.get(word.dependency)
    if word.lower in ("nearly", "almost") and scope.act.startswith(PARTIAL):
        return
    if part and (effect := scope_words(part).get(word.lower)):
        scope.take(effect, word.lower)
