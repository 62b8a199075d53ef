"""Words that open a clause: "if" makes a condition, "whether" a question, "until" a wait."""

from __future__ import annotations

from tidings.claims.scope.ahead import is_present
from tidings.claims.scope.state import Scope
from tidings.lexicons.scope import scope_words
from tidings.records import Parse, Word

TIMES = frozenset({"time", "day", "hour", "week", "month"})
NEAR = 5  # words from a verb to the condition thrown in behind it
CLIMB = 8  # words up to the verb of a clause


def take_mark(word: Word, scope: Scope) -> None:
    """ "if" makes a condition, "whether" a question."""
    if word.lower == "if" and _is_asked(word.head, scope):
        scope.take("doubted", "if")
    elif word.lower in ("until", "till"):
        if is_present(word.head, scope) or _is_waited_for(word.head, scope):
            scope.take("possible", "until")
    elif word.lower == "before":
        if _is_matter_of_time(word.head, scope):
            scope.take("possible", "before")
    elif word.lower == "once" and _is_past(word.head, scope) and not _is_modal(scope.word(word.head).head, scope):
        return  # "once they had taken the town, they burned it"
    elif effect := scope_words("marks").get(word.lower):
        scope.take(effect, word.lower)


def _is_waited_for(i: int, scope: Scope) -> bool:
    """ "No truce until the prisoners are freed", "will fight until they leave"; but "held out until relief came"."""
    below = scope.below(scope.word(i).head)
    if any(w.dependency == "neg" and w.lower != "never" for w in below):
        return any(w.dependency == "aux" and w.tag in ("MD", "VBZ", "VBP") for w in below)
    has_modal = any(w.dependency == "aux" and w.tag == "MD" for w in below)
    return has_modal or any(w.lower == "no" for b in below for w in scope.below(b.index) if b.dependency == "attr")


def _is_matter_of_time(i: int, scope: Scope) -> bool:
    """ "It is only a matter of time before the town falls"."""
    above = scope.word(scope.word(i).head)
    said = [above, *(w for w in scope.below(above.index) if w.dependency == "attr")]
    below = [n.lemma for w in said for p in scope.below(w.index) for n in scope.below(p.index)]
    return not TIMES.isdisjoint([*(w.lemma for w in said), *below]) and any(
        w.lemma in ("matter", "question") for w in said
    )


def _is_past(i: int, scope: Scope) -> bool:
    below = [w for w in scope.below(i) if w.dependency in ("aux", "auxpass")]
    return scope.word(i).tag == "VBD" or any(w.tag == "VBD" for w in below)


def _is_modal(i: int, scope: Scope) -> bool:
    return any(w.tag == "MD" for w in scope.below(i))


def has_to(i: int, scope: Scope) -> bool:
    """Whether verb i is an infinitive with its "to"."""
    return any(word.lower == "to" and word.dependency in ("aux", "mark") for word in scope.below(i))


def _is_asked(i: int, scope: Scope) -> bool:
    """ "It is unclear if they fled", "did not say if they had": a question, no condition."""
    word = scope.word(i)
    beside = [w.lemma for w in scope.below(word.head) if w.dependency == "acomp"]
    if scope.word(word.head).lemma in ("know", "tell", "say", "see"):
        return True  # "it is not known if they fled"
    return word.dependency == "ccomp" or any(scope_words("adjectives").get(w) == "doubted" for w in beside)


def is_condition(i: int, scope: Scope) -> bool:
    """ "If they come", "should the truce break": what hangs on it is possible too; "if only to rest" is none."""
    if has_to(i, scope):
        return False
    return any(
        (word.dependency == "mark" and word.lower in ("if", "unless"))
        or (word.dependency == "aux" and is_inverted_should(word, scope))
        for word in scope.below(i)
    )


def is_inverted_should(word: Word, scope: Scope) -> bool:
    """ "Should the truce break", "retaliation should there be another raid": before its subject, and no question."""
    if word.lower != "should" or scope.parse.words[-1].text.startswith("?"):
        return False
    subjects = [w for w in scope.below(word.head) if w.dependency in ("nsubj", "nsubjpass", "expl")]
    asking = any(w.tag.startswith("W") and w.index < word.index for w in scope.below(word.head))
    return not asking and bool(subjects) and word.index < min(w.index for w in subjects)


def take_condition(verb: int, clause: int, scope: Scope) -> None:
    """ "Will march if they come" is only possible; "lasted, if it was a truce, an hour" keeps its distance."""
    is_near = 0 < clause - verb <= NEAR
    if is_near and scope.certainty is None and _is_past(verb, scope) and not _is_modal(verb, scope):
        scope.take("hedged", "if")
    else:
        scope.take("conditional", "if")


def marked_clause(parse: Parse, i: int) -> int | None:
    """The verb of the clause under "if" or "unless" in which word i stands."""
    for _ in range(CLIMB):
        if any(
            parse.words[c].dependency == "mark" and parse.words[c].lower in ("if", "unless") for c in parse.children[i]
        ):
            return i
        if parse.words[i].head == i:
            return None
        i = parse.words[i].head
    return None
