"""Whether an act told as a noun came about, ended or is only told of: "came at dawn", "was lifted"."""

from __future__ import annotations

from tidings.claims.scope.articles import is_indefinite
from tidings.claims.scope.state import Scope
from tidings.lexicons.scope import scope_words

FALLING_SILENT = frozenset({"stop", "cease"})  # "the shelling stopped on Friday"
COMES = frozenset(
    {"take", "happen", "occur", "come", "begin", "start", "go", "follow", "open", "succeed", "cost", "kill"}
)


def is_told_of(i: int, scope: Scope) -> bool:
    """ "The raid was not the first": a thing known, of which "is not" tells something else."""
    above = scope.word(i).head
    if scope.word(above).lemma != "be" or is_indefinite(i, scope):
        return False
    said = [w for w in scope.below(above) if w.dependency in ("attr", "acomp")]
    return bool(said) and not any(
        scope_words(part).get(w.lemma) for w in said for part in ("adjectives", "nouns", "called", "coming")
    )


def has_come(i: int, scope: Scope) -> bool:
    """ "The planned strike took place on Friday", "the feared raid came": told by a plain past verb of coming about."""
    verb = scope.word(scope.word(i).head)
    below = scope.below(verb.index)
    is_past = verb.tag == "VBD" or (verb.tag == "VBN" and any(w.lemma == "have" for w in below))
    if verb.lemma not in COMES or not is_past:
        return False
    return not any(w.dependency == "neg" or w.tag == "MD" or w.lower in ("never", "yet") for w in below)


def is_lifted(verb: int, scope: Scope) -> bool:
    """ "The curfew was lifted", "reopened"; "eased the ban": the rule is no more."""
    return scope.act.startswith("govern.") and scope.word(verb).lemma in scope_words("lifting")


def has_ended(verb: int, scope: Scope) -> bool:
    """ "The curfew was lifted", "the shelling stopped": it is no more; but "has not stopped"."""
    is_over = is_lifted(verb, scope) or (scope.act.startswith("fight.") and scope.word(verb).lemma in FALLING_SILENT)
    return is_over and not any(w.dependency == "neg" for w in scope.below(verb))
