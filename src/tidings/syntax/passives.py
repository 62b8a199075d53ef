"""Whether a verb tells what was done to its subject: with "was", by the word alone, or cut short."""

from __future__ import annotations

from tidings.records import Parse
from tidings.syntax.tree import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS, child, is_verb

FINDING = frozenset({"report", "find", "leave", "see", "count", "record", "want", "get", "have"})

# What one suffers rather than does where no object follows a passive.
UNDERGONE = frozenset(
    {
        "shoot",
        "kill",
        "stab",
        "behead",
        "execute",
        "hang",
        "burn",
        "bury",
        "beat",
        "rape",
        "torture",
        "detain",
        "arrest",
        "hack",
    }
)


def is_passive(parse: Parse, i: int) -> bool:
    """Whether verb i is passive: with its auxiliary, or a bare participle ("soldiers killed in the raid")."""
    word = parse.words[i]
    if child(parse, i, "auxpass") is not None or child(parse, i, *PASSIVE_SUBJECTS) is not None:
        return True
    if _is_undergone(parse, i) or _is_found_so(parse, i):
        return True
    if word.tag != "VBN" or child(parse, i, "aux") is not None:
        return False
    if child(parse, i, *SUBJECTS) is not None:
        return _is_short_passive(parse, i)
    if word.dependency == "conj":
        head = word.head
        return is_verb(parse.words[head]) and parse.words[head].tag == "VBN" and is_passive(parse, head)
    return word.dependency in ("acl", "amod", "advcl", "relcl", "ROOT", "ccomp", "dep")


def _is_undergone(parse: Parse, i: int) -> bool:
    """ "Had been dragged from the bus and shot": a participle like a past tense, with nobody as its object."""
    word = parse.words[i]
    if word.dependency != "conj" or word.tag != "VBD" or word.lemma not in UNDERGONE:
        return False
    if child(parse, i, *OBJECTS, *SUBJECTS, "aux", "prt") is not None:
        return False
    return is_verb(parse.words[word.head]) and child(parse, word.head, "auxpass") is not None


def _is_found_so(parse: Parse, i: int) -> bool:
    """ "Report 900 people displaced": who is found so did nothing, whatever a parser takes the participle for."""
    word = parse.words[i]
    if word.dependency != "ccomp" or word.tag not in ("VBN", "VBD") or word.lemma not in UNDERGONE | {"displace"}:
        return False
    if child(parse, i, *OBJECTS, "aux", "mark", "prt") is not None or child(parse, i, *SUBJECTS) is None:
        return False
    return parse.words[word.head].lemma in FINDING


def _is_short_passive(parse: Parse, i: int) -> bool:
    """Whether a participle with a subject leaves out its auxiliary: "leave was cancelled and checkpoints set up"."""
    word = parse.words[i]
    if child(parse, i, *OBJECTS, "xcomp", "ccomp") is not None:
        return False
    if word.dependency == "conj" and parse.words[word.head].tag == "VBN":
        return is_passive(parse, word.head)
    if word.dependency == "ccomp" and child(parse, i, "mark") is None:
        return is_verb(parse.words[word.head])  # "doctors counted 60 villagers killed", "the army had 12 men wounded"
    return word.dependency == "advcl" and word.head > i  # "the group, expelled in May, is back"
