"""What an attribution is: a speaker, or several side by side, the cue that gives their words, and what is said."""

from __future__ import annotations

from typing import Literal

import msgspec

from tidings.records import Speaker, Stance

Kind = Literal["direct", "indirect", "mixed", "according", "heading", "document", "relay"]
Spans = tuple[tuple[int, int], ...]


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who says what, with offsets into the document's text.

    `sentence` and `source_sentence` are indexes into the sentences that were read; `source_head` is a word of the
    latter's parse. `antecedent` is the (sentence, word) of the named speaker that a pronoun or "the spokesman" stands
    for. `names` is empty where nobody is named ("reportedly", "it was said"); several stand side by side.
    `links`: whether the speaker becomes a link of a claim's chain; a wish or a judgement ("wants", "praised") does not.
    `depth` orders speakers of the same words: the outlet 0, the one it heard them from 1.
    """

    sentence: int
    cue_start: int
    cue_end: int
    source_start: int | None = None
    source_end: int | None = None
    source_sentence: int | None = None
    source_head: int | None = None
    antecedent: tuple[int, int] | None = None
    names: tuple[str, ...] = ()
    affiliation: str | None = None
    content: Spans = ()
    kind: Kind = "indirect"
    cue_class: str
    stance: Stance = "asserts"
    hedged: bool = False
    links: bool = True
    depth: int = 0
    made_by: str = ""

    @property
    def speaker(self) -> Speaker | None:
        """The link this makes in a chain: a name, several side by side, or None where nobody is named."""
        if not self.names:
            return None
        return self.names[0] if len(self.names) == 1 else self.names
