"""Plans that came to nothing: a claim that it was planned, and one that denies it happened (docs/claims.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tidings.claims.answers.clause import make_answer
from tidings.claims.drafts import Draft, Report, change
from tidings.claims.scope import FAILED
from tidings.lexicons.scope import scope_words
from tidings.records import Parse
from tidings.syntax import children, is_verb

TURNING = frozenset({"but", "yet", "only"})
EMPTY = frozenset({"do", "have", "be", "get", "receive", "obtain", "occur"})
FARTHEST = 5


def split_failed_plans(drafts: Iterable[Draft], report: Report) -> Iterator[Draft]:
    """The drafts, with two for each plan that came to nothing."""
    told = list(drafts)
    for draft in told:
        if draft.is_speech:
            yield draft
        elif FAILED in draft.rules:
            yield change(draft, stance=draft.row.stance or "asserts", certainty="planned")
            start, end = _telling_of_failure(draft, report)
            yield change(draft, certainty="happened", start=start, end=end, counts=())
        else:
            yield draft
            yield from _undone_after(draft, told, report)


def _telling_of_failure(draft: Draft, report: Report) -> tuple[int, int]:
    """The words that tell it failed, where the act is their subject: "was cancelled when clearance was withdrawn"."""
    parse = report.sentences[draft.at].parse
    word = parse.words[draft.head]
    if word.dependency not in ("nsubj", "nsubjpass") or word.head < draft.head:
        return draft.start, draft.end
    first = min([word.head, *(c for c in children(parse, word.head, "aux", "auxpass", "neg") if c > draft.head)])
    return parse.words[first].start, make_answer(parse, "denies", word.head, None, None).end


def _undone_after(draft: Draft, told: list[Draft], report: Report) -> Iterator[Draft]:
    """ "Were to advance on the town, but rain held them up": the denial, its own clause for evidence."""
    if draft.stance != "asserts" or draft.certainty != "planned":
        return
    parse = report.sentences[draft.at].parse
    verb = _turned_against(parse, draft.head)
    if verb is None:
        return
    answer = make_answer(parse, "denies", verb, None, None)
    if any(
        d.at == draft.at and answer.start <= d.mention.start < answer.end and not d.is_speech and d.act != "talk.break"
        for d in told
    ):
        return  # that clause speaks of an act of its own
    yield change(
        draft, "answers.undone", stance="denies", certainty="happened", start=answer.start, end=answer.end, counts=()
    )


def _turned_against(parse: Parse, head: int) -> int | None:
    """The verb behind "but" that undoes the plan told before it."""
    i = head
    for _ in range(FARTHEST):
        if any(parse.words[c].lower in TURNING and parse.words[c].dependency == "cc" for c in parse.children[i]):
            for c in children(parse, i, "conj"):
                if c > head and is_verb(parse.words[c]) and undoes_plan(parse, c):
                    return c
        if parse.words[i].head == i:
            return None
        i = parse.words[i].head
    return None


def undoes_plan(parse: Parse, verb: int) -> bool:
    """Whether a verb, or its "never", brings to nothing what was planned."""
    word = parse.words[verb]
    below = [parse.words[c] for c in parse.children[verb]]
    if any(w.dependency == "neg" for w in below):  # "but it never came"; "but will not open a front" is another plan
        is_to_come = any(w.tag == "MD" for w in below)
        return not is_to_come and (word.lemma in EMPTY or word.lemma in scope_words("arriving"))
    forms = [word.lemma, *(f"{word.lemma} {w.lower}" for w in below)]
    return any(form in scope_words(part) for form in forms for part in ("undone", "hindered"))
