"""The gazetteer's place for a name as gold writes it: "Khash (Badakhshan)", "Herat (city)", "police post (Arlen)"."""

from __future__ import annotations

import re

from tidings.gazetteers import Gazetteer, Place
from tidings.gazetteers.normalise import name_key

BRACKETS = re.compile(r"^(?P<name>.+?) \((?P<of>[^()]+)\)$")
INSIDE = re.compile(r"^[a-z][^()]*? (?:of|in|near|to) (?P<of>[A-Z].*)$")
CITY_FIRST = ("city", "crossing", "district", "province", "district_centre", "country")
DISTRICT_FIRST = ("district", "crossing", "district_centre", "city", "province")


def find_place(name: str, gazetteer: Gazetteer, country: str) -> Place | None:
    """What is meant: a qualifier is a province, or the place that an unnamed place is in; else the best known kind."""
    inside = INSIDE.match(name)
    if inside:
        return find_place(inside["of"], gazetteer, country)
    parts = BRACKETS.match(name)
    if parts is None:
        return _best(name, gazetteer, country, CITY_FIRST)
    if parts["of"] == "city":
        return _best(parts["name"], gazetteer, country, ("city",))
    if name[:1].islower():
        return find_place(parts["of"], gazetteer, country)
    return _best(parts["name"], gazetteer, country, DISTRICT_FIRST, parts["of"])


def _best(
    name: str, gazetteer: Gazetteer, country: str, kinds: tuple[str, ...], province: str | None = None
) -> Place | None:
    found = [named for named in gazetteer.find(name) if named.place.country == country and named.place.kind in kinds]
    best = min((named.how for named in found), default=None)  # another place's old name is no name beside a place's own
    places = [named.place for named in found if named.how == best]
    if province is not None:
        within = {named.place.row for named in gazetteer.find(province) if named.place.kind == "province"}
        places = [
            place for place in places if within & set(place.parents) or name_key(place.adm1 or "") == name_key(province)
        ]
    return min(places, key=lambda place: (kinds.index(place.kind), -place.population, place.row), default=None)
