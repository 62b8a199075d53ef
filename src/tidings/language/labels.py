"""Entity labels mended by grammar: a parser that never met a small town takes it for a person or for nothing.

"at Keren", "captured Kratie", "fled from Gisenyi": a bare name where only a place can stand is a place, and so is the
same name elsewhere in the report.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tidings.records import Parse

Labels = Mapping[int, str]

PLACE = "GPE"
PLACES = frozenset({"GPE", "LOC", "FAC"})
# Before these a bare name is a place; "to", "on" and "of" take people as well.
BEFORE_PLACES = frozenset(
    {"in", "at", "near", "into", "inside", "outside", "around", "throughout", "towards", "toward"}
)
FROM = frozenset({"from", "to"})
LEAVING = frozenset(
    {"flee", "withdraw", "retreat", "move", "evacuate", "leave", "escape", "drive", "return", "march", "send"}
)
TAKING = frozenset(
    {
        "capture",
        "seize",
        "recapture",
        "retake",
        "overrun",
        "besiege",
        "shell",
        "bombard",
        "storm",
        "occupy",
        "liberate",
        "encircle",
        "bomb",
        "flee",
        "abandon",
        "enter",
        "evacuate",
    }
)
TAKEN = frozenset(
    {
        "capture",
        "fall",
        "siege",
        "seizure",
        "recapture",
        "bombardment",
        "shelling",
        "liberation",
        "loss",
        "occupation",
        "town",
        "city",
        "village",
    }
)
MISTAKEN = frozenset({"", "PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
AIMING = frozenset(
    {"fire", "shoot", "shot", "aim", "throw", "point", "look", "shout", "hurl", "swear", "round", "stone"}
)
TITLED = frozenset(
    {"mr", "mrs", "ms", "dr", "president", "general", "colonel", "minister", "king", "mullah", "sheikh", "captain"}
)


def mend_labels(parses: Sequence[Parse]) -> list[Labels]:
    """For each parse of a report, the words that are places after all, with their new label."""
    found: list[Labels] = [_places_by_grammar(parse) for parse in parses]
    names = {parse.words[i].text for parse, labels in zip(parses, found, strict=True) for i in labels}
    names -= {
        w.text for parse in parses for w in parse.words if w.entity == "PERSON" and _is_of_longer_name(parse, w.index)
    }
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
        if word.pos == "PROPN" and word.entity in MISTAKEN and _stands_as_place(parse, word.index):
            found.update(dict.fromkeys(_whole_name(parse, word.index), PLACE))
    return found


def _stands_as_place(parse: Parse, i: int) -> bool:
    word = parse.words[i]
    governor = parse.words[word.head]
    if not _is_bare(parse, i):
        return False
    if word.dependency == "conj" and governor.pos == "PROPN":
        return _stands_as_place(parse, word.head)
    if word.dependency == "dobj":
        return governor.lemma in TAKING and not _is_of_longer_name(parse, i)
    above = parse.words[governor.head].lemma
    leaving = governor.lower in FROM and above in LEAVING
    taken = governor.lower == "of" and above in TAKEN and not _is_of_longer_name(parse, i)
    aimed = governor.lower == "at" and above in AIMING and _is_of_longer_name(parse, i)  # "fired at Pavel Orlov"
    return word.dependency == "pobj" and not aimed and (governor.lower in BEFORE_PLACES or leaving or taken)


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
