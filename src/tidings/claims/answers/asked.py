"""Questions that the report itself answers with a no: "Has the town fallen? No."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tidings.claims.attribution import Attribution, voices_at
from tidings.claims.drafts import Draft, Report, change

ANSWERED = "answers.asked"
NO = re.compile(
    r"(?i)(?:no|nope|not (?:so|yet|at all|quite)|never|far from it"
    r"|(?:it|they|he|she) (?:has|have|is|are|did|do|was|were|will)(?: not|n[’']t))\s*(?:[.,;:!]|$)"
)


def answer_questions(drafts: Iterable[Draft], attributions: Sequence[Attribution], report: Report) -> Iterator[Draft]:
    """The drafts; what is asked and then answered with a no is denied by whoever answers."""
    for draft in drafts:
        answer = _answer_to(draft, report)
        if answer is None:
            yield draft
        else:
            start, end = answer
            said_by = voices_at(attributions, start, start + 2, report.publisher)[0].said_by
            yield change(draft, ANSWERED, stance="denies", said_by=said_by, hedged=False, end=max(end, draft.end))


def _answer_to(draft: Draft, report: Report) -> tuple[int, int] | None:
    """Where the no stands that follows the question of an act."""
    if draft.stance != "asserts" or draft.is_speech or draft.said_by or draft.at + 1 >= len(report.sentences):
        return None
    words, after = report.sentences[draft.at].parse.words, report.sentences[draft.at + 1].parse.words
    if not words or not after or not words[-1].text.startswith("?"):
        return None
    said = NO.match(report.text[after[0].start : after[-1].end])
    return None if said is None else (after[0].start, after[0].start + len(said.group().rstrip(" .,;:!")))
