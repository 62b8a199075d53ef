"""Who fights whom in an incident, and the type of violence that this is, by the codebook of UCDP GED."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tidings.exporters.sides import CIVILIANS, PROTESTERS, Side

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
UNARMED = frozenset((CIVILIANS, PROTESTERS))


class Dyad(msgspec.Struct, frozen=True):
    """Who fights whom, or kills whom, and the type of violence that this is."""

    type_of_violence: int
    side_a: Side
    side_b: Side | None  # none where civilians are killed


def find_dyad(one: Sequence[Side], two: Sequence[Side]) -> Dyad | str:
    """State-based, non-state or one-sided (UCDP GED codebook, type_of_violence); why not, where a side is not told."""
    acting = next((side for side in one if side.is_organised), None)
    if acting is None:
        return "no organised actor is named as the one who did it"
    if two and all(side.inter in UNARMED for side in two):
        return Dyad(ONE_SIDED, acting, None)
    hit = next((side for side in two if side.is_organised and side.name != acting.name), None)
    if hit is None:
        return "whom it hit is not told, or is no organised side"
    states = [side for side in (acting, hit) if side.is_state]
    if not states:
        return Dyad(NON_STATE, acting, hit)
    return Dyad(STATE_BASED, states[0], hit if states[0] is acting else acting)
