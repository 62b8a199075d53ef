"""Plans that somebody will not have: "the army has not accepted it", "the president ruled it out"."""

from __future__ import annotations

import msgspec

from tidings.claims.answers.clause import Answer, make_answer
from tidings.claims.answers.words import is_negated, stands_for
from tidings.lexicons.scope import scope_words
from tidings.records import Parse, Word
from tidings.syntax import child, children

PLANS = frozenset({"plan", "idea", "offer", "proposal", "request", "suggestion", "call"})
# What is put to others: talks and aid, not an assault that they fear.
PROPOSED = ("talk.", "force.", "aid.", "displace.", "govern.", "move.", "territory.withdraw")
# What may stand beside a verb that is left without an object: "the rebels have so far not accepted".
BARE = frozenset({"nsubj", "aux", "neg", "punct", "advmod", "cc", "mark", "npadvmod"})


def find_turned_down(parse: Parse, word: Word) -> Answer | None:
    """The answer that a verb makes, if its clause says that somebody will not have what was proposed."""
    if (
        not word.tag.startswith("VB")
        or word.dependency in ("relcl", "advcl")
        or child(parse, word.index, "nsubj") is None
    ):
        return None
    effect = scope_words("proposed").get(word.lemma)
    particles = {parse.words[c].lower for c in children(parse, word.index, "prt", "advmod")}
    if word.lemma == "rule":
        effect = "denied" if "out" in particles else None
    if effect is None or is_negated(parse, word.index) is (effect == "denied"):
        return None
    objects = list(children(parse, word.index, "dobj"))
    is_short = word.lemma in scope_words("consenting") and all(
        parse.words[c].dependency in BARE for c in parse.children[word.index]
    )
    if not is_short and not (objects and all(_is_plan(parse, c) for c in objects)):
        return None
    return msgspec.structs.replace(make_answer(parse, "denies", word.index, None, None), of_plan=True, acts=PROPOSED)


def _is_plan(parse: Parse, i: int) -> bool:
    """ "It", "them", "the idea"; "the charge" is no plan."""
    word = parse.words[i]
    if word.pos == "PRON" or word.tag == "DT":
        return stands_for(parse, i)
    return word.lemma in PLANS and not any(
        parse.words[c].dependency in ("prep", "acl", "relcl") for c in parse.children[i]
    )
