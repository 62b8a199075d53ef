"""Trees mended where a parser predictably errs: speakers at a sentence's end that it hangs into what they say.

"... after fighting with government troops, residents and an official said": nobody fought the residents.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from tidings.language.reduced import free_subject
from tidings.lexicons.words import words
from tidings.records import Parse, Word
from tidings.syntax import child, is_verb, subtree

SPEAKING = words("actors", "speaking")
# Verbs that say little without their infinitive.
COMPLETED = frozenset(
    {
        "try",
        "attempt",
        "manage",
        "refuse",
        "threaten",
        "intend",
        "decide",
        "vow",
        "pledge",
        "hope",
        "want",
        "fail",
        "plan",
    }
)
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def mend_tree(parse: Parse) -> Parse:
    """The parse with speakers and subjects put back where they belong."""
    heads = free_subject(parse) or _reduced(parse)
    return _join_nouns(_complete_verbs(_join_subjects(_free_speakers(_hang(parse, heads) if heads else parse))))


def _reduced(parse: Parse) -> dict[int, tuple[int, str]]:
    """ "Men left in the town have rifles": a past tense that hangs on a noun, with no subject, was undergone."""
    return {
        w.index: (w.head, "acl")
        for w in parse.words
        if w.dependency == "acl" and w.tag == "VBD" and child(parse, w.index, *SUBJECTS) is None
    }


def _free_speakers(parse: Parse) -> Parse:
    """A last verb of speech is given the speakers that stand before it."""
    verb = next((w.index for w in parse.words if _is_last_cue(parse, w.index)), None)
    if verb is None or child(parse, verb, *SUBJECTS) is not None:
        return parse
    speaker = _listed_before(parse, verb)
    return parse if speaker is None else _hang(parse, {speaker: (verb, "nsubj")})


def _join_subjects(parse: Parse) -> Parse:
    """ "Officials said 22 soldiers and 60 rebels died": nobody said soldiers."""
    for word in parse.words:
        if word.dependency != "dobj" or parse.words[word.head].lemma not in SPEAKING:
            continue
        clause = child(parse, word.head, "ccomp")
        subject = None if clause is None else child(parse, clause, "nsubj", "nsubjpass")
        if clause is None or subject is None or not word.index < subject < clause:
            continue
        between = set(range(word.index + 1, subject)) - set(subtree(parse, subject))
        if between and all(parse.words[i].dependency == "cc" for i in between):
            role = parse.words[subject].dependency
            return _hang(parse, {word.index: (clause, role), subject: (word.index, "conj")})
    return parse


def _complete_verbs(parse: Parse) -> Parse:
    """ "Tried on Monday at dawn to storm the fort": what was tried, not what for."""
    heads = {}
    for word in parse.words:
        above = parse.words[word.head]
        if word.dependency != "advcl" or word.tag != "VB" or word.index < above.index or above.lemma not in COMPLETED:
            continue
        has_to = any(parse.words[c].lower == "to" and c < word.index for c in parse.children[word.index])
        if has_to and child(parse, above.index, "xcomp", "ccomp", "dobj", "auxpass") is None:
            heads[word.index] = (above.index, "xcomp")
    return _hang(parse, heads) if heads else parse


def _join_nouns(parse: Parse) -> Parse:
    """ "Resulted in the death of one man, and the arrest of two": a noun is joined to a noun, not to the verb."""
    heads = {}
    for word in parse.words:
        verb = parse.words[word.head]
        if word.dependency != "conj" or word.pos != "NOUN" or not is_verb(verb) or not verb.index < word.index:
            continue
        if child(parse, word.index, *SUBJECTS, "aux", "auxpass", "cop", "advmod") is not None:
            continue
        partner = _last_object(parse, verb.index, word.index)
        if partner is not None:
            heads[word.index] = (partner, "conj")
    return _hang(parse, heads) if heads else parse


def _last_object(parse: Parse, verb: int, before: int) -> int | None:
    """The object of a verb or of its preposition that stands last before a word, if it is a plain noun."""
    found = None
    for c in parse.children[verb]:
        if verb < c < before and parse.words[c].dependency in ("dobj", "prep"):
            found = c if parse.words[c].dependency == "dobj" else child(parse, c, "pobj")
    return found if found is not None and parse.words[found].pos == "NOUN" and not parse.words[found].entity else None


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


def _hang(parse: Parse, heads: Mapping[int, tuple[int, str]]) -> Parse:
    """The same parse with some words, and all that hangs on them, under another head in another role."""
    changed = [_rehang(w, *heads[w.index]) if w.index in heads else w for w in parse.words]
    below: list[list[int]] = [[] for _ in changed]
    for word in changed:
        if word.head != word.index:
            below[word.head].append(word.index)
    return Parse(tuple(changed), tuple(tuple(b) for b in below), parse.made_by)


def _rehang(word: Word, head: int, role: str) -> Word:
    """A past tense that turns out to be a reduced clause is a participle."""
    tag = "VBN" if role == "acl" and word.tag == "VBD" else word.tag
    return msgspec.structs.replace(word, head=head, dependency=role, tag=tag)


def mend_trees(parses: Sequence[Parse]) -> tuple[Parse, ...]:
    """Each parse mended."""
    return tuple(mend_tree(parse) for parse in parses)
