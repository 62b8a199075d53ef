"""The table of actors: find a name, ask for an actor, ask on whose side it stands on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

import msgspec

from tidings.actors.actor import Actor, Kind, Tie, load_kinds
from tidings.actors.names import is_acronym, key, without_followers, without_titles
from tidings.actors.states import States

BEST = 1.1  # the name itself, at home and in office
DEEPEST = 8  # how far up a chain of ties goes


class Candidate(msgspec.Struct, frozen=True):
    """Whom a name may mean, how well it fits from 0 to 1, and why."""

    actor: Actor
    score: float
    reasons: tuple[str, ...]


class ActorTable:
    """Actors by id and by name. Bodies that every state has are made when they are asked for."""

    def __init__(self, actors: Iterable[Actor], states: States) -> None:
        self.states = states
        self._actors: dict[str, Actor] = {actor.id: actor for actor in actors}
        self._ids: dict[str, list[str]] = {}
        self._capitals: set[tuple[str, str]] = set()
        for actor in self._actors.values():
            for name in (actor.name, *actor.aliases):
                self._enter(name, actor)
        self._find = lru_cache(maxsize=16384)(self._candidates)
        self._sides = lru_cache(maxsize=16384)(self._all_sides)

    def _enter(self, name: str, actor: Actor) -> None:
        ids = self._ids.setdefault(key(name), [])
        if actor.id not in ids:
            ids.append(actor.id)
        if is_acronym(name):
            self._capitals.add((key(name), actor.id))

    def __len__(self) -> int:
        return len(self._actors)

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._actors.values())

    def get(self, actor_id: str) -> Actor | None:
        """The actor with this id."""
        return self._actors.get(actor_id) or self.states.body(actor_id, self._actors)

    def kind(self, actor: Actor) -> Kind:
        """What an actor is."""
        return load_kinds()[actor.kind]

    def homes(self, actor: Actor) -> list[str]:
        """The ids of the states that an actor is at home in."""
        return [self.states.codes[country] for country in actor.countries]

    def knows(self, name: str) -> bool:
        """Whether a name stands in the table as it is written."""
        return key(name) in self._ids

    def find(self, name: str, on: date | None = None, country: str | None = None) -> list[Candidate]:
        """Whom a name may mean, best first. `on` is a day, `country` the country that the text is about."""
        return list(self._find(name.strip(), on, country))

    def _candidates(self, name: str, on: date | None, country: str | None) -> tuple[Candidate, ...]:
        bare, followers = without_followers(name)
        untitled = without_titles(name)
        best: dict[str, tuple[float, str]] = {}
        for spelling, score, why in (
            (name, 1.0, "the name"),
            (untitled, 0.95, f"without the title, {untitled}"),
            (bare, 0.9, f"{bare}, with its {followers}"),
        ):
            for actor_id in self._ids.get(key(spelling), ()):
                lessened = self._lessened(spelling, actor_id)
                if actor_id not in best or best[actor_id][0] < score - lessened:
                    best[actor_id] = (score - lessened, why)
        for actor_id, why in self.states.find(name):
            if not any(found == actor_id for found in best):
                best[actor_id] = (0.9, why)
        weighed = [self._weigh(actor_id, *found, on, country) for actor_id, found in best.items()]
        return tuple(sorted(weighed, key=lambda found: (-found.score, found.actor.id)))

    def _lessened(self, spelling: str, actor_id: str) -> float:
        """An acronym in small letters is likely another word."""
        if (key(spelling), actor_id) not in self._capitals or is_acronym(spelling):
            return 0.0
        return 0.0 if len(spelling) >= 4 and spelling.istitle() else 0.5  # "Isis", "Nato", "Farc"

    def _weigh(self, actor_id: str, score: float, why: str, on: date | None, country: str | None) -> Candidate:
        actor = self.get(actor_id)
        assert actor is not None  # ids come from the table and the states
        reasons = [why]
        if country is not None and actor.countries:
            at_home = country in actor.countries
            score += 0.05 if at_home else -0.15
            reasons.append(f"{'at' if at_home else 'not at'} home in {country}")
        if not actor.stands(on):
            score -= 0.4
            reasons.append(f"not there on {on}")
        if on is not None and actor.of and actor.stands(on):
            held = actor.ties(on)
            score += 0.05 if held else -0.1
            reasons.append(f"on {on}: {'; '.join(map(str, held)) or 'no tie known'}")
        if actor.source == "dictionaries":
            score -= 0.1
            reasons.append("from the dictionaries")
        return Candidate(actor, round(max(0.0, score / BEST), 2), tuple(reasons))

    def sides(self, actor_id: str, on: date | None) -> Mapping[str, str]:
        """All that an actor belongs to on a day, itself first, each with how it comes to it."""
        return self._sides(actor_id, on)

    def _all_sides(self, actor_id: str, on: date | None) -> Mapping[str, str]:
        sides = {actor_id: ""}
        front = [actor_id]
        for _ in range(DEEPEST):
            ties = [(at, tie) for at in front if (actor := self.get(at)) for tie in actor.ties(on)]
            fresh = {tie.to: self._how(at, tie) for at, tie in ties if tie.to not in sides}
            sides |= fresh
            front = list(fresh)
        return sides

    def _how(self, actor_id: str, tie: Tie) -> str:
        actor, other = self.get(actor_id), self.get(tie.to)
        names = (actor.name if actor else actor_id, other.name if other else tie.to)
        return f"{names[0]} is {tie.role or 'part'} of {names[1]}"
