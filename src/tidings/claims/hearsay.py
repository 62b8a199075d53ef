"""Whether a word belongs to those who speak in a sentence rather than to what is told."""

from __future__ import annotations

from tidings.lexicons.words import words
from tidings.records import Parse

SPEAKING = words("actors", "speaking")
SEATED = frozenset({"mission", "embassy", "consulate", "office", "bureau", "headquarters", "correspondent", "newsroom"})
ISSUED = frozenset({"issue", "publish", "release", "print", "broadcast", "unveil"})
SPEAKER_ROLES = frozenset({"nsubj", "dobj", "pobj", "dative", "agent", "nsubjpass"})


def is_heard(parse: Parse, i: int) -> bool:
    """Whether a name is that of a speaker or of an outlet that was told: "the agency said", "told Reuters"."""
    word = parse.words[i]
    governor = parse.words[word.head]
    if governor.lemma == "to" and word.dependency == "pobj":
        governor = parse.words[governor.head]
    return governor.lemma in SPEAKING and word.dependency in SPEAKER_ROLES


def is_with_speaker(parse: Parse, i: int) -> bool:
    """Whether a name only tells where a speaker is: "an official in Kabul confirmed"."""
    preposition = parse.words[parse.words[i].head]
    noun = preposition.head
    if parse.words[noun].lemma in SPEAKING and noun < preposition.index and parse.words[noun].tag[:2] == "VB":
        return parse.words[i].dependency == "pobj"  # "an official said in Kabul"
    if parse.words[noun].dependency == "relcl" and any(parse.words[c].lower == "who" for c in parse.children[noun]):
        noun = parse.words[noun].head  # "said a deputy, who is in Bamako"
        if parse.words[noun].dependency == "pobj" and not is_heard(parse, noun):
            noun = parse.words[parse.words[noun].head].head  # "a deputy from the region, who is in Bamako"
    if parse.words[noun].dependency == "appos":
        noun = parse.words[noun].head
    return parse.words[i].dependency == "pobj" and is_heard(parse, noun)


def is_with_body(parse: Parse, i: int) -> bool:
    """Whether a name only tells where a body sits or a paper came out: "the mission in Sanaa", "was issued in Doha"."""
    word = parse.words[i]
    if word.dependency != "pobj":
        return False
    above = parse.words[parse.words[word.head].head]
    return above.lemma in SEATED if above.pos in ("NOUN", "PROPN") else above.lemma in ISSUED
