"""Territory counted rather than named: "more than 70 districts", "a total of eight towns", "dozens of villages".

Such a figure speaks of unnamed units inside a land; a town named for something else beside it is not where they lie.
"""

from __future__ import annotations

from tidings.claims.drafts import Draft
from tidings.claims.tallies import ROW as TALLIED
from tidings.lexicons.words import words
from tidings.records import Parse
from tidings.syntax import prepositions

UNITS = words("places", "units") | {"centre", "center", "outpost", "base", "basis", "post", "checkpoint", "position"}
FEW = frozenset({"two", "three", "four", "2", "3", "4", "one", "1"})
MASSES = frozenset(
    {
        *("dozen", "score", "hundred", "thousand", "total", "majority", "third", "quarter", "half", "string", "number"),
        *("handful", "series", "host", "slew", "swathe", "swath", "cluster", "chain", "most", "many", "several"),
    }
)
# What says which units are meant: "the towns", "its posts", "three villages", "border posts", "towns, Bo and Kenema".
POINTING = frozenset({"det", "poss", "nummod", "compound", "amod", "appos", "nmod", "prep"})
MANY = frozenset({"several", "many", "numerous", "various", "most", "countless", "more"})


def is_of_many(draft: Draft, parse: Parse) -> bool:
    """Whether an act of territory is about a figure of unnamed units, too many to lie in one town."""
    if not draft.act.startswith("territory."):
        return False
    if draft.row is TALLIED:
        return True
    fillers = (i for slot in ("object", "subject", "of") for i in draft.arguments.get(slot, ()))
    return any(_are_many(parse, i) for i in fillers)


def _are_many(parse: Parse, i: int) -> bool:
    word = parse.words[i]
    if word.lemma in MASSES or word.tag == "CD":
        if word.lower in FEW:
            return False
        return any(
            parse.words[p].lemma in UNITS and parse.words[p].tag == "NNS" for p in prepositions(parse, i).get("of", ())
        )
    if word.lemma not in UNITS or word.tag != "NNS":
        return False
    below = [parse.words[c] for c in parse.children[i]]
    if not any(w.dependency in POINTING for w in below):
        return True  # "in districts that changed hands in May"
    return any(w.lower in MANY or (w.dependency == "nummod" and w.lower not in FEW) for w in below)
