"""The country a report is about, and the bodies of state that it calls by their kind alone ("the army")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tidings.claims.drafts import Report
from tidings.lexicons.words import countries_by_people, country_of_people, lands_of_groups, words
from tidings.records import ParsedSentence

STATE_BODIES = words("actors", "state_bodies")
SHARE = 0.5  # of all mentions of countries and peoples; below it the report is about several


def find_country(report: Report) -> str | None:
    """The country that at least half of a report's mentions of countries and peoples speak of, or None.

    Each armed group speaks for the land whose state it fights: "the Taliban took the town" is about Afghanistan.
    """
    counts = Counter(_countries(report.sentences)) + Counter(_lands_of_groups(report))
    if not counts:
        return None
    country, most = counts.most_common(1)[0]
    return country if most >= SHARE * sum(counts.values()) else None


def _countries(sentences: Iterable[ParsedSentence]) -> Iterable[str]:
    known = frozenset(countries_by_people().values())
    for parsed in sentences:
        for word in parsed.parse.words:
            if word.pos in ("PROPN", "ADJ") or word.entity in ("GPE", "NORP"):
                if word.text in known:
                    yield word.text
                elif country := country_of_people(word.text):
                    yield country


def _lands_of_groups(report: Report) -> Iterable[str]:
    lands = lands_of_groups()
    for found in report.mentions:
        yield from (land for mention in found.actors if (land := lands.get(str(mention.means))))


def is_country(name: str) -> bool:
    """Whether a name is that of a country or of a people's land."""
    return name in frozenset(countries_by_people().values())


def people_of(country: str) -> str | None:
    """The word for a country's people: "Afghan" for Afghanistan."""
    return next((people.title() for people, name in countries_by_people().items() if name == country), None)


def name_of_body(name: str, country: str | None) -> str:
    """ "the army" in a report about Mali is the Malian army; any other name stays as it is."""
    if country is None or name.lower() not in STATE_BODIES:
        return name
    people = people_of(country)
    return f"{people} {name.lower()}" if people else name
