"""The setting of a report: the countries that its names speak of, and so which other names may be places in it.

Countries and peoples named, and the lands of armed groups, count whole; a town counts for the countries where towns of
its name lie, the likelier ones more. A name is known where a place of it lies in one of these countries or just over
their borders, as where borders have moved since the report was written.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from tidings.gazetteers.gazetteer import Gazetteer
from tidings.gazetteers.kinds import How, Place
from tidings.gazetteers.scores import weigh
from tidings.gazetteers.toponyms import Cues
from tidings.lexicons.words import countries_by_people, country_of_people, lands_of_groups, lands_once_of, words
from tidings.records import Parse, ParsedSentence, Word

PLACES = frozenset({"GPE", "LOC", "FAC"})
OTHERS = frozenset({"", "PERSON", "ORG", "NORP", "PRODUCT"})
WITHIN = words("places", "within")
NO_NAMES = frozenset({How.PEOPLE, How.INITIALS})
ROUNDS = 2
AGAIN = 3  # a name that stands more often counts no more than so often
HEARD = 2.0
PLAUSIBLE = 0.4  # votes below which a country is none of the report's
SURE = 0.6  # of a name's readings lie in one country
BEYOND = 1.5  # degrees over the border
WIDEST = 60.0  # degrees; a country that spans more holds no box worth asking
# What places of a kind are called once they were named: "the district", "the town".
CALLED: Mapping[str, frozenset[str]] = {
    "province": frozenset({"province", "governorate", "state", "region", "oblast", "department"}),
    "district": frozenset({"district", "county"}),
    "temporary_district": frozenset({"district"}),
    "district_centre": frozenset({"district", "town"}),
    "city": frozenset({"city", "town"}),
    "place": frozenset({"town", "village"}),
}
Candidates = tuple[tuple[Place, float], ...]


class Setting:
    """What the gazetteer says of names in one report."""

    def __init__(self, sentences: Sequence[ParsedSentence], gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        firm = Counter(code for name in _lands(sentences) if (code := _code(gazetteer, name)))
        named = {name: min(count, AGAIN) for name, count in Counter(_names(sentences)).items()}
        self._votes: Mapping[str, float] = firm
        for _ in range(ROUNDS):
            votes: dict[str, float] = dict(firm)
            for name, count in named.items():
                for place, share in self._shares(name):
                    votes[place.country] = votes.get(place.country, 0.0) + count * share
            self._votes = votes
        told = frozenset(code for code, vote in self._votes.items() if vote >= PLAUSIBLE)
        self._countries = told | {land for land, once_of in _lands_once_of(gazetteer) if once_of in told}
        boxes = _boxes(gazetteer)
        self._boxes = [boxes[code] for code in self._countries if code in boxes]
        self._settled: dict[str, list[tuple[Place, float]]] = {}

    def knows(self, name: str) -> bool:
        """Whether a place of that name lies where the report plays."""
        return any(
            place.country in self._countries or self._is_near(place) for place, _ in _candidates(self._gazetteer, name)
        )

    def land_of(self, name: str) -> str | None:
        """The country that a place of that name lies in, as far as the report settles it; None for a country itself."""
        votes: dict[str, float] = {}
        for place, share in self._readings(name):
            if place.kind == "country":
                return None
            votes[place.country] = votes.get(place.country, 0.0) + share
        if not votes:
            return None
        code, most = max(votes.items(), key=lambda vote: (vote[1], vote[0]))
        return _name_of(self._gazetteer, code) if most >= SURE and code in self._countries else None

    def called(self, name: str) -> frozenset[str]:
        """What a place of that name may be called when the report speaks of it again; nothing where that is open."""
        votes: dict[str, float] = {}
        for place, share in self._readings(name):
            if place.country in self._countries:
                for word in CALLED.get(place.kind, ()):
                    votes[word] = votes.get(word, 0.0) + share
        return frozenset(word for word, vote in votes.items() if vote >= SURE)

    def _readings(self, name: str) -> list[tuple[Place, float]]:
        """The places of a name with their shares, once the report's countries are settled; worked out once a name."""
        if name not in self._settled:
            self._settled[name] = list(self._shares(name))
        return self._settled[name]

    def _shares(self, name: str) -> Iterator[tuple[Place, float]]:
        """The places of a name, each with how likely it is meant here."""
        found = _candidates(self._gazetteer, name)
        powers = [math.exp(score + HEARD * math.log1p(self._votes.get(place.country, 0.0))) for place, score in found]
        total = sum(powers)
        for (place, _), power in zip(found, powers, strict=True):
            yield place, power / total

    def _is_near(self, place: Place) -> bool:
        if place.lat is None or place.lon is None:
            return False
        return any(
            west - BEYOND <= place.lon <= east + BEYOND and south - BEYOND <= place.lat <= north + BEYOND
            for west, south, east, north in self._boxes
        )


def _lands(sentences: Iterable[ParsedSentence]) -> Iterator[str]:
    """The countries whose people or groups a report names."""
    groups = lands_of_groups()
    for parsed in sentences:
        for word in parsed.parse.words:
            land = country_of_people(word.text) if word.pos in ("PROPN", "ADJ") or word.entity == "NORP" else None
            land = land or groups.get(word.text)
            if land:
                yield land


def _names(sentences: Iterable[ParsedSentence]) -> Iterator[str]:
    """What the parser takes for places, and names that stand where only a place can."""
    for parsed in sentences:
        parse = parsed.parse
        for word in parse.words:
            if word.entity in PLACES and (word.entity_starts or parse.words[word.index - 1].entity not in PLACES):
                yield _entity(parse, word.index)
            elif word.pos == "PROPN" and word.entity in OTHERS and _is_within(parse, word):
                yield word.text


def _is_within(parse: Parse, word: Word) -> bool:
    return word.dependency == "pobj" and parse.words[word.head].lower in WITHIN


def _entity(parse: Parse, first: int) -> str:
    last = first
    while last + 1 < len(parse.words) and parse.words[last + 1].entity and not parse.words[last + 1].entity_starts:
        last += 1
    chosen = [w for w in parse.words[first : last + 1] if w.tag not in ("DT", "POS")]
    return " ".join(w.text for w in chosen)


@lru_cache(maxsize=20_000)
def _candidates(gazetteer: Gazetteer, name: str) -> Candidates:
    """The places under a name, each with what its kind and size say for it."""
    cues = Cues(core=name)
    return tuple(
        (named.place, weigh(named, name, cues, gazetteer.detailed).prior)
        for named in gazetteer.find(name)
        if named.how not in NO_NAMES
    )


@lru_cache(maxsize=1_000)
def _code(gazetteer: Gazetteer, name: str) -> str | None:
    country = gazetteer.country(name)
    return country.country if country else None


@lru_cache(maxsize=4)
def _lands_once_of(gazetteer: Gazetteer) -> tuple[tuple[str, str], ...]:
    """Codes of lands, each with that of the country it was once part of."""
    pairs = ((_code(gazetteer, land), _code(gazetteer, country)) for land, country in lands_once_of().items())
    return tuple((land, country) for land, country in pairs if land and country)


@lru_cache(maxsize=1_000)
def _name_of(gazetteer: Gazetteer, code: str) -> str | None:
    """A country as the lexicon of peoples calls it, else as the gazetteer does."""
    for name in dict.fromkeys(countries_by_people().values()):
        if _code(gazetteer, name) == code:
            return name
    country = gazetteer.country(code)
    return country.name if country else None


@lru_cache(maxsize=4)
def _boxes(gazetteer: Gazetteer) -> Mapping[str, tuple[float, float, float, float]]:
    """West, south, east and north of each country by its code, save those that span half the globe."""
    found = {}
    for key, box in gazetteer.outlines["country"].boxes():
        west, south, east, north = box
        if east - west <= WIDEST:
            found[key.removeprefix("iso:")] = (west, south, east, north)
    return found
