"""Those of whom a report is not sure that they are what it calls them: "suspected rebels", "two suspects"."""

from __future__ import annotations

from tidings.claims.drafts import Draft
from tidings.records import Parse

SUSPECTED = frozenset({"suspected", "alleged", "presumed", "purported"})
HELD = frozenset({"harm.detain", "harm.kill", "harm.injure", "law.charge"})
ROLES = ("subject", "object", "by", "of")


def is_suspected(draft: Draft, parse: Parse) -> bool:
    """Whether who did it, or to whom, is only suspected: it doubts who, not that."""
    if draft.is_speech:
        return False
    words = parse.words
    for slot in ROLES:
        for i in draft.arguments.get(slot, ()):
            if any(words[c].lower in SUSPECTED and words[c].dependency == "amod" for c in parse.children[i]):
                return True
            if draft.act in HELD and words[i].lemma == "suspect" and words[i].pos == "NOUN":
                return True
    return False
