"""Trees mended where a parser predictably errs: speakers at a sentence's end that it hangs into what they say.

"... after fighting with government troops, residents and an official said": nobody fought the residents.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tidings.lexicons.words import words
from tidings.records import Parse
from tidings.syntax import child, is_verb, subtree

SPEAKING = words("actors", "speaking")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def mend_tree(parse: Parse) -> Parse:
    """The parse with a last verb of speech given the speakers that stand before it."""
    verb = next((w.index for w in parse.words if _is_last_cue(parse, w.index)), None)
    if verb is None or child(parse, verb, *SUBJECTS) is not None:
        return parse
    speaker = _listed_before(parse, verb)
    return parse if speaker is None else _hang(parse, speaker, verb)


def _is_last_cue(parse: Parse, i: int) -> bool:
    """Whether a word is a verb of speech with nothing but a full stop or a day behind it."""
    word = parse.words[i]
    if word.lemma not in SPEAKING or word.tag not in ("VBD", "VBP", "VBZ"):
        return False
    behind = parse.words[i + 1 :]
    return all(w.pos == "PUNCT" or w.entity in ("DATE", "TIME") or w.tag == "IN" for w in behind)


def _listed_before(parse: Parse, verb: int) -> int | None:
    """The first noun after the last comma before a verb, if all between is a list of nouns that hangs on one before."""
    commas = [w.index for w in parse.words[:verb] if w.text == ","]
    for comma in reversed(commas):
        between = parse.words[comma + 1 : verb]
        if any(is_verb(w) for w in between):
            return None
        tops = [w.index for w in between if w.dependency == "conj" and w.head <= comma]
        if len(tops) == 1 and all(comma < i < verb for i in subtree(parse, tops[0])):
            return tops[0]
    return None


def _hang(parse: Parse, i: int, verb: int) -> Parse:
    """The same parse with word i, and all that hangs on it, as the subject of a verb."""
    changed = [
        msgspec.structs.replace(w, head=verb, dependency="nsubj") if w.index == i else w for w in parse.words
    ]
    below: list[list[int]] = [[] for _ in changed]
    for word in changed:
        if word.head != word.index:
            below[word.head].append(word.index)
    return Parse(tuple(changed), tuple(tuple(b) for b in below), parse.made_by)


def mend_trees(parses: Sequence[Parse]) -> tuple[Parse, ...]:
    """Each parse mended."""
    return tuple(mend_tree(parse) for parse in parses)
