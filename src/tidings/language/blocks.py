"""Where the paragraphs of a report begin and end, whether its lines are paragraphs or were wrapped at a width."""

from __future__ import annotations

import re
import statistics

BLANK_LINE = re.compile(r"\r?\n[ \t\u00a0]*(?:\r?\n[ \t\u00a0]*)+")
LINE_BREAK = re.compile(r"\r?\n|\r|\u2028|\u2029")
INDENT = re.compile(r"(?:\r?\n)(?=[ \t]{2,}\S)")
WRAPPED_WIDTH = (45, 110)  # lines of wire copy and mail; longer ones are paragraphs, shorter ones lists
LONGEST_BLOCK = 20_000  # characters that are handed to the parser in one piece


def find_blocks(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text as half-open offsets, without the white space around them."""
    wrapped = is_wrapped(text)
    pieces: list[tuple[int, int]] = []
    for start, end in _split(text, 0, len(text), BLANK_LINE):
        pieces.extend(_split(text, start, end, INDENT if wrapped else LINE_BREAK))
    return [part for start, end in pieces for part in _cut(text, *_strip(text, start, end))]


def is_wrapped(text: str) -> bool:
    """Whether line breaks are only where a line was full: most lines have one width, and few end a sentence."""
    lines = [line.strip() for line in LINE_BREAK.split(text)]
    full = [line for line in lines if len(line) > 20]
    if len(full) < 3:
        return False
    low, high = WRAPPED_WIDTH
    if not low <= statistics.median(map(len, full)) <= high or max(map(len, full)) > high + 20:
        return False
    return sum(line[-1] in '.!?"”' for line in full) < 0.6 * len(full)


def _split(text: str, start: int, end: int, boundary: re.Pattern[str]) -> list[tuple[int, int]]:
    pieces, begin = [], start
    for match in boundary.finditer(text, start, end):
        pieces.append((begin, match.start()))
        begin = match.end()
    pieces.append((begin, end))
    return pieces


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A paragraph, in pieces at sentence ends where it is too long for a parser to hold."""
    pieces = []
    while end - start > LONGEST_BLOCK:
        at = max(text.rfind(mark, start, start + LONGEST_BLOCK) for mark in (". ", "! ", "? ", " ", "\u0000"))
        at = at + 1 if at > start else start + LONGEST_BLOCK
        pieces.append((start, at))
        start = at
    if end > start:
        pieces.append((start, end))
    return pieces
