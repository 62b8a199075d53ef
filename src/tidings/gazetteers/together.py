"""All names of a report speak for each other: what lies in the same unit, or near, is likelier meant."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence

import msgspec

from tidings.gazetteers.kinds import Place
from tidings.gazetteers.scores import Weighed

ROUNDS = 3
WITNESSES = 3  # of each other name so many readings are heard
NEAR_KM = 60.0
KM_PER_DEGREE = 111.2
SAME_PLACE, HOLDS, HELD_BY, SAME_DISTRICT, SAME_PROVINCE, SAME_COUNTRY, CLOSE = 1.5, 0.5, 3.0, 0.3, 0.6, 0.25, 2.0
WEIGHT = 2.6


class Group(msgspec.Struct):
    """Mentions of one name with the same cues, and its candidates."""

    key: Hashable
    name: str
    candidates: list[Weighed]
    share: list[float] = []  # how likely each is, against the others of the group
    heard: list[float] = []  # what the other names said for each


def weigh_together(groups: Sequence[Group]) -> None:
    """Adds to each candidate what the report's other names say for it."""
    for group in groups:
        group.heard = [0.0] * len(group.candidates)
        _share(group)
    witnesses = [_witnesses(group) for group in groups]
    ties = [_ties(groups, g, witnesses) for g in range(len(groups))]
    for _ in range(ROUNDS):
        for group, tied in zip(groups, ties, strict=True):
            group.heard = [_heard(groups, ties_of) for ties_of in tied]
        for group in groups:
            _share(group)
    for group in groups:
        for candidate, heard in zip(group.candidates, group.heard, strict=True):
            if heard > 0.05:
                candidate.say("near or within the report's other places", heard)


def tie(a: Place, b: Place) -> float:
    """How much b, if meant, speaks for a."""
    if a.row == b.row:
        return SAME_PLACE
    if b.row in a.parents:
        # a whole country says less than a province does
        return HELD_BY if b.kind != "country" else 2 * SAME_COUNTRY
    if a.row in b.parents:
        return HOLDS if a.kind != "country" else SAME_COUNTRY
    if a.country != b.country:
        return _closeness(a, b)
    said = SAME_COUNTRY
    common = len(set(a.parents) & set(b.parents))
    if common > 1:
        said += SAME_PROVINCE + (SAME_DISTRICT if common > 2 else 0.0)
    return said + _closeness(a, b)


def _closeness(a: Place, b: Place) -> float:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None or a.kind == "country" or b.kind == "country":
        return 0.0
    north = (a.lat - b.lat) * KM_PER_DEGREE
    if abs(north) > 5 * NEAR_KM:
        return 0.0
    east = (a.lon - b.lon) * KM_PER_DEGREE * math.cos(math.radians(a.lat))
    return CLOSE * math.exp(-math.hypot(north, east) / NEAR_KM)


def _witnesses(group: Group) -> list[int]:
    order = sorted(range(len(group.candidates)), key=lambda i: -group.share[i])
    return order[:WITNESSES]


def _ties(groups: Sequence[Group], g: int, witnesses: Sequence[Sequence[int]]) -> list[list[tuple[int, int, float]]]:
    """For each candidate of group g: which readings of which other groups speak for it, and how much."""
    tied: list[list[tuple[int, int, float]]] = []
    for candidate in groups[g].candidates:
        ties = []
        for h, heard in enumerate(witnesses):
            if h != g:
                for w in heard:
                    said = tie(candidate.place, groups[h].candidates[w].place)
                    if said:
                        ties.append((h, w, said))
        tied.append(ties)
    return tied


def _heard(groups: Sequence[Group], ties: Sequence[tuple[int, int, float]]) -> float:
    total = sum(groups[h].share[w] * said for h, w, said in ties)
    return WEIGHT * math.log1p(total)


def _share(group: Group) -> None:
    scores = [c.score + heard for c, heard in zip(group.candidates, group.heard, strict=True)]
    most = max(scores, default=0.0)
    powers = [math.exp(score - most) for score in scores]
    total = sum(powers)
    group.share = [power / total for power in powers]
