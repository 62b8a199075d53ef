"""Words that hang on the act itself: "not", modals, "alleged", "no one", "if"."""

from __future__ import annotations

from tidings.claims.scope.none import how_set_aside, is_never, take_none
from tidings.claims.scope.state import Scope
from tidings.lexicons.scope import scope_words
from tidings.records import Word

ANSWERED = frozenset(
    {
        "announce",
        "order",
        "authorize",
        "authorise",
        "approve",
        "call",
        "tell",
        "set",
        "direct",
        "mandate",
        "have",
        "need",
        "mean",
    }
)
DUE = frozenset({"due", "set", "scheduled", "planned", "poised", "expected", "meant", "supposed"})
COMING = frozenset({"come", "materialise", "materialize", "arrive", "happen", "take", "begin", "start", "hold"})
ROLES = ("nsubj", "nsubjpass", "dobj", "attr", "agent", "pobj", "det", "preconj")


def look_beside(head: int, act: str, scope: Scope) -> None:
    """Takes the effect of each word that hangs on the trigger."""
    if set_aside := how_set_aside(head, scope):
        scope.take("denied", set_aside)
    for word in scope.below(head):
        if word.dependency == "neg":
            scope.take("denied", word.lower)
        elif word.dependency == "aux":
            _take_auxiliary(head, word, scope)
        elif is_never(word, scope):
            scope.take("denied", f"{word.lower} no")
        elif word.dependency in ("amod", "compound", "nmod"):
            _take("adjectives", word, scope)
        elif word.dependency == "advmod":
            _take("adverbs", word, scope)
        elif word.dependency in ROLES:
            take_none(word, act, head, scope)
        elif word.dependency == "mark":
            take_mark(word, scope)
        elif (
            word.dependency == "relcl"
            and word.lemma in COMING
            and any(w.dependency == "neg" for w in scope.below(word.index))
        ):
            scope.take("denied", f"never {word.lemma}")  # "a truce that never came"
        elif word.dependency in ("relcl", "acl") and _is_to_be(word, scope):
            scope.take("planned", "be to")  # "a meeting to be held in Oslo"
        elif word.lower in DUE and any(
            w.dependency == "xcomp" and has_to(w.index, scope) for w in scope.below(word.index)
        ):
            scope.take("planned", word.lower)  # "the truce, due to begin at dawn"
        elif word.dependency == "acl" and is_set_for_later(word, scope):
            scope.take("planned", word.lemma)
        elif word.dependency == "advcl" and is_condition(word.index, scope):
            scope.take("conditional", "if")


def _is_to_be(word: Word, scope: Scope) -> bool:
    """ "To be held", "that was to have begun"."""
    if word.lemma == "be" and any(w.dependency == "xcomp" and has_to(w.index, scope) for w in scope.below(word.index)):
        return True
    return word.lemma in scope_words("occurring") and has_to(word.index, scope)


def is_set_for_later(word: Word, scope: Scope) -> bool:
    """ "An exchange planned for Friday", "strikes promised at dawn"."""
    return word.tag == "VBN" and scope_words("verbs").get(word.lemma) == "planned" and word.lemma not in ANSWERED


def _take_auxiliary(head: int, word: Word, scope: Scope) -> None:
    if word.text in ("Had", "Were", "Should"):  # "Had the garrison surrendered, ..."
        scope.take("conditional", word.lower)
    elif word.tag == "MD":
        take_modal(head, word, scope)


def _take(part: str, word: Word, scope: Scope) -> None:
    if effect := scope_words(part).get(word.lower):
        scope.take(effect, word.lower)


def take_mark(word: Word, scope: Scope) -> None:
    """ "if" makes a condition, "whether" a question."""
    if word.lower == "if" and _is_asked(word.head, scope):
        scope.take("doubted", "if")
    elif word.lower == "until":
        if _is_waited_for(word.head, scope):
            scope.take("possible", "until")
    else:
        _take("marks", word, scope)


def _is_waited_for(i: int, scope: Scope) -> bool:
    """ "No truce until the prisoners are freed", "will fight until they leave"; but "held out until relief came"."""
    below = scope.below(scope.word(i).head)
    if any(w.dependency == "neg" and w.lower != "never" for w in below):
        return any(w.dependency == "aux" and w.tag in ("MD", "VBZ", "VBP") for w in below)
    has_modal = any(w.dependency == "aux" and w.tag == "MD" for w in below)
    return has_modal or any(w.lower == "no" for b in below for w in scope.below(b.index) if b.dependency == "attr")


def has_to(i: int, scope: Scope) -> bool:
    return any(word.lower == "to" and word.dependency in ("aux", "mark") for word in scope.below(i))


def _is_asked(i: int, scope: Scope) -> bool:
    """ "It is unclear if they fled", "did not say if they had": a question, no condition."""
    word = scope.word(i)
    beside = [w.lemma for w in scope.below(word.head) if w.dependency == "acomp"]
    return word.dependency == "ccomp" or any(scope_words("adjectives").get(w) == "doubted" for w in beside)


def is_condition(i: int, scope: Scope) -> bool:
    """ "If they come", "should the truce break": what hangs on it is possible too."""
    return any(
        (word.dependency == "mark" and word.lower in ("if", "unless"))
        or (word.dependency == "aux" and word.text == "Should")
        for word in scope.below(i)
    )


def take_modal(head: int, word: Word, scope: Scope) -> None:
    """Takes the effect of a modal verb that stands before word `head`."""
    low = word.lower
    below = scope.below(head)
    if low in ("could", "can", "ca") and any(w.dependency == "neg" for w in below):
        return  # "could not hold the town": it did not
    if (
        low == "would"
        and scope.word(head).dependency in ("ROOT", "relcl")
        and any(w.dependency == "neg" for w in below)
    ):
        return  # "the miller, who would not leave": he refused
    if any(w.lower == "have" and w.dependency == "aux" for w in below):
        scope.take("possible", f"{low} have")
        if low != "would":
            scope.take("hedged", low)
    elif low == "would" and (_is_future_of_past(head, scope) or _is_in_plan(head, scope)):
        scope.take("planned", low, by_modal=True)
    elif effect := scope_words("modals").get(low):
        scope.take(effect, low, by_modal=low in ("will", "shall", "'ll", "would"))


def _is_future_of_past(head: int, scope: Scope) -> bool:
    """ "said it would attack": the future of the past, a plan; without a speaker "would" is a condition."""
    word = scope.word(head)
    governor = scope.word(word.head)
    if word.dependency in ("acl", "relcl", "ccomp") and any(w.dependency == "mark" for w in scope.below(head)):
        if governor.lemma in scope_words("accounts"):  # "rumours that the bridge would be shut"
            return scope_words("nouns").get(governor.lemma) != "possible"
    if word.dependency not in ("ccomp", "conj", "xcomp", "advcl"):
        return False
    return governor.tag in ("VBD", "VBN") and scope_words("verbs").get(governor.lemma) != "possible"


def _is_in_plan(head: int, scope: Scope) -> bool:
    """ "A deal that would let them leave": what the deal says is planned."""
    word = scope.word(head)
    return word.dependency == "relcl" and scope_words("nouns").get(scope.word(word.head).lemma) == "planned"
