"""Words that go on: quotations with nobody beside them, and a speech after a colon without quotation marks."""

from __future__ import annotations

from tidings.claims.attribution.direct import SHORTEST_SPEECH
from tidings.claims.attribution.draft import Draft
from tidings.claims.attribution.page import Line, Page
from tidings.claims.attribution.quotations import Quotation
from tidings.claims.attribution.speakers import subject_of
from tidings.lexicons.speech import SpeechRow

STATEMENT = SpeechRow(
    name="speech.statement",
    lemma="statement",
    cue_class="say",
    stance="asserts",
    links=True,
    example="[The envoy] issued the following statement:\n\n“{We are leaving the town tonight.}”",
)
SAME_PARAGRAPHS = 1  # a quotation may go on with the speaker of the paragraph before
FIRST_PERSON = frozenset("i we our my us me".split())


def go_on(page: Page, linked: list[tuple[Quotation, Draft | None]], drafts: list[Draft]) -> None:
    """Give each quotation that nobody speaks to the one who spoke last, or whose colon stands before it."""
    before: tuple[Quotation, Draft] | None = None
    for quotation, draft in linked:
        if draft is not None:
            before = (quotation, draft)
            continue
        if page.text[quotation.start : quotation.end].count(" ") + 1 < SHORTEST_SPEECH:
            continue
        speaker = _last_speaker(page, quotation, before, drafts)
        if speaker is not None:
            speaker.content.append((quotation.start, quotation.end))
            before = (quotation, speaker)


def _last_speaker(
    page: Page, quotation: Quotation, before: tuple[Quotation, Draft] | None, drafts: list[Draft]
) -> Draft | None:
    """The speaker of the quotation before, else of the sentence before, where this one opens a sentence."""
    line = page.line_at(quotation.start)
    if line is None or quotation.start > line.words[0].end:
        return None
    if before is not None and quotation.paragraph - before[0].paragraph <= SAME_PARAGRAPHS:
        between = page.text[before[0].end : quotation.start]
        if before[0].open or (not _speaks_between(before, quotation, drafts) and between.count(". ") < 3):
            return before[1]
    speaking = [d for d in drafts if d.line.index == line.index - 1 and d.row.links and d.source is not None]
    if speaking and line.paragraph - speaking[-1].line.paragraph <= SAME_PARAGRAPHS:
        return min(speaking, key=lambda d: d.head) if len(speaking) > 1 else speaking[0]
    return None


def _speaks_between(before: tuple[Quotation, Draft], quotation: Quotation, drafts: list[Draft]) -> bool:
    return any(
        before[0].end < d.line.words[d.head].start < quotation.start and d.source is not None and d.row.links
        for d in drafts
        if d is not before[1]
    )


def find_statements(page: Page) -> list[Draft]:
    """ "Issued the following statement:" at the end of a sentence."""
    found = []
    documents = page.speech.words["documents"] | {"remark", "comment"}
    issues = page.speech.words["issues"]
    for line in page.lines:
        if not line.words or line.words[-1].text != ":":
            continue
        for word in line.words:
            if word.lemma not in documents or word.dependency not in ("dobj", "nsubjpass"):
                continue
            verb = line.words[word.head]
            source = subject_of(line, verb.index)
            if verb.lemma not in issues or source is None or source == word.index:
                continue
            draft = Draft(line, (verb.index, verb.index), STATEMENT, source=source, head=verb.index, forward=True)
            draft.source_words = (line.first(source), min(line.last(source), max(verb.index - 1, source)))
            draft.block = (draft.source_words[0], len(line.words) - 2)
            found.append(draft)
            break
    return found


def read_on_after_colons(page: Page, drafts: list[Draft]) -> None:
    """ "The minister said:" without quotation marks: what follows in the paragraph, or the paragraphs after it."""
    for draft in drafts:
        line = draft.line
        if not draft.row.links or draft.source is None or draft.row.cue_class != "say" or draft.kind != "indirect":
            continue
        colon = draft.block[1] + 1
        if (
            colon < len(line.words)
            and line.words[colon].text == ":"
            and not page.quotation_at(line.words[colon].end + 1)
        ):
            following = _following(page, line, drafts, own=colon + 1 < len(line.words))
        elif line.words[-1].text == ":" and not draft.content and draft.head >= len(line.words) - 12:
            following = _following(page, line, drafts, own=False)
        else:
            continue
        start = line.words[colon].end + 1 if colon + 1 < len(line.words) and line.words[colon].text == ":" else None
        ends = [*(later.sentence.sentence.end for later in following)]
        if start is None and not following:
            continue
        begin = start if start is not None else following[0].sentence.sentence.start
        before = [(a, b) for a, b in draft.content if b <= line.words[draft.block[0]].start]
        draft.content = [*before, (begin, ends[-1] if ends else line.sentence.sentence.end)]
        draft.kind, draft.forward = "direct", True


def _following(page: Page, line: Line, drafts: list[Draft], own: bool) -> list[Line]:
    """The sentences after a colon that are still the speaker's.

    To the end of the paragraph where the words begin in it; paragraphs after it while somebody says "we" or "I" in
    them, or where they stand under the colon from the first; never past a quotation, a header, or a new report of
    speech by name.
    """
    anew = {d.line.index for d in drafts if d.kind in ("indirect", "heading") and _is_reported(d)}
    found: list[Line] = []
    for later in page.lines[line.index + 1 :]:
        if not later.words or later.sentence.sentence.kind in ("header", "caption"):
            break
        last = found[-1] if found else line
        if later.paragraph != last.paragraph:
            if later.index in anew or page.quotation_at(later.words[0].start):
                break
            if own and not _says_we(page, later):
                break
        elif later.index in anew and not own:
            break
        found.append(later)
    return found


def _says_we(page: Page, line: Line) -> bool:
    """Whether the paragraph that begins with this sentence speaks in the first person."""
    for later in page.lines[line.index :]:
        if later.paragraph != line.paragraph:
            return False
        if any(w.lower in FIRST_PERSON for w in later.words):
            return True
    return False


def _is_reported(draft: Draft) -> bool:
    """A sentence that says "X said", not one in which the speaker says "I" or "we"."""
    if draft.source is None:
        return False
    word = draft.line.words[draft.source]
    return draft.row.cue_class == "say" and word.entity == "PERSON" and draft.line.words[draft.head].tag == "VBD"
