"""What a sentence of a brief is made of: words, the claims that are cited for them, and their evidence."""

from __future__ import annotations

from datetime import date

import msgspec

from tidings.guesses import find_guessed
from tidings.records import Claim


class Report(msgspec.Struct, frozen=True):
    """A report that was read, as a reader knows it."""

    document_id: str
    own_id: str
    publisher: str | None
    title: str | None
    url: str | None
    published: date | None
    kind: str | None
    claim_count: int


class CitedClaim(msgspec.Struct, frozen=True):
    """A claim with its report and its evidence: the words themselves, and what stands around them in the sentence.

    `hand` says which fields a person corrected, who it was, and why; it is empty where nobody did.
    """

    claim: Claim
    report: Report
    before: str
    quote: str
    after: str
    is_copied: bool = False
    hand: str = ""

    @property
    def said(self) -> Claim:
        """The claim without the roles that its sentence does not name: a brief puts words into nobody's mouth."""
        return msgspec.structs.replace(self.claim, **dict.fromkeys(self.guessed, ()))

    @property
    def guessed(self) -> tuple[str, ...]:
        """The roles that were filled from elsewhere in the report or from who fights whom: `actor`, `target`."""
        return tuple(role for role in find_guessed(self.claim.made_by) if getattr(self.claim, role))


class Piece(msgspec.Struct, frozen=True):
    """Words of a sentence, and the ids of the claims that are cited right after them."""

    text: str
    claim_ids: tuple[str, ...] = ()


class Evidence(msgspec.Struct, frozen=True):
    """A claim as cited: `label` is what stands in brackets; `is_first` where it is cited for the first time."""

    label: str
    cited: CitedClaim
    is_first: bool


class Line(msgspec.Struct, frozen=True):
    """One sentence of the brief; each piece goes with its labels, and the evidence is that of the whole sentence."""

    pieces: tuple[tuple[str, tuple[str, ...]], ...]
    evidence: tuple[Evidence, ...]

    @property
    def text(self) -> str:
        """The sentence without its citations."""
        return "".join(text for text, _ in self.pieces)
