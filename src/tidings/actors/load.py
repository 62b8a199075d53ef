"""The tables of actors that tidings brings, and a person's own, as one table."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from tidings.actors.actor import BUILT_IN, Actor
from tidings.actors.rows import read_rows
from tidings.actors.states import States, load_states
from tidings.actors.table import ActorTable
from tidings.errors import TidingsError

OWN_TABLES = ("afghanistan", "groups", "bodies", "persons", "media", "dictionaries")
TOLD = 20  # problems in one message


def load_actors(*paths: Path) -> ActorTable:
    """The actors that tidings knows, with those of other tables added; a table with a problem is not used at all.

    A row with the id of a known actor is a problem: its id may be left to the actor that has it, and a new one chosen.
    """
    return _load(tuple((str(path), _read(path)) for path in paths))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise TidingsError(f"the table of actors {path} cannot be read: {error}") from error


@lru_cache(maxsize=4)
def _load(texts: tuple[tuple[str, str], ...]) -> ActorTable:
    problems: list[str] = []
    states = load_states(problems)
    actors = [actor for name in OWN_TABLES for actor in _read_built_in(name, problems)]
    for path, text in texts:
        actors += read_rows(text.splitlines(), path, problems)
    problems += check(actors, states)
    if problems:
        more = f"; and {len(problems) - TOLD} more" if len(problems) > TOLD else ""
        raise TidingsError(f"the table of actors cannot be used: {'; '.join(problems[:TOLD])}{more}")
    return ActorTable([*states.actors.values(), *actors], states)


def _read_built_in(name: str, problems: list[str]) -> Iterable[Actor]:
    text = BUILT_IN.joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return read_rows(text.splitlines(), name, problems)


def check(actors: Iterable[Actor], states: States) -> list[str]:
    """What is wrong between the rows: an id that stands twice, a tie to nobody, a country that is none."""
    problems = []
    known = dict(states.actors)
    for actor in actors:
        if actor.id in known:
            problems.append(f"{actor.source}: the id {actor.id} is already that of {known[actor.id].name}")
        known.setdefault(actor.id, actor)
    for actor in known.values():
        for tie in (*actor.of, *actor.allies, *actor.enemies):
            if tie.to not in known and states.body(tie.to, known) is None:
                problems.append(
                    f"{actor.source}: {actor.id} is tied to {tie.to!r}, which is no id{_like(tie.to, known)}"
                )
        for country in actor.countries:
            if country not in states.codes:
                problems.append(
                    f"{actor.source}: {actor.id} is at home in {country!r}, "
                    f"which is no state{_like(country, states.codes)}"
                )
    return problems


def _like(name: str, names: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(names), n=1)
    return f"; did you mean {near[0]}?" if near else ""
