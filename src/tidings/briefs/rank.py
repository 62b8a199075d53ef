"""What a reader in a hurry is told first: events weighed by what happened, how it stands, how many people, how new."""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

import msgspec

from tidings.briefs.arrange import Draft


class Weights(msgspec.Struct, frozen=True):
    """All of weights.toml."""

    headline: int
    of_a_theme: int
    new: int
    new_days: int
    half_life: int
    acts: dict[str, float]
    standings: dict[str, float]


@cache
def load_weights() -> Weights:
    text = files("tidings.briefs").joinpath("weights.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Weights)


def choose_headline(drafts: Iterable[Draft], newest: date | None) -> list[Draft]:
    """The sentences of the headline paragraph: what weighs most, not all of one kind, and all of it told as so."""
    weights = load_weights()
    chosen: list[Draft] = []
    kinds: Counter[str] = Counter()
    for draft in _by_weight(drafts, newest):
        kind = draft.act.split(".")[0]
        if kinds[kind] < weights.of_a_theme and len(chosen) < weights.headline:
            kinds[kind] += 1
            chosen.append(draft)
    return chosen


def choose_new(drafts: Iterable[Draft], since: date, newest: date | None) -> tuple[list[Draft], int]:
    """What was first reported on `since` or later, what weighs most first; and how many there are in all."""
    new = [draft for draft in drafts if draft.published is not None and draft.published >= since]
    return _by_weight(new, newest)[: load_weights().new], len(new)


def new_since(asked: date | None, newest: date | None) -> date | None:
    """From which day on something is new: the day asked for, else a week before the newest report."""
    if asked is not None or newest is None:
        return asked
    return newest - timedelta(days=load_weights().new_days)


def weigh(draft: Draft, newest: date | None) -> float:
    """The weight of an event; 0 for what is not told as having happened, and for statements."""
    weights = load_weights()
    standing = weights.standings.get(draft.standing)
    if standing is None or draft.act.startswith("say."):
        return 0.0
    begins = [start for start in weights.acts if draft.act.startswith(start)]
    act = weights.acts[max(begins, key=len)] if begins else 1.0
    highest = max((count.low or 0 for cited in draft.claims for count in cited.claim.counts), default=0)
    reports = {cited.report.document_id for cited in draft.claims if not cited.is_copied}
    # a hundred times the people weigh one more, twice the reports too; told without a day or a place it weighs half
    weight = act + standing + math.log10(1 + highest) / 2 + math.log2(max(len(reports), 1))
    weight *= 1.0 if draft.place else 0.5
    day = draft.last or draft.first
    if day is None or newest is None:
        return weight / 2
    return float(weight * 0.5 ** (max(0, (newest - day).days) / weights.half_life))


def _by_weight(drafts: Iterable[Draft], newest: date | None) -> list[Draft]:
    weighed = [(weigh(draft, newest), draft) for draft in drafts]
    return [
        draft
        for weight, draft in sorted(weighed, key=lambda pair: (-pair[0], pair[1].claims[0].claim.id))
        if weight > 0
    ]
