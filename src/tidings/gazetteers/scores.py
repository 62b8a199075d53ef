"""What speaks for each candidate: numbers that add up, each with its reason; to be compared, no probabilities."""

from __future__ import annotations

import math
from collections.abc import Iterable

import msgspec

from tidings.gazetteers.gazetteer import Named
from tidings.gazetteers.kinds import How, Place, Rank
from tidings.gazetteers.normalise import fold
from tidings.gazetteers.toponyms import Cues

Reason = tuple[str, float]
BY_RANK = {Rank.NONE: 0.0, Rank.DISTRICT: 0.2, Rank.PROVINCE: 1.2, Rank.COUNTRY: 1.6}
BY_HOW = {How.MAIN: 0.0, How.SHORT: -1.2, How.ALTERNATE: -1.0, How.PEOPLE: 0.0, How.INITIALS: -1.0}
HOW_TEXT = {
    How.MAIN: "its name",
    How.SHORT: "its name without the word for the unit",
    How.ALTERNATE: "another name of it",
    How.PEOPLE: "the word for its people",
    How.INITIALS: "its short form",
}
# kinds of which all count alike, since few say how many people live there
ALIKE = {
    "region": 4.0,
    "crossing": 3.0,
    "district": 2.6,  # where each is known by name
    "temporary_district": 2.5,
    "district_centre": 2.0,
    "base": 2.0,
    "natural": 2.0,
}
SAME_KIND, OTHER_KIND = 2.5, -2.0
HELD = 3.5
IN_COUNTRY = 1.5
SPELT_SO = 0.3
# where each district is known by name, an alternate name is weak beside another's own
ALTERNATE_HERE = -2.5


class Weighed(msgspec.Struct):
    """A candidate while it is weighed: `prior` from what it is, `cues` from what the text says."""

    named: Named
    prior: float
    cues: float
    reasons: list[Reason]

    @property
    def place(self) -> Place:
        return self.named.place

    @property
    def score(self) -> float:
        return self.prior + self.cues

    def say(self, reason: str, amount: float) -> None:
        self.cues += amount
        self.reasons.append((reason, amount))


def weigh(named: Named, name: str, cues: Cues, detailed: frozenset[str]) -> Weighed:
    """A candidate with what its kind, size and spelling say, and the word beside the name."""
    place = named.place
    size = by_size(place, place.country in detailed)
    by_how = ALTERNATE_HERE if named.how == How.ALTERNATE and place.country in detailed else BY_HOW[named.how]
    spelling = by_how + (SPELT_SO if fold(place.name) == fold(name) else 0.0)
    if named.how == How.INITIALS and (cues.after_comma or "." in name):
        spelling += 2.0
    weighed = Weighed(named, size + spelling, 0.0, [(_size_text(place), size), (HOW_TEXT[named.how], spelling)])
    if cues.kinds:
        same = place.kind in cues.kinds
        weighed.say(f'the word "{cues.word}"', SAME_KIND if same else OTHER_KIND)
    return weighed


def by_size(place: Place, detailed: bool) -> float:
    """How often a place of this kind and size is meant when nothing else is said."""
    people = math.log10(place.population + 1)
    match place.kind:
        case "country":
            return 5.0 + 0.1 * people
        case "province":
            return 0.8 + 0.5 * people
        case "district" if not detailed:
            return 0.4 * people
        case "city" | "place":
            return 0.6 * people + BY_RANK[place.rank]
    return ALIKE[place.kind]


def say_country(weighed: Iterable[Weighed], country: Place | None) -> None:
    """The report's country speaks for what lies in it."""
    for each in weighed:
        if country is not None and each.place.country == country.country:
            each.say(f"the report is about {country.name}", IN_COUNTRY)


def say_holder(weighed: Iterable[Weighed], holders: Iterable[Weighed], name: str) -> None:
    """ "X in Y" speaks for each X that lies in some Y."""
    rows = {holder.place.row for holder in holders}
    for each in weighed:
        if rows & set(each.place.parents):
            each.say(f"said to lie in {name}", HELD)


def _size_text(place: Place) -> str:
    kind = place.kind.replace("_", " ")
    counted = place.population and place.kind != "district"  # of a district only its towns were counted
    return f"{kind} of {place.population:,} people" if counted else kind
