"""Words that answer others: "a claim the government rejects", "the army denies this", "…, which the mayor confirmed".

The answer's own words ("this", "a claim") say nothing of themselves; what they stand for are the words answered.
"""

from __future__ import annotations

from collections.abc import Sequence

from tidings.claims.attribution.draft import Draft
from tidings.claims.attribution.page import Line, Page

ANSWERING = frozenset("deny doubt confirm".split())
STANDING_FOR = frozenset("it this that which".split())
POINTING = frozenset("a an the this that these those such".split())


def find_answers(page: Page, drafts: Sequence[Draft]) -> None:
    """Give each draft that answers the words it answers, and end the words before it where it begins."""
    for draft in drafts:
        if draft.row.cue_class in ANSWERING and draft.content and draft.source is not None and _points(page, draft):
            draft.answers = _in_sentence(draft, drafts) or _before(page, draft, drafts)


def _points(page: Page, draft: Draft) -> bool:
    """Whether what it takes is only a pronoun, or a word like "the claim" that says no more."""
    line, (start, end) = draft.line, draft.content[0]
    words = [w for w in line.words if start <= w.start < end]
    if len(words) == 1:
        return words[0].lower in STANDING_FOR
    nouns = page.speech.nouns.keys() | page.speech.words["documents"] | {"accusation", "figure"}
    return len(words) == 2 and words[0].lower in POINTING and words[1].lemma in nouns


def _in_sentence(draft: Draft, drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """What stands before the answer in its own sentence, parted by a mark: somebody's words, or the clause itself."""
    line = draft.line
    opens = _first_word(draft)
    while opens > 1 and line.words[opens - 1].dependency == "cc":
        opens -= 1
    if opens < 2 or not line.is_mark(opens - 1):
        return []
    stop = line.words[opens - 1].start
    for other in drafts:
        if other is draft or other.line is not line or not other.row.links or not other.content:
            continue
        start, end = other.content[-1]
        if start < stop <= end or end <= stop <= end + 3:
            cut = line.span(_word_at(line, start), opens - 1)
            other.content[-1] = cut if cut else other.content[-1]
            return list(other.content)
    span = line.span(0, opens - 1)
    return [span] if span else []


def _first_word(draft: Draft) -> int:
    """Where the answer begins: "which", "a claim", or the first word of its block."""
    start = draft.content[0][0]
    return min(draft.block[0], _word_at(draft.line, start))


def _before(page: Page, draft: Draft, drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """The words last spoken in the sentence before; where nobody spoke, that sentence."""
    if draft.line.index == 0 or _first_word(draft) > 4:
        return []
    earlier = page.lines[draft.line.index - 1]
    spoken = [d for d in drafts if d.line is earlier and d.row.links and d.content and d.source is not None]
    if spoken:
        return list(max(spoken, key=lambda d: d.head).content)
    span = earlier.span(0, len(earlier.words) - 1) if earlier.words else None
    return [span] if span else []


def _word_at(line: Line, offset: int) -> int:
    return next((w.index for w in line.words if w.end > offset), len(line.words) - 1)
