"""The stretch of text that a claim rests on: the clause of its trigger, not the paragraph."""

from __future__ import annotations

from tidings.records import Mention, Parse
from tidings.syntax import is_verb

LONGEST = 400  # characters; claims.md
SIDE_CLAUSES = frozenset({"advcl", "relcl", "ccomp", "parataxis", "conj", "appos", "acl"})
SENTENCE_ENDS = frozenset({".", "!", "?", ",", ";", ":", "-", "--", "–", "—"})


def evidence_span(parse: Parse, mention: Mention, triggers: frozenset[int]) -> tuple[int, int]:
    """Character offsets of the evidence: the trigger's clause without side clauses that tell acts of their own."""
    words = _clause(parse, mention.head, triggers)
    first, last = min(words), max(words)
    inside = [w.index for w in parse.words if mention.start <= w.start and w.end <= mention.end]
    first, last = min([first, *inside]), max([last, *inside])
    while first < last and (parse.words[first].text in SENTENCE_ENDS or parse.words[first].dependency == "cc"):
        first += 1
    while last > first and parse.words[last].text in SENTENCE_ENDS:
        last -= 1
    start, end = parse.words[first].start, parse.words[last].end
    if end - start > LONGEST:
        start, end = _around(parse, mention, start, end)
    return start, end


def _clause(parse: Parse, head: int, triggers: frozenset[int]) -> list[int]:
    top = head
    found, stack = [], [top]
    while stack:
        i = stack.pop()
        found.append(i)
        for c in parse.children[i]:
            dependency = parse.words[c].dependency
            if dependency in ("conj", "cc", "parataxis") and i == top:
                continue
            if dependency in SIDE_CLAUSES and is_verb(parse.words[c]) and _tells(parse, c, triggers):
                continue
            stack.append(c)
    return found


def _tells(parse: Parse, i: int, triggers: frozenset[int]) -> bool:
    stack = [i]
    while stack:
        j = stack.pop()
        if j in triggers:
            return True
        stack.extend(parse.children[j])
    return False


def _around(parse: Parse, mention: Mention, start: int, end: int) -> tuple[int, int]:
    """At most LONGEST characters of a very long clause, around the trigger, at word boundaries."""
    low = max(start, mention.start - LONGEST // 2)
    high = min(end, low + LONGEST)
    first = min(w.start for w in parse.words if w.start >= low)
    last = max(w.end for w in parse.words if w.end <= high)
    return first, last
