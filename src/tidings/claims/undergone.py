"""Who undergoes an act that a noun tells: "the convoy faced an ambush", "the judge received a threat".

The verbs that lend such a noun its subject mostly name its doer; those here name the one it is done to.
"""

from __future__ import annotations

from tidings.lexicons.words import words
from tidings.records import Parse
from tidings.syntax import Arguments, first_conjunct, is_noun, is_verb

UNDERGOING = words("actors", "undergoing")
DONE_TO_SOMEBODY = ("fight.", "say.threaten", "say.accuse", "say.condemn", "say.demand", "say.warn")
UNDERGONE = "undergone"  # the slot


def is_undergone(parse: Parse, i: int) -> bool:
    """Whether noun i hangs on a verb whose subject undergoes it."""
    top = parse.words[first_conjunct(parse, i)]
    verb = parse.words[top.head]
    told = is_noun(parse.words[i]) and top.dependency in ("dobj", "nsubjpass") and is_verb(verb)
    return told and verb.lemma in UNDERGOING


def with_undergone(parse: Parse, head: int, act: str, slots: Arguments) -> Arguments:
    """The slots of a noun with the subject of a verb of undergoing as the one it is done to."""
    if not act.startswith(DONE_TO_SOMEBODY) or act == "fight.clash" or not is_undergone(parse, head):
        return slots
    rest = {slot: fillers for slot, fillers in slots.items() if slot not in ("subject", "giver")}
    return {**rest, UNDERGONE: slots.get("subject", ())}
