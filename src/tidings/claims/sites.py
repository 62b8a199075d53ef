"""The building or work at which something was done: "fired on the airport" in Goma happened at Goma airport.

A site with a name of its own ("the Shuaiba refinery") is the place. One without takes that of the town, told here or
before, and keeps it in its own name: so it is found under the town, and yet is not the town.
"""

from __future__ import annotations

from collections.abc import Iterator

from tidings.claims.clauses import Clauses
from tidings.claims.country import is_country
from tidings.claims.drafts import Draft, change
from tidings.lexicons.words import country_of_people, words
from tidings.records import Parse, Word
from tidings.syntax import prepositions

SITES = words("places", "sites")
PAIRS = words("places", "site_pairs")
KINDS = words("places", "site_kinds")
PARTS = frozenset({"compound", "building", "gate", "hall", "runway", "terminal", "office", "square", "hangar"})
WITHIN = ("in", "at", "inside", "near", "outside", "on", "into", "close to", "around", "before")
AIMED_AT = ("fight.", "destroy.", "govern.close", "force.deploy", "aid.")
# Who takes a town's compound takes the town; what of it was taken is told by the evidence.
NO_SITE = ("say.", "talk.", "law.", "territory.")
NAME_LABELS = frozenset({"", "ORG", "PERSON", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "NORP"})
ABOVE = 3  # words from an act up to the verb that its place hangs on


def with_site(draft: Draft, sentence: Clauses) -> Draft:
    """The draft with the site at which it happened: as its place where it has a name, else for the town to be told."""
    if draft.act.startswith(NO_SITE):
        return draft
    for i in _where(draft, sentence):
        if not _is_site(sentence, i):
            continue
        name = _own_name(sentence.parse, i)
        if name:
            is_told = len(draft.place) == 1 and draft.place[0].endswith(sentence.parse.words[i].lower)
            return draft if is_told else change(draft, "sites.named", place=(name,))
        return change(draft, site=_words(sentence.parse, i))
    return draft


def is_site(place: str) -> bool:
    """Whether a place is a site by its name: "Radisson hotel"."""
    return not SITES.isdisjoint(place.lower().split()[-1:])


def at_site(draft: Draft) -> Draft:
    """The draft with its site in the name of its place, if it has one that is not there yet."""
    if not draft.site or draft.town or len(draft.place) > 1:
        return draft
    town = next((name for name in draft.place if not is_country(name)), "")
    if draft.site.split()[-1] in town.lower():
        return draft  # "Goma airport" was told before
    if is_site(town):
        if draft.site.split()[-1] in PARTS:
            return draft  # "the building" of a hospital
        town = ""
    return change(draft, "sites.at", place=(f"{town} {draft.site}".strip(),), town=draft.place)


def _where(draft: Draft, sentence: Clauses) -> Iterator[int]:
    """The words that tell where an act was or what it was aimed at, the nearest first."""
    slots = (*draft.row.place, *(draft.row.target if draft.act.startswith(AIMED_AT) else ()))
    for slot in dict.fromkeys(slots):
        yield from draft.arguments.get(slot, ())
    if draft.act.startswith(AIMED_AT):
        yield from draft.arguments.get("object", ())
    i = draft.head
    for _ in range(ABOVE):
        below = prepositions(sentence.parse, i)
        yield from (j for name in WITHIN for j in below.get(name, ()))
        word = sentence.parse.words[i]
        if word.head == i or word.dependency in ("ccomp", "relcl", "parataxis", "advcl", "conj"):
            return
        i = word.head


def _is_site(sentence: Clauses, i: int) -> bool:
    word = sentence.parse.words[i]
    if word.tag not in ("NN", "NNP") and not (
        word.tag == "NNS" and word.lower in ("barracks", "headquarters", "crossroads")
    ):
        return False
    named = sentence.places.get(i)
    if named is not None and not named.candidates:
        return False
    before = sentence.parse.words[i - 1] if i else None
    return word.lower in SITES or (before is not None and f"{before.lower} {word.lower}" in PAIRS)


def _own_name(parse: Parse, i: int) -> str:
    """ "The Radisson hotel", "Comilla cantonment": the name that stands before the word for a site."""
    first = i
    while first and _is_of_name(parse.words[first - 1], parse, i):
        first -= 1
    return _text(parse, first, i) if first < i else ""


def _is_of_name(word: Word, parse: Parse, i: int) -> bool:
    below = word.dependency in ("compound", "nmod", "amod")
    is_name = word.pos == "PROPN" and word.text[:1].isupper() and word.entity in NAME_LABELS
    return below and is_name and country_of_people(word.text) is None and not is_country(word.text)


def _words(parse: Parse, i: int) -> str:
    """ "Wholesale market", "governor's office": the word for a site with what belongs to its name."""
    first = i
    while first and _belongs(parse.words[first - 1]):
        first -= 1
    while first < i and (parse.words[first].tag == "POS" or parse.words[first].pos == "PROPN"):
        first += 1  # "Goma's airport"
    return _text(parse, first, i)


def _belongs(word: Word) -> bool:
    if word.tag == "PRP$" or word.lower in ("city", "town", "village", "district"):
        return False
    if word.dependency in ("compound", "poss", "case", "nmod") and word.pos != "DET":
        return True
    return word.dependency == "amod" and (word.lemma in KINDS or country_of_people(word.text) is not None)


def _text(parse: Parse, first: int, last: int) -> str:
    pieces = parse.words[first : last + 1]
    return "".join((" " if k and word.start > pieces[k - 1].end else "") + word.text for k, word in enumerate(pieces))
