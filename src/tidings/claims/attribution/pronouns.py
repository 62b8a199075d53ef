"""Whom "he", "they", "it", "their own" and "one of them" stand for as speakers."""

from __future__ import annotations

from tidings.claims.attribution.memory import REACH, Memory, Spoken
from tidings.claims.attribution.page import Line
from tidings.records import Word

OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}
HE = frozenset("he she".split())
THEY = frozenset("they others some many most both".split())
PARTS = frozenset("one another several".split())
BODIES = frozenset("ORG GPE NORP".split())
SUBJECTS = frozenset("nsubj nsubjpass".split())
OTHER_ROLES = frozenset("pobj dobj appos attr".split())


def follow_pronoun(memory: Memory, line: Line, head: int, v: int) -> Spoken | None:
    """The one a pronoun that speaks by verb v stands for; None where it is no pronoun, or stands for nobody named."""
    word = line.words[head]
    owner = word.tag == "PRP$"
    lower = OWNERS.get(word.lower, word.lower) if owner else word.lower
    if lower in HE:
        return _person(memory, line, head)
    if lower == "it" and (owner or head < v):
        return _body(memory, line, head)
    if lower in THEY and word.pos in ("PRON", "ADJ"):
        known = _plural_subject(memory, line) or _several(memory, line)
        generic = line.words[v].tag == "VBP" and head < 2  # "They say the road will open": people say
        return None if generic and (known is None or line.index - known.sentence > 1) else known
    if lower == "one" and any(line.words[c].tag == "MD" for c in line.parse.children[v]):
        return None  # "one might say": nobody does
    if lower in PARTS or (word.tag == "CD" and line.child(head, "prep") is not None):  # "two of them"
        return _several(memory, line)
    return None


def _person(memory: Memory, line: Line, head: int) -> Spoken | None:
    """The nearest one human being: a speaker or subject, sentence by sentence; failing that anybody named nearby."""
    for earlier in memory.lines_back(line, 0, REACH):
        limit = head if earlier is line else len(earlier.words)
        spoken = [s for s in memory.spoken if s.sentence == earlier.index and s.head < limit and s.naming.person]
        if spoken:
            return spoken[-1]
        for word in earlier.words[:limit]:
            near = line.index - earlier.index < 2
            if word.dependency in SUBJECTS and (word.entity == "PERSON" or (near and _is_human(memory, word))):
                return memory.at(earlier, word)
    for earlier in memory.lines_back(line, 0, 2):
        for word in earlier.words[: head if earlier is line else None]:
            if word.entity == "PERSON" and word.dependency in OTHER_ROLES:
                return memory.at(earlier, word)
    return None


def _is_human(memory: Memory, word: Word) -> bool:
    """A human being by role: "the nurse", "the headman"."""
    return word.tag == "NN" and (word.lemma in memory.page.speech.words["persons"] or word.lemma.endswith("man"))


def _plural_subject(memory: Memory, line: Line) -> Spoken | None:
    """The people who are the subject of the sentence before, if nobody spoke in it."""
    if any(s.sentence == line.index - 1 for s in memory.spoken):
        return None
    persons = memory.page.speech.words["persons"]
    for earlier in memory.lines_back(line, 1, 1):
        for word in earlier.words:
            if word.tag == "NNS" and word.dependency == "nsubj" and word.lemma in persons:
                return memory.at(earlier, word)
    return None


def _several(memory: Memory, line: Line) -> Spoken | None:
    """The last speakers who are more than one, or a body."""
    return next((s for s in memory.recent(line) if s.naming.plural or not s.naming.person), None)


def _body(memory: Memory, line: Line, head: int) -> Spoken | None:
    """The paper that is a subject here or in the sentence before, a body that is one here, else the last that spoke."""
    documents = memory.page.speech.words["documents"]
    for earlier in memory.lines_back(line, 0, 1):
        for word in earlier.words[: head if earlier is line else None]:
            if word.lemma in documents and word.dependency == "nsubj":
                return memory.at(earlier, word)
    for word in line.words[:head]:
        if word.entity in BODIES and word.dependency in SUBJECTS:
            return memory.at(line, word)
    return next((s for s in memory.recent(line) if not s.naming.person and not s.naming.plural), None)
