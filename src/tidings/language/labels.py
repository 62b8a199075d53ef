"""Entity labels mended by grammar: a parser that never met a small town takes it for a person or for nothing.

"at Keren", "captured Kratie", "fled from Gisenyi": a bare name where only a place can stand is a place, and so is the
same name elsewhere in the report.
"""

from __future__ import annotations

import re
from calendar import day_abbr, day_name, month_abbr, month_name
from collections.abc import Mapping, Sequence

from tidings.lexicons.words import lands_of_groups, words
from tidings.records import Parse, Word

Labels = Mapping[int, str]

PLACE = "GPE"
PLACES = frozenset({"GPE", "LOC", "FAC"})
# Before these a bare name is a place; "to", "on" and "of" take people as well.
BEFORE_PLACES = words("places", "within")
FROM = frozenset({"from", "to"})
LEAVING = words("places", "leaving")
TAKING = words("places", "taking")
TAKEN = words("places", "taken")
# "Control of Tikrit", "an attack on Masaya", "the centre of", "Keren's outskirts", "ten miles west of Masaya".
HELD = frozenset({"control", "grip", "outskirts", "suburb", "centre", "center", "defence", "defense", "mayor"})
ATTACK = frozenset({"attack", "assault", "raid", "offensive", "march", "advance", "airstrike"})
SIDES = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside"})
FEATURES = words("places", "features")
# What only a place has: "Zepa's centre"; a person may have a camp, a compound, a home.
OF_PLACES = words("places", "possessions")
UNITS = words("places", "units")
WITH_ARTICLE = re.compile(r"(?:[ae]l|a[sdnrtz]|[ae]sh)-[A-Z]")
MISTAKEN = frozenset({"", "PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
CALENDAR = frozenset(month.lower() for month in (*month_name, *month_abbr, *day_name, *day_abbr)) | frozenset(
    {"christmas", "easter", "ramadan", "eid", "ashura", "nowruz", "tet", "sept", "spring", "summer", "autumn", "winter"}
)
AIMING = frozenset(
    {"fire", "shoot", "shot", "aim", "throw", "point", "look", "shout", "hurl", "swear", "round", "stone"}
)
TITLED = frozenset(
    {"mr", "mrs", "ms", "dr", "president", "general", "colonel", "minister", "king", "mullah", "sheikh", "captain"}
)


def mend_labels(parses: Sequence[Parse]) -> list[Labels]:
    """For each parse of a report, the words that are places after all, with their new label."""
    persons = {
        w.text for parse in parses for w in parse.words if w.entity == "PERSON" and _is_of_longer_name(parse, w.index)
    }
    found: list[Labels] = [
        {i: label for i, label in _places_by_grammar(parse).items() if not _is_persons(parse, i, persons)}
        for parse in parses
    ]
    names = {parse.words[i].text for parse, labels in zip(parses, found, strict=True) for i in labels} - persons
    if not names:
        return found
    return [
        {
            **labels,
            **{w.index: PLACE for w in parse.words if w.text in names and w.entity in MISTAKEN and w.pos == "PROPN"},
        }
        for parse, labels in zip(parses, found, strict=True)
    ]


def _places_by_grammar(parse: Parse) -> dict[int, str]:
    found = {}
    for word in parse.words:
        mistaken = word.entity in MISTAKEN or (word.entity in ("DATE", "TIME") and _is_no_day(word))
        if word.pos == "PROPN" and mistaken and _stands_as_place(parse, word.index):
            found.update(dict.fromkeys(_whole_name(parse, word.index), PLACE))
        if WITH_ARTICLE.match(word.text) and word.index and _is_first_half(parse, word.index - 1):
            found.update({word.index - 1: PLACE, word.index: PLACE})
    return found


def _is_first_half(parse: Parse, i: int) -> bool:
    """ "Tell" of "Tell al-Abyad", of which the parser takes the first word alone for a place."""
    return parse.words[i].entity in PLACES and parse.words[i].head == i + 1


def _is_persons(parse: Parse, i: int, persons: set[str]) -> bool:
    """Whether a name is a person's elsewhere, and stands where one may be attacked or own something."""
    word = parse.words[i]
    return word.text in persons and (word.dependency == "poss" or parse.words[word.head].lower == "on")


def _is_no_day(word: Word) -> bool:
    """A town that a parser takes for a date: a name of its own, no month, no feast."""
    return word.entity_starts and word.lower not in CALENDAR


def _stands_as_place(parse: Parse, i: int) -> bool:
    word = parse.words[i]
    if word.text in lands_of_groups() or word.lower in FEATURES:
        return False
    if _is_called_place(parse, i):
        return True
    if not _is_bare(parse, i):
        return False
    governor = parse.words[word.head]
    if word.dependency == "conj" and governor.pos == "PROPN":
        return _stands_as_place(parse, word.head)
    if word.dependency == "pobj":
        return _is_under_preposition(parse, i)
    takers = {"dobj": TAKING, "poss": OF_PLACES}.get(word.dependency, frozenset())
    return governor.lemma in takers and not _is_of_longer_name(parse, i)


def _is_under_preposition(parse: Parse, i: int) -> bool:
    """ "Near Keren", "drove from Keren", "the fall of Keren", "an attack on Keren"."""
    preposition = parse.words[parse.words[i].head]
    above = parse.words[preposition.head].lemma
    longer = _is_of_longer_name(parse, i)
    if preposition.lower == "of":
        return not longer and above in TAKEN | HELD | SIDES
    if preposition.lower == "on":
        return not longer and above in ATTACK
    if preposition.lower in FROM and above in LEAVING:
        return True
    aimed = preposition.lower == "at" and above in AIMING and longer  # "fired at Pavel Orlov"
    return preposition.lower in BEFORE_PLACES and not aimed


def _is_called_place(parse: Parse, i: int) -> bool:
    """ "Kolofata, a town on the border", "Shmona and other towns", "Azaz, where": the words beside a name say it."""
    for c in parse.children[i]:
        word = parse.words[c]
        if word.dependency == "relcl" and any(parse.words[b].lower == "where" for b in parse.children[c]):
            return True
        if word.lemma not in UNITS or word.tag not in ("NN", "NNS") or c < i:
            continue
        if word.dependency == "appos" and parse.words[i].dependency != "nsubj":
            return True
        if word.dependency == "conj" and any(parse.words[a].lower in ("other", "nearby") for a in parse.children[c]):
            return True
    return False


def _is_bare(parse: Parse, i: int) -> bool:
    """A name alone: no article, no title, nobody's, and no letters that stand for a body."""
    word = parse.words[i]
    below = [parse.words[c] for c in parse.children[i]]
    if any(w.dependency in ("det", "poss", "appos", "amod", "nummod", "relcl") or w.lower in TITLED for w in below):
        return False
    return not (word.text.isupper() and len(word.text) > 1)


def _is_of_longer_name(parse: Parse, i: int) -> bool:
    """Whether a name has a given name before it: "captured Abdul Rahim" took a man."""
    word = parse.words[i]
    return word.entity == "PERSON" and (
        not word.entity_starts
        or (i + 1 < len(parse.words) and parse.words[i + 1].entity == "PERSON" and not parse.words[i + 1].entity_starts)
    )


def _whole_name(parse: Parse, i: int) -> list[int]:
    return [
        i,
        *(c for c in parse.children[i] if parse.words[c].dependency == "compound" and parse.words[c].pos == "PROPN"),
    ]
