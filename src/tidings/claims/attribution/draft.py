"""An attribution while it is being put together: words of one sentence, with what is said as offsets."""

from __future__ import annotations

from dataclasses import dataclass, field

from tidings.claims.attribution.names import Naming
from tidings.claims.attribution.page import Line
from tidings.claims.attribution.record import Kind
from tidings.lexicons.speech import SpeechRow
from tidings.records import Stance


@dataclass(slots=True)
class Draft:
    """`cue` and `block` are first and last words: of the word of speech, and of all that is its own but not said."""

    line: Line
    cue: tuple[int, int]
    row: SpeechRow
    source: int | None = None
    source_words: tuple[int, int] | None = None
    block: tuple[int, int] = (0, -1)
    content: list[tuple[int, int]] = field(default_factory=list)
    kind: Kind = "indirect"
    stance: Stance = "asserts"
    hedged: bool = False
    depth: int = 0
    head: int = -1
    naming: Naming | None = None  # given where the words themselves do not name the speaker
    forward: bool = False  # what is said follows the word of speech
    again: bool = False  # a second verb of the same speaker
    clausal: bool = False  # what is said is a clause

    def add(self, first: int, last: int) -> None:
        """Words first..last of the sentence are said too."""
        span = self.line.span(first, last)
        if span:
            self.content.append(span)
