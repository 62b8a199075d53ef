"""What a denial leaves standing: "denied that the shelling had hit the school" denies the hit, not the shelling."""

from __future__ import annotations

from tidings.claims.scope.asked import find_asked
from tidings.claims.scope.cleft import find_cleft
from tidings.claims.scope.state import Scope
from tidings.lexicons.scope import scope_words
from tidings.records import Parse, Word
from tidings.syntax import is_noun, is_verb

MAIN = frozenset(
    {"ccomp", "xcomp", "conj", "pcomp", "dobj", "nsubjpass", "nsubj", "attr", "ROOT", "pobj", "prep", "csubj"}
)


def is_presupposed(parse: Parse, head: int, cues: frozenset[int]) -> bool:
    """Whether an act is only mentioned inside what is denied: in a side clause, or as a noun of another verb."""
    i = head
    for _ in range(8):
        word = parse.words[i]
        if i in cues or word.head == i:
            return False
        governor = parse.words[word.head]
        if (verb := find_cleft(i, Scope(parse, cues))) is not None:
            i = verb  # "denied that it was its planes that bombed the camp"
            continue
        if word.dependency in ("relcl", "advcl", "appos", "poss") or _only_marks(word) or _is_asked(i, parse, cues):
            return True
        marked = any(parse.words[c].dependency == "mark" for c in parse.children[i])
        if word.dependency == "acl" and word.tag != "VB" and not marked:  # but "reports that they had left"
            return True
        if is_noun(word) and is_verb(governor) and word.head not in cues:
            return governor.lemma not in scope_words("occurring") and governor.lemma not in scope_words("verbs")
        if (
            is_noun(word)
            and governor.pos == "ADP"
            and is_verb(parse.words[governor.head])
            and governor.head not in cues
        ):
            return True
        i = word.head
    return False


def _is_asked(i: int, parse: Parse, cues: frozenset[int]) -> bool:
    """ "It is not known who fired"."""
    return find_asked(i, Scope(parse, cues)) is not None


def _only_marks(word: Word) -> bool:
    """ "Denied beating displaced persons": a participle that only tells which persons."""
    return word.dependency == "amod" and word.tag in ("VBN", "VBG")
