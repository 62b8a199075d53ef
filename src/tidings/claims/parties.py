"""Between whom a talk, a deal or a truce is: "the accord reached yesterday between Chad and Libya"."""

from __future__ import annotations

from tidings.claims.clauses import Clauses
from tidings.syntax import Arguments, children, is_noun, prepositions

HOLDERS = ("subject", "object", "said_of", "of")  # slots where the talks stand that a verb or a phrase tells of


def parties_of(sentence: Clauses, head: int, slots: Arguments) -> dict[str, int]:
    """The names of those between whom the talk at word `head` is, each with its word; two at the least, or none."""
    parse = sentence.parse
    nouns = (i for slot in HOLDERS for i in slots.get(slot, ()) if is_noun(parse.words[i]))
    for holder in (head, *nouns, *children(parse, head, "acl")):
        between = prepositions(parse, holder).get("between", [])
        named = {str(sentence.actors[i].means): i for i in between if i in sentence.actors and sentence.is_agent(i)}
        if len(named) > 1:
            return named
    return {}
