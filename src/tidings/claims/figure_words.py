"""Which words of a sentence may carry a figure of an act, and as what: its slots, what they hold, what tells how many.

"Dozens of civilians, including 12 children" holds a second figure; in "the number of refugees rose to 12,000" and "the
dead include 12 children" the figure stands beyond the verb that tells it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tidings.claims.drafts import Draft
from tidings.lexicons.quantities import Quantities, load_quantities
from tidings.records import Parse, Word
from tidings.syntax import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS, children, conjuncts, is_verb

CONTAINERS = frozenset({"of", "including", "among", "with", "like", "from"})
# "detained the colonel along with two guards": those after the verb share its fate
BESIDE = ("along with", "in addition to")
HOUSEHOLDS = frozenset({"family", "household", "refugee", "arrival"})
BEFALL = frozenset({"harm", "displace"})  # families of acts that befall people
TOLD = BEFALL | {"fight"}
COPULA = frozenset({"be"})
DONE = frozenset({"complete", "completed", "finished", "done", "over", "under"})


def role_by_word(draft: Draft, parse: Parse) -> Mapping[int, str]:
    """The role of each word that may carry a figure of this act."""
    found: dict[int, str] = {draft.head: "act"}
    for c in children(parse, draft.head, "nummod"):
        found[c] = "act"
    row = draft.row
    slots = (("target", row.target), ("actor", row.actor), ("place", row.place), ("destination", row.destination))
    for role, names in (*slots, ("target", ("object",))):
        for name in names:
            for i in draft.arguments.get(name, ()):
                for j in _inside(parse, i):
                    found.setdefault(j, role)
    for role, words in (("target", _share_of), ("act", _completed), ("target", _beside)):
        for j in words(draft, parse):
            found.setdefault(j, role)
    if draft.act.partition(".")[0] in TOLD:
        _add_far(draft, parse, found)
    return found


def _share_of(draft: Draft, parse: Parse) -> Iterator[int]:
    """The number in "159 of those killed were civilians" and in "of the dead, 12 were children"."""
    word = parse.words[draft.head]
    noun = word if word.dependency == "pobj" else parse.words[word.head]
    of = parse.words[noun.head]
    if not draft.act.startswith("harm.") or noun.dependency != "pobj" or of.lower != "of":
        return
    above = parse.words[of.head]
    if above.tag == "CD":
        yield above.index
    elif above.lemma in COPULA:
        yield from (c for c in children(parse, above.index, *SUBJECTS) if parse.words[c].tag == "CD")


def _completed(draft: Draft, parse: Parse) -> Iterator[int]:
    """ "The withdrawal was 40 percent complete": how much of what the noun names is done."""
    word = parse.words[draft.head]
    if word.dependency not in SUBJECTS or parse.words[word.head].lemma not in COPULA:
        return
    for c in children(parse, word.head, "acomp"):
        if parse.words[c].lemma in DONE:
            yield from parse.children[c]


def _beside(draft: Draft, parse: Parse) -> Iterator[int]:
    """The words that may carry a figure of those who share the fate of the target."""
    if draft.act.partition(".")[0] in BEFALL:
        for name in BESIDE:
            for i in (i for i in draft.arguments.get(name, ()) if i > draft.head):
                yield from _inside(parse, i)


def _inside(parse: Parse, i: int) -> Iterator[int]:
    """A filler, its number, and what it contains; the family of "six members of a family" is no second figure."""
    yield i
    numbered = False
    for c in parse.children[i]:
        word = parse.words[c]
        if word.dependency in ("nummod", "quantmod", "appos"):
            numbered = numbered or word.dependency == "nummod"
            yield c
        elif word.dependency == "prep" and word.lower in CONTAINERS and not (numbered and word.lower == "of"):
            for p in children(parse, c, "pobj"):
                if not is_verb(parse.words[p]):
                    for q in conjuncts(parse, p):
                        yield from _inside(parse, q)


def _add_far(draft: Draft, parse: Parse, found: dict[int, str]) -> None:
    """The words beyond a verb: what it tells of a number, what it says that the dead include, whom it makes flee."""
    q = load_quantities()
    head, befalls = parse.words[draft.head], draft.act.partition(".")[0] in BEFALL
    if befalls and head.dependency == "amod" and head.head != head.index:  # "20 people dead", "40 wounded soldiers"
        found.setdefault(head.head, "target")
    if befalls and head.dependency == "xcomp" and not draft.arguments.get("subject"):  # "forced 400 families to flee"
        for i in children(parse, head.head, *OBJECTS):
            found.setdefault(i, "actor")
    for i, role in list(found.items()):
        for j in _told_of(parse, _numbered(parse, i, q), q):
            found.setdefault(j, role)


def _numbered(parse: Parse, i: int, q: Quantities) -> int:
    """The noun that is the number of what word i means ("the number of people"), or the word itself."""
    above = parse.words[i].head
    if parse.words[i].dependency == "pobj" and parse.words[above].lower == "of":
        noun = parse.words[above].head
        if parse.words[noun].lemma in q.numbers | q.tolls:
            return noun
    return i


def _told_of(parse: Parse, i: int, q: Quantities) -> Iterator[int]:
    """The words that tell how many a noun means, or who is among them."""
    word = parse.words[i]
    verb = parse.words[word.head]
    if word.dependency in SUBJECTS | PASSIVE_SUBJECTS | OBJECTS and verb.lemma in q.telling - COPULA:
        for c in parse.children[verb.index]:
            below = parse.words[c]
            if below.dependency == "prep" and below.lower in ("to", "at", "by", "from"):
                yield from (p for p in children(parse, c, "pobj") if below.lower != "from" or _ends_range(parse, p))
            elif below.tag == "CD" and c != i:
                yield c
    elif word.dependency in SUBJECTS and verb.lemma in COPULA and _is_a_number(word, q):
        yield from (c for c in children(parse, verb.index, "attr", "acomp") if parse.words[c].tag == "CD")
    elif word.dependency in SUBJECTS and verb.lemma in q.holding:
        for c in children(parse, verb.index, *OBJECTS):
            yield from conjuncts(parse, c)
    elif word.dependency == "pobj" and verb.lower == "among" and parse.words[verb.head].lemma in COPULA:
        for c in children(parse, verb.head, *SUBJECTS, *OBJECTS):
            yield from conjuncts(parse, c)


def _is_a_number(word: Word, q: Quantities) -> bool:
    """Whether a noun is a number, or households, of whom one says how many they are: "the families are now 17,000"."""
    return word.lemma in q.numbers | q.tolls or (word.tag == "NNS" and word.lemma in HOUSEHOLDS)


def _ends_range(parse: Parse, i: int) -> bool:
    """ "rose from 12,000 to 20,000", parsed as one: the last is where it stands now."""
    return any(parse.words[c].lower == "to" for c in parse.children[i])
