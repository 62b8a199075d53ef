"""What a brief is made of, from the whole down to the words between two citations."""

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


class Group(msgspec.Struct, frozen=True):
    """Lines of one day, or of one standing."""

    title: str
    lines: tuple[Line, ...]


class Section(msgspec.Struct, frozen=True):
    """A theme; what does not fit on a page is in `folded`, and nothing is left out."""

    name: str
    title: str
    count: int
    shown: tuple[Group, ...]
    folded: tuple[Group, ...]
    figures: tuple[FigureRow, ...] = ()
    pictures: tuple[Picture, ...] = ()


class FigureRow(msgspec.Struct, frozen=True):
    """A figure as the house rule gives it: a range, who says so, and the claims behind it."""

    told: str
    place: str
    period: str
    range: str
    best: str
    who: str
    labels: tuple[str, ...]


class ControlRow(msgspec.Struct, frozen=True):
    """How many districts of a province each side holds; `counts` go with the columns of the table."""

    province: str
    counts: tuple[int, ...]


class ControlTable(msgspec.Struct, frozen=True):
    """Control by province on a day. `summary` are sentences by kind of unit; `silent` the provinces without a word."""

    day: str
    summary: tuple[Line, ...]
    columns: tuple[str, ...]
    rows: tuple[ControlRow, ...]
    silent: tuple[str, ...]


class Picture(msgspec.Struct, frozen=True):
    """A chart as it is shown: its heading says what it shows, `told` is for who cannot see it."""

    name: str
    theme: str
    title: str
    told: str
    drawn: bytes


class SourceRow(msgspec.Struct, frozen=True):
    """A publisher: how many reports and claims, and how many of its claims reprint others."""

    publisher: str
    reports: int
    claims: int
    copied: int


class OriginRow(msgspec.Struct, frozen=True):
    """Who first says things: how many claims rest on it, whoever passes them on."""

    name: str
    kind: str
    claims: int


class CopyRow(msgspec.Struct, frozen=True):
    """A report that reprints another, whole or in part."""

    report: Report
    original: Report
    extent: str


class DropRow(msgspec.Struct, frozen=True):
    """What was left out, where it was."""

    what: str
    where: str


class DropGroup(msgspec.Struct, frozen=True):
    """All that was left out for one reason."""

    reason: str
    rows: tuple[DropRow, ...]


class Figures(msgspec.Struct, frozen=True):
    """What the brief rests on, in numbers."""

    reports: int
    publishers: int
    silent_reports: int
    claims: int
    events: int
    statements: int
    drops: int
    rejected: int = 0


class Brief(msgspec.Struct, frozen=True):
    """A situation report: every sentence cites claims, and every claim of the period is cited by a sentence.

    What is contested and what is not known are told at its head, whatever the period and however little there is.
    What is planned, feared or foretold is told in `outlook` alone.
    """

    title: str
    published: str
    period: str
    figures: Figures
    warnings: tuple[str, ...]
    headline: tuple[Line, ...]
    new: tuple[Line, ...]
    new_title: str
    new_count: int
    contested: tuple[Line, ...]
    unknowns: tuple[str, ...]
    control: ControlTable | None
    sections: tuple[Section, ...]
    outlook: Section | None
    rule: str
    sources: tuple[SourceRow, ...]
    origins: tuple[OriginRow, ...]
    origins_count: int
    copies: tuple[CopyRow, ...]
    pictures: tuple[Picture, ...]
    other_pictures: tuple[Picture, ...]
    reports: tuple[Report, ...]
    drops: tuple[DropGroup, ...]
    notes: tuple[DropGroup, ...]

    @property
    def evidence(self) -> list[Evidence]:
        """Each cited claim once, in the order of its label."""
        told = (*self.sections, *([self.outlook] if self.outlook else []))
        lines = [line for section in told for group in (*section.shown, *section.folded) for line in group.lines]
        lines += self.control.summary if self.control else ()
        return [cited for line in lines for cited in line.evidence if cited.is_first]
