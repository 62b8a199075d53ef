"""What stands behind which preposition below a word."""

from __future__ import annotations

from tidings.records import Parse
from tidings.syntax.tree import conjuncts


def prepositions(parse: Parse, i: int) -> dict[str, list[int]]:
    """What stands under each preposition of word i: `{"in": [4], "out of": [7]}`, coordinated nouns included."""
    found: dict[str, list[int]] = {}
    for c in parse.children[i]:
        if parse.words[c].dependency in ("prep", "agent", "dative") and parse.words[c].pos in ("ADP", "SCONJ", "PART"):
            _below_preposition(parse, c, parse.words[c].lower, found)
    return found


def _below_preposition(parse: Parse, p: int, name: str, found: dict[str, list[int]]) -> None:
    for c in parse.children[p]:
        word = parse.words[c]
        if word.dependency in ("pobj", "pcomp"):
            found.setdefault(name, []).extend(conjuncts(parse, c) if word.dependency == "pobj" else [c])
        elif word.dependency == "prep":
            _below_preposition(parse, c, f"{name} {word.lower}", found)
        elif word.dependency == "conj" and word.pos == "ADP":
            _below_preposition(parse, c, word.lower, found)
