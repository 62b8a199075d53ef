"""Who has spoken so far in a text, and whom a speaker's words point back to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tidings.claims.attribution.names import Naming, name_speakers
from tidings.claims.attribution.page import Line, Page
from tidings.records import Word

REACH = 8  # sentences that a pronoun looks back


@dataclass(slots=True)
class Spoken:
    """A speaker already met: where, and how named."""

    sentence: int
    head: int
    naming: Naming


@dataclass(slots=True)
class Memory:
    """The speakers of a text in the order in which they spoke."""

    page: Page
    spoken: list[Spoken] = field(default_factory=list)

    def add(self, line: Line, head: int, naming: Naming) -> None:
        if naming.names:
            self.spoken.append(Spoken(line.index, head, naming))

    def at(self, line: Line, word: Word) -> Spoken:
        """Somebody who is named at a word, whether he speaks there or not."""
        return Spoken(line.index, word.index, self.in_full(name_speakers(self.page, line, word.index)))

    def last(self, line: Line, reach: int = REACH) -> Spoken | None:
        """The one who spoke last, not too long ago."""
        return self.spoken[-1] if self.spoken and line.index - self.spoken[-1].sentence <= reach else None

    def recent(self, line: Line) -> Iterator[Spoken]:
        """Speakers from the last one back, as far as a pronoun reaches."""
        for spoken in reversed(self.spoken):
            if line.index - spoken.sentence > REACH:
                return
            yield spoken

    def lines_back(self, line: Line, first: int, last: int) -> Iterator[Line]:
        """Sentences before this one, the nearest first; `first` 0 begins with this one itself."""
        for back in range(first, min(line.index, last) + 1):
            yield self.page.lines[line.index - back]

    def in_full(self, naming: Naming) -> Naming:
        """A surname as the full name that the text gave first."""
        if not naming.person or len(naming.names) != 1 or " " in naming.names[0]:
            return naming
        full = self.page.full_names.get(naming.names[0])
        if full is None:
            return naming
        titles = self.page.speech.words["titles"]
        full = " ".join(w for w in full.split() if w.lower() not in titles) or full
        return Naming((full,), naming.affiliation, naming.person, naming.plural)
