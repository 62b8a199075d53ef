"""Whom "the spokesman", "the report", "the army" or "the same source" stands for as a speaker."""

from __future__ import annotations

from tidings.claims.attribution.memory import REACH, Memory, Spoken
from tidings.claims.attribution.names import Naming
from tidings.claims.attribution.page import Line
from tidings.records import Word

DEFINITE = frozenset("the this that these those".split())
GROUPS = frozenset("group organisation organization monitor movement outlet watchdog militia body".split())
NAMED_AFTER = frozenset("NORP GPE ORG".split())  # what makes "army" a particular one
FAR = 80  # sentences that a title or a body's own name is looked for
NEAR_A_NAME = 8  # words in which a title stands by a name


def follow_description(memory: Memory, line: Line, head: int, naming: Naming) -> Spoken | None:
    """The one that a phrase with "the" points back to; None where it names somebody anew."""
    word = line.words[head]
    if len(naming.names) != 1 or naming.affiliation or not _is_definite(line, head):
        return None
    own = _words_of(naming.names[0]) - {"same"}
    if word.pos != "NOUN" and not own <= memory.page.speech.words["titles"]:
        return None
    return _so_described(memory, own, word) or _by_kind(memory, line, word, own)


def _is_definite(line: Line, head: int) -> bool:
    return any(line.words[c].lower in DEFINITE for c in line.parse.children[head])


def _so_described(memory: Memory, own: set[str], word: Word) -> Spoken | None:
    """The last speaker whose name or title says the same and more."""
    for spoken in reversed(memory.spoken):
        if any(own < _words_of(name) and word.lower in _heads_of(name) for name in spoken.naming.names):
            return spoken
        if own <= _words_of(spoken.naming.affiliation or ""):
            return spoken
    return None


def _by_kind(memory: Memory, line: Line, word: Word, own: set[str]) -> Spoken | None:
    words = memory.page.speech.words
    if word.lemma in GROUPS and len(own) == 1:
        return _organisation(memory, line)
    if own & words["documents"]:
        return _issued(memory, line, word.lemma)
    if word.lemma == "source" or any(line.words[c].lower == "same" for c in line.parse.children[word.index]):
        return memory.last(line)
    if len(own) == 1 and word.lemma in words["bodies"]:
        return _particular(memory, line, word.lemma)
    if len(own) <= 2 and own <= words["titles"] | words["persons"]:
        return _titled(memory, line, own)
    return None


def _organisation(memory: Memory, line: Line) -> Spoken | None:
    """ "The group": the last organisation that the text named."""
    for earlier in memory.lines_back(line, 0, 3):
        for word in earlier.words:
            if word.entity == "ORG" and word.dependency in ("nsubj", "nsubjpass", "pobj", "poss"):
                return memory.at(earlier, word)
    return None


def _issued(memory: Memory, line: Line, lemma: str) -> Spoken | None:
    """ "The report": whose report it was when the text first spoke of it."""
    for earlier in memory.lines_back(line, 1, REACH):
        for word in earlier.words:
            if word.lemma == lemma and word.pos == "NOUN":
                spoken = memory.at(earlier, word)
                if spoken.naming.names and lemma not in _words_of(spoken.naming.names[0]):
                    return spoken
    return None


def _particular(memory: Memory, line: Line, lemma: str) -> Spoken | None:
    """ "The army": the last one that the text named with its country or its own name ("the Iraqi army")."""
    for earlier in memory.lines_back(line, 1, FAR):
        for word in earlier.words:
            if word.lemma != lemma or word.pos not in ("NOUN", "PROPN"):
                continue
            below = (earlier.words[c] for c in earlier.parse.children[word.index])
            if any(b.dependency in ("compound", "amod", "poss", "nmod") and b.entity in NAMED_AFTER for b in below):
                return memory.at(earlier, word)
    return None


def _titled(memory: Memory, line: Line, own: set[str]) -> Spoken | None:
    """ "The minister": the last person whom the text gave that title."""
    for earlier in memory.lines_back(line, 1, FAR):
        for word in earlier.words:
            if word.entity != "PERSON" or not word.entity_starts:
                continue
            last = earlier.entity(word.index)[1]
            before = earlier.words[max(0, word.index - NEAR_A_NAME) : word.index]
            if own <= {w.lower for w in (*before, *earlier.words[last + 1 : last + NEAR_A_NAME])}:
                return memory.at(earlier, earlier.words[last])
    return None


def _words_of(name: str) -> set[str]:
    return {w.lower() for w in name.split()}


def _heads_of(name: str) -> set[str]:
    """The words that may be the head of a name: the last one, or the one before "of" or "for"."""
    words = name.lower().split()
    return {w for w, after in zip(words, [*words[1:], "of"], strict=True) if after in ("of", "for", "in", "at", "from")}
