"""Where the paragraphs of a report begin and end, in pieces that a parser can hold."""

from __future__ import annotations

from collections.abc import Iterator

from tidings.lines import split_lines

LONGEST_BLOCK = 20_000  # characters that are handed to the parser in one piece
ENDS = (". ", "! ", "? ", " ", "\u0000")


def find_blocks(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text as half-open offsets, without the white space around them; wrapped lines are joined."""
    return [piece for line in split_lines(text) for piece in _cut(text, line.start, line.end)]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph, in pieces at sentence ends where it is too long for a parser to hold."""
    while end - start > LONGEST_BLOCK:
        at = next((p for mark in ENDS if (p := text.rfind(mark, start, start + LONGEST_BLOCK)) > start), None)
        at = start + LONGEST_BLOCK if at is None else at + 1
        yield start, at
        start = at
    if end > start:
        yield start, end
