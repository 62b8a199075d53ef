"""Where quotations stand in a text, over as many sentences as they run."""

from __future__ import annotations

import re

PAIRS = {"“": "”", "«": "»", "„": "“"}
LONGEST = 3_000  # a quotation mark that finds no partner sooner was no quotation
PARAGRAPH_END = re.compile(r"\n\s*\n|\n(?=\s*[\"“])")


def find_quotes(text: str) -> list[tuple[int, int]]:
    """Quotations as half-open offsets, marks included. One that is opened anew in each paragraph runs on to its end."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        mark = text[at]
        end = _closing(text, at, mark)
        if end is None:
            at += 1
            continue
        found.append((at, end))
        at = end
    return found


def _closing(text: str, at: int, mark: str) -> int | None:
    if mark in PAIRS:
        end = text.find(PAIRS[mark], at + 1, at + LONGEST)
        return end + 1 if end > 0 else None
    if mark != '"' or (at and text[at - 1].isalnum()):
        return None
    end = text.find('"', at + 1, at + LONGEST)
    if end < 0:
        return None
    stop = PARAGRAPH_END.search(text, at, end)
    if stop:  # not closed in its paragraph: it ends there, and the next paragraph opens it anew
        return stop.start()
    return end + 1
