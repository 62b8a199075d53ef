"""What is told of no event: the condition of another act, an end that is only wished for, a promise nobody made."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.claims.drafts import Draft
from tidings.claims.scope.conditions import marked_clause
from tidings.records import Parse
from tidings.syntax import subtree

CONDITIONS = ("scope.possible:if", "scope.possible:unless")
AHEAD = frozenset({"planned", "possible"})
ENDS = frozenset(
    f"scope.denied:{word}" for word in ("end", "stop", "halt", "cease", "suspend", "suspension", "cessation")
)
# Speech whose absence is no news: a promise not made, a wish not had. That nobody asked or claimed is told.
UNSAID = frozenset({"say.pledge"})
WISHES = frozenset({"want", "wish", "require", "tell", "order"})
WHERE = frozenset({"GPE", "LOC", "FAC"})
PATIENTS = frozenset({"wounded", "injured", "hurt", "sick", "maimed"})


def is_idle(draft: Draft, beside: Sequence[Draft], parse: Parse) -> bool:
    """Whether an act makes no claim where it stands; `beside` are the acts of its sentence."""
    if draft.is_speech:
        return _is_unsaid(draft, parse)
    return (
        _is_end_ahead(draft)
        or _is_negated_condition(draft)
        or _is_told_to_reader(draft, parse)
        or _is_condition_of_another(draft, beside, parse)
        or _is_patient(draft, beside, parse)
    )


def _is_unsaid(draft: Draft, parse: Parse) -> bool:
    """ "Neither side offered to extend it", "does not want it opened": no speech, and no act."""
    if draft.stance != "denies" or draft.certainty != "happened":
        return False
    return draft.act in UNSAID or (draft.act == "say.demand" and parse.words[draft.head].lemma in WISHES)


def _is_end_ahead(draft: Draft) -> bool:
    """ "Committed to an end to the fighting", "if the raids stop": the end is to come, and denies nothing."""
    return draft.stance == "denies" and draft.certainty in AHEAD and not ENDS.isdisjoint(draft.rules)


def _is_negated_condition(draft: Draft) -> bool:
    """ "If the guns are not handed over": what has to be done, told as undone."""
    return draft.stance == "denies" and draft.certainty in AHEAD and any(rule in CONDITIONS for rule in draft.rules)


def _is_told_to_reader(draft: Draft, parse: Parse) -> bool:
    """ "Please do not send lorries": asked of whoever reads."""
    word = parse.words[draft.head]
    below = [parse.words[c] for c in parse.children[draft.head]]
    is_subjectless = not any(w.dependency in ("nsubj", "nsubjpass", "csubj", "expl") for w in below)
    is_forbidden = any(w.lower == "do" for w in below) and any(w.dependency == "neg" for w in below)
    return word.tag == "VB" and word.head == word.index and is_subjectless and is_forbidden and not draft.said_by


def _is_condition_of_another(draft: Draft, beside: Sequence[Draft], parse: Parse) -> bool:
    """ "Will march if they are fired on": a bare condition behind the act that hangs on it, or one that is demanded."""
    if draft.certainty not in AHEAD or not any(rule in CONDITIONS for rule in draft.rules):
        return False
    clause = marked_clause(parse, draft.head)
    if clause is None or parse.words[clause].head > clause:
        return False
    words = subtree(parse, clause)
    start, end = parse.words[min(words)].start, parse.words[max(words)].end
    if any(other.act == "say.demand" and start <= other.mention.start < end for other in beside):
        return True
    is_placed = bool(draft.place) and not any(rule.startswith("inherit.place") for rule in draft.rules)
    names_where = is_placed or any(parse.words[i].entity in WHERE for i in words)
    return not names_where and any(other.mention.start < start for other in beside)


def _is_patient(draft: Draft, beside: Sequence[Draft], parse: Parse) -> bool:
    """ "Is to fetch 40 wounded": those who are carried, hurt before."""
    if draft.act != "harm.injure" or draft.certainty not in AHEAD or parse.words[draft.head].lower not in PATIENTS:
        return False
    helped = any(parse.words[c].dependency in ("aux", "auxpass") for c in parse.children[draft.head])
    return not helped and any(other.act in ("displace.evacuate", "aid.deliver") for other in beside)
