"""The country a report is about, and the bodies of state that it calls by their kind alone ("the army")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from tidings.claims.drafts import Report
from tidings.lexicons.words import (
    countries_by_capital,
    countries_by_people,
    country_of_people,
    lands_of_groups,
    lands_without_state,
    short_countries,
    states_fought_from_abroad,
    words,
)

STATE_BODIES = words("actors", "state_bodies")
# Of a group that is named they say no more: "its fighters" are the group.
MEN = words("actors", "groups") - frozenset({"commander", "leader", "leadership"})
AMERICA = frozenset({"United States", "US", "U.S.", "USA"})
SHARE = 0.5  # of all mentions of countries and peoples; below it the report is about several


def find_country(report: Report) -> str | None:
    """The country that at least half of a report's mentions of countries, peoples and places speak of, or None.

    Each place speaks for the country that it lies in, but says nothing alone: a report that names no country leaves
    its army unnamed. Each armed group speaks for the land whose state it fights: "the Taliban took the town" is about
    Afghanistan.
    """
    counts = Counter(_countries(report)) + Counter(_lands_of_groups(report))
    if not counts:
        return None
    counts.update(land for found in report.mentions for land in found.lands)
    country, most = counts.most_common(1)[0]
    return country if most >= SHARE * sum(counts.values()) else None


def find_named_country(report: Report) -> str | None:
    """The country a report is about; a state that a group fights from abroad only if the text speaks of it."""
    country = find_country(report)
    told = set(_countries(report)).union(*(found.lands for found in report.mentions))
    if country in states_fought_from_abroad() - told:
        return None
    return country if country in {*_where(report), *_lands_of_groups(report)} else None


def _where(report: Report) -> set[str]:
    """The countries that a report names as where something is, by their own name or by that of a place in them."""
    lands = {land for found in report.mentions for land in found.lands}
    known = countries_by_name()
    for parsed, found in zip(report.sentences, report.mentions, strict=True):
        words = parsed.parse.words
        for mention in found.places:
            word = words[mention.head]
            country = known.get(str(mention.means).lower())
            if country and word.dependency in ("pobj", "poss", "nsubj", "dobj", "nsubjpass", "ROOT"):
                lands.add(country)
    return lands


def find_state(report: Report) -> str | None:
    """The country whose forces "the army" are: the one a report is about, if its text names it.

    Where things happen does not say whose soldiers did them: armies act abroad, and hold what is not theirs.
    """
    country = find_country(report)
    return country if country in {*_countries(report), *_lands_of_groups(report)} else None


def _countries(report: Report) -> Iterable[str]:
    known = countries_by_name()
    for parsed, found in zip(report.sentences, report.mentions, strict=True):
        for word in parsed.parse.words:
            if word.pos in ("PROPN", "ADJ") or word.entity in ("GPE", "NORP"):
                country = known.get(word.lower) or country_of_people(word.text)
                if country and country not in lands_without_state():
                    yield country
        for mention in found.places:  # "Sri Lanka", "EL SALVADOR": names of several words
            name = str(mention.means).lower()
            if " " in name and name in known:
                yield known[name]


def _lands_of_groups(report: Report) -> Iterable[str]:
    lands = lands_of_groups()
    for found in report.mentions:
        yield from (land for mention in found.actors if (land := lands.get(str(mention.means))))


@cache
def countries_by_name() -> Mapping[str, str]:
    """Each country by its name or short name in small letters, as texts in capitals need it."""
    return {**{name.lower(): name for name in countries_by_people().values()}, **short_countries()}


def is_country(name: str) -> bool:
    """Whether a name is that of a country or of a people's land."""
    return name.lower() in countries_by_name()


def people_of(country: str) -> str | None:
    """The word for a country's people: "Afghan" for Afghanistan."""
    return next((people.title() for people, name in countries_by_people().items() if name == country), None)


def name_of_body(name: str, country: str | None) -> str:
    """ "The army" in a report about Mali is the Malian army, and so is "Mali's army"; any other name stays as it is."""
    owner, owns, body = name.replace("’", "'").partition("'s ")
    if owns and body.lower() in STATE_BODIES and is_country(owner):
        people = people_of(countries_by_name()[owner.lower()])
        return f"{people} {body}" if people else name
    if country is None or name.lower() not in STATE_BODIES:
        return name
    people = people_of(country)
    return f"{people} {name.lower()}" if people else name


def name_of_air_force(country: str) -> str:
    """Whose jets they are that a text calls by their country alone: of Chad's jets the Chadian air force."""
    people = "US" if country in AMERICA else people_of(country)
    return f"{people} air force" if people else country


def name_of_force(owner: str, name: str, lemma: str, *, of_person: bool) -> str:
    """What "its troops" are called after the one whose they are: Israel's are Israeli troops, Fretilin's Fretilin."""
    country = owner if is_country(owner) else countries_by_capital().get(owner.lower())
    people = people_of(country) if country else None
    if people:
        return f"{people} {name.lower()}"
    first = owner.split(maxsplit=1)[0]
    if of_person and not country_of_people(first):
        return f"{owner}'s {name}"
    if first.islower() or country_of_people(first):  # "Biafran officials said their men"
        return f"{first} {name}" if country_of_people(first) else owner if lemma in MEN else name
    return owner if lemma in MEN else f"{owner} {name}"
