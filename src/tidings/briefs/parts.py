"""What a brief is made of: its sections, tables and pictures, and the whole."""

from __future__ import annotations

import msgspec

from tidings.briefs.cited import Evidence, Line, Report


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
