"""What an answer repeats: the proposition told last before it, with the answer's own speaker and stance.

"A denial is a claim with the same proposition" (docs/claims.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tidings.claims.answers.find import Answer, find_answers
from tidings.claims.attribution import Attribution, voices_at
from tidings.claims.drafts import Draft, Report, change
from tidings.lexicons.scope import scope_words
from tidings.records import Parse, Speaker, Stance
from tidings.syntax import subtree

REACH = 2  # sentences back
SEVERAL = frozenset({"both", "them", "these", "those", "all"})
FIGURES = frozenset({"figure", "number", "toll", "count", "tally", "total", "estimate"})


def add_answers(drafts: Iterable[Draft], attributions: Sequence[Attribution], report: Report) -> list[Draft]:
    """The drafts, and a copy of each that somebody later denies or doubts without naming it again."""
    told = sorted(drafts, key=lambda draft: (draft.at, draft.mention.start))
    answers: list[Draft] = []
    for at, parsed in enumerate(report.sentences):
        for answer in find_answers(parsed.parse):
            if not _tells_itself(answer, at, parsed.parse, told):
                answers.extend(_repeat(answer, at, told, attributions, report))
    for attribution in attributions:
        answers.extend(_dismissal(attribution, told, report))
    return [*told, *answers]


def _tells_itself(answer: Answer, at: int, parse: Parse, told: Sequence[Draft]) -> bool:
    """Whether the words that are answered name an act themselves: "denied the report that the town had fallen"."""
    if answer.what is None:
        return False
    words = [parse.words[i] for i in subtree(parse, answer.what) if i != answer.verb]
    start, end = words[0].start, words[-1].end
    return any(d.at == at and not d.is_speech and start <= d.mention.start < end and d.stance != "asserts" for d in told)


def _repeat(
    answer: Answer, at: int, told: Sequence[Draft], attributions: Sequence[Attribution], report: Report
) -> Iterator[Draft]:
    said_by = _speakers(answer, at, attributions, report)
    for draft in _answered(answer, at, told, report.sentences[at].parse):
        if draft.said_by[-1:] != said_by[-1:] or not said_by:
            yield change(
                draft, f"answers.{answer.stance}", at=at, start=answer.start, end=answer.end, stance=answer.stance,
                said_by=said_by, hedged=False, counts=(),
            )  # fmt: skip


def _speakers(answer: Answer, at: int, attributions: Sequence[Attribution], report: Report) -> tuple[Speaker, ...]:
    """Whoever answers, after those who pass the answer on."""
    verb = report.sentences[at].parse.words[answer.verb]
    own = [a for a in attributions if a.sentence == at and a.cue_start <= verb.start < a.cue_end and a.speaker]
    around = [a for a in attributions if a not in own]
    chain = voices_at(around, verb.start, verb.end, report.publisher)[0].said_by
    if own:
        return (*chain, own[0].speaker) if own[0].speaker else chain
    named = [m for m in report.mentions[at].actors if m.head == answer.said_by]
    return (*chain, str(named[0].means)) if named else chain


def _answered(answer: Answer, at: int, told: Sequence[Draft], parse: Parse) -> list[Draft]:
    """What the answer stands for, out of the nearest sentence that tells something."""
    before = [d for d in told if d.mention.start < answer.start and not d.is_speech and d.stance == "asserts"]
    before = [d for d in before if at - d.at <= REACH]
    if not before:
        return []
    last = [d for d in before if d.at == before[-1].at]
    if answer.what is None:
        return last[-1:]
    word = parse.words[answer.what]
    if word.lemma in FIGURES:
        last = [d for d in last if d.counts] or last
    lowers = {word.lower, *(parse.words[c].lower for c in parse.children[answer.what])}
    if not SEVERAL.isdisjoint(lowers) or word.tag == "NNS":
        return last
    return last[:1]


def _dismissal(attribution: Attribution, told: Sequence[Draft], report: Report) -> Iterator[Draft]:
    """ "Baseless." "A lie.": a quotation that does nothing but deny."""
    if attribution.speaker is None or len(attribution.content) != 1 or attribution.kind not in ("direct", "mixed"):
        return
    start, end = attribution.content[0]
    if not _is_dismissal(report.text[start:end]):
        return
    before = [d for d in told if d.mention.start < attribution.cue_start and not d.is_speech and d.stance == "asserts"]
    last = [d for d in before if attribution.sentence - d.at <= REACH and d.at == before[-1].at]
    places = [start, end, attribution.source_start or start, attribution.source_end or end]
    stance: Stance = "denies"
    for draft in last:
        yield change(
            draft, "answers.dismissal", at=attribution.sentence, start=min(places), end=max(places), stance=stance,
            said_by=(attribution.speaker,), hedged=False, counts=(),
        )  # fmt: skip


def _is_dismissal(quoted: str) -> bool:
    said = re.findall(r"[a-z]+", quoted.lower())
    parts = ("adjectives", "nouns")
    return 0 < len(said) <= 4 and any(scope_words(part).get(word) == "untrue" for part in parts for word in said)
