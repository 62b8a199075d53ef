"""Answers without a verb of their own, or that say there is none: "it had not", "there was none", "no truth in it"."""

from __future__ import annotations

import msgspec

from tidings.claims.answers.clause import Answer, make_answer
from tidings.claims.answers.words import NOBODY, REALITY, is_negated, is_under_denial, stands_for
from tidings.lexicons.scope import scope_words
from tidings.records import Certainty, Parse, Stance, Word
from tidings.syntax import child, children, subtree

EMPTY_VERBS = frozenset({"do", "have", "be", "can", "could", "will", "would"})
EMPTY_PARTS = frozenset({"nsubj", "neg", "aux", "punct", "mark", "cc", "advmod", "intj"})
NOTHING = frozenset({"none", "nothing", "little"})
NOT, BITS = frozenset({"not", "no"}), frozenset({"word", "syllable", "bit"})
KINDS, OPPOSITES = frozenset({"kind", "sort"}), frozenset({"opposite", "contrary", "reverse"})
TRUE = frozenset({"true", "so", "correct", "right"})
# What one has or does none of is a thing, not what happened: "those who once gave interviews gave none".
OF_THINGS = frozenset(
    {
        "give", "need", "want", "offer", "show", "leave", "receive", "get", "take", "eat", "buy", "sell",
        "own", "keep", "wear", "ask", "contain", "include", "spare", "lose",
    }
)  # fmt: skip
# What "none" is sent or planned of: forces, talks, aid; of the killed, none is a figure.
DONE = (
    "force.",
    "talk.",
    "aid.",
    "displace.evacuate",
    "displace.return",
    "displace.expel",
    "govern.",
    "fight.operation",
    "protest.",
)
SENT = ("force.deploy", "force.support", "aid.")
SIGNS = frozenset({"sign", "trace", "word", "evidence", "news"})


def find_without_truth(parse: Parse, word: Word) -> Answer | None:
    """ "There is no truth in the story", "not a grain of truth in it"."""
    if word.lemma != "be" or child(parse, word.index, "expl") is None:
        return None
    for said in children(parse, word.index, "attr"):
        below = subtree(parse, said)
        if not any(parse.words[i].lemma in REALITY for i in below):
            continue
        if not any(parse.words[i].lower in ("no", "not", "little") for i in [*below, *parse.children[word.index]]):
            continue
        accounts = [n for c in [*below, *children(parse, word.index, "prep")] for n in children(parse, c, "pobj")]
        what = next((n for n in accounts if stands_for(parse, n)), None)
        if what is not None:
            return make_answer(parse, "denies", word.index, None, what)
    return None


def find_no_word_of_it(parse: Parse, word: Word) -> Answer | None:
    """ "Not a word of it is true", "none of this is so", "nothing in the account is correct"."""
    if _is_nothing_of_the_kind(parse, word) or _is_the_opposite(parse, word):
        return make_answer(parse, "denies", word.index, None, None)
    said_so = children(parse, word.index, "acomp", "advmod")
    if word.lemma != "be" or not any(parse.words[c].lower in TRUE for c in said_so):
        return None
    for said in children(parse, word.index, "nsubj"):
        below = subtree(parse, said)
        lowers = {parse.words[i].lower for i in (*below, *parse.children[word.index])}
        is_none = not lowers.isdisjoint(NOTHING) or bool(NOT & lowers and BITS & lowers)
        what = next((i for i in below if i != said and stands_for(parse, i)), None)
        if is_none and what is not None:
            return make_answer(parse, "denies", word.index, None, what)
    return None


def _is_nothing_of_the_kind(parse: Parse, word: Word) -> bool:
    """ "Nothing of the kind happened", "no such thing took place"."""
    subject = child(parse, word.index, "nsubj", "nsubjpass")
    if subject is None or word.lemma not in ("happen", "occur", "take", "be"):
        return False
    lowers = {parse.words[i].lower for i in subtree(parse, subject)}
    return ({"nothing", "of"} <= lowers and not KINDS.isdisjoint(lowers)) or {"no", "such", "thing"} <= lowers


def _is_the_opposite(parse: Parse, word: Word) -> bool:
    subject = child(parse, word.index, "nsubj")
    if word.lemma != "be" or subject is None or parse.words[subject].lower not in OPPOSITES:
        return False
    return any(parse.words[c].lower in TRUE | {"case"} for c in children(parse, word.index, "acomp", "attr"))


def find_none(parse: Parse, word: Word) -> Answer | None:
    """ "They knew of none", "nobody has ordered one", "there was no sign of it": what was told has not come about."""
    if word.lower == "none" and word.dependency == "attr":
        return _there_is_none(parse, word)
    if word.lower not in ("none", "one", "it") or word.dependency not in ("dobj", "pobj"):
        return None
    if word.lower == "none" and parse.children[word.index]:
        return None
    above = parse.words[word.head]
    governor = parse.words[above.head] if word.dependency == "pobj" else above
    if governor.lemma in SIGNS and any(parse.words[c].lower == "no" for c in parse.children[governor.index]):
        verb = governor.head
    elif word.lower == "none" or (word.lower == "one" and _has_nobody(parse, governor.index)):
        verb = governor.index
    else:
        return None
    if not parse.words[verb].tag.startswith("VB") or parse.words[verb].lemma in OF_THINGS:
        return None
    stance: Stance = "doubts" if parse.words[verb].lemma in ("know", "hear") else "denies"
    return make_answer(parse, stance, verb, None, None)


def _there_is_none(parse: Parse, word: Word) -> Answer | None:
    there = child(parse, word.head, "expl")
    if there is None or any(w.dependency == "expl" for w in parse.words[:there]):
        return None  # "there is not a word from the army, and from the town there is none"
    return make_answer(parse, "denies", word.head, None, None)


def _has_nobody(parse: Parse, i: int) -> bool:
    return any(parse.words[c].lower in ("nobody", "neither", "none") for c in children(parse, i, "nsubj"))


def find_left_out(parse: Parse, word: Word) -> Answer | None:
    """ "It had not." "The army says that it did not." "They cannot have.": the verb itself is left out."""
    if word.lemma not in EMPTY_VERBS or word.tag in ("VBG", "VBN") or word.dependency in ("aux", "auxpass"):
        return None
    below = [parse.words[c] for c in parse.children[word.index]]
    subject = next((w for w in below if w.dependency == "nsubj" and w.tag not in ("WP", "WDT")), None)
    if subject is None or any(w.dependency not in EMPTY_PARTS and not _leads_in(w, subject) for w in below):
        return None
    by_nobody = _is_nobody(parse, subject)
    negated = by_nobody or any(w.dependency == "neg" for w in below)
    if negated is is_under_denial(parse, word) or (by_nobody and word.lemma == "be"):
        return None
    answer = make_answer(parse, "denies", word.index, None, None)
    if not by_nobody:
        return answer
    certainty: Certainty = "planned" if _is_ahead(parse, word) else "happened"
    return msgspec.structs.replace(answer, of_plan=True, certainty=certainty)  # "none has": what some were to do


def _is_nobody(parse: Parse, subject: Word) -> bool:
    """ "No one has", "not one has", "none was", "neither did"."""
    below = {parse.words[c].lower for c in parse.children[subject.index]}
    if subject.lower in NOBODY:
        return not below - {"so", "far", "yet"}
    return subject.lower == "one" and bool(below) and below <= {"no", "not"}


def _leads_in(word: Word, subject: Word) -> bool:
    """ "By nightfall, they had not": a time or a place before the subject."""
    return word.index < subject.index and word.dependency in ("prep", "npadvmod")


def find_none_done(parse: Parse, word: Word) -> Answer | None:
    """ "None is planned", "none had been sent": nothing of what was spoken of is done or meant."""
    subject = child(parse, word.index, "nsubjpass", "nsubj")
    if subject is None or not word.tag.startswith("VB"):
        return None
    if _does_nothing_of_the_kind(parse, word):
        return make_answer(parse, "denies", word.index, None, None)
    if parse.words[subject].lower != "none" or parse.children[subject] or not child(parse, word.index, "auxpass"):
        return None
    if word.lemma not in scope_words("arranged") and word.lemma not in scope_words("sent"):
        return None
    certainty: Certainty = "planned" if word.lemma in scope_words("arranged") or _is_ahead(parse, word) else "happened"
    return msgspec.structs.replace(
        make_answer(parse, "denies", word.index, None, None),
        acts=SENT if word.lemma == "send" else DONE,
        certainty=certainty,
        of_plan=True,
    )


def _is_ahead(parse: Parse, word: Word) -> bool:
    return any(parse.words[c].tag == "MD" for c in children(parse, word.index, "aux"))


def _does_nothing_of_the_kind(parse: Parse, word: Word) -> bool:
    """ "Did nothing of the sort", "neither has done anything of the kind", "has done no such thing"."""
    if word.lemma != "do":
        return False
    for said in children(parse, word.index, "dobj"):
        lowers = {parse.words[i].lower for i in subtree(parse, said)}
        if {"no", "such", "thing"} <= lowers:
            return True
        if "of" in lowers and not KINDS.isdisjoint(lowers):
            return "nothing" in lowers or ("anything" in lowers and is_negated(parse, word.index))
    return False
