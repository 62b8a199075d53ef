"""Each speaker by name: as it stands, in full where the text gave the full name, or the one it points back to."""

from __future__ import annotations

from tidings.claims.attribution.descriptions import follow_description
from tidings.claims.attribution.draft import Draft
from tidings.claims.attribution.memory import Memory, Spoken
from tidings.claims.attribution.names import Naming, name_speakers
from tidings.claims.attribution.pronouns import follow_pronoun

Resolved = tuple[Naming, tuple[int, int] | None]


def resolve_speaker(memory: Memory, draft: Draft) -> Resolved:
    """The draft's speaker by name, and (sentence, word) of the named one where its own words only point there.

    Drafts are to come in the order of the text: each speaker named is remembered for those after it.
    """
    line, head = draft.line, draft.source
    if head is None:
        return _of(_unsaid(memory, draft)) if draft.naming is None else (draft.naming, None)
    naming = draft.naming or name_speakers(memory.page, line, head)
    known = follow_description(memory, line, head, naming) if naming.names else None
    if known is None and not naming.names:
        known = follow_pronoun(memory, line, head, draft.head)
    if known is not None:
        return _of(known)
    if not naming.names and line.words[head].lower == "they":  # "They say the road will open": people say
        draft.hedged = True
    naming = memory.in_full(naming)
    memory.add(line, head, naming)
    return naming, None


def _of(spoken: Spoken | None) -> Resolved:
    return (spoken.naming, (spoken.sentence, spoken.head)) if spoken is not None else (Naming(()), None)


def _unsaid(memory: Memory, draft: Draft) -> Spoken | None:
    """ "Denied that …" at the head of a sentence, as in a telegram: the one who spoke last."""
    if draft.cue[0] == 0 and draft.line.words[draft.head].tag in ("VBD", "VBZ"):
        return memory.last(draft.line, reach=1)
    return None
