"""Who does what a noun tells, where the sentence says it in words beside the noun rather than in its own slots.

"The shelling carried out by rebels", "Libya's role in the bombardment", "units that took part in the operation", "the
army detained nine men during a sweep": in each somebody is named as the one whose act it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from tidings.claims.clauses import Clauses
from tidings.lexicons.words import words
from tidings.syntax import arguments, children, first_conjunct, is_verb

CAUSING = words("actors", "causing")
CHARGING = words("actors", "charging")
BRINGING_ABOUT = words("actors", "bringing_about")
ROLES = words("actors", "roles_in_acts")
PARTAKING = words("actors", "partaking")
UNDERTAKINGS = words("actors", "undertakings")
REPORTING = frozenset({"report", "claim", "announce", "acknowledge", "admit", "confirm"})
GAINS = frozenset(
    {
        "advance",
        "gain",
        "progress",
        "recapture",
        "capture",
        "seizure",
        "liberation",
        "withdrawal",
        "retreat",
        "operation",
    }
)
FORCES = words("actors", "body_words") | words("actors", "rebels") | frozenset({"fighter"})
HAVING = frozenset({"be", "play", "have", "take"})  # a role
AIMING = frozenset({"target", "seek", "hunt", "pursue"})
ISSUING = frozenset(
    {"sign", "issue", "release", "publish", "make", "read", "send", "write", "post", "circulate", "print", "give"}
)
ORDERS = frozenset({"order", "behest", "instruction", "command", "direction"})


def doers_of(sentence: Clauses, i: int) -> tuple[str, ...]:
    """The names of those who do what noun i tells, as the words around it say."""
    for ways in (_caused_by, _by_role, _by_work, _by_report):
        found = tuple(dict.fromkeys(str(sentence.actors[j].means) for j in ways(sentence, i) if _may_do(sentence, j)))
        if found:
            return found
    return ()


def by_order_of(sentence: Clauses, verb: int) -> tuple[str, ...]:
    """ "Closed on the group's orders": whose orders they are."""
    slots = arguments(sentence.parse, verb)
    for slot in ("on", "at", "under"):
        for j in slots.get(slot, ()):
            if sentence.parse.words[j].lemma not in ORDERS:
                continue
            given = arguments(sentence.parse, j)
            whose = (k for name in ("possessive", "of", "from", "modifier") for k in given.get(name, ()))
            if found := tuple(str(sentence.actors[k].means) for k in whose if _may_do(sentence, k)):
                return found
    return ()


def author_of(sentence: Clauses, i: int) -> list[str]:
    """Who speaks in a document: "the union's leaflet", "signed a statement promising", "a video in which he begs"."""
    parse = sentence.parse
    slots = arguments(parse, i)
    whose = [j for slot in ("possessive", "by", "from", "of") for j in slots.get(slot, ())]
    above = parse.words[parse.words[i].head]
    if parse.words[i].dependency == "dobj" and above.lemma in ISSUING:
        whose += arguments(parse, above.index).get("subject", ())
    return [str(sentence.actors[j].means) for j in whose if _may_do(sentence, j)][:2]


def sought_by(sentence: Clauses, i: int) -> tuple[str, ...]:
    """ "An operation targeting a commander", "a raid in search of gunmen": whom a noun of fighting is after."""
    parse = sentence.parse
    after = [j for c in children(parse, i, "acl") if parse.words[c].lemma in AIMING for j in children(parse, c, "dobj")]
    for j in arguments(parse, i).get("in", ()):
        if parse.words[j].lemma in ("search", "pursuit"):
            after += arguments(parse, j).get("of", ())
    return tuple(str(sentence.actors[j].means) for j in after if _may_do(sentence, j) and sentence.are_people(j))


def _may_do(sentence: Clauses, i: int) -> bool:
    return i in sentence.actors and sentence.is_agent(i)


def _caused_by(sentence: Clauses, i: int) -> Iterator[int]:
    """ "A bombing claimed by the group", "casualties caused by the shelling of", "the raid that rebels launched"."""
    parse = sentence.parse
    for c in parse.children[i]:
        word = parse.words[c]
        if word.dependency not in ("acl", "relcl") or word.lemma not in CAUSING | CHARGING | BRINGING_ABOUT:
            continue
        slots = arguments(parse, c)
        if i in slots.get("object", ()):
            yield from slots.get("subject", ())
            if word.lemma in CHARGING:
                yield from (*slots.get("on", ()), *slots.get("to", ()))


def _by_role(sentence: Clauses, i: int) -> Iterator[int]:
    """ "X's role in the attack", "took part in the attack", "was the perpetrator of the attack"."""
    parse = sentence.parse
    noun = parse.words[first_conjunct(parse, i)]
    preposition = parse.words[noun.head]
    above = parse.words[preposition.head]
    if noun.dependency != "pobj":
        return
    if preposition.lower == "in" and above.lemma in PARTAKING and is_verb(above):
        slots = arguments(parse, above.index)
        yield from slots.get("subject", ()) or slots.get("object", ())
    elif preposition.lower in ("in", "for", "of", "behind") and above.lemma in ROLES:
        slots = arguments(parse, above.index, frozenset({"play", "have", "take"}))
        for slot in ("possessive", "of", "by", "subject", "modifier"):
            yield from (j for j in slots.get(slot, ()) if j != i)
        verb = parse.words[above.head]
        if above.dependency in ("attr", "dobj") and verb.lemma in HAVING:
            yield from arguments(parse, verb.index).get("subject", ())


def _by_report(sentence: Clauses, i: int) -> Iterator[int]:
    """ "Government forces reported advances and the recapture of the town": forces tell of what they did."""
    parse = sentence.parse
    noun = parse.words[first_conjunct(parse, i)]
    verb = parse.words[noun.head]
    if parse.words[i].lemma not in GAINS or noun.dependency != "dobj" or verb.lemma not in REPORTING:
        return
    subjects = arguments(parse, verb.index).get("subject", ())
    yield from (j for j in subjects if parse.words[j].lemma in FORCES)


def _by_work(sentence: Clauses, i: int) -> Iterator[int]:
    """ "The army detained nine men during a sweep": whoever acts in the course of it."""
    parse = sentence.parse
    preposition = parse.words[parse.words[i].head]
    verb = parse.words[preposition.head]
    if parse.words[i].dependency != "pobj" or preposition.lower not in ("during", "in", "with"):
        return
    if parse.words[i].lemma in UNDERTAKINGS and verb.index in sentence.acts and is_verb(verb):
        slots = arguments(parse, verb.index)
        if slots.get("object"):
            yield from slots.get("subject", ())
