"""What makes no claim of its own: the same said again, and acts that are only mentioned.

"Within one report the same speaker and the same proposition make one claim, at its most informative mention"
(docs/claims.md, Repeats).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tidings.claims.answers.asked import ANSWERED
from tidings.claims.drafts import Draft, Report
from tidings.claims.idle import is_idle
from tidings.claims.scope import FAILED
from tidings.lexicons.scope import scope_words
from tidings.records import Parse, Period, Word
from tidings.syntax import is_noun, subtree

POINTING = frozenset({"the", "this", "that", "these", "those", "such", "its", "their", "his", "her"})
# What hangs on a noun and tells more of it than that it was.
TELLING = frozenset({"prep", "poss", "nummod", "acl", "relcl", "appos", "amod", "compound"})
# ... but not where it only judges it, or tells how it was met.
JUDGING = scope_words("judging")
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})
# "Until the town is retaken", "when they leave": told as the time of something else, and yet to come.
COMING_TIMES = frozenset({"scope.conditional:when", "scope.possible:until"})
WHEN = frozenset({"after", "before", "following", "under", "despite", "during", "since", "until", "pending"})


def fold_repeats(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Drafts without those that say again what the same speaker has said: the most informative mention stays."""
    best: dict[object, Draft] = {}
    for draft in drafts:
        key = _proposition(draft)
        if key not in best or _information(draft) > _information(best[key]):
            best[key] = draft
    yield from best.values()


def _proposition(draft: Draft) -> object:
    counts = frozenset((c.what, c.low, c.high, c.of) for c in draft.counts)
    period = draft.period or Period()
    if not (draft.actor or draft.target or draft.counts or draft.place):
        return (draft.act, draft.at, draft.head, draft.said_by, draft.stance)  # nothing to be the same by
    return (
        draft.act, draft.actor, draft.target, draft.place, draft.destination, period.first, period.last, counts,
        draft.said_by, draft.stance, draft.certainty, draft.manner, draft.at if draft.is_speech else None,
    )  # fmt: skip


def _information(draft: Draft) -> int:
    return sum(map(bool, (draft.actor, draft.target, draft.place, draft.period, draft.counts)))


def leave_out_mere_mentions(drafts: Iterable[Draft], report: Report) -> Iterator[Draft]:
    """Drafts without "the attack" that only points back, speech that is only wished for, and pure questions."""
    told: set[str] = set()
    ordered = sorted(drafts, key=lambda draft: (draft.at, draft.mention.start))
    beside: dict[int, list[Draft]] = {}
    for draft in ordered:
        beside.setdefault(draft.at, []).append(draft)
    for draft in ordered:
        parse = report.sentences[draft.at].parse
        family = draft.act.split(".")[0]
        if (family in told and _points_back(draft, report)) or _only_dates(draft, parse):
            continue
        if _is_only_wished(draft) if draft.is_speech else _is_only_aimed_at(draft):
            continue
        if _is_nothing_said(draft, parse) or is_idle(draft, beside[draft.at], parse):
            continue
        if any(rule.startswith("scope.denied:to ") for rule in draft.rules) or _is_without_fight(draft):
            continue
        if _is_question(draft, parse) or not COMING_TIMES.isdisjoint(draft.rules):
            continue
        told.add(family)
        yield draft


def _is_nothing_said(draft: Draft, parse: Parse) -> bool:
    """ "No orders", "denied any promise"; but that nobody claimed an attack is told."""
    if not draft.is_speech or draft.act == "say.responsibility":
        return False
    return draft.stance != "asserts" and is_noun(parse.words[draft.head])


def _points_back(draft: Draft, report: Report) -> bool:
    """ "The attack", "the Goma attack": a noun that names what was told before and adds nothing to it."""
    parse = report.sentences[draft.at].parse
    word = parse.words[draft.head]
    if not is_noun(word) or draft.counts or draft.stance != "asserts" or draft.certainty in ("planned", "possible"):
        return False
    below = [parse.words[c] for c in parse.children[draft.head]]
    if not any(w.lower in POINTING for w in below):
        return False
    telling = [w for w in below if w.dependency in TELLING and w.lower not in POINTING and w.lemma not in JUDGING]
    return not telling or _was_told(telling, draft.at, report)


def _was_told(telling: Iterable[Word], at: int, report: Report) -> bool:
    """Whether all that hangs on a noun stood in the report before."""
    parse = report.sentences[at].parse
    before = {w.lemma for sentence in report.sentences[:at] for w in sentence.parse.words if w.pos in CONTENT}
    words = (parse.words[i] for w in telling for i in subtree(parse, w.index))
    return all(w.lemma in before for w in words if w.pos in CONTENT)


def _only_dates(draft: Draft, parse: Parse) -> bool:
    """ "After the meeting", "under the first truce": talks that only say when or how something else was."""
    word = parse.words[draft.head]
    if not draft.act.startswith("talk.") or word.dependency != "pobj" or not is_noun(word):
        return False
    below = [parse.words[c] for c in parse.children[draft.head]]
    is_known = any(w.lower in (*POINTING, "our") for w in below)
    is_bare = all(w.dependency in ("det", "poss", "amod", "punct") for w in below)
    return is_known and is_bare and parse.words[word.head].lower in WHEN


def _is_question(draft: Draft, parse: Parse) -> bool:
    """Asked, not told; a question that somebody is said to ask is told ("Why did they shell us? he asked")."""
    if ANSWERED in draft.rules:
        return False
    return parse.words[-1].text.startswith("?") and not draft.said_by


def _is_only_wished(draft: Draft) -> bool:
    """Speech under a plan or a fear ("to defeat them", "wanted to warn"); its own words ("must", "if") are speech."""
    asked = (c.lemmas for c in draft.row.when if "governor" in c.slots)
    modals = {*scope_words("modals"), *(word for part in draft.row.words for word in part)}.union(*asked)
    above = [rule.partition(":")[2] for rule in draft.rules if rule.startswith(("scope.planned:", "scope.possible:"))]
    return any(word not in modals for word in above)


def _is_only_aimed_at(draft: Draft) -> bool:
    """A purpose, a demand, a wish or an attempt beside the act that matters: "fled to escape", "urged to leave"."""
    if draft.certainty not in ("planned", "possible") or (draft.stance != "asserts" and not _is_asked_not_to(draft)):
        return False
    if FAILED in draft.rules:
        return False
    nearest = next(
        (r.partition(":")[2] for r in draft.rules if r.startswith(("scope.planned:", "scope.possible:"))), ""
    )
    return nearest in scope_words("aims") or (nearest.endswith(" to") and nearest != "be to")


def _is_asked_not_to(draft: Draft) -> bool:
    """ "Begged them not to flee": the "not" is part of what is asked, before the word that asks."""
    rules = [rule for rule in draft.rules if rule.startswith(("scope.planned:", "scope.denied:"))]
    words = [rule.partition(":")[2] for rule in rules]
    return words[:1] == ["not"] and sum(rule.startswith("scope.denied:") for rule in rules) == 1 and len(rules) > 1


def _is_without_fight(draft: Draft) -> bool:
    """ "Fell without a fight": how the town fell, no claim of its own."""
    return draft.act == "fight.clash" and "scope.denied:without" in draft.rules
