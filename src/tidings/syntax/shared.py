"""What two verbs of one list share: an agent, an object, a subject behind "as did"."""

from __future__ import annotations

from tidings.records import Parse
from tidings.syntax.prepositions import prepositions
from tidings.syntax.tree import PASSIVE_SUBJECTS, SUBJECTS, child, children, conjuncts

# "As did", "so have", "as were" and whom it is said of.
SHORT_VERBS = frozenset({"do", "have", "be"})

SHORT_PARTS = frozenset({"nsubj", "mark", "advmod", "punct", "cc"})


def subjects_too(parse: Parse, i: int) -> list[int]:
    """Of whom the same is said in short: "Kandahar fell on Friday, as did Herat and Qalat"; "and so did Herat"."""
    found: list[int] = []
    for c in parse.children[i]:
        word = parse.words[c]
        if word.lemma not in SHORT_VERBS or word.dependency not in ("advcl", "conj") or c < i:
            continue
        below = [parse.words[b] for b in parse.children[c]]
        opens = any(w.lower in ("as", "so") and w.index < c for w in below)
        if opens and all(w.dependency in SHORT_PARTS for w in below):
            found += [j for w in below if w.dependency in SUBJECTS and w.index > c for j in conjuncts(parse, w.index)]
    return found


def parted_subjects(parse: Parse, i: int) -> list[int]:
    """Subjects that a parser gives to the auxiliary: "gunmen had by then closed the streets"."""
    return [s for c in children(parse, i, "aux", "auxpass") for s in children(parse, c, *SUBJECTS, *PASSIVE_SUBJECTS)]


def shared_agent(parse: Parse, i: int) -> list[int]:
    """The doer that the last of several passives names for all: "was seized and beaten by policemen"."""
    for c in parse.children[i]:
        if parse.words[c].dependency == "conj" and parse.words[c].tag == "VBN" and child(parse, c, "nsubjpass") is None:
            return prepositions(parse, c).get("by", []) or shared_agent(parse, c)
    return []


def shared_object(parse: Parse, i: int) -> list[int]:
    """What two verbs side by side are done to: "shot and killed him", "attacked or looted the stores"."""
    if i + 2 >= len(parse.words) or parse.words[i + 1].lower not in ("and", "or"):
        return []
    other = parse.words[i + 2]
    if other.dependency != "conj" or other.head != i or other.tag != parse.words[i].tag:
        return []
    return [j for c in children(parse, other.index, "dobj") for j in conjuncts(parse, c)]
