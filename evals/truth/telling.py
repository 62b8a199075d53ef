"""Who tells what of the truth: origins that know, err, boast, deny and count in their own favour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from random import Random

from evals.truth.regimes import Other, Regime, Setting, Side
from evals.truth.world import Harm, World, is_free

SPEAKS = 0.5  # the chance that a speaker of a side tells of what serves it
COUNTS = 0.4  # that he counts the dead
CORRECTS = 0.3  # that a speaker of the side that is falsely said to have lost a place says that it has not
BLUR = 0.12  # by how much a blurred number is off, as a standard deviation


@dataclass(frozen=True)
class Topic:
    """One thing that is told: a change of hands that was so or not, or how many were killed."""

    number: int
    place: str
    day: int
    side: Side  # who gains, or who kills
    is_so: bool = True
    of: str | None = None
    killed: int | None = None


@dataclass(frozen=True)
class Telling:
    """What one origin says of a topic, in one outlet. `day` is the day that is named, if one is."""

    topic: int
    place: str
    side: Side
    affirms: bool
    day: int | None
    published: int
    outlet: str
    speaker: str | None = None
    of: str | None = None
    killed: int | None = None


class Tellers:
    """All who speak of a world in one regime; the same seed gives the same tellings."""

    def __init__(self, setting: Setting, regime: Regime, world: World, seed: int) -> None:
        self.setting, self.regime, self.world = setting, regime, world
        self.random = Random(f"tellings {seed} {regime.meaning}")
        self.topics: list[Topic] = []
        places = self.random.sample(setting.places, len(setting.places))
        self.closed = frozenset(places[: round(regime.closed * len(places))])
        self.days: dict[str, list[int]] = {place: [] for place in setting.places}
        for change in world.changes:
            self.days[change.place].append(change.day)

    def tell(self) -> list[Telling]:
        """Everything that is told, before anything is reprinted."""
        changes = [self._open(change.place, change.day, change.gainer) for change in self.world.changes]
        told = [telling for topic in changes for telling in self._tell_change(topic)]
        for topic in list(self._make_boasts()):
            told += self._tell_boast(topic)
        for topic in list(self._make_false(round(self.regime.rumours * len(changes)))):
            told += self._tell_rumour(topic)
        for harm in self.world.harms:
            told += self._tell_harm(harm)
        return told

    def _open(self, place: str, day: int, side: Side, *, is_so: bool = True, harm: Harm | None = None) -> Topic:
        of, killed = (harm.of, harm.number) if harm else (None, None)
        self.topics.append(Topic(len(self.topics), place, day, side, is_so, of, killed))
        return self.topics[-1]

    def _make_boasts(self) -> Iterator[Topic]:
        for side in self.setting.side:
            gains = sum(change.gainer == side for change in self.world.changes)
            yield from self._make_false(round(self.regime.boasts[side.kind] * gains), side)

    def _make_false(self, number: int, side: Side | None = None) -> Iterator[Topic]:
        """Gains that never were, of places that the other side holds, where nothing else is told about that day."""
        while number:
            place, day = self.random.choice(self.setting.places), self.random.randint(10, self.setting.days)
            loser = self.world.holder(place, day)
            if loser != side and is_free(self.days[place], day, self.setting):
                self.days[place].append(day)
                number -= 1
                yield self._open(place, day, self.setting.foe(loser), is_so=False)

    def _tell_change(self, topic: Topic) -> Iterator[Telling]:
        loser = self.setting.foe(topic.side)
        speakers = self._choose(topic.side, SPEAKS, topic) or [topic.side.speakers[0]]
        yield from self._state(topic, topic.side, speakers, affirms=True)
        denying = self._choose(loser, self.regime.denies[loser.kind], topic, is_blind=True)
        admitting = [one for one in self._choose(loser, self.regime.admits, topic) if one not in denying]
        yield from self._state(topic, loser, denying, affirms=False, waits=self.regime.late["denials"])
        yield from self._state(topic, loser, admitting, affirms=True, waits=self.regime.late["denials"])
        for other in self._who(topic, "knows"):
            affirms = not self._chance(self.regime.misled)
            yield from self._speak(topic, other, affirms=affirms)

    def _tell_boast(self, topic: Topic) -> Iterator[Telling]:
        speakers = self._choose(topic.side, SPEAKS, topic) or [topic.side.speakers[0]]
        yield from self._state(topic, topic.side, speakers, affirms=True)
        yield from self._correct(topic)

    def _tell_rumour(self, topic: Topic) -> Iterator[Telling]:
        teller = self.random.choice([other for other in self.setting.other if other.outlet])
        yield from self._speak(topic, teller, affirms=True)
        yield from self._correct(topic)

    def _correct(self, topic: Topic) -> Iterator[Telling]:
        loser = self.setting.foe(topic.side)
        chance = max(CORRECTS, self.regime.denies[loser.kind])
        waits = 1 + self.regime.late["denials"]
        yield from self._state(topic, loser, self._choose(loser, chance, topic), affirms=False, waits=waits)
        for other in self._who(topic, "hears"):
            affirms = self._chance(self.regime.misled)
            yield from self._speak(topic, other, affirms=affirms, waits=1)

    def _tell_harm(self, harm: Harm) -> Iterator[Telling]:
        topic = self._open(harm.place, harm.day, harm.doer, harm=harm)
        told = False
        for side in self.setting.side:
            line = self._blur(harm.number * self._slant(harm, side))
            speakers = self._choose(side, COUNTS, topic)
            if side == self.setting.side[1] and not speakers and not told:
                speakers = [side.speakers[0]]
            told = told or bool(speakers)
            for telling in self._state(topic, side, speakers, affirms=True):
                yield from self._count(telling, line)
        for other in self._who(topic, "knows"):
            number = self._blur(harm.number)
            for telling in self._speak(topic, other, affirms=True):
                yield from self._count(telling, number)

    def _slant(self, harm: Harm, side: Side) -> float:
        """What a side makes of a number: it swells what the other did or suffered in war, and shrinks its own."""
        is_own = side == harm.doer if harm.of == "civilians" else side != harm.doer
        return self.random.uniform(*(self.regime.deflates if is_own else self.regime.inflates))

    def _blur(self, number: float) -> int:
        off = self.random.lognormvariate(0, BLUR) if self._chance(self.regime.blurred) else 1.0
        return max(1, round(number * off))

    def _count(self, telling: Telling, number: int) -> Iterator[Telling]:
        """The number; where counts grow, a lower one first and mostly the number some days later."""
        if not self.regime.growing:
            yield replace(telling, killed=number)
            return
        yield replace(telling, killed=max(1, round(number * self.random.uniform(0.4, 0.8))))
        if self._chance(0.7):
            yield replace(telling, killed=number, published=telling.published + self.random.randint(3, 7))

    def _choose(self, side: Side, chance: float, topic: Topic, *, is_blind: bool = False) -> list[str | None]:
        """Speakers of a side, and with None its outlet in its own voice. Who cannot know may still speak blindly."""
        if side.kind == "government" and topic.place in self.closed and not is_blind:
            return []
        return [speaker for speaker in (*side.speakers, None) if self._chance(chance)]

    def _who(self, topic: Topic, what: str) -> list[Other]:
        if topic.place in self.closed:
            return []
        return [other for other in self.setting.other if self._chance(getattr(other, what))]

    def _state(
        self, topic: Topic, side: Side, speakers: Iterable[str | None], *, affirms: bool, waits: int = 0
    ) -> Iterator[Telling]:
        for speaker in speakers:
            published = topic.day + self.random.randint(0, 2) + self.random.randint(0, waits)
            outlets: Iterable[str] = [self.random.choice(side.outlets)]
            if speaker is not None:
                outlets = self._quote([*side.outlets, *self.setting.press["outlets"]])
            yield from self._err(topic, affirms, published, speaker, outlets)

    def _speak(self, topic: Topic, other: Other, *, affirms: bool, waits: int = 0) -> Iterator[Telling]:
        published = topic.day + self.random.randint(*other.delay) + waits + self.regime.late["others"]
        outlets = [other.outlet] if other.outlet else self._quote(self.setting.press["outlets"])
        yield from self._err(topic, affirms, published, other.speaker, outlets)

    def _quote(self, outlets: list[str]) -> list[str]:
        return self.random.sample(outlets, self.random.randint(1, self.regime.quoted))

    def _err(
        self, topic: Topic, affirms: bool, published: int, speaker: str | None, outlets: Iterable[str]
    ) -> Iterator[Telling]:
        """The statement with its errors, once for each outlet that brings it."""
        if affirms and topic.of is None and self._chance(self.regime.swapped):
            topic = self._swap(topic)
        day: int | None = topic.day
        if self._chance(self.regime.undated):
            day = None
        elif self._chance(self.regime.misdated):
            day = topic.day + self.random.choice([-2, -1, 1, 2])
        for outlet in outlets:
            yield Telling(topic.number, topic.place, topic.side, affirms, day, published, outlet, speaker, topic.of)

    def _swap(self, topic: Topic) -> Topic:
        """The same told of a wrong place; of the right one where no other is free."""
        loser = self.setting.foe(topic.side)
        places = [
            place
            for place in self.setting.places
            if is_free(self.days[place], topic.day, self.setting) and self.world.holder(place, topic.day) == loser
        ]
        if not places:
            return topic
        place = self.random.choice(places)
        self.days[place].append(topic.day)
        return self._open(place, topic.day, topic.side, is_so=False)

    def _chance(self, chance: float) -> bool:
        return self.random.random() < chance
