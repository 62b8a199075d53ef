"""What a sentence does with an act: asserts, denies or doubts it, as happened, ongoing, planned or possible.

The judgement walks from the trigger to the root of its sentence. Each word on the way (a modal, "failed to", "fears
that", "if") may change it; the nearest change of a kind wins, and what is only reported ("said", "claimed") lets it
pass. Which speaker denies is settled by attribution; here only the report's or speaker's own grammar speaks.
"""

from __future__ import annotations

import msgspec

from tidings.claims.scope.above import walk_up
from tidings.claims.scope.ahead import take_day_ahead
from tidings.claims.scope.beside import look_beside
from tidings.claims.scope.none import is_counted
from tidings.claims.scope.state import Scope
from tidings.claims.scope.tense import tell_tense
from tidings.lexicons.acts import ActRow
from tidings.records import Certainty, Parse, Stance
from tidings.syntax import is_noun

NOTHING = "scope.nothing"  # the rule of an act that is told by what there is none of: "no progress was reported"
OWN_NONE = frozenset({"no", "not", "n't", "nothing", "nobody", "none"})
OWN_MODALS = frozenset({"may", "can", "must"})
TURNING_DOWN = frozenset({"refuse", "reject", "dismiss", "decline", "ignore", "rebuff", "spurn", "resist", "oppose"})
TO_COME = frozenset({"will", "shall", "'ll", "wo", "may", "might"})
FAILED = "scope.failed:plan"  # the rule of an act that was planned and did not come about
UNREAL = frozenset({"scope.denied:had", "scope.denied:would have"})
MOVES = frozenset({"territory.withdraw", "force.withdraw", "force.surrender", "force.deploy", "displace.return"})


class Judgement(msgspec.Struct, frozen=True):
    """Stance and certainty of an act, whether the text keeps its distance, and the words that decided."""

    stance: Stance = "asserts"
    certainty: Certainty = "happened"
    hedged: bool = False
    rules: tuple[str, ...] = ()


def judge(parse: Parse, head: int, row: ActRow, cues: frozenset[int] = frozenset()) -> Judgement:
    """The judgement over the act of `row` at word `head`; `cues` are words of speaking, judged as attributions."""
    scope = Scope(parse, cues, row.act, head)
    scope.told_by_negation = _is_nothing(scope, head, row)
    look_beside(head, row.act, scope)
    take_day_ahead(head, scope)
    walk_up(head, scope)
    stance: Stance = row.stance or "asserts"
    if scope.told_by_negation:
        scope.rules.append(NOTHING)
    elif scope.negations % 2 and not _is_zero(scope, head, row.act):
        own_denial = row.stance == "denies" and not row.act.startswith("say.")
        stance = "asserts" if own_denial else "denies"  # "has not reopened": it is closed
        if own_denial and not UNREAL.isdisjoint(scope.rules):
            scope.certainty = "possible"  # "had the road stayed open": that it was shut is not told
    elif scope.stance:
        stance = scope.stance
    if stance == "denies" and (_is_turned_down(scope, head, row) or _is_own_not(row)):
        stance = "asserts"
    rules = [*scope.rules, FAILED] if scope.failed and stance != (row.stance or "asserts") else scope.rules
    certainty = scope.certainty or row.certainty or tell_tense(parse, head, row.act)
    if row.certainty and row.kind == "phrase" and any(not OWN_MODALS.isdisjoint(part) for part in row.words):
        certainty = row.certainty  # "women may not leave the house": the rule stands
    if stance == "denies" and certainty == "ongoing" and row.act in MOVES and parse.words[head].tag == "VBG":
        certainty = "planned"  # "they are not leaving"
    if stance == "denies" and certainty == "planned" and _is_order_denied(scope, row):
        certainty = "happened"
    if (
        row.act.startswith("say.")
        and certainty in ("planned", "possible")
        and not _is_still_to_be_said(scope, head, row)
    ):
        certainty = "happened"  # the speaking happened; what is asked or foreseen inside it is another claim
    return Judgement(stance, certainty, scope.hedged or row.hedged, tuple(rules))


def _is_nothing(scope: Scope, head: int, row: ActRow) -> bool:
    """Whether the "no" beside the act is one of the row's own words: "no longer works", "have no designs on"."""
    own = {form for part in row.words for form in part} & OWN_NONE
    if row.kind != "phrase" or not own:
        return False
    below = scope.below(head)
    near = [*below, *(w for word in below for w in scope.below(word.index))]
    return any(word.lower in own for word in near)


def _is_turned_down(scope: Scope, head: int, row: ActRow) -> bool:
    """ "Refused a request", "dismissed a call": what is turned down was said."""
    word = scope.word(head)
    return row.act.startswith("say.") and word.dependency == "dobj" and scope.word(word.head).lemma in TURNING_DOWN


def _is_order_denied(scope: Scope, row: ActRow) -> bool:
    """ "No curfew has been ordered", "was not told to leave": the order is the act, and none was given."""
    if row.act == "displace.expel" and row.certainty == "planned":
        return not any(rule.startswith("scope.planned:") for rule in scope.rules)
    return row.act == "govern.rule" and "scope.planned:order" in scope.rules


def _is_own_not(row: ActRow) -> bool:
    """ "Will not go unpunished": the "not" belongs to what is said, whatever it hangs on."""
    return row.act.startswith("say.") and row.kind == "phrase" and ("not",) in row.words


def _is_zero(scope: Scope, head: int, act: str) -> bool:
    """ "No casualties were reported", "did not result in any deaths": a figure of zero, asserted."""
    below = scope.below(head)
    if not act.startswith("harm.") or not is_noun(scope.word(head)) or not is_counted(head, scope):
        return False
    return any(w.lower in ("no", "any") for w in below)


def _is_still_to_be_said(scope: Scope, head: int, row: ActRow) -> bool:
    """ "Will warn", "may ask"; in a phrase ("we will fight on") the words themselves are the threat."""
    return row.kind != "phrase" and any(word.lower in TO_COME for word in scope.below(head))
