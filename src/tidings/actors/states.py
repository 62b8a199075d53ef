"""States, and the bodies that every state has: "Malian army", "army of Mali", "Mali's army" are mli.army."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping

import msgspec

from tidings.actors.actor import BUILT_IN, Actor, Tie
from tidings.actors.names import key, role_words
from tidings.actors.rows import read_day, read_ties, split

OF_COUNTRY = re.compile(r"(?P<body>.+?) (?:of|in|from) (?P<country>.+)")


class Body(msgspec.Struct, frozen=True):
    """A body that every state has; `apart` when it does not speak for the state."""

    kind: str
    words: tuple[str, ...]
    apart: bool = False


class States:
    """The states by code, and the names by which texts call them and their bodies."""

    def __init__(self, actors: Mapping[str, Actor], peoples: Mapping[str, str], bodies: Mapping[str, Body]) -> None:
        self.actors = actors
        self.bodies = bodies
        self._peoples = peoples
        self.codes = {actor.name: code for code, actor in actors.items()}
        self._adjectives: dict[str, str] = {}
        for people, code in peoples.items():
            self._adjectives.setdefault(key(people), code)
        self._names: dict[str, str] = {}
        for code, actor in actors.items():
            for name in (actor.name, *actor.aliases):
                self._names.setdefault(key(name), code)
        self._body_of = {key(word): body for body, found in bodies.items() for word in found.words}

    def code_of(self, words: str) -> str | None:
        """The state that a name or a word for its people stands for."""
        plain = key(words)
        return self._names.get(plain) or self._adjectives.get(plain) or self._adjectives.get(plain.removesuffix("s"))

    def people(self, code: str) -> str | None:
        """The word for what is a state's: "Afghan"."""
        return next((people for people, of in self._peoples.items() if of == code), None)

    def body(self, actor_id: str, known: Mapping[str, Actor]) -> Actor | None:
        """The body with this id, such as `mli.army`."""
        code, _, body = actor_id.rpartition(".")
        state = known.get(code)
        if state is None or state.kind != "state" or body not in self.bodies:
            return None
        found = self.bodies[body]
        name = f"{self.people(code) or state.name} {found.words[0]}"
        of = () if found.apart else (Tie(code),)
        return Actor(
            id=actor_id, name=name, kind=found.kind, countries=state.countries, of=of,
            since=state.since, until=state.until, source="states",
        )  # fmt: skip

    def find(self, name: str) -> Iterator[tuple[str, str]]:
        """The states and bodies that a name may mean, with the reason."""
        code = self.code_of(name)
        if code is not None:
            yield code, f"a name of {self.actors[code].name}"
            return
        parts = name.split()
        for cut in range(min(len(parts) - 1, 4), 0, -1):
            code = self.code_of(" ".join(parts[:cut]))
            body = self.body_called(" ".join(parts[cut:])) if code else None
            if code and body:
                yield f"{code}.{body}", f"the {body} of {self.actors[code].name}"
                return
        found = OF_COUNTRY.fullmatch(name)
        if found and (code := self.code_of(found["country"])) and (body := self.body_called(found["body"])):
            yield f"{code}.{body}", f"the {body} of {self.actors[code].name}"

    def body_called(self, words: str) -> str | None:
        """The body that words mean by themselves: "national army", "army officers", "soldiers"."""
        parts = words.split()
        while parts:
            found = self._body_of.get(key(" ".join(parts)))
            if found:
                return found
            if len(parts) > 1 and parts[-1] in role_words()["voices"]:
                parts = parts[:-1]
            elif parts[0].islower():  # "two elite army units"; a word in capitals is part of a name
                parts = parts[1:]
            else:
                return None
        return None


def load_states(problems: list[str]) -> States:
    """The states of states.csv with the wars and alliances of state_ties.csv."""
    ties = {row["id"]: row for row in _rows("state_ties.csv")}
    actors: dict[str, Actor] = {}
    peoples: dict[str, str] = {}
    for row in _rows("states.csv"):
        tied = ties.get(row["code"], {})
        actors[row["code"]] = Actor(
            id=row["code"],
            name=row["name"],
            kind="state",
            aliases=(*split(row["names"]), *split(row["capital"])),
            countries=(row["name"],),
            allies=read_ties(tied.get("allies", ""), problems),
            enemies=read_ties(tied.get("enemies", ""), problems),
            since=read_day(row["since"], problems),
            until=read_day(row["until"], problems, last=True),
            source="states",
        )
        peoples |= {people: row["code"] for people in split(row["people"]) if people not in peoples}
    bodies = tomllib.loads(BUILT_IN.joinpath("bodies.toml").read_text(encoding="utf-8"))
    return States(actors, peoples, msgspec.convert(bodies, dict[str, Body]))


def _rows(file: str) -> list[dict[str, str]]:
    lines = BUILT_IN.joinpath(file).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if line and not line.startswith("#")))
