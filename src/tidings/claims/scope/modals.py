"""Modal verbs: "will", "may", "would have", and when "would" is the future of the past."""

from __future__ import annotations

from tidings.claims.scope.state import Scope
from tidings.lexicons.scope import scope_words
from tidings.records import Word

GUESSING = frozenset({"may", "might", "must"})
FORETELLING = frozenset({"will", "'ll", "would", "'d", "wo"})
PERCEIVED = frozenset({"hear", "see", "feel", "smell"})


def take_modal(head: int, word: Word, scope: Scope) -> None:
    """Takes the effect of a modal verb that stands before word `head`."""
    low = word.lower
    below = scope.below(head)
    if low in ("can", "ca") and any(w.dependency == "neg" for w in below):
        if not scope.told_by_negation:
            scope.take("possible", "cannot")  # "cannot be brought to court"
        return
    if _says_nothing(head, low, scope):
        return
    if any(w.lower == "have" and w.dependency == "aux" for w in below):
        _take_perfect(head, low, scope)
    elif _is_foretold(head, low, scope):
        scope.take("possible", low)
    elif low in ("would", "'d") and (_is_future_of_past(head, scope) or _is_in_plan(head, scope)):
        scope.take("planned", "would", by_modal=True)
    elif effect := scope_words("modals").get(low):
        scope.take(effect, low, by_modal=low in ("will", "shall", "'ll", "would", "'d"))


def _take_perfect(head: int, low: str, scope: Scope) -> None:
    """ "May have fled", "would have fled", "should have fled"."""
    if low in GUESSING:  # not what might come, but a guess at what was
        scope.take("hedged", low)
    elif low == "would" and any(w.text == "Had" and w.dependency == "aux" for w in scope.parse.words[:head]):
        scope.take_unreal("would have")  # "had they crossed, the town would have fallen"
    else:
        scope.take("possible", f"{low} have")
        if low != "would":
            scope.take("hedged", low)


def _is_foretold(head: int, low: str, scope: Scope) -> bool:
    """ "The town will fall by spring", "thousands will starve"; "the guns will fall silent" is a plan."""
    befalls = scope.word(head).lemma in scope_words("befalling")
    return befalls and low in FORETELLING and not scope.act.startswith("talk.")


def _says_nothing(head: int, low: str, scope: Scope) -> bool:
    """Whether a modal leaves the act as it was: "could not hold it", "would not leave", "shells could be heard"."""
    word, negated = scope.word(head), any(w.dependency == "neg" for w in scope.below(head))
    if low == "could" and any(w.lower == "before" and w.dependency == "mark" for w in scope.below(head)):
        scope.take("denied", "before could")  # "was shot before he could set it off"
        return True
    if low == "could" and negated:
        return True
    if low == "would" and negated and word.dependency in ("ROOT", "relcl"):
        return True  # "the miller, who would not leave": he refused
    if low == "'d" and word.tag in ("VBN", "VBD"):
        return True  # "they'd been closed": had
    return low in ("can", "could") and word.lemma in PERCEIVED


def _is_future_of_past(head: int, scope: Scope) -> bool:
    """ "said it would attack": the future of the past, a plan; without a speaker "would" is a condition."""
    word = scope.word(head)
    governor = scope.word(word.head)
    if governor.lemma in scope_words("accounts") and word.dependency in ("acl", "relcl", "ccomp"):
        is_content = any(w.dependency == "mark" for w in scope.below(head))  # "rumours that the bridge would be shut"
        return is_content and scope_words("nouns").get(governor.lemma) != "possible"
    if word.dependency not in ("ccomp", "conj", "xcomp", "advcl"):
        return False
    return governor.tag in ("VBD", "VBN") and scope_words("verbs").get(governor.lemma) != "possible"


def _is_in_plan(head: int, scope: Scope) -> bool:
    """ "A deal that would let them leave": what the deal says is planned."""
    word = scope.word(head)
    return word.dependency == "relcl" and scope_words("nouns").get(scope.word(word.head).lemma) == "planned"
