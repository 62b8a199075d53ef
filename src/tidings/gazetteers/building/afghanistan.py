"""Afghanistan: the frame of 399 districts, the 23 made after it, border crossings, and which district holds a place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from tidings.gazetteers.building.entries import Entries, Entry
from tidings.gazetteers.building.raw import Raw, split
from tidings.gazetteers.building.world import is_latin_name
from tidings.gazetteers.kinds import How, Point, Rank
from tidings.gazetteers.normalise import fold, name_key, strip_unit
from tidings.gazetteers.spheres import distance_km

FOLDER = "afghanistan"
COUNTRY = "AF"
# words for the office of a district, its centre or its bazaar, before or after its name
SEAT_WORD = re.compile(r"(?:w?[ou]l[ue]s[wv]al[iy]|markaz|hukumat[iy]?|alaqahdari|bazar)(?:-(?:e|i|ye))?")
KIND_OF_POINT = {"border_crossing": "crossing", "border_port": "crossing", "military_base": "base", "pass": "natural"}
SAME_KM = 6.0  # a crossing and a town of the same name no farther apart are one place


def add_districts(entries: Entries, raw: Raw) -> None:
    """The frame, with names from four lists, and the temporary districts, which have no point of their own."""
    own, wrong = raw.names()["afghan_districts"], raw.names()["afghan_wrong"]
    provinces = _provinces(entries)
    for row in raw.json(f"{FOLDER}/districts.json"):
        pcode = row["pcode"]
        entry = entries.enter(
            Entry(
                key=f"cod:{pcode}",
                name=row["name"],
                kind="district",
                country=COUNTRY,
                parent=provinces[name_key(row["prov"])],
                lat=row["lat"],
                lon=row["lon"],
                pcode=pcode,
            )
        )
        entry.add(own.get(pcode, []), How.MAIN)
        for source, names in row["alias"].items():
            ours = [name for name in names if name not in wrong.get(pcode, []) and is_latin_name(name)]
            how = How.ALTERNATE if source == "geonames_seat" else How.MAIN
            entry.add(ours, how)
            entry.add((strip_unit(name)[0] for name in ours), how)
    for row in raw.csv(f"{FOLDER}/temporary_districts.csv"):
        parent = entries[f"cod:{row['parent_pcode']}"]
        entries.enter(
            Entry(
                key=f"tmp:{row['parent_pcode']}+{name_key(row['name'])}",
                name=row["name"],
                kind="temporary_district",
                country=COUNTRY,
                parent=parent.key,
                point=Point.NONE,
                pcode=f"{row['parent_pcode']}+",
            )
        )


def add_crossings(entries: Entries, raw: Raw) -> None:
    """Crossings, ports, bases and a pass; one that GeoNames has as a town takes that town's place."""
    for row in raw.csv(f"{FOLDER}/border_points.csv"):
        entry = Entry(
            key=f"pt:{name_key(row['name'])}",
            name=row["name"],
            kind=KIND_OF_POINT[row["type"]],
            country=COUNTRY,
            parent=f"cod:{row['ADM2_PCODE']}",
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            pcode=row["ADM2_PCODE"],
        )
        entries.enter(entry)
        entry.add(split(row["aliases"]), How.MAIN)
        if town := _same_town(entries, entry):
            entry.geonameid, entry.lat, entry.lon = town.geonameid, town.lat, town.lon
            entry.population = town.population
            for name, how in town.names.items():
                entry.add([name], how)
            del entries[town.key]


def settle_places(entries: Entries, pcodes: Mapping[str, str]) -> None:
    """Puts each populated place under the district that holds it; seats of districts are a kind of their own."""
    for entry in list(entries.values()):
        if entry.country != COUNTRY or entry.kind not in ("city", "place"):
            continue
        if pcode := pcodes.get(entry.key):
            entry.parent, entry.pcode = f"cod:{pcode}", pcode
        if entry.rank == Rank.DISTRICT:
            entry.kind = "district_centre"
        entry.add([_without_seat_words(entry.name)], How.MAIN)


def share_spellings(entries: Entries) -> None:
    """Two units of different provinces that share one name share it in every spelling: Bihsud and Behsud."""
    ours = [e for e in entries.values() if e.country == COUNTRY and e.kind not in ("country", "province")]
    main: dict[str, set[str]] = defaultdict(set)
    other: dict[str, list[tuple[Entry, str]]] = defaultdict(list)
    for entry in ours:
        for name, how in entry.names.items():
            if how == How.MAIN:
                main[name_key(strip_unit(name)[0])].add(entry.key)
            else:
                other[name_key(name)].append((entry, name))
    same = {frozenset((a, b)) for keys in main.values() for a in keys for b in keys if a != b}
    for key, keys in main.items():
        for entry, name in other.get(key, []):
            if any(frozenset((entry.key, holder)) in same and _apart(entries, entry.key, holder) for holder in keys):
                entry.names[name] = How.MAIN


def _apart(entries: Entries, a: str, b: str) -> bool:
    return _province(entries, a) != _province(entries, b)


def _province(entries: Entries, key: str) -> str:
    while entries[key].kind != "province":
        key = entries[key].parent or key
    return key


def _provinces(entries: Entries) -> dict[str, str]:
    return {
        name_key(name): entry.key
        for entry in entries.values()
        if entry.country == COUNTRY and entry.kind == "province"
        for name in entry.names
    }


def _same_town(entries: Entries, point: Entry) -> Entry | None:
    keys = {name_key(name) for name in point.names}
    for entry in entries.values():
        if entry.country == COUNTRY and entry.kind in ("city", "place", "district_centre") and entry.lat is not None:
            names = {name_key(name) for name in entry.names}
            if names & keys and distance_km((entry.lat, entry.lon), (point.lat, point.lon)) < SAME_KM:  # type: ignore[arg-type]
                return entry
    return None


def _without_seat_words(name: str) -> str:
    return " ".join(word for word in name.split() if not SEAT_WORD.fullmatch(fold(word)))
