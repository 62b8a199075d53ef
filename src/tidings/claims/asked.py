"""Of whom a demand asks what it asks: "it is vital that all parties agree", "pressed for Chad to leave"."""

from __future__ import annotations

from collections.abc import Iterator

from tidings.claims.clauses import Clauses
from tidings.records import Parse
from tidings.syntax import arguments, children, is_passive, is_verb

CLAUSES = ("ccomp", "advcl", "acl", "csubj")
MARKS = frozenset({"that", "for"})
ADDRESSING = ("say.demand", "say.warn")


def asked_of(sentence: Clauses, head: int, act: str) -> tuple[str, ...]:
    """The names of those of whom a demand at word `head` asks something, as far as grammar alone shows them."""
    if not act.startswith(ADDRESSING):
        return ()
    found = [*_told(sentence, head)]
    if act == "say.demand":
        found += _who_should(sentence, head)
    return tuple(dict.fromkeys(str(sentence.actors[i].means) for i in found if i in sentence.actors))


def _told(sentence: Clauses, head: int) -> Iterator[int]:
    """ "The schools have been told to shut": whoever is told, known as an agent or not."""
    parse = sentence.parse
    slots = arguments(parse, head)
    if (
        is_verb(parse.words[head])
        and is_passive(parse, head)
        and any(_is_infinitive(parse, c) for c in parse.children[head])
    ):
        yield from (i for i in slots.get("object", ()) if sentence.may_act(i) or i in sentence.places)


def _is_infinitive(parse: Parse, i: int) -> bool:
    """Whether a verb is one under "to", be it behind a preposition: "told to shut", "called upon to return"."""
    below = (i, *children(parse, i, "pcomp"))
    return any(parse.words[c].tag == "TO" for b in below for c in parse.children[b])


def _who_should(sentence: Clauses, head: int) -> Iterator[int]:
    """Whoever stands as the subject of the clause that says what is asked."""
    parse = sentence.parse
    above = parse.words[head]
    tops = (head, above.head) if above.dependency == "acomp" else (head,)
    for clause in (c for top in tops for c in children(parse, top, *CLAUSES)):
        marks = {parse.words[c].lower for c in parse.children[clause] if parse.words[c].dependency == "mark"}
        if marks & MARKS and not is_passive(parse, clause):
            subjects = arguments(parse, clause).get("subject", ())
            yield from (i for i in subjects if i in sentence.actors and sentence.is_agent(i))
