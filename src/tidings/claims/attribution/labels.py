"""Speakers named by a label: "SPOKESMAN: …", "14:05 Orlo Venn: “…”", "[REPORTER] …", interviews, signatures."""

from __future__ import annotations

import re

from tidings.claims.attribution.draft import Draft
from tidings.claims.attribution.names import Naming, name_speakers
from tidings.claims.attribution.page import Line, Page
from tidings.lexicons.speech import SpeechRow

LABEL = SpeechRow(
    name="speech.label",
    lemma=":",
    cue_class="say",
    stance="asserts",
    links=True,
    example="The two men met in the square.\n\n[SPOKESMAN]: {The bridge is ours.}",
)
LONGEST_LABEL = 16  # words
BRACKETED = re.compile(r"\[([A-Z][A-Za-z .'-]{2,40})\]\s*")
NOT_A_SPEAKER = re.compile(
    r"(?i)^(text|passage|words|excerpts?|sic|video|begin|end|recording|as (?:received|heard)|editor|omitted)\b"
)
ASKS = re.compile(r"(?i)^(?:reporter|announcer|question|interviewer|moderator|journalist)s?$")
QUESTION, ANSWER = re.compile(r"^\s*Q\s*[:.]"), re.compile(r"^\s*A\s*[:.]")
DASH, ANY_TURN = re.compile(r"^\s*[-–—]\s"), re.compile(r"^\s*(?:[QA]\s*[:.]|[-–—])\s*")
SIGNATURE = re.compile(r"\s*[-–—]\s*(?=[A-Z])")
CLOCK = re.compile(r"^\d{1,2}[:.]\d{2}$|^\d{1,4}$")


def find_labels(page: Page) -> list[Draft]:
    """Drafts for all labels of a text."""
    found = _answers(page)
    taken = {d.line.index for d in found}
    for line in page.lines:
        if not line.words or line.index in taken:
            continue
        draft = _bracketed(page, line) or _with_colon(page, line)
        if draft is not None:
            found.append(draft)
    _end_at_next(page, found)
    found.extend(_signed(page))
    return found


def _signed(page: Page) -> list[Draft]:
    """ "“We hold the pass.” - Orlo Venn, garrison commander": a name set behind a quotation with a dash."""
    found = []
    for quotation in page.quotations:
        match = SIGNATURE.match(page.text, quotation.end)
        line = page.line_at(match.end()) if match else None
        if match is None or line is None:
            continue
        first = next((w.index for w in line.words if w.start >= match.end()), None)
        last = next(
            (w.index - 1 for w in line.words if first is not None and w.index > first and w.tag in (",", ".", ":")),
            None,
        )
        if first is None or last is None or any(w.pos in ("VERB", "AUX") for w in line.words[first : last + 1]):
            continue
        named = line.words[first : last + 1]
        if not any(w.entity in ("PERSON", "ORG") for w in named) and not all(w.tag == "NNP" for w in named):
            continue
        span = (quotation.start, quotation.end)
        found.append(_draft(line, (first, last), first, last, name_speakers(page, line, last), span))
    return found


def _end_at_next(page: Page, drafts: list[Draft]) -> None:
    """One label's words end where the next label of the paragraph stands."""
    for draft in drafts:
        start, end = draft.content[0]
        others = [d.line.words[d.block[0]].start for d in drafts if d is not draft]
        stop = min([o for o in others if start < o < end], default=end)
        draft.content[0] = (start, start + len(page.text[start:stop].rstrip()))


def _opens_paragraph(page: Page, line: Line) -> bool:
    return line.index == 0 or page.lines[line.index - 1].paragraph != line.paragraph


def _end_of_paragraph(page: Page, line: Line) -> int:
    last = line.index
    while last + 1 < len(page.lines) and page.lines[last + 1].paragraph == line.paragraph:
        last += 1
    return page.lines[last].sentence.sentence.end


def _with_colon(page: Page, line: Line) -> Draft | None:
    words = line.words
    colon = next((w.index for w in words[:LONGEST_LABEL] if w.text == ":"), None)
    if colon is None or page.quotation_at(words[0].start):
        return None
    first = next((w.index + 1 for w in words[:LONGEST_LABEL] if w.text == "]"), 0) if words[0].text == "[" else 0
    opens = first > 0 or _opens_paragraph(page, line)
    while first < colon and (CLOCK.match(words[first].text) or words[first].text in (":", "-", "–", "•", "*")):
        first += 1
    if first >= colon:  # "14:05 Orlo Venn:" read as "14 : 05 …"
        colon = next((w.index for w in words[first:LONGEST_LABEL] if w.text == ":"), -1)
    named = next((w.index for w in words[first:colon] if w.text == ","), colon)  # "Radio Belmora, 1700 hours: …"
    told = any(w.pos in ("VERB", "AUX") for w in words[first:colon])
    if colon <= first or told or any(w.tag == "CD" for w in words[first:named]):
        return None
    begin = words[colon].end
    end = _end_of_paragraph(page, line) if opens else max(line.sentence.sentence.end, begin + 1)
    if not page.text[begin:end].strip() and line.index + 1 < len(page.lines):
        end = page.lines[line.index + 1].sentence.sentence.end
    begin += len(page.text[begin:end]) - len(page.text[begin:end].lstrip())
    if begin >= end:
        return None
    quotation = page.quotation_at(begin)
    if quotation is not None and quotation.end < end and page.quotation_at(min(quotation.end + 1, end - 1)) is None:
        end = quotation.end
    head = next((i for i in range(first, colon) if not first <= words[i].head < colon or words[i].head == i), None)
    if (
        head is None
        or words[head].pos not in ("NOUN", "PROPN")
        or not _may_speak(page, line, first, colon, page.text[begin])
    ):
        return None
    return _draft(line, (first, colon - 1), colon, head, name_speakers(page, line, head), (begin, end))


def _may_speak(page: Page, line: Line, first: int, colon: int, opens: str) -> bool:
    """Whether a label names somebody who can speak: a person, a body, a role; a name before a quotation mark."""
    known, words = page.speech.words, line.words[first:colon]
    if any(w.text in ("(", "[") for w in words):
        return False
    if opens in '"“«':
        return True
    if any(w.lemma in known["persons"] or w.lower in known["titles"] for w in words):
        return True
    named = [w for w in words if w.entity == "PERSON"]
    if len(named) > 1 or (
        named and (named[0].text in page.full_names.values() or page.text.count(f"\n{named[0].text}:") > 1)
    ):
        return True  # a single name before a colon may be a town, unless it stands there again
    heads = [w for w in words if not first <= w.head < colon or w.head == w.index]
    bodies = known["bodies"] | known["labels"]
    return any(w.lower in bodies or (w.pos == "PROPN" and w.lower in known["media"]) for w in heads)


def _draft(line: Line, source: tuple[int, int], cue: int, head: int, naming: Naming, content: tuple[int, int]) -> Draft:
    draft = Draft(line, (cue, cue), LABEL, source=head, kind="heading", head=cue, block=(source[0], cue), forward=True)
    draft.source_words, draft.naming = source, naming
    draft.content.append(content)
    return draft


def _bracketed(page: Page, line: Line) -> Draft | None:
    """ "[REPORTER] …": monitors of broadcasts mark speakers so; a question has no speaker that counts."""
    if not _opens_paragraph(page, line) or line.words[0].text[:1] != "[":
        return None
    start = line.words[0].start
    match = BRACKETED.match(page.text, start)
    if match is None or NOT_A_SPEAKER.match(match.group(1)):
        return None
    inside = [w.index for w in line.words if match.start(1) <= w.start < match.end(1)]
    if not inside:
        return None
    name = match.group(1)
    names = () if ASKS.match(name) else (page.full_names.get(name.split()[-1], name),)
    end = _end_of_paragraph(page, line)
    if match.end() >= end:
        return None
    source = (inside[0], inside[-1])
    return _draft(line, source, inside[-1], inside[-1], Naming(names, person=True), (match.end(), end))


def _answers(page: Page) -> list[Draft]:
    """The answers of an interview, set as "Q:" and "A:" or dashes by turns: the words of the person named last."""
    opening = [line for line in page.lines if line.words and _opens_paragraph(page, line)]
    questions = [line for line in opening if QUESTION.match(page.text[line.words[0].start :][:6])]
    answers = [line for line in opening if ANSWER.match(page.text[line.words[0].start :][:6])]
    if not answers:
        dashes = [line for line in opening if DASH.match(page.text[line.words[0].start :][:6])]
        questions, answers = dashes[::2], dashes[1::2]
        if not any("?" in page.text[line.words[0].start : _end_of_paragraph(page, line)] for line in questions):
            return []
    if not questions or len(answers) < 2:
        return []
    naming = _interviewed(page, questions[0].index)
    found = []
    for line in questions + answers:
        is_answer = line in answers
        start = line.words[0].start
        match = ANY_TURN.match(page.text[start : start + 6])
        if match is None:
            continue
        who = naming if is_answer else Naming(())
        found.append(_draft(line, (0, 0), 0, 0, who, (start + match.end(), _end_of_paragraph(page, line))))
    return found


def _interviewed(page: Page, before: int) -> Naming:
    for line in reversed(page.lines[:before]):
        for word in reversed(line.words):
            if word.entity == "PERSON" and (
                word.index + 1 == len(line.words) or line.words[word.index + 1].entity != "PERSON"
            ):
                return name_speakers(page, line, word.index)
    for line in reversed(page.lines[:before]):
        last = next((w.index for w in reversed(line.words) if w.tag == "NNP"), None)
        if last is not None:
            first = last
            while first > 0 and line.words[first - 1].tag == "NNP":
                first -= 1
            return Naming((page.text[line.words[first].start : line.words[last].end].strip("."),), person=True)
    return Naming(())
