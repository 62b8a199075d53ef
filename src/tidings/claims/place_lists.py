"""Several places at once: those that a plural names behind it, and those that one word for a unit closes."""

from __future__ import annotations

from tidings.claims.clauses import Clauses
from tidings.lexicons.words import words
from tidings.records import Mention, Parse
from tidings.syntax import prepositions, subtree

UNITS = words("places", "units")
NAMING = frozenset({"including", "like", "such as", "namely", "among"})


def named_after(sentence: Clauses, i: int) -> list[str]:
    """The places that a plural names behind it: "two districts, Obe in Herat and Khak in Farah", "towns like Adra"."""
    parse = sentence.parse
    if parse.words[i].tag != "NNS":
        return []
    unit = sentence.parse.words[i].lemma in UNITS
    naming = NAMING | {"of"} if unit else NAMING  # "the regions of Zap and Avasin"
    below = [j for name_of, found in prepositions(parse, i).items() if name_of in naming for j in found]
    if i + 1 < len(parse.words) and parse.words[i + 1].lower == "such":  # "towns such as Adra"
        below += prepositions(parse, i).get("as", [])
    if not below:
        beside = [c for c in parse.children[i] if parse.words[c].dependency == "appos"]
        below = [j for c in beside for j in _heads_of_list(parse, c)]
    named = [j for j in below if parse.words[j].pos == "PROPN" and (j in sentence.places or j in sentence.actors)]
    found = [str((sentence.places.get(j) or sentence.actors[j]).means) for j in named]
    return found if len(found) > 1 else []


def _heads_of_list(parse: Parse, i: int) -> list[int]:
    """The names of a list by their own words, wherever a parser hangs them, but not the lands they lie in."""
    below = (parse.words[j] for j in subtree(parse, i))
    return [w.index for w in below if w.index == i or w.dependency in ("conj", "appos")]


def listed_with(sentence: Clauses, mention: Mention) -> list[str]:
    """The places before the last of a list that one word closes: "Khash, Yaftal and Wardoj districts"."""
    inside = (m for m in sentence.places.values() if mention.start <= m.start and m.end < mention.end)
    return [str(m.means) for m in sorted(inside, key=lambda m: m.start) if m.made_by == "places.listed"]
