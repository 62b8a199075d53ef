"""Subjects that a parser gives to the participle beside them: "two boats sunk on Friday were carrying rice".

It takes "sunk" for the verb of the sentence and hangs "were carrying" under it; the boats were sunk, and they carried.
"""

from __future__ import annotations

from tidings.records import Parse, Word
from tidings.syntax import is_verb, subtree

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OWN_CLAUSE = SUBJECTS | {"expl", "csubj", "mark"}
HANGING = frozenset({"ccomp", "conj", "advcl"})
HELPING = frozenset({"aux", "auxpass"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Participles that do not end in "-ed" and read like the past.
ALIKE = frozenset(
    {
        "hit", "lost", "held", "shot", "sent", "built", "left", "sunk", "found", "caught", "bought", "brought", "cut",
        "dug", "fought", "kept", "laid", "led", "made", "met", "said", "set", "sold", "told", "won", "burnt", "hung",
        "put", "paid", "read", "spread", "struck", "taught", "thought", "bound", "split", "fed", "bred", "heard",
    }
)  # fmt: skip
Heads = dict[int, tuple[int, str]]


def free_subject(parse: Parse) -> Heads:
    """New heads and roles for the words of a reduced clause that was taken for the main one; empty where none was."""
    for word in parse.words:
        if not _may_be_participle(parse, word):
            continue
        subject = next((c for c in parse.children[word.index] if parse.words[c].dependency in SUBJECTS), None)
        if subject is None or not subject < word.index:
            continue
        between = set(range(subject, word.index)) - set(subtree(parse, subject))
        if any(parse.words[i].text != "," for i in between):
            continue
        verb = _main_verb(parse, word, behind_comma=parse.words[word.index - 1].text == ",")
        if verb is not None:
            return _change(parse, word, subject, verb)
    return {}


def _may_be_participle(parse: Parse, word: Word) -> bool:
    if not is_verb(word) or word.dependency == "relcl" or not HELPING.isdisjoint(_roles(parse, word.index)):
        return False
    return word.tag == "VBN" or (word.tag == "VBD" and (word.lower.endswith("ed") or word.lower in ALIKE))


def _roles(parse: Parse, i: int) -> set[str]:
    return {parse.words[c].dependency for c in parse.children[i]}


def _main_verb(parse: Parse, participle: Word, *, behind_comma: bool) -> int | None:
    """The verb with a tense and no subject that hangs on the participle, commas on both sides of it or on neither."""
    for c in parse.children[participle.index]:
        word = parse.words[c]
        if c < participle.index or word.dependency not in HANGING or not is_verb(word):
            continue
        helping = [i for i in parse.children[c] if parse.words[i].dependency in HELPING]
        has_tense = word.tag in FINITE or any(parse.words[i].tag in FINITE for i in helping)
        joints = any(parse.words[i].dependency == "cc" and i < c for i in parse.children[participle.index])
        if not has_tense or joints or not OWN_CLAUSE.isdisjoint(_roles(parse, c)):
            continue
        has_object = any(parse.words[i].dependency == "dobj" for i in parse.children[participle.index])
        if has_object and not behind_comma:
            continue  # "branded the reports lies"
        if (parse.words[min([c, *helping]) - 1].text == ",") is behind_comma:
            return c
    return None


def _change(parse: Parse, participle: Word, subject: int, verb: int) -> Heads:
    """The participle hangs on its noun, the noun on the main verb, and the main verb where the participle was."""
    above = verb if participle.head == participle.index else participle.head
    passive = "auxpass" in _roles(parse, verb)
    moved: Heads = {
        c: (verb, parse.words[c].dependency)
        for c in parse.children[participle.index]
        if c not in (subject, verb) and (c < subject or c > verb)
    }
    moved[verb] = (above, participle.dependency)
    moved[subject] = (verb, "nsubjpass" if passive else "nsubj")
    moved[participle.index] = (subject, "acl")
    return moved
