"""Places: what a report names as where something was.

A mention's `means` is the name as the text gives it, without "the" and without the word for the unit ("Khash district"
is `Khash`); one without a name of its own ("the city") has `candidates = ("unnamed",)` and is settled by what was named
before. Which gazetteer entry a name means is settled elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.lexicons.words import countries_by_people, country_of_people, lands_of_groups, words
from tidings.records import Mention, Parse, Word
from tidings.syntax import conjuncts, entity_spans, is_noun

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
FEATURES = words("places", "features")
UNITS = words("places", "units")
PARTS = words("places", "parts")
WHERE = words("places", "where")
DIRECTIONS = words("places", "directions")
# The izafat, or "the ... of": names so built are places far more often than persons.
LINKED_NAME = re.compile(r"[A-Z][\w’']*-(?:e|i|ye|yi|ul|ud|ez|es|as|o)-[A-Z]?[\w’']+")
# Where names of bodies and meetings end ("the Senate", "the Manama Dialogue"), and side words: "U.S.-led".
NO_PLACE = re.compile(
    rf"(?:\b(?:{'|'.join(sorted(words('places', 'no_places')))})$)|-(?:led|backed|held|based)$", re.IGNORECASE
)
FIGHTERS = words("actors", "rebels") | {"fighter", "gunman"}
BELIEF = frozenset({"confidence", "faith", "trust", "belief", "confide"})
TITLES = words("actors", "titles")
TRUSTING = words("places", "trusting")
PASSING = frozenset({"pass", "drive", "march", "travel", "walk", "move", "go", "advance", "run", "come"})
WITHIN = frozenset({"in", "near", "at", "around", "outside", "towards", "toward", "inside", "through"})
LEAVING = words("places", "leaving") | {"abduct", "kidnap", "snatch", "chase", "expel", "get", "break", "bus", "throw"}
# What is done at persons: "fired at", "angry at".
AIMING = words("places", "aimed_at_persons")
LISTED = "places.listed"
NAME_LABELS = PLACE_LABELS | {"ORG", "NORP", "PERSON", ""}


def find_places(parse: Parse) -> list[Mention]:
    """The places of a sentence, each at the word that stands in the sentence's grammar."""
    found: dict[int, Mention] = {}
    for mention in _named_by_entity(parse):
        found.setdefault(mention.head, mention)
    for mention in _named_by_feature(parse):
        if mention.head not in found or found[mention.head].candidates:
            found[mention.head] = mention
    for mention in _after_preposition(parse):
        found.setdefault(mention.head, mention)
    named = (mention for mention in found.values() if mention.means not in lands_of_groups())
    return sorted(named, key=lambda mention: mention.start)


def _named_by_entity(parse: Parse) -> Iterator[Mention]:
    for first, last in entity_spans(parse):
        if parse.words[first].entity not in PLACE_LABELS:
            continue
        head = span_head(parse, first, last)
        name = place_name(parse, first, last)
        if not name or _is_peoples(name) or NO_PLACE.search(name) or _is_of_person(parse, first, head):
            continue
        if first == last and _is_no_name(parse, head):
            continue
        yield _mention(parse, head, (first, last), name, f"places.{parse.words[first].entity.lower()}")
        above = parse.words[head].head
        if (
            above != head
            and parse.words[head].lemma not in UNITS  # "Khash district, Badakhshan province": each its own
            and parse.words[above].lemma in UNITS
            and parse.words[head].dependency in ("compound", "appos", "nmod")
        ):
            yield _mention(parse, above, (first, max(last, above)), name, "places.unit")


def _is_no_name(parse: Parse, i: int) -> bool:
    """Whether a label stands on a plain word: "in fog", "through thick fog"."""
    word = parse.words[i]
    if word.lemma.lower() in FIGHTERS and word.tag in ("NNS", "NN"):
        return True  # "Guerrillas attacked"
    return word.text.islower() and word.lemma not in FEATURES | DIRECTIONS | PARTS


def _is_of_person(parse: Parse, first: int, i: int) -> bool:
    """Whether a name is a person's by the words around it: "around Ambassador Moro", "lost confidence in Mandela"."""
    before = parse.words[max(first - 1, 0) : i]
    if any(w.lower in TITLES and w.text[0].isupper() for w in before):
        return True
    preposition = parse.words[parse.words[i].head]
    return preposition.lower == "in" and parse.words[preposition.head].lemma in BELIEF


def _named_by_feature(parse: Parse) -> Iterator[Mention]:
    """ "Zhari district", "the district of Khash", "Bagram airbase", and "the city" that must be looked up."""
    for word in parse.words:
        if word.lemma not in FEATURES or not is_noun(word) or word.dependency == "compound":
            continue
        named = [
            c
            for c in parse.children[word.index]
            if parse.words[c].dependency in ("compound", "nmod", "poss", "appos", "amod")
        ]
        names = [c for c in named if parse.words[c].pos == "PROPN" and parse.words[c].entity in (*NAME_LABELS, "EVENT")]
        before = [c for c in names if c < word.index and parse.words[c].dependency != "poss"]
        before = [c for c in before if not country_of_people(parse.words[c].text)]  # "the Kuwaiti island of Failaka"
        if before and (word.entity != "ORG" or word.lemma not in UNITS):
            first = min(min(_compound_start(parse, c), c) for c in before)
            found = list(_listed(parse, first, before, word))
            yield from found
            if found:
                continue
        of = _of_name(parse, word.index) if word.lemma in PARTS or word.lemma in UNITS else None
        if of is not None and not (word.lemma == "capital" and _is_land(place_name(parse, *of))):
            yield _mention(parse, word.index, (word.index, of[1]), place_name(parse, *of), "places.of")
            continue
        yield _mention(parse, word.index, (word.index, word.index), word.lemma, "places.unnamed", unnamed=True)


def _is_land(name: str) -> bool:
    """Whether a name is a country's: its capital is a town, not the country."""
    return name in countries_by_people().values()


def _listed(parse: Parse, first: int, before: list[int], feature: Word) -> Iterator[Mention]:
    """The name before a feature, and those listed with it: "Khash, Yaftal and Wardoj districts" are three."""
    listed = sorted({c for b in before for c in conjuncts(parse, b) if c < feature.index})
    own = feature.index - 1 if feature.lemma in UNITS else feature.index
    if all(parse.words[c].dependency != "conj" for c in listed):
        name = place_name(parse, first, own)
        if name and not NO_PLACE.search(name):
            yield _mention(parse, feature.index, (first, feature.index), name, "places.feature")
        return
    heads = [
        c for c in listed if parse.words[c].dependency == "conj" or any(_is_conjunct_of(parse, d, c) for d in listed)
    ]
    for c in heads[:-1]:
        start = _compound_start(parse, c)
        yield _mention(parse, c, (start, c), place_name(parse, start, c), LISTED)
    name = place_name(parse, _compound_start(parse, heads[-1]), own)
    yield _mention(parse, feature.index, (first, feature.index), name, "places.feature")


def _is_conjunct_of(parse: Parse, i: int, above: int) -> bool:
    return parse.words[i].dependency == "conj" and parse.words[i].head == above


def _is_peoples(name: str) -> bool:
    """ "Kuwaiti", "Croats": whose, not where; "Congo" and "Iraq" are no people's word."""
    country = country_of_people(name)
    return country is not None and name.lower() not in (low.lower() for low in countries_by_people().values())


def _after_preposition(parse: Parse) -> Iterator[Mention]:
    """A name without a label that stands where a place stands ("in Zinjibar"), or is built as one ("Pul-e-Khumri")."""
    for word in parse.words:
        if LINKED_NAME.fullmatch(word.text) and word.entity not in ("PERSON", "ORG"):
            yield _mention(parse, word.index, (word.index, word.index), word.text, "places.linked")
            continue
        if word.dependency != "pobj" or not (word.pos == "PROPN" or _is_odd_name(parse, word)):
            continue
        preposition = parse.words[word.head]
        if word.entity not in ("", "ORG", "NORP") and not _is_person_by_label_alone(parse, word):
            continue
        if preposition.lower not in WITHIN and not _is_left(parse, preposition, word):
            continue
        if preposition.lower == "at" and parse.words[preposition.head].lemma in AIMING:
            continue
        if word.text.isupper() and len(word.text) > 1:  # an acronym is an organisation
            continue
        first = _compound_start(parse, word.index)
        name = place_name(parse, first, word.index)
        if _is_of_person(parse, first, word.index):
            continue
        if name and not country_of_people(name) and not NO_PLACE.search(name):
            yield _mention(parse, word.index, (first, word.index), name, "places.preposition")


def _is_odd_name(parse: Parse, word: Word) -> bool:
    """Whether a parser takes a name for a plain word: "killed at Doramba", in a sentence that is not all capitals."""
    is_name = word.text[:1].isupper() and word.text[1:2].islower() and word.tag in ("NN", "RB", "CD", "JJ", "FW")
    return is_name and word.index > 0 and not parse.words[word.index - 1].text[:1].isupper()


def _is_left(parse: Parse, preposition: Word, word: Word) -> bool:
    """Whether people are told to have left a place of that name: "abducted from", "got out of"."""
    above = parse.words[preposition.head]
    if preposition.lower == "of" and above.lower == "out":
        return parse.words[above.head].lemma in LEAVING
    return preposition.lower == "from" and above.lemma in LEAVING and word.entity in ("", "PERSON")


def _is_person_by_label_alone(parse: Parse, word: Word) -> bool:
    """Whether a name that a parser takes for a person stands where none can: "was killed in Ganfouda"."""
    preposition = parse.words[word.head]
    governor = parse.words[preposition.head]
    if word.entity != "PERSON" or preposition.lower not in ("in", "near", "outside", "through", "at", "from", "of"):
        return False
    if preposition.lower == "at":
        return word.index - 1 == preposition.index
    return governor.lemma not in TRUSTING and (preposition.lower != "through" or governor.lemma in PASSING)


def _of_name(parse: Parse, i: int) -> tuple[int, int] | None:
    """First and last word of the name after "of": the district of Khash, the outskirts of Aden."""
    for c in parse.children[i]:
        if parse.words[c].dependency == "prep" and parse.words[c].lower == "of":
            for p in parse.children[c]:
                word = parse.words[p]
                if word.pos == "PROPN" and word.dependency == "pobj" and word.entity in NAME_LABELS:
                    first = _compound_start(parse, p)
                    return None if NO_PLACE.search(place_name(parse, first, p)) else (first, p)
    return None


def _compound_start(parse: Parse, i: int) -> int:
    first = i
    while True:
        before = [c for c in parse.children[first] if parse.words[c].dependency == "compound" and c < first]
        if before:
            first = min(before)
        elif (
            first > 0
            and parse.words[first].entity
            and not parse.words[first].entity_starts
            and parse.words[first - 1].entity
        ):
            first -= 1
        else:
            return first


def place_name(parse: Parse, first: int, last: int) -> str:
    """The words of a name without "the", a possessive ending or, at its end, the word for the unit."""
    chosen = list(parse.words[first : last + 1])
    while chosen and (
        chosen[0].tag in ("DT", "PRP$", "CD") or chosen[0].lower in ("the", "nearby", "neighbouring", "neighboring")
    ):
        chosen.pop(0)
    while chosen and chosen[-1].tag in ("POS", ",", "."):
        chosen.pop()
    while len(chosen) > 1 and chosen[-1].lemma in UNITS and chosen[-1].lower not in ("state", "island"):
        chosen.pop()
    while len(chosen) > 1 and chosen[0].lemma in UNITS and chosen[0].text.islower():
        chosen.pop(0)
        if chosen[0].lower == "of":
            chosen.pop(0)
    return join_words(chosen)


def join_words(chosen: list[Word]) -> str:
    """The words as they stood, blanks where the text had them."""
    pieces: list[str] = []
    for word, before in zip(chosen, [None, *chosen], strict=False):
        if before is not None and word.start > before.end:
            pieces.append(" ")
        pieces.append(word.text)
    return "".join(pieces).strip()


def span_head(parse: Parse, first: int, last: int) -> int:
    """The word of a span that hangs on a word outside it."""
    for i in range(first, last + 1):
        if not first <= parse.words[i].head <= last or parse.words[i].head == i:
            return i
    return last


def _mention(parse: Parse, head: int, span: tuple[int, int], name: str, rule: str, *, unnamed: bool = False) -> Mention:
    return Mention(
        kind="place",
        start=parse.words[span[0]].start,
        end=parse.words[span[1]].end,
        head=head,
        means=name,
        candidates=("unnamed",) if unnamed else (),
        score=0.5 if unnamed else 1.0,
        made_by=rule,
    )
