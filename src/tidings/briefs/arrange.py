"""The order of a brief: themes, in each the days, newest first, and what has not happened apart from what has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import msgspec

from tidings.briefs.cited import CitedClaim, Evidence, Line, Piece
from tidings.briefs.dates import tell_range
from tidings.briefs.parts import Group, Section
from tidings.briefs.words import Theme

# How many sentences of a theme stand open; the rest is folded.
SHOWN = 12
AHEAD = {"planned": "Planned", "feared": "Feared, foretold or thought possible"}
APART = {
    "denied": "Only denied",
    "doubtful": "Only doubted or not confirmed",
}
NO_DAY = "No day given"


class Draft(msgspec.Struct, frozen=True):
    """A sentence before its citations have their labels."""

    act: str
    standing: str
    first: date | None
    last: date | None
    place: tuple[str, ...]
    published: date | None
    pieces: tuple[Piece, ...]
    claims: tuple[CitedClaim, ...]
    event_id: str | None = None
    is_contested: bool = False


class Labels:
    """Hands out c1, c2, … in the order in which claims are cited."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}

    def label(self, claim_id: str) -> tuple[str, bool]:
        """The label of a claim, and whether it is cited for the first time."""
        is_first = claim_id not in self._given
        return self._given.setdefault(claim_id, f"c{len(self._given) + 1}"), is_first


def box_contested(drafts: Iterable[Draft], labels: Labels) -> tuple[Line, ...]:
    """The sentences on what is contested, in the order of the brief; their claims have their labels already."""
    return tuple(make_line(draft, labels) for draft in sorted(drafts, key=_rank) if draft.is_contested)


def arrange(theme: Theme, drafts: Iterable[Draft], labels: Labels) -> Section | None:
    """The section of a theme, by day; None when there is nothing to tell. What is foretold stands in the outlook."""
    mine = [draft for draft in drafts if draft.act.startswith(theme.acts) and draft.standing not in AHEAD]
    return _make_section(theme.name, theme.title, _group_drafts(mine, _title_of), labels)


def arrange_outlook(themes: Iterable[Theme], drafts: Iterable[Draft], labels: Labels) -> Section | None:
    """What is planned, and what is feared or foretold, theme by theme; None when there is none."""
    titles = {start: theme.title for theme in themes for start in theme.acts}
    mine = [draft for draft in drafts if draft.standing in AHEAD]

    def title(draft: Draft) -> str:
        kind = next((title for start, title in titles.items() if draft.act.startswith(start)), draft.act)
        return f"{AHEAD[draft.standing]}: {kind[:1].lower()}{kind[1:]}"

    mine.sort(key=lambda draft: (list(AHEAD).index(draft.standing), title(draft)))
    return _make_section("outlook", "Outlook", _group_drafts(mine, title, is_sorted=True), labels)


def _make_section(name: str, title: str, grouped: Mapping[str, Sequence[Draft]], labels: Labels) -> Section | None:
    if not grouped:
        return None
    groups = [
        Group(heading, tuple(make_line(draft, labels) for draft in members)) for heading, members in grouped.items()
    ]
    shown, folded = _fold(groups)
    return Section(name, title, sum(map(len, grouped.values())), shown, folded)


def _group_drafts(
    drafts: Sequence[Draft], title: Callable[[Draft], str], *, is_sorted: bool = False
) -> dict[str, list[Draft]]:
    groups: dict[str, list[Draft]] = {}
    for draft in drafts if is_sorted else sorted(drafts, key=_rank):
        groups.setdefault(title(draft), []).append(draft)
    return groups


def _title_of(draft: Draft) -> str:
    if draft.standing in APART:
        return APART[draft.standing]
    if draft.first is None or draft.last is None:
        day = draft.last or draft.first
        return NO_DAY if day is None else tell_range(day, day)
    return tell_range(draft.first, draft.last)


def _rank(draft: Draft) -> tuple[int, int, int, tuple[str, ...], int, str]:
    """What happened before what did not; the newest day first, days not known last; then by place."""
    last = draft.last or draft.first
    first = draft.first or draft.last
    return (
        list(APART).index(draft.standing) + 1 if draft.standing in APART else 0,
        -last.toordinal() if last else 0,
        -first.toordinal() if first else 0,
        draft.place,
        -draft.published.toordinal() if draft.published else 0,
        draft.claims[0].claim.id,
    )


def _fold(groups: Sequence[Group]) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """The first sentences, and the rest; a group may be parted, a theme just over the measure is left whole."""
    total = sum(len(group.lines) for group in groups)
    room = total if total <= SHOWN + 3 else SHOWN
    shown: list[Group] = []
    folded: list[Group] = []
    for group in groups:
        here, later = group.lines[:room], group.lines[room:]
        room -= len(here)
        if here:
            shown.append(Group(group.title, here))
        if later:
            folded.append(Group(f"{group.title} (continued)" if here else group.title, later))
    return tuple(shown), tuple(folded)


def make_line(draft: Draft, labels: Labels) -> Line:
    """The sentence with the labels of what it cites, and the evidence."""
    cited_by_id = {cited.claim.id: cited for cited in draft.claims}
    pieces: list[tuple[str, tuple[str, ...]]] = []
    evidence: list[Evidence] = []
    for piece in draft.pieces:
        given = [(claim_id, *labels.label(claim_id)) for claim_id in piece.claim_ids]
        pieces.append((piece.text, tuple(label for _, label, _ in given)))
        evidence += [Evidence(label, cited_by_id[claim_id], is_first) for claim_id, label, is_first in given]
    return Line(tuple(pieces), tuple(evidence))
