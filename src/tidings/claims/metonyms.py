"""Who speaks and acts by a word that stands for them: "Moscow said", "the army says", "the insurgents claim"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tidings.claims.country import find_state, name_of_body, people_of
from tidings.claims.drafts import Draft, Report, change
from tidings.claims.main_group import REBELS, main_group
from tidings.lexicons.words import countries_by_capital

ARMED = ("fight.", "territory.", "force.deploy", "force.withdraw", "force.seize", "force.present", "harm.", "destroy.")
ADJECTIVES = {"United States": "US"}  # "American government" is no name of one


def name_doers(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts with the seats of government that act named by those who sit in them."""
    for draft in drafts:
        body = "forces" if draft.act.startswith(ARMED) else "government"
        actor = tuple(_name(name, body) for name in draft.actor)
        target = tuple(_name(name, body) for name in draft.target) if draft.is_speech else draft.target
        renamed = (actor, target) != (draft.actor, draft.target)
        yield change(draft, "metonyms.doer", actor=actor, target=target) if renamed else draft


def name_speakers(drafts: Iterable[Draft], report: Report) -> Iterator[Draft]:
    """The drafts with speakers who are told by a word alone named: seats of government, bodies of state, the group."""
    group, state = main_group(report), find_state(report)

    def name(told: str) -> str:
        lemma = told.lower().removeprefix("the ").removesuffix("s")
        if group and lemma in REBELS:
            return group
        return name_of_body(_name(told, "government"), state)

    for draft in drafts:
        said_by = tuple(name(link) if isinstance(link, str) else tuple(map(name, link)) for link in draft.said_by)
        yield draft if said_by == draft.said_by else change(draft, "metonyms.speaker", said_by=said_by)


def _name(name: str, body: str) -> str:
    country = countries_by_capital().get(name.lower())
    people = ADJECTIVES.get(country, people_of(country)) if country else None
    return f"{people} {body}" if people else name
