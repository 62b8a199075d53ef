"""Quotation marks: whose words a quotation is, beside a word of speech, after a colon, or after what was just said."""

from __future__ import annotations

from tidings.claims.attribution.blocks import start_draft
from tidings.claims.attribution.cues import make_cue
from tidings.claims.attribution.draft import Draft
from tidings.claims.attribution.page import Line, Page
from tidings.claims.attribution.quotations import Quotation
from tidings.claims.attribution.speakers import subject_of
from tidings.lexicons.speech import SpeechRow

SHORTEST_SPEECH = (
    4  # words; less between quotation marks is a word held at a distance, unless a word of speech stands by it
)
ANY_VERB = SpeechRow(
    name="speech.verbs.quoted",
    lemma="*",
    cue_class="say",
    stance="asserts",
    links=True,
    example="“{The harbour is lost tonight},” [she] sighed.",
)
SILENT = frozenset("believe know hope want judge".split())  # ways of thinking: no quotation is theirs
CITES = frozenset("quote cite".split())
NO_SPEECH = frozenset("be have do go come get".split())


def link_quotations(page: Page, drafts: list[Draft]) -> list[tuple[Quotation, Draft | None]]:
    """Each quotation with the attribution whose words it is; quotations that stand alone go on with none.

    What is said is stretched to the whole quotation where its sentence's grammar reached only part of it.
    """
    by_line: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_line.setdefault(draft.line.index, []).append(draft)
    linked: list[tuple[Quotation, Draft | None]] = []
    for quotation in page.quotations:
        first, last = page.line_at(quotation.start), page.line_at(quotation.end - 1)
        if first is None or last is None:
            continue
        linked.append((quotation, _link(page, quotation, first, last, by_line, drafts)))
    return linked


def _link(
    page: Page, quotation: Quotation, first: Line, last: Line, by_line: dict[int, list[Draft]], drafts: list[Draft]
) -> Draft | None:
    before = first.index - 1 if quotation.start <= first.words[0].end else first.index
    near = [
        d
        for i in dict.fromkeys((last.index, first.index, before))
        for d in by_line.get(i, ())
        if not _is_inside(d, quotation)
    ]
    host = _host(near, quotation)
    if host is not None:
        return host
    near = [d for d in near if d.row.cue_class not in SILENT]
    for draft in near:
        if not draft.content and _adjoins(draft, quotation, page.text):
            _take(draft, quotation)
            return draft
    for draft in near:
        if (
            draft.content
            and not draft.forward
            and _adjoins(draft, quotation, page.text)
            and quotation.start > draft.line.words[draft.head].start
        ):
            _take(draft, quotation)
            return draft
    found = _by_any_verb(page, quotation, first, last)
    if found is not None:
        drafts.append(found)
        by_line.setdefault(found.line.index, []).append(found)
    return found


def _is_inside(draft: Draft, quotation: Quotation) -> bool:
    return quotation.start <= draft.line.words[draft.head].start < quotation.end


def _host(near: list[Draft], quotation: Quotation) -> Draft | None:
    """The attribution whose clause already holds most of the quotation, or its last sentence."""
    best: tuple[int, Draft] | None = None
    for draft in near:
        for k, (a, b) in enumerate(draft.content):
            shared = min(b, quotation.end) - max(a, quotation.start)
            if shared <= 0:
                continue
            if best is None or (b - a) < best[0]:
                best = (b - a, draft)
            if a >= quotation.start and b <= quotation.end:
                draft.content[k] = (quotation.start, quotation.end)
                draft.kind = "direct"
            else:
                draft.content[k] = (min(a, quotation.start), max(b, quotation.end))
                draft.kind = "mixed" if draft.kind == "indirect" else draft.kind
    return best[1] if best else None


def _take(draft: Draft, quotation: Quotation) -> None:
    draft.content.append((quotation.start, quotation.end))
    if draft.kind == "indirect":
        draft.kind = "direct"


def _adjoins(draft: Draft, quotation: Quotation, text: str) -> bool:
    """Whether nothing but a comma, a colon or a dash stands between the quotation and the word of speech's block."""
    words = draft.line.words
    start, end = words[draft.block[0]].start, words[draft.block[1]].end
    if end <= quotation.start:
        between = text[end : quotation.start]
    elif start >= quotation.end:
        between = text[quotation.end : start]
    else:
        return False
    return len(between) < 40 and not any(
        c.isalnum() for c in between.replace("that", "").replace("and", "").replace("but", "")
    )


def _by_any_verb(page: Page, quotation: Quotation, first: Line, last: Line) -> Draft | None:
    """ "“…,” she sighed": right beside speech in quotation marks any verb with a subject is a word of speech."""
    inner = page.text[quotation.start : quotation.end]
    if inner.count(" ") + 1 < SHORTEST_SPEECH:
        return None
    after = _first_after(last, quotation.end)
    if after is not None and inner.rstrip("\"”'’»")[-1:] in ",?!—":
        for i in range(after, min(after + 8, len(last.words))):
            if _may_speak(last, i) and _left_of(last, i) <= after:
                return _quoted_draft(last, i, quotation)
    if page.text[: quotation.start].rstrip()[-1:] in (",", ":"):
        for i in range(len(first.words) - 1, -1, -1):
            word = first.words[i]
            if word.end <= quotation.start and _may_speak(first, i) and word.dependency in ("ROOT", "conj", "advcl"):
                return _quoted_draft(first, i, quotation) if quotation.start - word.end < 60 else None
    return None


def _first_after(line: Line, offset: int) -> int | None:
    return next((w.index for w in line.words if w.start >= offset and not line.is_mark(w.index)), None)


def _may_speak(line: Line, i: int) -> bool:
    word = line.words[i]
    return (
        word.tag in ("VBD", "VBZ", "VBP")
        and word.lemma not in NO_SPEECH
        and word.pos == "VERB"
        and line.child(i, "nsubj") is not None
    )


def _left_of(line: Line, i: int) -> int:
    subject = line.child(i, "nsubj")
    return min(i, line.first(subject)) if subject is not None else i


def _quoted_draft(line: Line, i: int, quotation: Quotation) -> Draft:
    cue = make_cue(line, i, (ANY_VERB,))
    quoted = line.child(i, "dobj") if line.words[i].lemma in CITES else None  # "the agency quoted Karr: “…”"
    draft = start_draft(line, cue, ANY_VERB, subject_of(line, i) if quoted is None else quoted)
    _take(draft, quotation)
    return draft
