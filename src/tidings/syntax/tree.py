"""What hangs on what in a Parse: children, ancestors, lists, clauses and names, by index into `Parse.words`."""

from __future__ import annotations

from collections.abc import Iterator

from tidings.records import Parse, Word

SUBJECTS = frozenset({"nsubj", "csubj"})

PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})

OBJECTS = frozenset({"dobj", "obj", "attr"})


def child(parse: Parse, i: int, *dependencies: str) -> int | None:
    """The first child of word i with one of these dependencies, or None."""
    for c in parse.children[i]:
        if parse.words[c].dependency in dependencies:
            return c
    return None


def children(parse: Parse, i: int, *dependencies: str) -> list[int]:
    """The children of word i with one of these dependencies, in order."""
    return [c for c in parse.children[i] if parse.words[c].dependency in dependencies]


def subtree(parse: Parse, i: int) -> list[int]:
    """Word i and all that hangs on it, in order."""
    found, stack = [], [i]
    while stack:
        j = stack.pop()
        found.append(j)
        stack.extend(parse.children[j])
    return sorted(found)


def ancestors(parse: Parse, i: int) -> Iterator[int]:
    """The head of word i, its head's head, up to the root."""
    while parse.words[i].head != i:
        i = parse.words[i].head
        yield i


def conjuncts(parse: Parse, i: int) -> list[int]:
    """Word i and the words coordinated under it ("A, B and C"), in order."""
    found, stack = [], [i]
    while stack:
        j = stack.pop()
        found.append(j)
        stack.extend(c for c in parse.children[j] if parse.words[c].dependency == "conj" and _alike(parse, i, c))
    return sorted(found)


def _alike(parse: Parse, i: int, j: int) -> bool:
    return is_verb(parse.words[i]) == is_verb(parse.words[j])


def first_conjunct(parse: Parse, i: int) -> int:
    """The word that a coordinated word hangs under, or word i itself."""
    while parse.words[i].dependency == "conj":
        i = parse.words[i].head
    return i


def is_verb(word: Word) -> bool:
    return word.pos in ("VERB", "AUX") or word.tag.startswith("VB")


def is_noun(word: Word) -> bool:
    return word.pos in ("NOUN", "PROPN")


def clause_span(parse: Parse, i: int) -> tuple[int, int]:
    """First and last word of the clause of word i, without clauses that stand beside or above it.

    For a verb, its subtree up to coordinated verbs, reported clauses and relative clauses of others; for a noun, its
    phrase. The evidence of a claim is such a clause.
    """
    stop = {"conj", "parataxis"} if is_verb(parse.words[i]) else {"relcl", "appos", "conj"}
    found, stack = [], [i]
    while stack:
        j = stack.pop()
        found.append(j)
        for c in parse.children[j]:
            word = parse.words[c]
            if j == i and (word.dependency in stop or word.dependency == "cc" or word.pos == "PUNCT"):
                continue
            stack.append(c)
    return min(found), max(found)


def entity_spans(parse: Parse) -> Iterator[tuple[int, int]]:
    """First and last word of each entity that the parser labels."""
    first = None
    for word in parse.words:
        if first is not None and (not word.entity or word.entity_starts or word.entity != parse.words[first].entity):
            yield first, word.index - 1
            first = None
        if word.entity and first is None:
            first = word.index
    if first is not None:
        yield first, len(parse.words) - 1
