"""Persons told dead or missing who are not: "he is alive", "she turned up unharmed", "two of them have turned up"."""

from __future__ import annotations

import msgspec

from tidings.claims.answers.clause import Answer, make_answer
from tidings.claims.answers.words import is_negated
from tidings.records import Parse, Word
from tidings.syntax import child, children

PERSONS = frozenset({"he", "she", "they", "both", "all"})
OF_THEM = frozenset({"them", "these", "those", "whom"})
ALIVE = frozenset({"alive", "unharmed", "unhurt", "safe", "unscathed", "well"})
COMING_BACK = frozenset({"turn up", "show up", "resurface", "reappear"})


def find_alive(parse: Parse, word: Word) -> Answer | None:
    """The answer that a verb makes, if its clause says that a person told dead or missing is neither."""
    subject = child(parse, word.index, "nsubj", "nsubjpass")
    if subject is None or not _is_of_persons(parse, subject) or is_negated(parse, word.index):
        return None
    if any(parse.words[c].tag == "MD" for c in children(parse, word.index, "aux")) or word.dependency == "relcl":
        return None
    forms = {
        word.lemma,
        *(f"{word.lemma} {parse.words[c].lower}" for c in children(parse, word.index, "prt", "advmod")),
    }
    said = {parse.words[c].lower for c in children(parse, word.index, "acomp", "oprd", "advcl")}
    is_back = not COMING_BACK.isdisjoint(forms)
    if is_back and "dead" in said:
        return None
    if not is_back and parse.words[subject].lower not in PERSONS:
        return None  # "22 of them were alive at the end": others were not
    if "alive" in said and (is_back or word.lemma in ("be", "find")):
        acts: tuple[str, ...] = ("harm.kill",)
    elif word.lemma == "be" and {"safe", "unharmed", "unhurt"} & said:
        acts = ("harm.kill",)
    elif is_back:
        acts = ("harm.kill", "harm.abduct") if ALIVE & said else ("harm.abduct",)
    else:
        return None
    return msgspec.structs.replace(make_answer(parse, "denies", word.index, None, None), acts=acts)


def _is_of_persons(parse: Parse, subject: int) -> bool:
    """ "He", "both", "two of them"."""
    if parse.words[subject].lower in PERSONS:
        return True
    of = [p for c in children(parse, subject, "prep") for p in children(parse, c, "pobj")]
    return any(parse.words[p].lower in OF_THEM for p in of)
