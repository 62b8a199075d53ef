"""Figures and places that a sentence hands out in turn: "killed 3 and 5 in Bo and Kenema respectively"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tidings.records import Mention, Parse

RESPECTIVELY = "respectively"
LINKS = frozenset({",", "and", "&", "the", "in", "at", "near"})


def pair_places(parse: Parse, counts: Sequence[Mention], places: Sequence[Mention]) -> Mapping[int, str]:
    """The place of each figure that has one of its own, by the figure's start; nothing where the lists are unlike."""
    end = next((word.start for word in parse.words if word.lower == RESPECTIVELY), None)
    if end is None:
        return {}
    figures = [mention for mention in counts if mention.start < end and "part" not in mention.candidates]
    for run in _runs(parse, [mention for mention in places if mention.start < end]):
        if len(run) == len(figures) > 1:
            return {figure.start: str(place.means) for figure, place in zip(figures, run, strict=True)}
    return {}


def _runs(parse: Parse, places: Sequence[Mention]) -> list[list[Mention]]:
    """The places in coordinated runs, the last first."""
    runs: list[list[Mention]] = []
    for place in sorted(places, key=lambda mention: mention.start):
        if runs and _is_linked(parse, runs[-1][-1], place):
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs[::-1]


def _is_linked(parse: Parse, before: Mention, after: Mention) -> bool:
    between = [word.lower for word in parse.words if before.end <= word.start < after.start]
    return bool(between) and LINKS.issuperset(between) and not {",", "and", "&"}.isdisjoint(between)
