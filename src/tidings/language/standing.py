"""Where a name stands in its sentence, and whether a place can stand there: "the raid on", "fell", "the people of"."""

from __future__ import annotations

from tidings.language.labels import PLACES, TITLED
from tidings.lexicons.words import words
from tidings.records import Parse, Word
from tidings.syntax import SHORT_VERBS, first_conjunct, is_noun

WITHIN = words("places", "within")
AIMED = words("places", "aimed")
MOVING = words("places", "leaving") | words("places", "moving")
TAKING = words("places", "taking") | words("places", "reaching")
TAKEN = words("places", "taken") | words("places", "part_of")
BELONGINGS = words("places", "possessions") | words("places", "belongings")
FEATURES = words("places", "features")
# What a place is to the word above it: taken, owning, falling.
UNDER = {"dobj": TAKING, "nsubjpass": TAKING, "poss": BELONGINGS, "nsubj": frozenset({"fall"})}
NO_PERSONS = frozenset({"", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "TIME", "QUANTITY", "CARDINAL"})
Span = tuple[int, int]


def _head(parse: Parse, span: Span) -> Word:
    """The first word of a name that hangs on one outside it by a role."""
    first, last = span
    for i in range(first, last + 1):
        word = parse.words[i]
        if not first <= word.head <= last and word.dependency not in ("compound", "dep", "amod", "nmod"):
            return word
    return parse.words[last]


def stands_as_place(parse: Parse, span: Span) -> bool:
    """Whether a name stands where a place can."""
    head = _head(parse, span)
    below = [parse.words[c] for c in parse.children[head.index] if not span[0] <= c <= span[1]]
    if any(w.dependency in ("poss", "det") or w.lower in TITLED for w in below):
        return False
    is_called = any(
        w.dependency == "appos" and w.lemma in FEATURES and is_noun(w) for w in below
    )  # "Burka, a district"
    if is_called or (head.dependency in ("ROOT", "dep") and any(_leads_to_place(parse, w) for w in below)):
        return True
    top = parse.words[first_conjunct(parse, head.index)]
    governor = parse.words[top.head]
    if top.dependency == "pobj":
        return _stands_after(governor, parse.words[governor.head], firm=head.entity in NO_PERSONS)
    if top.dependency in ("appos", "npadvmod", "conj"):
        return governor.entity in PLACES
    if governor.lemma in SHORT_VERBS and governor.dependency == "advcl":
        governor = parse.words[governor.head]  # "fell on Friday, as did Qalat"
    return governor.lemma in UNDER.get(top.dependency, ())


def _leads_to_place(parse: Parse, word: Word) -> bool:
    """ "Keren in Anseba, where three were killed"."""
    return word.lower == "in" and any(parse.words[c].entity in PLACES for c in parse.children[word.index])


def _stands_after(preposition: Word, above: Word, *, firm: bool) -> bool:
    if preposition.lower in WITHIN or preposition.lower in AIMED:
        return True
    if preposition.lower in ("from", "to"):
        return firm or above.lemma in MOVING
    if preposition.lower == "of":
        return above.lemma in TAKEN or above.lemma in FEATURES
    return preposition.lower == "against" and firm and above.lemma in ("offensive", "raid", "attack", "operation")
