"""Seats of government as those who speak and act: "Moscow said" is the Russian government, "Kyiv holds" its forces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tidings.claims.country import people_of
from tidings.claims.drafts import Draft, change
from tidings.lexicons.words import countries_by_capital
from tidings.records import Speaker

ARMED = ("fight.", "territory.", "force.deploy", "force.withdraw", "force.seize", "force.present", "harm.", "destroy.")
ADJECTIVES = {"United States": "US"}  # "American government" is no name of one


def name_doers(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts with the seats of government that act named by those who sit in them."""
    for draft in drafts:
        body = "forces" if draft.act.startswith(ARMED) else "government"
        actor = tuple(_name(name, body) for name in draft.actor)
        target = tuple(_name(name, body) for name in draft.target) if draft.is_speech else draft.target
        if (actor, target) != (draft.actor, draft.target):
            draft = change(draft, "governments.doer", actor=actor, target=target)
        yield draft


def name_speakers(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts with the seats of government that speak named by those who sit in them."""
    for draft in drafts:
        said_by = tuple(map(_name_speaker, draft.said_by))
        yield draft if said_by == draft.said_by else change(draft, "governments.speaker", said_by=said_by)


def _name_speaker(speaker: Speaker) -> Speaker:
    if isinstance(speaker, str):
        return _name(speaker, "government")
    return tuple(_name(name, "government") for name in speaker)


def _name(name: str, body: str) -> str:
    country = countries_by_capital().get(name.lower())
    people = ADJECTIVES.get(country, people_of(country)) if country else None
    return f"{people} {body}" if people else name
