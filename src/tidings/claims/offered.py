"""Troops of whom a text says only that somebody sends, offers or asks for them: whose they are stays open.

"China has sent no troops" to a neighbour's war, "a request for soldiers": they are not those of the state that the
report is about.
"""

from __future__ import annotations

from tidings.lexicons.words import words
from tidings.records import Parse
from tidings.syntax import first_conjunct, is_verb

OFFERING = words("actors", "offering_troops")
ASKING = words("actors", "asking_for_troops")
DEFINITE = frozenset({"the", "its", "their", "his", "her", "our", "my", "your", "these", "those", "this", "that"})


def are_offered(parse: Parse, i: int) -> bool:
    """Whether word i names troops without an article as what is sent, offered or asked for."""
    if any(parse.words[c].lower in DEFINITE or parse.words[c].dependency == "poss" for c in parse.children[i]):
        return False
    word = parse.words[first_conjunct(parse, i)]
    above = parse.words[word.head]
    if word.dependency in ("dobj", "nsubjpass") and is_verb(above):
        return above.lemma in OFFERING | ASKING
    return word.dependency == "pobj" and above.lower == "for" and parse.words[above.head].lemma in ASKING
