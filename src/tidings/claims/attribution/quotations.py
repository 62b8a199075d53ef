"""Where quotations stand in a text: any quotation mark, over sentences, and over paragraphs that open it anew.

Apostrophes are no quotation marks, and a mark without a partner in its paragraph runs to the paragraph's end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from tidings.records import ParsedSentence

MARKS = re.compile(r"``|''|[\"“”«»„‘’'‚]")
PARTNERS = {"“": '”"“', "„": '“”"', "«": "»", "``": "''\"", '"': "\"”''", "''": "''\""}
SINGLES = "‘'‚’"
CLOSES_SPEECH = ",.!?…;—-"
LONGEST_SINGLE = 600


class Quotation(msgspec.Struct, frozen=True):
    """A quotation, marks included. `open`: no mark closed it, it runs to the end of its paragraph."""

    start: int
    end: int
    paragraph: int
    open: bool = False
    single: bool = False


def find_quotations(sentences: Sequence[ParsedSentence], text: str) -> list[Quotation]:
    """All outermost quotations of a text, in order; one inside another is left to its host."""
    found: list[Quotation] = []
    for paragraph, start, end in paragraphs_of(sentences):
        found.extend(_in_paragraph(text, paragraph, start, end))
    return found


def paragraphs_of(sentences: Sequence[ParsedSentence]) -> list[tuple[int, int, int]]:
    """Each paragraph's number and offsets, by the sentences that were parsed in it."""
    found: list[tuple[int, int, int]] = []
    for sentence in sentences:
        if not sentence.parse.words:
            continue
        at = sentence.sentence
        if found and found[-1][0] == at.paragraph:
            found[-1] = (at.paragraph, found[-1][1], max(at.end, found[-1][2]))
        else:
            found.append((at.paragraph, at.start, at.end))
    return found


def _in_paragraph(text: str, paragraph: int, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    at = start
    while match := MARKS.search(text, at, end):
        mark, opens = match.group(), match.start()
        at = match.end()
        single = mark in SINGLES
        if not _may_open(text, match.start(), match.end(), start, end):
            continue
        closes = _single_end(text, match.end(), end) if single else _double_end(text, mark, match.end(), end)
        if closes:
            found.append(Quotation(opens, closes, paragraph, single=single))
            at = closes
        elif not single and mark != "''" and _runs_on(text, opens, start, end):
            found.append(Quotation(opens, end, paragraph, open=True))
            at = end
    return found


def _may_open(text: str, opens: int, inside: int, start: int, end: int) -> bool:
    """A mark opens speech when a word follows it and none stands right before it."""
    if inside >= end or text[inside].isspace():
        return False
    before = text[opens - 1] if opens > start else " "
    if text[opens] in "“„«‘‚`":
        return text[opens] != "‘" or not before.isalnum()
    if text[opens] == "”":
        return False
    if text[opens] in "'’" and text[inside - 1 : inside + 2].count("'") < 2:
        return (before.isspace() or before in '([—-:"“') and (text[inside].isalpha() or text[inside] in "[(…")
    return before.isspace() or before in "([—–-:,/'‘\u200b"


def _double_end(text: str, mark: str, at: int, end: int) -> int | None:
    """The end of a double quotation: past the first partner that does not itself open another one."""
    partners = PARTNERS.get(mark, "")
    for match in MARKS.finditer(text, at, end):
        if match.group() not in partners and not (len(match.group()) == 1 and match.group() in partners):
            continue
        if mark == "“" and match.group() == "“":
            return None
        before = text[match.start() - 1]
        if match.group() in ('"', "''") and before.isspace() and match.end() < end and text[match.end()].isalnum():
            continue
        return match.end()
    return None


def _single_end(text: str, at: int, end: int) -> int | None:
    """The end of a single quotation: a mark after speech punctuation, else the first that is no apostrophe."""
    fallback: int | None = None
    for match in re.finditer(r"[’']", text[at : min(end, at + LONGEST_SINGLE)]):
        place = at + match.start()
        after = text[place + 1] if place + 1 < end else " "
        if after.isalnum() or text[place - 1].isspace():
            continue
        if text[place - 1] in CLOSES_SPEECH or after in ",.;:!?)":
            return place + 1
        if fallback is None and text[place - 1] != "s":
            fallback = place + 1
    return fallback


def _runs_on(text: str, opens: int, start: int, end: int) -> bool:
    """Whether an unclosed mark is a quotation at all: it opens a paragraph, or speech punctuation stands before it."""
    before = text[start:opens].rstrip()
    return not before or before[-1] in ":,." or end - opens > 40
