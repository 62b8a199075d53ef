"""What a report adds in the midst of somebody's words: "the town, which fell in May, is calm, the mayor said"."""

from __future__ import annotations

from tidings.claims.attribution.draft import Draft
from tidings.claims.attribution.page import Line, Page

PAST = frozenset("VBD VBN".split())


def leave_out_asides(page: Page, drafts: list[Draft]) -> None:
    """Takes a clause with "which", "who" or "whose" behind a comma, told as past, out of what is said."""
    for draft in drafts:
        if draft.kind not in ("indirect", "according") or not draft.content or not draft.row.links:
            continue
        for first, last in _asides(page, draft.line, draft):
            _cut_out(draft, first, last)


def _asides(page: Page, line: Line, draft: Draft) -> list[tuple[int, int]]:
    found = []
    for word in line.words:
        if word.dependency != "relcl" or line.is_below(draft.head, word.index):
            continue
        first, last = line.first(word.index), line.last(word.index)
        opener = line.words[first]
        if first == 0 or line.words[first - 1].text != "," or opener.lower not in ("which", "who", "whose", "where"):
            continue
        helped = [
            line.words[c].tag for c in line.parse.children[word.index] if line.words[c].dependency in ("aux", "auxpass")
        ]
        if (word.tag != "VBD" and "VBD" not in helped) or page.quotation_at(opener.start):
            continue
        found.append((opener.start, line.words[last].end))
    return found


def _cut_out(draft: Draft, first: int, last: int) -> None:
    kept: list[tuple[int, int]] = []
    for a, b in draft.content:
        if last <= a or b <= first:
            kept.append((a, b))
            continue
        kept += [(x, y) for x, y in ((a, first), (last, b)) if y - x > 1]
    draft.content = kept
