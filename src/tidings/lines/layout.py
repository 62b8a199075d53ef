"""The lines of a text as a reader sees them: a paragraph that was wrapped at a width is one line again."""

from __future__ import annotations

import re
import statistics
from itertools import pairwise

import msgspec

BREAK = r"\n\r\x0b\x0c\x85\u2028\u2029"
PRINTED_LINE = re.compile(rf"[^{BREAK}]+")
BREAKS = re.compile(rf"\r\n|[{BREAK}]")
WRAPPED_WIDTH = (45, 110)
SENTENCE_END = ".!?…\"”’')]"


class Line(msgspec.Struct, frozen=True):
    """A line without the white space around it; wrapped lines are joined by as many spaces as the break was long."""

    start: int
    end: int
    text: str
    blank_after: bool
    indented: bool


def split_lines(text: str) -> list[Line]:
    """The lines that hold something, in order, with half-open offsets; `text` is as long as what it stands for."""
    lines = _printed_lines(text)
    width = _wrapped_width(lines)
    if width is None:
        return lines
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and _goes_on(last, line, text, width):
            stretch = BREAKS.sub(lambda m: " " * len(m[0]), text[last.start : line.end])
            joined[-1] = Line(last.start, line.end, stretch, line.blank_after, last.indented)
        else:
            joined.append(line)
    return joined


def _printed_lines(text: str) -> list[Line]:
    spans = [match.span() for match in PRINTED_LINE.finditer(text) if not match[0].isspace()]
    after = [text[a[1] : b[0]] for a, b in pairwise(spans)] + ["\n\n"]
    lines = []
    for (start, end), gap in zip(spans, after, strict=False):
        raw = text[start:end]
        left = len(raw) - len(raw.lstrip())
        lines.append(Line(start + left, start + len(raw.rstrip()), raw.strip(), len(BREAKS.findall(gap)) > 1, left > 1))
    return lines


def _wrapped_width(lines: list[Line]) -> int | None:
    """The width at which a text was wrapped; None where its lines are paragraphs of their own.

    Wrapped lines are of one width and few of them end a sentence.
    """
    run_on = [a for a, b in pairwise(lines) if not a.blank_after and not b.indented and len(a.text) > 20]
    if len(run_on) < 2:
        return None
    lengths = [len(line.text) for line in run_on]
    low, high = WRAPPED_WIDTH
    if not low <= statistics.median(lengths) <= high or max(len(line.text) for line in lines) > high + 20:
        return None
    ended = sum(line.text[-1] in SENTENCE_END for line in run_on)
    return int(statistics.median(lengths)) if ended < 0.6 * len(run_on) else None


def _goes_on(last: Line, line: Line, text: str, width: int) -> bool:
    """Whether a printed line goes on with the one before: that one was full, and no blank line or indent parts them."""
    if last.blank_after or line.indented:
        return False
    printed = PRINTED_LINE.findall(text[last.start : last.end])[-1]
    return len(printed) > 0.75 * width
