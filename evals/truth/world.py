"""What is so: who takes which place on which day, and how many are killed."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from evals.truth.regimes import Setting, Side


@dataclass(frozen=True)
class Change:
    """A place that a side took from the other on a day."""

    place: str
    day: int
    gainer: Side


@dataclass(frozen=True)
class Harm:
    """So many of a population killed at a place on a day, by a side."""

    place: str
    day: int
    doer: Side
    of: str
    number: int


@dataclass(frozen=True)
class World:
    """Who held each place at first, and all that happened, in the order of days."""

    at_first: dict[str, Side]
    changes: list[Change]
    harms: list[Harm]

    def holder(self, place: str, day: int) -> Side:
        """Who holds a place at the end of a day."""
        before = [change for change in self.changes if change.place == place and change.day <= day]
        return before[-1].gainer if before else self.at_first[place]


def make_world(setting: Setting, seed: int) -> World:
    """A war; the same seed gives the same one, whatever the regime."""
    random = Random(f"world {seed}")
    at_first = {place: random.choice(setting.side) for place in setting.places}
    days: dict[str, list[int]] = {place: [] for place in setting.places}
    while sum(map(len, days.values())) < setting.changes:
        place, day = random.choice(setting.places), random.randint(10, setting.days)
        if is_free(days[place], day, setting):
            days[place].append(day)
    changes = []
    for place, told in days.items():
        holder = at_first[place]
        for day in sorted(told):
            holder = setting.foe(holder)
            changes.append(Change(place, day, holder))
    changes.sort(key=lambda change: (change.day, change.place))
    harms = {(place, day): _make_harm(setting, place, day, random) for place, day in _harm_days(setting, random)}
    return World(at_first, changes, list(harms.values()))


def is_free(days: list[int], day: int, setting: Setting) -> bool:
    """Whether nothing else is told of a place about that day."""
    return all(abs(other - day) > setting.apart for other in days)


def _harm_days(setting: Setting, random: Random) -> list[tuple[str, int]]:
    days: dict[str, list[int]] = {place: [] for place in setting.places}
    while sum(map(len, days.values())) < setting.harms:
        place, day = random.choice(setting.places), random.randint(10, setting.days)
        if is_free(days[place], day, setting):
            days[place].append(day)
    return sorted(((place, day) for place, told in days.items() for day in told), key=lambda one: (one[1], one[0]))


def _make_harm(setting: Setting, place: str, day: int, random: Random) -> Harm:
    doer = random.choice(setting.side)
    of = random.choice(["civilians", setting.foe(doer).victims])
    return Harm(place, day, doer, of, 2 + round(random.lognormvariate(2.4, 0.8)))
