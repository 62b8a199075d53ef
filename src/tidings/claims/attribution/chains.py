"""The chain of speakers over a stretch of text, and the voices in which a claim there is made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from tidings.claims.attribution.record import Attribution
from tidings.records import Speaker, Stance


class Voice(msgspec.Struct, frozen=True):
    """One way in which something is put forward: by whom, outermost first, with what stand, whether hedged."""

    said_by: tuple[Speaker, ...] = ()
    stance: Stance = "asserts"
    hedged: bool = False


def chain_at(attributions: Iterable[Attribution], start: int, end: int) -> tuple[Attribution, ...]:
    """The attributions whose words cover a stretch of text, outermost first. Wishes and judgements are no links."""
    covering = []
    for a in attributions:
        if not a.links:
            continue
        size = next((last - first for first, last in a.content if first <= start and end <= last), None)
        if size is not None:
            covering.append((-sum(last - first for first, last in a.content), a.depth, a.cue_start, a))
    covering.sort(key=lambda row: row[:3])
    chain = [row[3] for row in covering]
    # one who says that he said is one link
    return tuple(a for k, a in enumerate(chain) if not a.names or k + 1 == len(chain) or chain[k + 1].names != a.names)


def voices_at(
    attributions: Iterable[Attribution], start: int, end: int, publisher: str | None = None
) -> tuple[Voice, ...]:
    """The voices over a stretch of text: one, and another where somebody denies what another is named as saying.

    The publisher of the report itself is no link. Nobody named ("reportedly") makes no link but a hedge.
    """
    chain = [a for a in chain_at(attributions, start, end) if publisher is None or a.names != (publisher,)]
    return _voices(chain)


def _voices(chain: list[Attribution]) -> tuple[Voice, ...]:
    turn = next((k for k, a in enumerate(chain) if a.stance == "denies"), None)
    if turn is None or not any(a.names for a in chain[turn + 1 :]):
        return (_fold(chain),)
    return _fold(chain[:turn] + chain[turn + 1 :]), _fold(chain[: turn + 1])


def _fold(chain: Sequence[Attribution]) -> Voice:
    said_by: list[Speaker] = []
    stance: Stance = "asserts"
    hedged = False
    for link in chain:
        speaker = link.speaker
        if speaker is not None and (not said_by or said_by[-1] != speaker):
            said_by.append(speaker)
            if stance != "denies" or link.stance != "asserts":
                stance = link.stance
        elif link.stance != "asserts":
            stance = link.stance
        hedged = hedged or link.hedged
    if stance == "denies":
        hedged = hedged and not any(a.stance == "denies" for a in chain)
    return Voice(tuple(said_by), stance, hedged)
