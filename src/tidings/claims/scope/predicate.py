"""What becomes of an act told as the subject: "the raid was foiled", "an offensive is planned", "a deal is close"."""

from __future__ import annotations

from tidings.claims.scope.articles import is_indefinite
from tidings.claims.scope.coming import has_come, has_ended, is_told_of
from tidings.claims.scope.conditions import has_to, is_condition, is_inverted_should, take_condition, take_mark
from tidings.claims.scope.modals import take_modal
from tidings.claims.scope.none import is_never, take_none_of
from tidings.claims.scope.standing import take_standing
from tidings.claims.scope.state import Scope
from tidings.lexicons.scope import scope_words

ENDING = frozenset({"stop", "end", "cease", "halt", "subside", "abate", "finish", "lift", "contain", "last"})
CONDITIONAL = frozenset({"Should", "Were", "Had"})  # "Should fighting reach the town, ..."
NAUGHT = frozenset({"nothing", "naught", "nought", "grief"})
CHANGES = frozenset({"planned", "possible", "denied", "untrue", "doubted"})
# What was stopped or announced in the passive had begun, or says its own: "the attack was suspended", "was agreed".
STOPS = frozenset(
    {
        "stop",
        "suspend",
        "delay",
        "agree",
        "approve",
        "have",
        "set",
        "call",
        "announce",
        "block",
        "tell",
        "ask",
        "invite",
        "aim",
        "back",
        "negotiate",
        "support",
    }
)


def take_predicate(i: int, scope: Scope) -> None:
    """An act told as a noun: "the attack was foiled", "an offensive is planned", "no strikes were carried out"."""
    above, governor = scope.word(i).head, scope.word(scope.word(i).head)
    if scope.word(i).dependency == "nsubjpass" and is_left_open(above, scope):
        return
    if has_ended(above, scope):
        scope.take("denied", governor.lemma)
        take_mood(above, scope)
        return
    if undoes(above, scope):
        _take_undone(i, scope)
        scope.failed = scope.negations % 2 == 1
        return
    if i == scope.head and has_come(i, scope):
        scope.certainty = None
    was_planned, negations = scope.certainty == "planned", scope.negations
    _take_effect_of_predicate(i, scope)
    if was_planned and scope.negations == negations and undoes(above, scope, "hindered"):
        _take_undone(i, scope)
    scope.failed = was_planned and scope.negations > negations  # "the raid planned for dawn did not take place"
    is_condition_itself = any(
        w.dependency == "aux" and (w.text in CONDITIONAL or is_inverted_should(w, scope)) for w in scope.below(above)
    )
    if governor.lemma in scope_words("occurring") or is_indefinite(i, scope) or is_condition_itself:
        take_mood(above, scope)
    _take_what_is_said_of_it(above, scope)
    take_standing(i, scope)


def is_left_open(verb: int, scope: Scope) -> bool:
    """ "Could not be ruled out", "did not exclude" allow for the act, "has not been confirmed" doubts it."""
    effect = scope_words("open").get(scope.word(verb).lemma)
    if effect is None or not any(w.dependency == "neg" for w in scope.below(verb)):
        return False
    scope.take(effect, f"not {scope.word(verb).lemma}")
    return True


def _take_undone(i: int, scope: Scope) -> None:
    above = scope.word(i).head
    scope.take("denied", scope.word(above).lemma)
    take_negation(above, scope, i)  # "was never cancelled"


def _take_effect_of_predicate(i: int, scope: Scope) -> None:
    above, governor = scope.word(i).head, scope.word(scope.word(i).head)
    effect = scope_words("verbs").get(governor.lemma)
    if governor.lemma == "have" and any(w.lower == "yet" for w in scope.below(above)):
        scope.take("denied", "yet to")  # "the exchange has yet to take place"
    if above in scope.cues and effect in ("untrue", "doubted"):
        return  # "the fall was denied by the army": the attribution says what its speaker does with it
    if scope.word(i).dependency == "nsubjpass" and effect in CHANGES and governor.lemma not in STOPS:
        scope.take(effect, governor.lemma)
        if above not in scope.cues:
            take_negation(above, scope, i)
    elif governor.lemma == "fail" and _comes_about(above, scope):
        scope.take("denied", "fail to")  # "the assault failed to materialise"
    elif governor.lemma in ENDING and any(w.dependency == "neg" for w in scope.below(above)):
        if any(w.dependency == "aux" and w.tag in ("VBZ", "VBP") for w in scope.below(above)):
            scope.certainty = scope.certainty or "ongoing"  # "the shelling has not stopped"
        scope.stands = True
    elif governor.lemma in scope_words("occurring") and not is_told_of(i, scope):
        take_negation(above, scope, i)
    elif governor.lemma in scope_words("coming"):  # "an assault looms"
        scope.take("possible", governor.lemma)


def _comes_about(verb: int, scope: Scope) -> bool:
    coming = [w.lemma for w in scope.below(verb) if w.dependency == "xcomp"]
    return any(lemma in scope_words("arriving") or lemma in scope_words("occurring") for lemma in coming)


def _take_what_is_said_of_it(above: int, scope: Scope) -> None:
    """ "Was to take place", "is imminent", "is a lie", "was close"."""
    is_be = scope.word(above).lemma == "be"
    for word in scope.below(above):
        if (
            is_be
            and word.dependency == "xcomp"
            and (word.lemma in scope_words("occurring") or word.lemma in scope_words("decreed"))
            and has_to(word.index, scope)
        ):
            scope.take("planned", "be to")
    take_adjective(above, scope)
    for word in scope.below(above):
        is_coming = word.lemma in scope_words("occurring") and has_to(word.index, scope)
        if is_coming and scope.word(above).lemma == "go" and scope.word(above).tag == "VBG":
            scope.take("planned", "going to")
        if word.dependency == "attr" and scope_words("nouns").get(word.lemma) == "untrue":
            scope.take("untrue", word.lemma)
        elif is_be and word.lower == "out" and _is_question(word.index, scope):
            scope.take("planned", "out of the question")
            scope.take("denied", "out of the question")
        elif is_be and word.dependency in ("acomp", "advmod") and word.lemma in scope_words("coming"):
            scope.take("possible", word.lemma)


def _is_question(i: int, scope: Scope) -> bool:
    """ "Is out of the question"."""
    return any(n.lemma == "question" for w in scope.below(i) for n in scope.below(w.index))


def undoes(i: int, scope: Scope, part: str = "undone") -> bool:
    """Whether verb i brings a plan to nothing: "cancelled", "called off", "fell through", "came to nothing"."""
    lemma = scope.word(i).lemma
    if lemma == "come" and any(n.lower in NAUGHT for w in scope.below(i) for n in scope.below(w.index)):
        return True
    particles = [f"{lemma} {w.lower}" for w in scope.below(i) if w.dependency in ("prt", "advmod", "prep")]
    return any(form in scope_words(part) for form in (lemma, *particles))


def take_mood(above: int, scope: Scope, below: int = -1) -> None:
    """Takes the modals, conditions and questions of the verb above; word `below` is the way by which it was reached."""
    for word in scope.below(above):
        if word.index == below:
            continue
        if word.dependency == "advcl" and is_condition(word.index, scope):
            take_condition(above, word.index, scope)
        elif word.dependency == "aux" and (word.text in CONDITIONAL or is_inverted_should(word, scope)):
            scope.take("conditional", word.lower)
        elif word.dependency == "aux" and word.tag == "MD":
            take_modal(above, word, scope)
        elif word.dependency == "mark":
            take_mark(word, scope)


def take_adjective(above: int, scope: Scope) -> None:
    """ "The attack is imminent", "it is possible that they left"."""
    for word in scope.below(above):
        if word.dependency in ("acomp", "oprd") and (found := scope_words("adjectives").get(word.lemma)):
            scope.take(found, word.lemma)


def take_negation(i: int, scope: Scope, below: int = -1) -> None:
    """Takes "not", "no" and "neither" that hang on word i, which was reached by way of word `below`."""
    for word in scope.below(i):
        if word.dependency == "neg" or (word.dependency in ("det", "preconj") and word.lower in ("no", "neither")):
            scope.take("denied", word.lower)
        elif is_never(word, scope):
            scope.take("denied", f"{word.lower} no")
    take_none_of(i, scope, below)
